#include "sources/archive.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "sources/archive_names.h"
#include "sources/archive_tree.h"

namespace hoego {
namespace {

// ---- recognising
// -------------------------------------------------------------------------------------------

/// What is a zip inside and no archive to people; and a map, which a reader of maps may take.
constexpr std::string_view other_zips[] = {
    ".xlsx", ".xlsm", ".docx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar",   ".war",     ".apk",
    ".aab",  ".ipa",  ".kmz",  ".whl",  ".xpi", ".crx", ".cbz", ".key",  ".pages", ".numbers", ".sketch"};

std::string small_ending(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  std::string ending = dot == std::string::npos ? std::string() : path.substr(dot);
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory || archive_kind(candidate.head) == ArchiveKind::None) return Sureness::No;
  const std::string ending = small_ending(candidate.relative);
  const bool other = std::find(std::begin(other_zips), std::end(other_zips), ending) != std::end(other_zips);
  return other ? Sureness::No : Sureness::Sure;
}

bool may_accompany(std::string_view name) {
  return takeout_of(name).has_value();
}

std::vector<std::string> companions(const std::string& main, const std::vector<std::string>& siblings) {
  std::vector<std::string> parts;
  const auto takeout = takeout_of(main);
  if (!takeout) return parts;
  for (const std::string& name : siblings) {
    if (name != main && takeout_of(name) == takeout) parts.push_back(name);
  }
  return parts;
}

// ---- reading
// -------------------------------------------------------------------------------------------

/// Says of everything in which member it was found.
class MemberSink : public Sink {
 public:
  MemberSink(const ArchiveTree& tree, std::size_t main, Sink& sink)
      : tree_(tree), main_(main), path_(tree.path_of(main)), sink_(sink) {}

  void observation(Observation observation) override {
    observation.file = shown(observation.file);
    sink_.observation(std::move(observation));
  }
  void issue(Issue issue) override {
    issue.path = shown(issue.path);
    sink_.issue(std::move(issue));
  }
  void coverage(CoverageClaim claim) override {
    // What lies in an archive is not alive: it knows of nothing after it was packed.
    if (!claim.to) claim.to = tree_.newest();
    if (!claim.to) claim.coverage = CoverageClass::Opportunistic;
    sink_.coverage(std::move(claim));
  }
  void member(std::string_view type, std::string_view path) override {
    sink_.member(type, shown(std::string(path)));
  }
  void member_failed(Issue reason) override {
    reason.path = shown(reason.path);
    sink_.member_failed(std::move(reason));
  }
  void alive() override { sink_.alive(); }

 private:
  std::string shown(const std::string& path) const { return tree_.shown(path.empty() ? path_ : path, main_); }

  const ArchiveTree& tree_;
  std::size_t main_;
  std::string path_;
  Sink& sink_;
};

class ArchiveReading {
 public:
  ArchiveReading(const Unit& unit, const ReadOptions& options, Sink& sink, const ArchiveTree& tree)
      : unit_(unit), options_(options), sink_(sink), tree_(tree) {
    options_.forced = false;
  }

  void read(const ArchiveTree::Inside& inside) {
    const std::string path = tree_.path_of(inside.main);
    const std::string shown = tree_.shown(path, inside.main);
    const auto& skip = options_.skip;
    if (std::find(skip.begin(), skip.end(), shown) != skip.end()) return;
    sink_.member(inside.format->type, shown);
    Issue failure{shown, "", "", "see whether it opens elsewhere; all else in the archive was read"};
    try {
      give(inside, path);
      return;
    } catch (const Error& error) {
      failure.place = error.where() == path ? std::string() : error.where();
      failure.reason = error.what();
      failure.remedy = error.remedy();
    } catch (const std::bad_alloc&) {
      failure.reason = "the reader needed too much memory";
    } catch (const std::exception& error) {
      failure.reason = std::string("the reader failed: ") + error.what();
    }
    sink_.member_failed(std::move(failure));
  }

 private:
  void give(const ArchiveTree::Inside& inside, const std::string& path) {
    Unit unit{unit_.absolute(), path, {}, &tree_};
    for (const std::size_t file : inside.companions) unit.companions.push_back(tree_.path_of(file));
    std::sort(unit.companions.begin(), unit.companions.end());
    ReadOptions options = options_;
    options.skip = skip_inside(inside);
    MemberSink sink(tree_, inside.main, sink_);
    inside.format->read(unit, options, sink);
  }

  /// What an archive inside this one passes over, in its own words.
  std::vector<std::string> skip_inside(const ArchiveTree::Inside& inside) const {
    std::vector<std::string> out;
    const std::string path = tree_.path_of(inside.main);
    const std::string shown = tree_.shown(path, inside.main);
    const std::string outer = shown.substr(0, shown.size() - path.size());
    for (const std::string& skipped : options_.skip) {
      if (skipped.compare(0, outer.size(), outer) == 0) out.push_back(skipped.substr(outer.size()));
    }
    return out;
  }

  const Unit& unit_;
  ReadOptions options_;
  Sink& sink_;
  const ArchiveTree& tree_;
};

std::uint64_t bytes_of(const Unit& unit) {
  std::uint64_t bytes = unit.open()->size();
  for (const std::string& part : unit.companions) bytes += unit.open(part)->size();
  return bytes;
}

void read_with(const Unit& unit, const ReadOptions& options, Sink& sink,
               std::span<const Source* const> formats, ArchiveBudget& budget) {
  const auto problem = [&sink](Issue issue) { sink.issue(std::move(issue)); };
  ArchiveTree tree(unit, formats, budget);
  const auto stop = [&] {
    const std::string reason = budget.last_word();
    if (!reason.empty())
      sink.issue(
          {clean_text(unit.path), "", reason, "if you trust it, unpack it and name the folder as a source"});
  };
  try {
    tree.list(problem);
  } catch (const Error&) {
    if (!budget.is_spent()) throw;
    return stop();
  }
  ArchiveReading reading(unit, options, sink, tree);
  for (const ArchiveTree::Inside& inside : tree.units(problem)) {
    reading.read(inside);
    if (budget.is_spent()) return stop();
  }
}

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  read_archive(unit, options, sink, all_sources());
}

}  // namespace

void read_archive(const Unit& unit, const ReadOptions& options, Sink& sink,
                  std::span<const Source* const> formats, const ArchiveLimits& limits) {
  const auto* outer = dynamic_cast<const ArchiveTree*>(unit.files);
  if (!outer) {
    ArchiveBudget budget(limits, bytes_of(unit), sink);
    return read_with(unit, options, sink, formats, budget);
  }
  if (outer->is_nested()) {
    throw Error("an archive in an archive in an archive", "",
                "unpack the outermost and name the folder as a source");
  }
  read_with(unit, options, sink, formats, outer->budget());
}

const Source archive_source = {
    .type = "archive",
    .version = 1,
    .describe = "archives (.zip, .tgz, .tar), and in them whatever else is known",
    .recognise = recognise,
    .may_accompany = may_accompany,
    .companions = companions,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
