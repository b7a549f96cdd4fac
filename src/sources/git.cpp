#include "sources/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "sources/git_languages.h"
#include "sources/git_log.h"
#include "sources/git_process.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_refs = 20000;
constexpr int deepest_ref = 16;
constexpr std::size_t most_boundaries = 10000;
constexpr int most_raw_reads = 2000;
constexpr std::size_t longest_output = 64 * 1024;
constexpr int git_died = 128;  // the exit status of git's die(), which flushes what was printed before

// ---- recognising
// -------------------------------------------------------------------------------------------

std::string first_bytes(const fs::path& file, std::size_t count) {
  std::ifstream in(file, std::ios::binary);
  std::string out(count, '\0');
  in.read(out.data(), static_cast<std::streamsize>(count));
  out.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return out;
}

/// gitrepository-layout(5): HEAD is a symbolic reference or an object id.
bool is_head(const fs::path& file) {
  const std::string text = first_bytes(file, 40);
  if (text.substr(0, 4) == "ref:") return true;
  return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Sureness recognise(const Candidate& candidate) {
  if (!candidate.is_directory) return Sureness::No;
  const auto has = [&](std::string_view name) {
    return std::find(candidate.names.begin(), candidate.names.end(), name) != candidate.names.end();
  };
  if (has(".git")) {
    const fs::path git = candidate.path / ".git";
    std::error_code ignored;
    const bool found =
        fs::is_directory(git, ignored) ? is_head(git / "HEAD") : first_bytes(git, 7) == "gitdir:";
    if (found) return Sureness::Sure;
  }
  const bool inside = candidate.path.filename() == ".git" && !candidate.relative.empty();
  const bool bare = has("HEAD") && has("objects") && has("refs") && is_head(candidate.path / "HEAD");
  return bare && !inside ? Sureness::Sure : Sureness::No;
}

// ---- fingerprint
// -------------------------------------------------------------------------------------------

void add_stat(Hasher& hash, const fs::path& file, const std::string& name) {
  std::error_code missing;
  const auto time = fs::last_write_time(file, missing);
  if (missing) return;
  std::error_code no_size;
  const auto size = fs::file_size(file, no_size);
  hash.add(fmt::format("{}\n{}\n{}\n", name, no_size ? 0 : size, time.time_since_epoch().count()));
}

/// Loose references; in the order of their names, for the order of a folder is nobody's promise.
void add_refs(Hasher& hash, const fs::path& refs) {
  std::set<std::string> names;
  std::error_code failed;
  fs::recursive_directory_iterator entry(refs, fs::directory_options::skip_permission_denied, failed);
  while (!failed && entry != fs::recursive_directory_iterator() && names.size() < most_refs) {
    names.insert(entry->path().string().substr(refs.string().size()));
    if (entry.depth() >= deepest_ref) entry.disable_recursion_pending();
    entry.increment(failed);
  }
  for (const auto& name : names) add_stat(hash, fs::path(refs.string() + name), name);
}

std::string fingerprint(const fs::path& folder) {
  const GitFolders folders = git_folders(folder);
  Hasher hash;
  for (const char* name : {"HEAD", "logs/HEAD"}) add_stat(hash, folders.git / name, name);
  for (const char* name : {"config", "packed-refs", "shallow", "reftable/tables.list"})
    add_stat(hash, folders.common / name, name);
  add_stat(hash, folders.work / ".mailmap", ".mailmap");
  add_refs(hash, folders.common / "refs");
  return hash.hex();
}

// ---- reading
// -----------------------------------------------------------------------------------------------

/// All of a short command's output; nothing when it failed.
std::optional<std::string> output_of(const GitFolders& folders, const std::vector<std::string>& arguments) {
  ChildProcess git(git_command(folders, arguments), git_environment());
  std::string out;
  for (std::string_view bytes = git.read(); !bytes.empty(); bytes = git.read()) {
    out.append(bytes);
    // The rest of a long answer is not waited for.
    if (out.size() >= longest_output) return out;
  }
  if (git.wait() != 0) return std::nullopt;
  return out;
}

std::string name_of_repository(const GitFolders& folders) {
  if (const auto url = output_of(folders, {"config", "--local", "--get", "remote.origin.url"})) {
    if (auto name = repository_name(*url)) return *name;
  }
  std::error_code failed;
  fs::path common = fs::weakly_canonical(folders.common, failed);
  if (failed) common = folders.common.lexically_normal();
  if (common.filename().empty()) common = common.parent_path();
  if (common.filename() == ".git") common = common.parent_path();
  return repository_name(common.filename().string()).value_or("repository");
}

/// Commits at which a shallow clone was cut off: their parents, and so their changes, are not known.
std::set<std::string, std::less<>> shallow_boundaries(const GitFolders& folders) {
  std::set<std::string, std::less<>> out;
  std::ifstream in(folders.common / "shallow");
  std::string line;
  while (out.size() < most_boundaries && std::getline(in, line)) out.insert(trim(line));
  return out;
}

bool is_partial_clone(const GitFolders& folders) {
  return output_of(folders, {"config", "--local", "--get-regexp",
                             R"(^(remote\..*\.promisor|extensions\.partialclone)$)"})
      .has_value();
}

/// The line of git's standard error that says what is wrong, if any does.
std::string complaint(const std::string& errors) {
  std::string_view rest = errors;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const bool broken_ref = line.find("ignoring broken ref") != std::string_view::npos;
    if (line.substr(0, 7) == "error: " || line.substr(0, 7) == "fatal: " || broken_ref)
      return clean_text(line.substr(0, 200));
  }
  return {};
}

