#include "import/units.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <map>
#include <system_error>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "sources/grouping.h"

namespace hoego {
namespace {

constexpr std::size_t head_bytes = 4096;
/// In the key of what several formats are sure of: that stays so while the file stays.
constexpr const char* undecided_mark = "=";
/// In the key of what could not be read: tried again every time, for a right to read is no change of the
/// file.
constexpr const char* unread_mark = "!";

std::string stamp_of(const ReadOptions& options, bool forced) {
  std::string all = forced ? "forced" : "";
  if (options.keep_text) all += "\ntext";
  for (const auto& [column, meaning] : options.columns) all += "\ncolumn " + column + "\n" + meaning;
  for (const std::string& name : options.owner_names) all += "\nname " + name;
  for (const std::string& email : options.owner_emails) all += "\nemail " + email;
  return fmt::format("{:016x}", hash64(all));
}

std::string own_stamp(const FileEntry& entry) {
  return fmt::format("{}:{}", entry.size, entry.modified_ns);
}

/// How a companion is named in a key; the length keeps odd names from being taken for something else.
std::string companion_mark(const std::string& name) {
  return fmt::format(";{}:{}:", name.size(), name);
}

UnitPath path_of_folder(const std::string& folder) {
  const std::size_t slash = folder.rfind('/');
  if (slash == std::string::npos) return {"", folder};
  return {folder.substr(0, slash), folder.substr(slash + 1)};
}

/// Up to 4 KiB; nothing and errno where it cannot be read.
std::optional<std::string> read_head(int root, const std::string& path) {
  // A pipe put in the file's place would block a plain open.
  const int file = open_quietly(root, path.c_str(), O_RDONLY | O_NONBLOCK);
  if (file < 0) return std::nullopt;
  std::string head(head_bytes, '\0');
  const ssize_t count = ::pread(file, head.data(), head.size(), 0);
  const int failure = errno;
  ::close(file);
  errno = failure;
  if (count < 0) return std::nullopt;
  head.resize(static_cast<std::size_t>(count));
  return head;
}

void compare(const Store::KnownUnit* known, FoundUnit& unit) {
  const std::string_view format = unit.format ? unit.format->type : std::string_view();
  unit.state = FoundUnit::State::Fresh;
  if (!known) return;
  unit.formerly = known->format;
  unit.holds = known->holds;
  if (known->key == unit.key && known->format == format) {
    unit.state = FoundUnit::State::Same;
  } else if (!known->format.empty()) {
    unit.state = FoundUnit::State::Changed;
  }
}

}  // namespace

std::map<std::string, std::uint64_t> inside_of(std::string_view holds) {
  std::map<std::string, std::uint64_t> out;
  while (!holds.empty()) {
    const std::string_view one = holds.substr(0, holds.find(' '));
    holds.remove_prefix(std::min(holds.size(), one.size() + 1));
    const std::size_t colon = one.find(':');
    std::uint64_t many = 0;
    for (const char digit : one.substr(std::min(one.size(), colon + 1)))
      many = many * 10 + static_cast<std::uint64_t>(digit - '0');
    out[std::string(one.substr(0, colon))] += many;
  }
  return out;
}

std::string holds_of(const std::map<std::string, std::uint64_t>& inside) {
  std::string out;
  for (const auto& [type, many] : inside) out += fmt::format("{}{}:{}", out.empty() ? "" : " ", type, many);
  return out;
}

/// What the formats say of one file or folder.
struct UnitFinder::Verdict {
  const Source* format = nullptr;
  std::optional<Issue> issue;
  std::string mark;  ///< put into the key: why there is no format
};

/// A file of a folder while its units are worked out.
struct UnitFinder::File {
  const FileEntry* entry = nullptr;
  const Store::KnownUnit* known = nullptr;
  Verdict verdict;
};

/// The working out of one folder's files: settle what the index knows, open the rest, tell mains from
/// companions.
class UnitFinder::Folder {
 public:
  /// Most units are as they were: those are counted, not kept.
  static void put(FoundUnit unit, FolderPlan& out) {
    if (unit.state != FoundUnit::State::Same) return out.units.push_back(std::move(unit));
    if (unit.problem) return;
    ++out.same[unit.format];
    for (const auto& [type, many] : inside_of(unit.holds)) out.same_inside[type] += many;
  }

