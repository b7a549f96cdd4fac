#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "import/importer.h"
#include "import/units.h"
#include "import/walk.h"

namespace hoego {

/// One source while it is walked: yields its units a folder at a time, and at the end what is gone. Decides
/// when a disk is unplugged rather than empty: a root that is not there, cannot be read, or holds no file at
/// all any more, takes nothing away.
class SourceTree {
 public:
  struct Gone {
    UnitPath path;
    std::string format;
  };
  struct Step {
    std::vector<FoundUnit> units;
    std::map<const Source*, std::uint64_t> same;  ///< as in FolderPlan, and so the next
    std::map<std::string, std::uint64_t> same_inside;
    std::vector<Gone> gone;
  };

  /// References must outlive this.
  SourceTree(const Store& store, std::int64_t id, const ImportSource& source,
             std::span<const Source* const> formats, const Source* forced, const ReadOptions& options);

  /// The next folder; false at the end.
  bool next(Step& step);
  /// After the end: what lay in folders that are not there any more.
  std::vector<Gone> gone_folders();

  std::int64_t id() const { return id_; }
  const std::filesystem::path& root() const { return root_; }
  bool forced() const { return forced_ != nullptr; }
  /// What the owner decided about this source.
  const ReadOptions& options() const { return options_; }
  const std::vector<Issue>& issues() const { return issues_; }
  /// Whether the root was there to be looked at.
  bool was_there() const { return there_; }

 private:
  void open(const ImportSource& source, std::span<const Source* const> formats);
  void release_gone(FolderPlan& plan, Step& step);
  bool is_blocked(const std::string& folder) const;

  const Store& store_;
  std::int64_t id_;
  const Source* forced_;
  ReadOptions options_;
  std::filesystem::path root_;
  std::string only_;
  std::unique_ptr<Walk> walk_;
  std::optional<UnitFinder> finder_;
  std::unordered_set<std::uint64_t> visited_;  ///< hashes of folders whose files were looked at
  std::vector<std::string> blocked_;           ///< folders that could not be read
  std::vector<Gone> held_back_;                ///< until a file shows that the disk is there
  std::vector<Issue> issues_;
  bool there_ = false;
  bool seen_anything_ = false;
  bool found_forced_ = false;
};

}  // namespace hoego
