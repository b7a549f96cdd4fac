#include "sources/git.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "base/error.h"
#include "record/codec.h"
#include "sources/git_languages.h"
#include "sources/git_log.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

struct Collected : Sink {
  std::vector<Observation> observations;
  std::vector<Issue> issues;
  std::vector<CoverageClaim> claims;
  void observation(Observation observation) override { observations.push_back(std::move(observation)); }
  void issue(Issue issue) override { issues.push_back(std::move(issue)); }
  void coverage(CoverageClaim claim) override { claims.push_back(std::move(claim)); }

  const Observation& titled(const std::string& title) const {
    for (const auto& observation : observations) {
      if (observation.title == title) return observation;
    }
    ADD_FAILURE() << "no commit \"" << title << "\"";
    static const Observation none;
    return none;
  }
};

/// Standard output of a shell command; the test fails when the command does.
std::string shell(const std::string& command) {
  const std::string quiet =
      "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C; " + command + " 2>/dev/null";
  FILE* pipe = ::popen(quiet.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string out;
  char bytes[4096];
  for (std::size_t n = 0; (n = fread(bytes, 1, sizeof bytes, pipe)) > 0;) out.append(bytes, n);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return out;
}

/// The whole of a folder as bytes and times: for each file its name, its content and its mtime.
std::string picture_of(const fs::path& folder) {
  return shell(
      "cd '" + folder.string() +
      "' && find . -type f -print0 | sort -z | xargs -0 sha256sum && find . -printf '%p %T@ %s\\n' | sort");
}

class Git : public testing::Test {
 protected:
  Git() {
    std::string pattern = (fs::temp_directory_path() / "hoego-git-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Git() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path at(const std::string& name) const { return folder_ / name; }
  static std::string in(const fs::path& repository) { return "git -C '" + repository.string() + "' "; }

  /// A repository of a fast-import stream (git-fast-import(1)).
  fs::path import(const std::string& name, const std::string& stream) const {
    const fs::path repository = at(name);
    shell("git init -q -b main '" + repository.string() + "'");
    std::ofstream(at("stream"), std::ios::binary) << stream;
    shell(in(repository) + "fast-import --quiet < '" + at("stream").string() + "'");
    shell(in(repository) + "reset -q --hard");
    return repository;
  }

  static Collected read(const fs::path& repository) {
    Collected sink;
    git_source.read({repository.parent_path(), repository.filename().string(), {}}, {}, sink);
    for (const auto& observation : sink.observations) EXPECT_EQ(broken_invariant(observation), "");
    return sink;
  }

  fs::path folder_;
};

std::string data(const std::string& text) {
  return "data " + std::to_string(text.size()) + "\n" + text + "\n";
}

/// One commit of a fast-import stream on a branch.
std::string commit(const std::string& branch, const std::string& author, const std::string& date,
                   const std::string& message, const std::string& changes, const std::string& header = "") {
  return "commit refs/heads/" + branch + "\nauthor " + author + " " + date +
         "\ncommitter Builder <build@example.org> " + date + "\n" + header + data(message) + changes + "\n";
}

std::string file(const std::string& path, const std::string& content) {
  return "M 100644 inline " + path + "\n" + data(content);
}

const std::string jiwoo = "Jiwoo <jiwoo@example.org>";
const std::string mina = "Mina <mina@example.org>";

/// Two authors, a merge, a rename, a binary file, a co-author, an odd offset.
std::string small_life() {
  return commit("main", jiwoo, "1704067200 +0900", "Begin",
                file("a.py", "1\n2\n3\n") + file("README.md", "x\n")) +
         commit("main", jiwoo, "1704153600 +0545", "Kathmandu", file("a.py", "1\n2\n")) +
         "checkpoint\n\n" +  // so that main~1 can be named
         commit("side", mina, "1706745600 -0330",
                "Sidework\n\nCo-authored-by: Jiwoo <jiwoo@example.org>\n"
                "Co-authored-by: Min Su <minsu@example.org>\n",
                "from refs/heads/main~1\n" + file("notes.svelte", "s\n")) +
         commit("main", jiwoo, "1706832000 +0900", "Merge side",
                "merge refs/heads/side\n" + file("m.txt", "m\n")) +
         commit("main", jiwoo, "1706918400 +0900", "Move and paint",
                "R a.py b.py\n" + file("paint.png", std::string("\0\1\2\0", 4)));
}

/// Commits per month (by the author's clock) and author, as git itself counts them.
std::map<std::string, int> gits_own_count(const fs::path& repository) {
  std::istringstream lines(shell("git -C '" + repository.string() +
                                 "' log --exclude=refs/stash --all --no-merges --date=format:%Y-%m "
                                 "--format='%ad %aN <%aE>' | sort | uniq -c"));
  std::map<std::string, int> out;
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream in(line);
    int count = 0;
    in >> count;
    std::getline(in >> std::ws, line);
    out[line] = count;
  }
  return out;
}

std::map<std::string, int> our_count(const Collected& sink) {
  std::map<std::string, int> out;
  for (const auto& commit : sink.observations) {
    const auto wall = stated_wall(*commit.begin);
    const auto trait_of = [&](const char* key) {
      const auto found = commit.traits.find(key);
      return found == commit.traits.end() ? std::string() : found->second;
    };
    ++out[(wall ? wall->date().iso().substr(0, 7) : "?") + " " + trait_of(trait::author_name) + " <" +
          trait_of(trait::author_email) + ">"];
  }
  return out;
}

TEST_F(Git, commits_per_month_and_author_are_gits_own) {
  const fs::path repository = import("life", small_life());
  const auto counted = gits_own_count(repository);
  EXPECT_EQ(counted.size(), 3U);
  EXPECT_EQ(our_count(read(repository)), counted);
}

TEST_F(Git, commits_per_month_and_author_are_gits_own_in_this_programs_repository) {
  const fs::path repository = HOEGO_SOURCE_DIR;
  if (!fs::exists(repository / ".git")) GTEST_SKIP() << "the source tree is no repository here";
  const auto counted = gits_own_count(repository);
  ASSERT_FALSE(counted.empty());
  EXPECT_EQ(our_count(read(repository)), counted);
}

TEST_F(Git, a_commit_says_who_when_and_what_changed) {
  const Collected sink = read(import("life", small_life()));
  EXPECT_THAT(sink.issues, ElementsAre());
  EXPECT_EQ(sink.observations.size(), 4U);

  const Observation& begin = sink.titled("Begin");
  EXPECT_EQ(begin.kind, Kind::Commit);
  EXPECT_EQ(begin.identity.size(), 40U);
  EXPECT_EQ(begin.locator, begin.identity);
  EXPECT_EQ(begin.traits.at(trait::repository), "life");
  EXPECT_EQ(begin.traits.at(trait::author_name), "Jiwoo");
  EXPECT_EQ(begin.traits.at(trait::author_email), "jiwoo@example.org");
  EXPECT_EQ(begin.traits.at(trait::language), "Python");
  EXPECT_EQ(begin.quantities.at("lines_added:Python"), 3);
  EXPECT_EQ(begin.quantities.at("lines_added:Markdown"), 1);
  EXPECT_EQ(begin.quantities.at("files"), 2);
  EXPECT_EQ(sink.titled("Kathmandu").quantities.at("lines_deleted:Python"), 1);
}

TEST_F(Git, the_authors_clock_is_kept_with_its_offset) {
  const Collected sink = read(import("life", small_life()));
  const When when = *sink.titled("Kathmandu").begin;
  EXPECT_EQ(when.form, When::Form::Offset);
  EXPECT_EQ(when.offset.iso(), "+05:45");
  EXPECT_EQ(WallTime{when.seconds}.iso(), "2024-01-02T05:45:00");
  EXPECT_EQ(stated_instant(*sink.titled("Sidework").begin)->seconds, 1706745600);
}

TEST_F(Git, a_merge_is_not_counted) {
  const Collected sink = read(import("life", small_life()));
  for (const auto& observation : sink.observations) EXPECT_NE(observation.title, "Merge side");
}

TEST_F(Git, a_renamed_file_is_no_new_lines_and_a_picture_has_none) {
  const Collected sink = read(import("life", small_life()));
  const Observation& moved = sink.titled("Move and paint");
  EXPECT_EQ(moved.quantities, (std::map<std::string, double>{{"files", 2}}));
  EXPECT_EQ(moved.traits.count(trait::language), 0U);
}

TEST_F(Git, co_authors_are_named_in_the_one_commit) {
  const Collected sink = read(import("life", small_life()));
  const Observation& side = sink.titled("Sidework");
  EXPECT_EQ(side.traits.at("co_authors"), "jiwoo@example.org,minsu@example.org");
  EXPECT_EQ(side.traits.at(trait::author_email), "mina@example.org");
}

TEST_F(Git, a_mailmap_unites_the_names_of_one_person) {
  const fs::path repository = import(
      "life", small_life() + commit("main", "jw <old@example.org>", "1709251200 +0900", "Old name",
                                    file(".mailmap", "Jiwoo <jiwoo@example.org> <old@example.org>\n")));
  const Collected sink = read(repository);
  EXPECT_EQ(sink.titled("Old name").traits.at(trait::author_name), "Jiwoo");
  EXPECT_EQ(sink.titled("Old name").traits.at(trait::author_email), "jiwoo@example.org");
  EXPECT_EQ(our_count(sink), gits_own_count(repository));
}

TEST_F(Git, korean_subjects_in_cp949_are_read_declared_or_not) {
  const std::string hoego = "\xC8\xB8\xB0\xED";  // 회고 in CP949
  const fs::path repository = import(
      "korean",
      commit("main", jiwoo, "1704067200 +0900", hoego + " 1", file("a.py", "1\n"), "encoding CP949\n") +
          commit("main", jiwoo, "1704067300 +0900", hoego + " 2", file("a.py", "2\n")) +
          commit("main", jiwoo, "1704067400 +0900", "회고 3", file("한글 파일.py", "3\n")));
  const Collected sink = read(repository);
  for (const char* title : {"회고 1", "회고 2", "회고 3"})
    EXPECT_EQ(sink.titled(title).traits.at(trait::language), "Python");
}

TEST_F(Git, a_date_before_1970_that_git_log_hides_is_read_from_the_commit) {
  const fs::path repository =
      import("old", commit("main", jiwoo, "1704067200 +0900", "Now", file("a.py", "1\n")));
  const std::string tree = shell(in(repository) + "rev-parse 'main^{tree}'");
  std::ofstream(at("commit"), std::ios::binary)
      << "tree " << tree << "author Grandmother <g@example.org> -86400 +0900\n"
      << "committer Builder <build@example.org> 1700000000 +0000\n\nLong ago\n";
  shell(in(repository) + "update-ref refs/heads/old $(" + in(repository) +
        "hash-object --literally -t commit -w '" + at("commit").string() + "')");
  const Collected sink = read(repository);
  EXPECT_EQ(WallTime{sink.titled("Long ago").begin->seconds}.iso(), "1969-12-31T09:00:00");
  EXPECT_THAT(sink.issues, ElementsAre());
}

TEST_F(Git, a_date_that_is_none_is_one_issue_and_the_rest_is_read) {
  const fs::path repository =
      import("odd", commit("main", jiwoo, "1704067200 +0900", "Now", file("a.py", "1\n")));
  const std::string tree = shell(in(repository) + "rev-parse 'main^{tree}'");
  std::ofstream(at("commit"), std::ios::binary)
      << "tree " << tree << "author Clock <c@example.org> 999999999999999 +0900\n"
      << "committer Builder <build@example.org> 1700000000 +0000\n\nIn the far future\n";
  const std::string id =
      shell(in(repository) + "hash-object --literally -t commit -w '" + at("commit").string() + "'");
  shell(in(repository) + "update-ref refs/heads/odd " + id);
  const Collected sink = read(repository);
  EXPECT_EQ(sink.observations.size(), 1U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place + "\n", id);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("author date"));
}

TEST_F(Git, a_commit_in_two_clones_is_the_same_commit) {
  const fs::path first = import("life", small_life());
  shell("git clone -q '" + first.string() + "' '" + at("copy").string() + "'");
  shell("git clone -q --bare '" + first.string() + "' '" + at("bare.git").string() + "'");
  shell(in(first) + "worktree add -q --detach '" + at("tree").string() + "' HEAD~1");
  const auto ids = [](const Collected& sink) {
    std::vector<std::string> out;
    for (const auto& observation : sink.observations) out.push_back(observation.identity);
    std::sort(out.begin(), out.end());
    return out;
  };
  const auto original = ids(read(first));
  EXPECT_EQ(ids(read(at("copy"))), original);
  EXPECT_EQ(ids(read(at("bare.git"))), original);
  EXPECT_EQ(ids(read(at("tree"))), original);
  // The remote names the repository, whatever the clone's folder is called; a worktree is its repository's.
  EXPECT_EQ(read(at("copy")).claims.at(0).scope, "life");
  EXPECT_EQ(read(at("bare.git")).claims.at(0).scope, "life");
  EXPECT_EQ(read(at("tree")).claims.at(0).scope, "life");
}

TEST_F(Git, a_stash_is_no_commit_and_a_detached_head_is_one) {
  const fs::path repository = import("life", small_life());
  const std::string me = "-c user.name=Jiwoo -c user.email=jiwoo@example.org ";
  shell(in(repository) + "checkout -q --detach && echo 1 > '" + (repository / "d.go").string() + "' && " +
        in(repository) + "add d.go && " + in(repository) + me + "commit -qm Detached && echo 2 > '" +
        (repository / "d.go").string() + "' && " + in(repository) + me + "stash -q");
  const Collected sink = read(repository);
  EXPECT_EQ(sink.observations.size(), 5U);
  EXPECT_EQ(sink.titled("Detached").traits.at(trait::language), "Go");
}

TEST_F(Git, a_partial_clone_is_read_without_line_counts_and_nothing_is_fetched) {
  const fs::path first = import("life", small_life());
  shell(in(first) + "config uploadpack.allowFilter true");
  shell("git clone -q --no-checkout --filter=blob:none 'file://" + first.string() + "' '" +
        at("part").string() + "'");
  const std::string before = picture_of(at("part"));
  const Collected sink = read(at("part"));
  EXPECT_EQ(picture_of(at("part")), before);
  EXPECT_EQ(our_count(sink), gits_own_count(first));
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].reason, "line counts unavailable: a partial clone");
  EXPECT_TRUE(sink.titled("Begin").quantities.empty());
  EXPECT_EQ(sink.claims.at(0).coverage, CoverageClass::Complete);
}

