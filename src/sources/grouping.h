#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/source.h"

namespace hoego {

/// `folder/name`, or the name alone in the root.
std::string join_path(const std::string& folder, const std::string& name);

/// Folders and files that are never looked at, on a disk or in an archive: see doc/observation-format.md.
bool is_skipped_folder(std::string_view name);
bool is_skipped_file(std::string_view name);

/// What the formats say of one file or folder. One that is sure takes it; where a second one is sure too,
/// nobody does.
struct Judgement {
  const Source* format = nullptr;  ///< the first that is sure
  const Source* rival = nullptr;   ///< the second
};
Judgement judge(const Candidate& candidate, std::span<const Source* const> formats);

/// Works out which files of one folder are units and which belong to another: a file is a companion if a main
/// claims it; of two that claim each other, the first by name is the main.
class Grouping {
 public:
  enum class Role { Open, Main, Companion };

  /// `files`: names of the files, sorted. `names`: all names in the folder, from which companions are chosen,
  /// sorted. Both must outlive this.
  Grouping(std::vector<std::string_view> files, const std::vector<std::string>& names);

  /// The file's format is known (null: nobody takes it). Finds the companions that it claims.
  void settle(std::size_t file, const Source* format);
  /// It is known to be a companion.
  void pass_over(std::size_t file) { files_[file].role = Role::Companion; }
  /// Tells mains from companions, among the files that are settled.
  void share_out();

  bool is_settled(std::size_t file) const { return files_[file].settled; }
  Role role(std::size_t file) const { return files_[file].role; }
  /// Names of what it claims, sorted; they may be no files of this folder.
  const std::vector<std::string>& claims(std::size_t file) const { return files_[file].claims; }
  /// Files that claim it.
  const std::vector<std::size_t>& claimers(std::size_t file) const { return files_[file].claimers; }
  std::optional<std::size_t> find(std::string_view name) const;

 private:
  struct File {
    std::string_view name;
    bool settled = false;
    Role role = Role::Open;
    std::vector<std::string> claims;
    std::vector<std::size_t> claimers;
  };

  const std::vector<std::string>& accompanying(const Source& format);
  void decide(bool only_unclaimed);

  std::vector<File> files_;
  const std::vector<std::string>& names_;
  std::map<const Source*, std::vector<std::string>> accompanying_;
};

}  // namespace hoego
