#include "sources/grouping.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace hoego {
namespace {

/// Version control's own files, caches, waste baskets and what file systems keep for themselves.
constexpr std::array<std::string_view, 17> skipped_folders = {".git",
                                                              ".hg",
                                                              ".svn",
                                                              ".hoego",
                                                              "node_modules",
                                                              ".Trash",
                                                              ".Trashes",
                                                              "$RECYCLE.BIN",
                                                              "#recycle",
                                                              "@eaDir",
                                                              ".thumbnails",
                                                              "__MACOSX",
                                                              "lost+found",
                                                              ".Spotlight-V100",
                                                              ".fseventsd",
                                                              ".TemporaryItems",
                                                              "System Volume Information"};
constexpr std::array<std::string_view, 3> skipped_files = {".DS_Store", "Thumbs.db", "desktop.ini"};

}  // namespace

std::string join_path(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + '/' + name;
}

bool is_skipped_folder(std::string_view name) {
  if (name.substr(0, 7) == ".Trash-") return true;
  return std::find(skipped_folders.begin(), skipped_folders.end(), name) != skipped_folders.end();
}

bool is_skipped_file(std::string_view name) {
  if (name.substr(0, 2) == "._") return true;  // what macOS leaves beside files on foreign disks
  return std::find(skipped_files.begin(), skipped_files.end(), name) != skipped_files.end();
}

Judgement judge(const Candidate& candidate, std::span<const Source* const> formats) {
  Judgement judgement;
  for (const Source* format : formats) {
    if ((format->fingerprint != nullptr) != candidate.is_directory) continue;
    if (format->recognise(candidate) != Sureness::Sure) continue;
    if (judgement.format) {
      judgement.rival = format;
      break;
    }
    judgement.format = format;
  }
  return judgement;
}

Grouping::Grouping(std::vector<std::string_view> files, const std::vector<std::string>& names)
    : names_(names) {
  files_.resize(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) files_[i].name = files[i];
}

std::optional<std::size_t> Grouping::find(std::string_view name) const {
  const auto found =
      std::lower_bound(files_.begin(), files_.end(), name,
                       [](const File& file, std::string_view wanted) { return file.name < wanted; });
  if (found == files_.end() || found->name != name) return std::nullopt;
  return static_cast<std::size_t>(found - files_.begin());
}

const std::vector<std::string>& Grouping::accompanying(const Source& format) {
  const auto [found, fresh] = accompanying_.try_emplace(&format);
  if (fresh) {
    std::copy_if(names_.begin(), names_.end(), std::back_inserter(found->second), format.may_accompany);
  }
  return found->second;
}

void Grouping::settle(std::size_t index, const Source* format) {
  File& file = files_[index];
  file.settled = true;
  if (!format || !format->companions) return;
  file.claims = format->companions(std::string(file.name), accompanying(*format));
  std::sort(file.claims.begin(), file.claims.end());
  file.claims.erase(std::unique(file.claims.begin(), file.claims.end()), file.claims.end());
  for (const std::string& name : file.claims) {
    const auto other = find(name);
    if (other && *other != index) files_[*other].claimers.push_back(index);
  }
}

void Grouping::decide(bool only_unclaimed) {
  for (File& file : files_) {
    if (file.role != Role::Open || !file.settled) continue;
    if (only_unclaimed && !file.claimers.empty()) continue;
    const bool taken = std::any_of(file.claimers.begin(), file.claimers.end(), [this](std::size_t claimer) {
      return files_[claimer].role == Role::Main;
    });
    file.role = taken ? Role::Companion : Role::Main;
  }
}

void Grouping::share_out() {
  decide(true);
  decide(false);
}

}  // namespace hoego