TEST_F(Git, where_a_shallow_clone_was_cut_no_lines_are_counted) {
  const fs::path first = import("life", small_life());
  // Two steps back from the tip is the merge: it must not look like a first commit.
  shell("git clone -q --depth 2 'file://" + first.string() + "' '" + at("two").string() + "'");
  const Collected two = read(at("two"));
  ASSERT_EQ(two.observations.size(), 1U);
  EXPECT_EQ(two.observations[0].title, "Move and paint");
  shell("git clone -q --depth 1 'file://" + first.string() + "' '" + at("one").string() + "'");
  const Collected one = read(at("one"));
  ASSERT_EQ(one.observations.size(), 1U);
  EXPECT_TRUE(one.observations[0].quantities.empty());
  EXPECT_EQ(one.claims.at(0).from->iso(), "2024-02-03");
  EXPECT_THAT(one.issues, ElementsAre());
}

TEST_F(Git, an_empty_repository_says_nothing) {
  shell("git init -q '" + at("empty").string() + "'");
  const Collected sink = read(at("empty"));
  EXPECT_THAT(sink.observations, ElementsAre());
  EXPECT_THAT(sink.issues, ElementsAre());
  EXPECT_THAT(sink.claims, ElementsAre());
}

fs::path loose_object(const fs::path& repository, std::string id) {
  id.erase(std::remove(id.begin(), id.end(), '\n'), id.end());
  return repository / ".git/objects" / id.substr(0, 2) / id.substr(2);
}

