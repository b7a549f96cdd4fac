#pragma once
#include <filesystem>
#include <string_view>

namespace hoego {

/// A file's bytes, mapped read-only: a picture of 200 MB costs only the pages that are looked at. A file that
/// is cut short by someone else while it is read kills the process with SIGBUS: readers are worker processes.
class MappedFile {
 public:
  /// Throws Error when the file cannot be opened, is not a regular file, or is empty.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// Valid as long as the file.
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace hoego
