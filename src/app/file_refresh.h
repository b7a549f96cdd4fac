#pragma once
#include <filesystem>
#include <string>

namespace hoego {

/// A file of the owner's that is read, told anew, and written back whole or not at all.
class FileRefresh {
 public:
  /// Reads it. Throws UsageError where there is none, or where it is longer than 16 MB.
  explicit FileRefresh(std::filesystem::path file);

  const std::string& text() const { return text_; }
  /// Writes what is new beside it and puts that in its place, with the same permissions; through a link, in
  /// the place of what it points to. Nothing is written where nothing is new. Throws Error, and leaves the
  /// file as it is, where it was changed since it was read, or cannot be written.
  void write(const std::string& text) const;

 private:
  std::filesystem::path file_;
  std::string text_;
};

}  // namespace hoego