TEST_F(Git, a_damaged_repository_keeps_what_was_read_and_is_one_issue) {
  const fs::path repository = import("life", small_life());
  const fs::path begin = loose_object(repository, shell(in(repository) + "rev-parse main~3"));
  ASSERT_TRUE(fs::exists(begin)) << "fast-import leaves small streams as loose objects";
  fs::permissions(begin, fs::perms::owner_all);
  std::ofstream(begin, std::ios::binary) << "no object";
  const Collected sink = read(repository);
  EXPECT_FALSE(sink.observations.empty());
  EXPECT_LT(sink.observations.size(), 4U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("damaged"));
  EXPECT_EQ(sink.claims.at(0).coverage, CoverageClass::Opportunistic);
}

TEST_F(Git, where_a_file_is_missing_the_older_commits_are_read_without_lines) {
  const fs::path repository = import("life", small_life());
  fs::remove(loose_object(repository, shell(in(repository) + "rev-parse main~3:README.md")));
  const Collected sink = read(repository);
  EXPECT_EQ(sink.observations.size(), 4U);
  EXPECT_EQ(sink.titled("Move and paint").quantities.at("files"), 2);
  EXPECT_TRUE(sink.titled("Begin").quantities.empty());
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason,
              HasSubstr("line counts unavailable for commits older than the newest 3"));
}

