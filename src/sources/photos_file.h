#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace hoego {

/// A file's bytes: small ones are read, which is quicker; large ones are mapped read-only, so that a picture
/// of 200 MB costs only the pages that are looked at. A mapped file that is cut short by someone else while
/// it is read kills the process with SIGBUS: readers are worker processes.
class FileBytes {
 public:
  /// Throws Error when the file cannot be opened, is not a regular file, or is empty.
  explicit FileBytes(const std::filesystem::path& path);
  ~FileBytes();
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  /// Valid as long as the file.
  std::string_view bytes() const { return mapped_.empty() ? std::string_view(read_) : mapped_; }

 private:
  std::string read_;         ///< a small file
  std::string_view mapped_;  ///< a large one; empty for a small one
};

}  // namespace hoego
