#include "import/tree.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/hash.h"
#include "base/text.h"

namespace hoego {

SourceTree::SourceTree(const Store& store, std::int64_t id, const ImportSource& source,
                       std::span<const Source* const> formats, const Source* forced,
                       const ReadOptions& options)
    : store_(store), id_(id), forced_(forced), options_(options) {
  options_.keep_text = source.keep_text;
  options_.columns = source.columns;
  open(source, formats);
}

void SourceTree::open(const ImportSource& source, std::span<const Source* const> formats) {
  std::filesystem::path path = std::filesystem::absolute(source.path).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();  // "folder/"
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) {
    const bool absent = errno == ENOENT || errno == ENOTDIR;
    issues_.push_back({clean_text(source.name), "",
                       absent ? "not there; nothing was removed"
                              : fmt::format("cannot be read: {}; nothing was removed",
                                            std::generic_category().message(errno)),
                       "plug its disk in, correct its path, or `hoego forget` it"});
    return;
  }
  root_ = path;
  if (!S_ISDIR(found.st_mode)) {
    root_ = path.parent_path();
    only_ = path.filename().native();
  }
  there_ = true;
  walk_ = std::make_unique<Walk>(root_);
  finder_.emplace(store_, id_, root_, formats, forced_, options_, only_);
}

bool SourceTree::next(Step& step) {
  step = Step{};
  Listing listing;
  if (!walk_ || !walk_->next(listing)) return false;
  if (!only_.empty()) {
    listing.issues.clear();  // its neighbours are not asked for
  }
  for (Issue& issue : listing.issues) {
    if (issue.path.empty()) issue.path = clean_text(root_.native());
    issues_.push_back(std::move(issue));
  }
  if (!listing.readable) {
    blocked_.push_back(listing.folder);
    if (listing.folder.empty()) there_ = false;
    return true;
  }
  FolderPlan plan = finder_->plan(listing, walk_->root());
  if (plan.descend) visited_.insert(hash64(listing.folder));
  if (plan.descend && only_.empty()) walk_->descend(listing);
  seen_anything_ = seen_anything_ || !listing.files.empty() || !plan.units.empty() || !plan.same.empty();
  found_forced_ = plan.same.contains(forced_) || found_forced_ ||
                  std::any_of(plan.units.begin(), plan.units.end(),
                              [this](const FoundUnit& unit) { return unit.format == forced_; });
  release_gone(plan, step);
  step.units = std::move(plan.units);
  step.same = std::move(plan.same);
  step.same_inside = std::move(plan.same_inside);
  return true;
}

void SourceTree::release_gone(FolderPlan& plan, Step& step) {
  for (std::size_t i = 0; i < plan.gone.size(); ++i) {
    held_back_.push_back({std::move(plan.gone[i]), std::move(plan.formerly[i])});
  }
  if (!seen_anything_) return;
  step.gone = std::move(held_back_);
  held_back_.clear();
}

bool SourceTree::is_blocked(const std::string& folder) const {
  return std::any_of(blocked_.begin(), blocked_.end(), [&folder](const std::string& blocked) {
    return blocked.empty() || folder == blocked || folder.compare(0, blocked.size() + 1, blocked + '/') == 0;
  });
}

std::vector<SourceTree::Gone> SourceTree::gone_folders() {
  std::vector<Gone> gone;
  if (!there_) return gone;
  const std::vector<std::string> folders = store_.folders_of(id_);
  if (!seen_anything_) {
    if (folders.empty()) return gone;
    issues_.push_back({clean_text(root_.native()), "",
                       "empty, though it held files before; nothing was removed",
                       "plug its disk in, or `hoego forget` it"});
    there_ = false;
    return gone;
  }
  if (forced_ && !found_forced_) {
    issues_.push_back({clean_text(root_.native()), "",
                       fmt::format("nothing in it can be read as {}", forced_->type),
                       "give the file itself, or leave out the type"});
  }
  for (const std::string& folder : folders) {
    if (visited_.contains(hash64(folder)) || is_blocked(folder)) continue;
    for (Store::KnownUnit& unit : store_.units_in(id_, folder)) {
      const bool root_itself = folder.empty() && unit.name.empty();
      if (!root_itself) gone.push_back({{folder, std::move(unit.name)}, std::move(unit.format)});
    }
  }
  return gone;
}

}  // namespace hoego
