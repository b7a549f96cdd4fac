#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "import/walk.h"
#include "sources/source.h"
#include "store/store.h"

namespace hoego {

/// A unit as found on the disk, against what the index knows of it.
struct FoundUnit {
  enum class State { Same, Fresh, Changed };

  UnitPath path;
  const Source* format = nullptr;  ///< null: nothing that is known, or not to be decided (see `issue`)
  std::string key;
  std::vector<std::string> companions;  ///< relative to the root, sorted
  std::uint64_t size = 0;               ///< bytes of the main file; 0 for a folder
  bool is_folder = false;
  State state = State::Same;
  std::string holds;           ///< what the index knows to be inside: see Store::KnownUnit
  std::string formerly;        ///< format under which the index knew it; empty for none
  std::optional<Issue> issue;  ///< why it will not be read, where that is news
  bool problem = false;        ///< it will not be read, for a reason that the index holds or `issue` tells
};

/// What one folder comes to.
struct FolderPlan {
  std::vector<FoundUnit> units;  ///< to be read or remembered; the folder itself first, where it is one
  /// How many are as they were, by format; null for files that nobody takes (without those that are a
  /// problem).
  std::map<const Source*, std::uint64_t> same;
  std::map<std::string, std::uint64_t> same_inside;  ///< units inside those (archives), by format
  std::vector<UnitPath> gone;                        ///< known to the index, no units any more
  std::vector<std::string> formerly;  ///< formats of those in `gone`, in the same order; empty for none
  bool descend = true;                ///< whether other units may lie in its folders
};

/// "ics:2 photos:312" and back: how many units of which format an archive holds.
std::map<std::string, std::uint64_t> inside_of(std::string_view holds);
std::string holds_of(const std::map<std::string, std::uint64_t>& inside);

/// Finds what must be read together. Opens a file (its first 4 KiB) only where the index does not know it as
/// it is now.
class UnitFinder {
 public:
  /// `root` is the folder that unit paths are relative to, `forced` the format the owner named, or null.
  /// `only` is the one file that is asked for, or empty for a whole folder. References must outlive this.
  UnitFinder(const Store& store, std::int64_t source, std::filesystem::path root,
             std::span<const Source* const> formats, const Source* forced, const ReadOptions& options,
             std::string only);

  /// `root_descriptor` is an open descriptor of the root.
  FolderPlan plan(const Listing& listing, int root_descriptor) const;

 private:
  struct File;
  struct Verdict;
  class Folder;

  Verdict judge(const Candidate& candidate) const;
  Verdict judge_file(const FileEntry& entry, const std::string& path, int root_descriptor) const;
  bool plan_folder_itself(const Listing& listing, FolderPlan& plan) const;
  const Source* find(std::string_view type) const;
  std::string stamp(const Source& format) const;

  const Store& store_;
  std::int64_t source_;
  std::filesystem::path root_;
  std::span<const Source* const> formats_;
  const Source* forced_;
  std::string only_;
  std::string options_stamp_;
  std::string unknown_stamp_;
};

}  // namespace hoego