enum class Lines { Counted, Left };
enum class BadReferences { Stop, Skip };

/// Reads one repository into a sink.
class RepositoryReader {
 public:
  RepositoryReader(const Unit& unit, Sink& sink)
      : unit_(unit),
        sink_(sink),
        folders_(git_folders(unit.absolute())),
        name_(name_of_repository(folders_)),
        boundaries_(shallow_boundaries(folders_)) {}

  void read() {
    Outcome outcome = log(Lines::Counted, BadReferences::Stop);
    std::string bad_reference;
    if (outcome.failed && seen_ == 0) {
      // One reference to nothing must not hide all the others.
      bad_reference = outcome.complaint;
      outcome = log(Lines::Counted, BadReferences::Skip);
      if (outcome.complaint == bad_reference) bad_reference.clear();
    }
    if (outcome.failed) {
      // The first missing blob ends the counting of lines; what is left is read without it.
      counting_failed_at_ = seen_;
      outcome = log(Lines::Left, BadReferences::Skip);
    }
    if (outcome.complaint.empty()) outcome.complaint = bad_reference;
    report(outcome);
    claim(outcome);
  }

 private:
  struct Outcome {
    bool failed = false;
    std::string complaint;
  };

  Outcome log(Lines lines, BadReferences bad);
  void take(const LoggedCommit& commit, Lines lines);
  Observation observe(const LoggedCommit& commit) const;
  void add_changes(Observation& to, const LoggedCommit& commit) const;
  std::optional<RawCommit> raw(const std::string& id);
  void report(const Outcome& outcome);
  void claim(const Outcome& outcome);
  void issue(std::string place, std::string reason, std::string remedy) {
    sink_.issue({unit_.path, std::move(place), std::move(reason), std::move(remedy)});
  }

  const Unit& unit_;
  Sink& sink_;
  GitFolders folders_;
  std::string name_;
  std::set<std::string, std::less<>> boundaries_;
  std::uint64_t seen_ = 0;  ///< commits git has shown, whether or not they became observations
  std::optional<std::uint64_t> counting_failed_at_;
  std::uint64_t kept_ = 0;
  int raw_reads_ = 0;
  std::optional<Date> latest_boundary_;
};

RepositoryReader::Outcome RepositoryReader::log(Lines lines, BadReferences bad) {
  std::vector<std::string> arguments = {"log", "--no-merges", fmt::format("--skip={}", seen_)};
  if (bad == BadReferences::Skip) arguments.emplace_back("--ignore-missing");
  const auto format = git_log_format(lines == Lines::Counted);
  arguments.insert(arguments.end(), format.begin(), format.end());
  // Stashes and notes are no work of their own, refs/original and refs/replace are the same work once more.
  for (const char* hidden : {"refs/stash", "refs/notes/*", "refs/original/*", "refs/replace/*"})
    arguments.push_back(fmt::format("--exclude={}", hidden));
  arguments.insert(arguments.end(), {"--all", "--"});

  GitLogParser parser([&](const LoggedCommit& commit) {
    ++seen_;
    take(commit, lines);
  });
  ChildProcess git(git_command(folders_, arguments), git_environment());
  for (std::string_view bytes = git.read(); !bytes.empty(); bytes = git.read()) parser.feed(bytes);
  const int status = git.wait();
  const bool failed = status != 0;
  // Without line counts a commit is whole with its header; with them, git may have died of its files.
  const bool died_of_the_next = status == git_died && parser.has_changes();
  parser.finish(!failed || lines == Lines::Left || died_of_the_next);
  return {failed, complaint(git.errors())};
}