  Folder(const UnitFinder& finder, const Listing& listing, int root)
      : finder_(finder),
        listing_(listing),
        root_(root),
        known_(finder.store_.units_in(finder.source_, listing.folder)),
        grouping_(names_of(listing.files), listing.names) {
    files_.reserve(listing.files.size());
    auto known = known_.begin();
    for (const FileEntry& entry : listing.files) {
      while (known != known_.end() && known->name < entry.name) ++known;
      File file;
      file.entry = &entry;
      if (known != known_.end() && known->name == entry.name) file.known = &*known;
      files_.push_back(std::move(file));
    }
  }

  void plan(FolderPlan& out) {
    for (std::size_t i = 0; i < files_.size(); ++i) settle_from_index(i);
    pass_over_known_companions();
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (grouping_.is_settled(i) || grouping_.role(i) != Grouping::Role::Open) continue;
      File& file = files_[i];
      file.verdict = finder_.judge_file(*file.entry, join_path(listing_.folder, file.entry->name), root_);
      grouping_.settle(i, file.verdict.format);
    }
    grouping_.share_out();
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (is_unit(i)) put(unit_from(i), out);
    }
    find_gone(out);
  }

 private:
  static std::vector<std::string_view> names_of(const std::vector<FileEntry>& files) {
    std::vector<std::string_view> names;
    names.reserve(files.size());
    for (const FileEntry& file : files) names.emplace_back(file.name);
    return names;
  }

  bool is_unit(std::size_t file) const {
    return grouping_.role(file) == Grouping::Role::Main && wanted(files_[file]);
  }

  bool wanted(const File& file) const { return finder_.only_.empty() || file.entry->name == finder_.only_; }

  void settle_from_index(std::size_t index) {
    File& file = files_[index];
    // Beside the one file that is asked for, others matter as its companions only.
    if (!wanted(file)) return grouping_.settle(index, nullptr);
    if (!file.known) return;
    const std::string own = own_stamp(*file.entry);
    const std::string& key = file.known->key;
    if (file.known->format.empty()) {
      // A problem that was found (two sure formats) stays as it is with the file, so it need not be known
      // here.
      if (key == own + finder_.unknown_stamp_) grouping_.settle(index, nullptr);
      return;
    }
    const Source* format = finder_.find(file.known->format);
    if (!format || key.compare(0, own.size(), own) != 0) return;
    const std::string stamp = finder_.stamp(*format);
    const bool ends_so = key.size() >= own.size() + stamp.size() &&
                         key.compare(key.size() - stamp.size(), stamp.size(), stamp) == 0;
    if (!ends_so || (key[own.size()] != ';' && key[own.size()] != '|')) return;
    file.verdict.format = format;
    grouping_.settle(index, format);
  }

  /// What was a companion when it was last looked at needs no look now: its own content is in its main's key.
  void pass_over_known_companions() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (grouping_.is_settled(i) || files_[i].known) continue;
      const std::string mark = companion_mark(files_[i].entry->name);
      const auto& claimers = grouping_.claimers(i);
      const bool was_one = std::any_of(claimers.begin(), claimers.end(), [&](std::size_t claimer) {
        return files_[claimer].known->key.find(mark) != std::string::npos;
      });
      if (was_one) grouping_.pass_over(i);
    }
  }

  FoundUnit unit_from(std::size_t index) const {
    const File& file = files_[index];
    FoundUnit unit;
    unit.path = {listing_.folder, file.entry->name};
    unit.format = file.verdict.format;
    unit.issue = file.verdict.issue;
    unit.problem = !file.verdict.mark.empty();
    unit.size = file.entry->size;
    unit.key = own_stamp(*file.entry);
    for (const std::string& name : grouping_.claims(index)) {
      const auto companion = grouping_.find(name);
      if (!companion || *companion == index) continue;
      if (grouping_.role(*companion) == Grouping::Role::Main && finder_.only_.empty()) continue;
      unit.key += companion_mark(name) + own_stamp(*files_[*companion].entry);
      unit.companions.push_back(join_path(listing_.folder, name));
    }
    unit.key += unit.format ? finder_.stamp(*unit.format) : file.verdict.mark + finder_.unknown_stamp_;
    compare(file.known, unit);
    return unit;
  }

  void find_gone(FolderPlan& out) const {
    std::size_t file = 0;
    for (const Store::KnownUnit& known : known_) {
      // The folder above answers for a folder in it when that is walked; the root for itself.
      if (known.name.empty() ||
          std::binary_search(listing_.folders.begin(), listing_.folders.end(), known.name)) {
        continue;
      }
      while (file < files_.size() && files_[file].entry->name < known.name) ++file;
      if (file < files_.size() && files_[file].entry->name == known.name && is_unit(file)) continue;
      out.gone.push_back({listing_.folder, known.name});
      out.formerly.push_back(known.format);
    }
  }

  const UnitFinder& finder_;
  const Listing& listing_;
  int root_;
  std::vector<Store::KnownUnit> known_;
  std::vector<File> files_;
  Grouping grouping_;
};