TEST_F(Git, a_reference_to_nothing_is_one_issue_and_the_rest_is_read) {
  const fs::path repository = import("life", small_life());
  std::ofstream(repository / ".git/refs/heads/gone") << std::string(40, 'a') << "\n";
  const Collected sink = read(repository);
  EXPECT_EQ(sink.observations.size(), 4U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("gone"));
}

TEST_F(Git, a_worktree_whose_repository_is_gone_cannot_be_read) {
  fs::create_directory(at("orphan"));
  std::ofstream(at("orphan") / ".git") << "gitdir: ../nowhere/.git/worktrees/orphan\n";
  try {
    read(at("orphan"));
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("git folder is not there"));
    EXPECT_THAT(error.remedy(), HasSubstr("git worktree repair"));
  }
}

TEST_F(Git, reading_leaves_every_byte_and_time_of_the_repository) {
  const fs::path repository = import("life", small_life());
  std::ofstream(repository / "b.py", std::ios::app) << "unsaved work\n";
  const std::string before = picture_of(repository);
  EXPECT_EQ(read(repository).observations.size(), 4U);
  git_source.fingerprint(repository);
  EXPECT_EQ(picture_of(repository), before);
}

TEST_F(Git, a_hostile_configuration_runs_no_program) {
  const fs::path repository =
      import("trap", commit("main", jiwoo, "1704067200 +0900", "Bait",
                            file("a.py", "1\n") + file(".gitattributes", "*.py diff=trap filter=trap\n")) +
                         commit("main", jiwoo, "1704067300 +0900", "Bait 2", file("a.py", "2\n")));
  const fs::path marker = at("sprung");
  const fs::path trap = at("trap.sh");
  std::ofstream(trap) << "#!/bin/sh\necho \"$0 $*\" >> '" << marker.string() << "'\n";
  fs::permissions(trap, fs::perms::owner_all);
  for (const char* key : {"core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.trap.command",
                          "diff.trap.textconv", "filter.trap.clean", "filter.trap.smudge", "gpg.program",
                          "core.sshCommand", "credential.helper", "core.editor", "core.askPass"})
    shell(in(repository) + "config " + key + " '" + trap.string() + "'");
  shell(in(repository) + "config log.showSignature true && " + in(repository) + "config core.hooksPath '" +
        folder_.string() + "' && " + in(repository) + "config alias.log '!" + trap.string() + "'");
  shell(in(repository) + "diff HEAD~1 HEAD");
  ASSERT_TRUE(fs::exists(marker)) << "the trap is not set";
  fs::remove(marker);
  const Collected sink = read(repository);
  EXPECT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.titled("Bait 2").quantities.at("lines_added:Python"), 1);
  EXPECT_FALSE(fs::exists(marker));
}

