#include "sources/archive_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "sources/grouping.h"

namespace hoego {
namespace {

constexpr std::size_t head_bytes = 4096;
constexpr std::uint64_t largest_kept = 64 << 10;
constexpr std::uint64_t most_kept = 32 << 20;  ///< of one archive

std::pair<std::string, std::string> split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {"", path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

std::unique_ptr<Container> open_container(const ArchiveBytes& bytes, ArchiveBudget& budget) {
  std::string head(head_bytes, '\0');
  head.resize(bytes.input->read(0, head.data(), head.size()));
  switch (archive_kind(head)) {
    case ArchiveKind::Tar:
      return open_tar(bytes, budget, false);
    case ArchiveKind::TarGzip:
      return open_tar(bytes, budget, true);
    default:
      return open_zip(bytes, budget);
  }
}

}  // namespace

ArchiveTree::ArchiveTree(const Unit& unit, std::span<const Source* const> formats, ArchiveBudget& budget)
    : unit_(unit), formats_(formats), budget_(budget) {}

ArchiveBytes ArchiveTree::bytes_of(const std::string& part) const {
  ArchiveBytes bytes;
  bytes.input = unit_.open(part);
  if (!unit_.files) {
    bytes.on_disk = unit_.root / part;
    return bytes;
  }
  const std::uint64_t most = budget_.limits().most_nested;
  if (bytes.input->size() > most) {
    throw Error(fmt::format("an archive of {} MiB in an archive: more than {} MiB", bytes.input->size() >> 20,
                            most >> 20),
                part, "unpack the outer one and name the folder as a source");
  }
  bytes.input->whole(most);  // into memory, where it stays
  return bytes;
}

void ArchiveTree::list(const std::function<void(Issue)>& problem) {
  std::vector<std::string> paths = {unit_.path};
  paths.insert(paths.end(), unit_.companions.begin(), unit_.companions.end());
  std::vector<std::pair<std::string, Error>> failures;
  for (const std::string& path : paths) {
    try {
      list_part(path, problem);
    } catch (const Error& error) {
      if (budget_.is_spent()) throw;
      failures.emplace_back(path, error);
    }
  }
  if (files_.empty() && failures.size() == paths.size()) throw Error(failures.front().second);
  for (const auto& [path, error] : failures)
    problem({clean_text(path), error.where(), error.what(), error.remedy()});
  sort_files(problem);
}

void ArchiveTree::list_part(const std::string& path, const std::function<void(Issue)>& problem) {
  std::unique_ptr<Container> container = open_container(bytes_of(path), budget_);
  const std::size_t part = parts_.size();
  parts_.push_back({path, std::move(container)});
  const std::size_t before = files_.size();
  const auto of_this_part = [&](Issue issue) {
    if (issue.path.empty()) issue.path = clean_text(path);
    problem(std::move(issue));
  };
  Container& listed = *parts_.back().container;
  listed.list([&](Member member) { take(part, std::move(member), of_this_part); }, of_this_part);
  files_.erase(std::remove_if(files_.begin() + static_cast<std::ptrdiff_t>(before), files_.end(),
                              [&listed](const File& file) { return listed.is_cut(file.member); }),
               files_.end());
}

void ArchiveTree::take(std::size_t part, Member member, const std::function<void(Issue)>& problem) {
  File file;
  std::tie(file.folder, file.name) = split(member.path);
  file.part = part;
  try {
    look_at(file, member.path, member);
  } catch (const Error& error) {
    if (budget_.is_spent()) throw;
    if (!parts_[part].container->is_cut(member))
      problem({clean_text(parts_[part].path) + '/' + member.path, "", error.what(), error.remedy()});
    return;
  }
  if (member.modified && (!newest_ || *newest_ < *member.modified)) newest_ = member.modified;
  file.member = std::move(member);
  file.member.path.clear();
  files_.push_back(std::move(file));
}

void ArchiveTree::look_at(File& file, const std::string& path, const Member& member) {
  Container& container = *parts_[file.part].container;
  const std::unique_ptr<Input> input = container.open(member);
  std::string head(head_bytes, '\0');
  if (container.is_sequential() && member.size <= largest_kept && kept_ + member.size <= most_kept &&
      may_accompany(file.name)) {
    file.kept = std::string(input->whole(largest_kept));
    kept_ += file.kept->size();
    head = file.kept->substr(0, head_bytes);
  } else {
    head.resize(input->read(0, head.data(), head.size()));
  }
  Candidate candidate;
  candidate.path = unit_.absolute() / path;
  candidate.relative = path;
  candidate.size = member.size;
  candidate.head = head;
  const Judgement judgement = judge(candidate, formats_);
  file.format = judgement.format;
  file.rival = judgement.rival;
}

bool ArchiveTree::may_accompany(const std::string& name) const {
  return std::any_of(formats_.begin(), formats_.end(), [&name](const Source* format) {
    return format->may_accompany && format->may_accompany(name);
  });
}

void ArchiveTree::sort_files(const std::function<void(Issue)>& problem) {
  std::stable_sort(files_.begin(), files_.end(), [](const File& a, const File& b) {
    return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
  });
  // The same name twice: in a tar the later one is newer; else the first is taken.
  std::vector<File> kept;
  kept.reserve(files_.size());
  for (File& file : files_) {
    if (kept.empty() || kept.back().folder != file.folder || kept.back().name != file.name) {
      kept.push_back(std::move(file));
      continue;
    }
    File& first = kept.back();
    if (first.part == file.part && parts_[file.part].container->replaces()) {
      first = std::move(file);
    } else if (file.format && file.member.size != first.member.size) {
      problem({clean_text(parts_[file.part].path), join_path(file.folder, file.name),
               "another file has this name", "unpack the archive if it matters: the first was read"});
    }
  }
  files_ = std::move(kept);
}

std::vector<ArchiveTree::Inside> ArchiveTree::units(const std::function<void(Issue)>& problem) const {
  std::vector<Inside> out;
  for (std::size_t begin = 0; begin < files_.size();) {
    std::size_t end = begin;
    while (end < files_.size() && files_[end].folder == files_[begin].folder) ++end;
    group(begin, end, out, problem);
    begin = end;
  }
  std::sort(out.begin(), out.end(), [this](const Inside& a, const Inside& b) {
    const File& x = files_[a.main];
    const File& y = files_[b.main];
    return std::tie(x.part, x.member.place) < std::tie(y.part, y.member.place);
  });
  return out;
}

void ArchiveTree::group(std::size_t begin, std::size_t end, std::vector<Inside>& out,
                        const std::function<void(Issue)>& problem) const {
  std::vector<std::string> names;
  names.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) names.push_back(files_[i].name);
  Grouping grouping({names.begin(), names.end()}, names);
  for (std::size_t i = begin; i < end; ++i)
    grouping.settle(i - begin, files_[i].rival ? nullptr : files_[i].format);
  grouping.share_out();
  for (std::size_t i = begin; i < end; ++i) {
    const File& file = files_[i];
    if (!file.format || grouping.role(i - begin) != Grouping::Role::Main) continue;
    if (file.rival) {
      problem({shown(path_of(i), i), "",
               fmt::format("is both {} and {}", file.format->type, file.rival->type),
               "unpack it and say which with `hoego add … --as`"});
      continue;
    }
    Inside inside;
    inside.format = file.format;
    inside.main = i;
    for (const std::string& name : grouping.claims(i - begin)) {
      const auto other = grouping.find(name);
      if (other && *other != i - begin && grouping.role(*other) != Grouping::Role::Main)
        inside.companions.push_back(begin + *other);
    }
    out.push_back(std::move(inside));
  }
}

std::optional<std::size_t> ArchiveTree::find(const std::string& path) const {
  const auto wanted = split(path);
  const auto found =
      std::lower_bound(files_.begin(), files_.end(), wanted,
                       [](const File& file, const std::pair<std::string, std::string>& place) {
                         return std::tie(file.folder, file.name) < std::tie(place.first, place.second);
                       });
  if (found == files_.end() || found->folder != wanted.first || found->name != wanted.second)
    return std::nullopt;
  return static_cast<std::size_t>(found - files_.begin());
}

std::unique_ptr<Input> ArchiveTree::open(const std::string& path) const {
  const auto found = find(path);
  if (!found) throw Error("is not in the archive", path, "download or copy the archive again");
  const File& file = files_[*found];
  if (file.kept) return input_of(*file.kept, path);
  Member member = file.member;
  member.path = path;
  return parts_[file.part].container->open(member);
}

std::string ArchiveTree::path_of(std::size_t file) const {
  return join_path(files_[file].folder, files_[file].name);
}

std::string ArchiveTree::shown(const std::string& path, std::size_t beside) const {
  const std::size_t file = find(path).value_or(beside);
  return clean_text(parts_[files_[file].part].path) + '/' + path;
}

}  // namespace hoego
