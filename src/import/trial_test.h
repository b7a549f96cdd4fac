#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "import/importer.h"

namespace hoego {

/// Formats made up for these tests:
/// - `lines`: a file that begins with "LINES\n"; every further line is one observation.
/// - `pictures`: a file that begins with "PIC"; `NAME.side` beside it belongs to it.
/// - `twins`: like `lines`, but sure of "LINES TWICE" too; `lines` is as well, so nobody decides.
/// - `maybe`: thinks that any file with "maybe" in it may be its own.
/// - `houses`: a folder with a file named HOUSE in it; nothing else is looked for inside.
/// - `gardens`: a folder with a file named GARDEN; other units may lie in it.
/// - `boxes`: archives of all these.
/// - `trouble`: a file that begins with "TROUBLE": does to its reader what its second word says.
std::span<const Source* const> trial_formats();

/// A folder of files that is gone after the test.
class Ground {
 public:
  Ground();
  ~Ground();
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path index() const { return path_ / "index" / "index.db"; }
  /// Writes a file below `files`, with its folders.
  void write(const std::string& name, std::string_view content) const;
  void remove(const std::string& name) const;
  std::filesystem::path files() const { return path_ / "files"; }

 private:
  std::filesystem::path path_;
};

ImportOptions trial_options(int jobs = 2);
/// Imports the ground's files as one source named "files".
ImportResult import_ground(const Ground& ground, const ImportOptions& options = trial_options(),
                           const std::string& type = "", const ReadOptions& read = {});
/// Everything that was read, in the order of the store.
std::string dump(const Store& store);
std::string dump(const Ground& ground);
std::vector<std::string> reasons(const Ground& ground);

}  // namespace hoego