TEST_F(Git, the_fingerprint_changes_with_a_commit_and_not_with_reading) {
  const fs::path repository = import("life", small_life());
  const std::string before = git_source.fingerprint(repository);
  read(repository);
  EXPECT_EQ(git_source.fingerprint(repository), before);
  shell(in(repository) + "-c user.name=J -c user.email=j@example.org commit -q --allow-empty -m Another");
  EXPECT_NE(git_source.fingerprint(repository), before);
}

Candidate folder_candidate(const fs::path& folder, const std::string& relative) {
  Candidate out;
  out.path = folder;
  out.relative = relative;
  out.is_directory = true;
  for (const auto& entry : fs::directory_iterator(folder)) out.names.push_back(entry.path().filename());
  return out;
}

TEST_F(Git, a_repository_is_recognised_by_its_git_folder_file_or_bare_form) {
  const fs::path repository = import("life", small_life());
  shell("git clone -q --bare '" + repository.string() + "' '" + at("bare.git").string() + "'");
  shell(in(repository) + "worktree add -q --detach '" + at("tree").string() + "' HEAD~1");
  fs::create_directories(at("plain") / ".git");
  EXPECT_EQ(git_source.recognise(folder_candidate(repository, "life")), Sureness::Sure);
  EXPECT_EQ(git_source.recognise(folder_candidate(at("bare.git"), "bare.git")), Sureness::Sure);
  EXPECT_EQ(git_source.recognise(folder_candidate(at("tree"), "tree")), Sureness::Sure);
  EXPECT_EQ(git_source.recognise(folder_candidate(at("plain"), "plain")), Sureness::No);
  EXPECT_EQ(git_source.recognise(folder_candidate(repository / ".git", "life/.git")), Sureness::No);
  EXPECT_TRUE(git_source.descend);
}