UnitFinder::UnitFinder(const Store& store, std::int64_t source, std::filesystem::path root,
                       std::span<const Source* const> formats, const Source* forced,
                       const ReadOptions& options, std::string only)
    : store_(store),
      source_(source),
      root_(std::move(root)),
      formats_(formats),
      forced_(forced),
      only_(std::move(only)),
      options_stamp_(stamp_of(options, forced != nullptr)) {
  std::string all;
  for (const Source* format : formats) all += fmt::format("{}@{}\n", format->type, format->version);
  unknown_stamp_ = fmt::format("|?{:016x}|{}", hash64(all), options_stamp_);
}

const Source* UnitFinder::find(std::string_view type) const {
  const auto found =
      std::find_if(formats_.begin(), formats_.end(), [type](const Source* one) { return one->type == type; });
  return found == formats_.end() ? nullptr : *found;
}

std::string UnitFinder::stamp(const Source& format) const {
  return fmt::format("|{}@{}|{}", format.type, format.version, options_stamp_);
}

UnitFinder::Verdict UnitFinder::judge(const Candidate& candidate) const {
  Verdict verdict;
  if (forced_) {
    const bool folder_reader = forced_->fingerprint != nullptr;
    if (!only_.empty() ||
        (folder_reader == candidate.is_directory && forced_->recognise(candidate) != Sureness::No)) {
      verdict.format = forced_;
    }
    return verdict;
  }
  const Judgement judgement = hoego::judge(candidate, formats_);
  if (!judgement.rival) {
    verdict.format = judgement.format;
    return verdict;
  }
  verdict.issue = Issue{clean_text(candidate.relative), "",
                        fmt::format("is both {} and {}", judgement.format->type, judgement.rival->type),
                        fmt::format("say which with `hoego add … --as {}`", judgement.format->type)};
  verdict.mark = undecided_mark;
  return verdict;
}

UnitFinder::Verdict UnitFinder::judge_file(const FileEntry& entry, const std::string& path, int root) const {
  const std::optional<std::string> head = read_head(root, path);
  if (!head) {
    Verdict verdict;
    verdict.mark = unread_mark;
    const int failure = errno;
    const bool right = failure == EACCES || failure == EPERM;
    verdict.issue =
        Issue{clean_text(path), "",
              right ? "may not be read" : "cannot be read: " + std::generic_category().message(failure),
              right ? "give yourself the right to read it" : "see that the disk is well"};
    return verdict;
  }
  Candidate candidate;
  candidate.path = root_ / path;
  candidate.relative = path;
  candidate.size = entry.size;
  candidate.head = *head;
  return judge(candidate);
}

bool UnitFinder::plan_folder_itself(const Listing& listing, FolderPlan& plan) const {
  Candidate candidate;
  candidate.path = listing.folder.empty() ? root_ : root_ / listing.folder;
  candidate.relative = listing.folder;
  candidate.is_directory = true;
  candidate.names = listing.names;
  const Verdict verdict = judge(candidate);
  const UnitPath path = path_of_folder(listing.folder);
  const std::optional<Store::KnownUnit> known = store_.unit_at(source_, path);
  if (!verdict.format && !verdict.issue) {
    if (known) {
      plan.gone.push_back(path);
      plan.formerly.push_back(known->format);
    }
    return true;
  }
  FoundUnit unit;
  unit.path = path;
  unit.format = verdict.format;
  unit.issue = verdict.issue;
  unit.is_folder = true;
  try {
    unit.key = verdict.format ? verdict.format->fingerprint(candidate.path) : std::string();
  } catch (const Error& error) {
    unit.issue = Issue{clean_text(listing.folder), error.where(), error.what(), error.remedy()};
    unit.format = nullptr;
  }
  unit.problem = unit.issue.has_value();
  unit.key += unit.format ? stamp(*unit.format) : unread_mark + unknown_stamp_;
  compare(known ? &*known : nullptr, unit);
  Folder::put(std::move(unit), plan);
  return verdict.format && verdict.format->descend;
}

FolderPlan UnitFinder::plan(const Listing& listing, int root_descriptor) const {
  FolderPlan plan;
  if (only_.empty()) plan.descend = plan_folder_itself(listing, plan);
  if (plan.descend) Folder(*this, listing, root_descriptor).plan(plan);
  return plan;
}

}  // namespace hoego