void RepositoryReader::take(const LoggedCommit& commit, Lines lines) {
  const bool boundary = boundaries_.find(commit.id) != boundaries_.end();
  std::optional<When> when = parse_git_date(commit.author_date);
  if (boundary || !when) {
    const auto stated = raw(commit.id);
    if (stated && stated->parents > 1) return;  // a merge that the cut makes look like a first commit
    if (stated && !when) when = parse_git_date(stated->author_date);
  }
  if (!when) {
    issue(commit.id, "the commit's author date is not a date of the years 1 to 9999",
          "nothing to do; the commit is left out");
    return;
  }
  Observation observation = observe(commit);
  observation.begin = when;
  if (lines == Lines::Counted && !boundary) add_changes(observation, commit);
  if (boundary) {
    const auto wall = stated_wall(*when);
    const Date day = (wall ? *wall : WallTime{when->seconds}).date();
    latest_boundary_ = std::max(latest_boundary_.value_or(day), day);
  }
  ++kept_;
  sink_.observation(std::move(observation));
}

Observation RepositoryReader::observe(const LoggedCommit& commit) const {
  Observation out;
  out.kind = Kind::Commit;
  out.identity = commit.id;
  out.locator = commit.id;
  out.title = decode_guess(commit.subject);
  out.traits[trait::repository] = name_;
  const std::pair<const char*, std::string> texts[] = {
      {trait::author_name, decode_guess(commit.author_name)},
      {trait::author_email, decode_guess(commit.author_email)},
      {"co_authors", co_author_emails(commit.co_authors)}};
  for (const auto& [key, value] : texts) {
    if (!value.empty()) out.traits[key] = value;
  }
  return out;
}

void RepositoryReader::add_changes(Observation& to, const LoggedCommit& commit) const {
  to.quantities["files"] = static_cast<double>(commit.files);
  std::uint64_t most = 0;
  for (const auto& [language, lines] : commit.lines) {
    if (lines.added > 0) to.quantities["lines_added:" + language] = static_cast<double>(lines.added);
    if (lines.deleted > 0) to.quantities["lines_deleted:" + language] = static_cast<double>(lines.deleted);
    const bool named = language != other_language && language != generated_language;
    if (!named || lines.added + lines.deleted <= most) continue;
    most = lines.added + lines.deleted;
    to.traits[trait::language] = language;
  }
}

std::optional<RawCommit> RepositoryReader::raw(const std::string& id) {
  // A process each: a repository of nothing but such commits must not take hours.
  if (++raw_reads_ > most_raw_reads) return std::nullopt;
  const auto bytes = output_of(folders_, {"cat-file", "commit", id});
  if (!bytes) return std::nullopt;
  return parse_raw_commit(*bytes);
}

void RepositoryReader::report(const Outcome& outcome) {
  if (outcome.failed || !outcome.complaint.empty()) {
    const std::string said = outcome.complaint.empty() ? "git stopped" : outcome.complaint;
    issue("", fmt::format("the repository is damaged, {} commits were read: {}", seen_, said),
          "run `git fsck` in it, or fetch it again from where it came");
    return;
  }
  if (!counting_failed_at_) return;
  if (is_partial_clone(folders_)) {
    issue("", "line counts unavailable: a partial clone",
          "nothing to do, or `git fetch --refetch --no-filter` in it");
    return;
  }
  issue("",
        fmt::format("line counts unavailable for commits older than the newest {}: files are missing",
                    *counting_failed_at_),
        "run `git fsck` in it, or fetch it again from where it came");
}

void RepositoryReader::claim(const Outcome& outcome) {
  if (kept_ == 0) return;
  CoverageClaim claim;
  claim.kind = Kind::Commit;
  claim.scope = name_;
  // A damaged repository shows what was, but proves nothing that was not.
  const bool whole = !outcome.failed && outcome.complaint.empty();
  claim.coverage = whole ? CoverageClass::Complete : CoverageClass::Opportunistic;
  claim.from = latest_boundary_;
  sink_.coverage(claim);
}

void read(const Unit& unit, const ReadOptions& /*options*/, Sink& sink) {
  RepositoryReader(unit, sink).read();
}

}  // namespace

const Source git_source = {
    .type = "git",
    .version = 1,
    .describe = "git repositories: commits with their authors, dates and lines by language",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = fingerprint,
    .descend = true,
    .read = read,
};

}  // namespace hoego
