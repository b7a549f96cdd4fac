#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "record/issue.h"

namespace hoego {

/// A regular file, or a link to one.
struct FileEntry {
  std::string name;  ///< as the file system spells it
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  ///< nanoseconds since 1970
};

/// What is in one folder, in the order of the names' bytes.
struct Listing {
  std::string folder;                ///< relative to the root, '/' separated; empty for the root
  bool readable = true;              ///< false: it may hold anything
  std::vector<FileEntry> files;      ///< without those that are skipped
  std::vector<std::string> folders;  ///< those to be walked
  std::vector<std::string> names;    ///< everything, also what is skipped
  std::vector<Issue> issues;
};

/// Walks a tree one folder at a time, in an order that depends on names only. Links to folders are not
/// followed, links to files are; sockets, pipes and devices are passed over, and so are the folders and files
/// listed in doc/observation-format.md. Nothing is opened but folders.
class Walk {
 public:
  /// `root` must be a folder; where it cannot be opened the first listing is not readable.
  explicit Walk(const std::filesystem::path& root);
  ~Walk();
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  /// The next folder; false at the end.
  bool next(Listing& listing);
  /// Has the folders of this listing walked too; those before any other that waits.
  void descend(const Listing& listing);
  /// An open descriptor of the root, -1 where it cannot be opened. Lives as long as this object.
  int root() const { return root_; }

 private:
  int root_ = -1;
  int failure_ = 0;
  std::vector<std::string> waiting_;
};

/// Opens without leaving a trace in the access time where the system allows it; -1 and errno otherwise.
int open_quietly(int folder, const char* path, int flags);

}  // namespace hoego