// ---- the parser of the log
// -----------------------------------------------------------------------------------

std::vector<LoggedCommit> parse(const std::string& bytes, std::size_t piece, bool whole = true) {
  std::vector<LoggedCommit> out;
  GitLogParser parser([&](const LoggedCommit& commit) { out.push_back(commit); });
  for (std::size_t at = 0; at < bytes.size(); at += piece)
    parser.feed(std::string_view(bytes).substr(at, piece));
  parser.finish(whole);
  return out;
}

std::string logged(const std::string& id, const std::string& subject, const std::string& changes) {
  const std::string nul(1, '\0');
  return "\x01" + std::string(40, id[0]) + nul + "J" + nul + "j@x" + nul + "1 +0000" + nul + nul + subject +
         nul + nul + changes;
}

TEST(GitLog, is_read_the_same_in_pieces_of_any_size) {
  using namespace std::string_literals;
  const std::string log = logged("a", "one", "\n3\t1\ta b.py\0-\t-\tp.png\0"s) + logged("b", "two", "") +
                          logged("c", "three", "\n5\t0\t\0old.rs\0new.go\0"s);
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 4096U}) {
    const auto commits = parse(log, piece);
    ASSERT_EQ(commits.size(), 3U) << piece;
    EXPECT_EQ(commits[0].lines.at("Python").added, 3U);
    EXPECT_EQ(commits[0].lines.at("Python").deleted, 1U);
    EXPECT_EQ(commits[0].files, 2U);
    EXPECT_EQ(commits[1].subject, "two");
    EXPECT_EQ(commits[1].files, 0U);
    EXPECT_EQ(commits[2].lines.at("Go").added, 5U);
    EXPECT_EQ(commits[2].lines.size(), 1U);
  }
}

TEST(GitLog, a_subject_cannot_pass_for_another_commit) {
  const auto commits = parse(logged("a", "\x01" + std::string(40, 'f') + "\n1\t1\tx.py", ""), 5);
  ASSERT_EQ(commits.size(), 1U);
  EXPECT_EQ(commits[0].id, std::string(40, 'a'));
}

TEST(GitLog, a_commit_cut_short_is_not_handed_out_and_an_endless_subject_is_cut_between_letters) {
  EXPECT_TRUE(parse(logged("a", "one", "\n3\t1\ta.py"), 64, false).empty());
  std::string endless;
  for (int i = 0; i < 50000; ++i) endless += "글";
  const auto commits = parse(logged("a", endless, ""), 1000);
  ASSERT_EQ(commits.size(), 1U);
  EXPECT_LE(commits[0].subject.size(), 65536U);
  EXPECT_EQ(commits[0].subject.size() % 3, 0U);
}

TEST(GitDate, is_an_authors_clock_or_an_instant_or_nothing) {
  EXPECT_EQ(parse_git_date("0 +0900"), When::at(WallTime{32400}, Offset{32400}));
  EXPECT_EQ(parse_git_date("-86400 -0330"), When::at(WallTime{-86400 - 12600}, Offset{-12600}));
  EXPECT_EQ(parse_git_date("5 +7500"), When::at(Instant{5}));
  EXPECT_EQ(parse_git_date("5 +090000"), When::at(Instant{5}));
  for (const char* bad : {"", " +0900", "soon +0900", "12x +0900", "999999999999999 +0000",
                          "99999999999999999999 +0000", "-99999999999999 +0000"})
    EXPECT_EQ(parse_git_date(bad), std::nullopt) << bad;
}

TEST(GitRemote, names_the_repository_and_never_a_password) {
  EXPECT_EQ(repository_name("https://example.org/me/hoego.git"), "hoego");
  EXPECT_EQ(repository_name("git@example.org:me/hoego.git\n"), "hoego");
  EXPECT_EQ(repository_name("example.org:hoego"), "hoego");
  EXPECT_EQ(repository_name("/home/me/blog/"), "blog");
  EXPECT_EQ(repository_name("https://me:secret@example.org"), std::nullopt);
  EXPECT_EQ(repository_name("https://me:secret@example.org/"), std::nullopt);
  EXPECT_EQ(repository_name(""), std::nullopt);
}

TEST(GitLanguages, are_told_by_names_and_extensions) {
  const std::pair<const char*, const char*> known[] = {{"src/a.cpp", "C++"},
                                                       {"A.PY", "Python"},
                                                       {"n.ipynb", "Jupyter Notebook"},
                                                       {"run.sh", "Shell"},
                                                       {"ci.yml", "YAML"},
                                                       {"App.svelte", "Svelte"},
                                                       {"post.md", "Markdown"},
                                                       {"Dockerfile", "Dockerfile"},
                                                       {"x/CMakeLists.txt", "CMake"},
                                                       {"deploy/Dockerfile.gpu", "Dockerfile"},
                                                       {"package-lock.json", "Generated"},
                                                       {"node_modules/a/b.js", "Generated"},
                                                       {"web/vendor/x.go", "Generated"},
                                                       {"vendor.go", "Go"},
                                                       {"LICENSE", "Other"},
                                                       {".gitignore", "Other"},
                                                       {"", "Other"},
                                                       {"a.unknown", "Other"},
                                                       {"main.tf", "HCL"}};
  for (const auto& [path, language] : known) EXPECT_EQ(language_of(path), language) << path;
}

}  // namespace
}  // namespace hoego
