#include "sources/git.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <fstream>

#include "base/error.h"
#include "tests/support/repositories.h"

namespace hoego {
namespace {

using namespace repositories;
using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(Git, a_stash_is_no_commit_and_a_detached_head_is_one) {
  const fs::path repository = import("life", small_life());
  const std::string me = "-c user.name=Jiwoo -c user.email=jiwoo@example.org ";
  shell(in(repository) + "checkout -q --detach && echo 1 > '" + (repository / "d.go").string() + "' && " +
        in(repository) + "add d.go && " + in(repository) + me + "commit -qm Detached && echo 2 > '" +
        (repository / "d.go").string() + "' && " + in(repository) + me + "stash -q");
  const Commits sink = read(repository);
  EXPECT_EQ(sink.observations.size(), 5U);
  EXPECT_EQ(sink.titled("Detached").traits.at(trait::language), "Go");
}

TEST_F(Git, a_partial_clone_is_read_without_line_counts_and_nothing_is_fetched) {
  const fs::path first = import("life", small_life());
  shell(in(first) + "config uploadpack.allowFilter true");
  shell("git clone -q --no-checkout --filter=blob:none 'file://" + first.string() + "' '" +
        at("part").string() + "'");
  const std::string before = picture_of(at("part"));
  const Commits sink = read(at("part"));
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
  const Commits two = read(at("two"));
  ASSERT_EQ(two.observations.size(), 1U);
  EXPECT_EQ(two.observations[0].title, "Move and paint");
  shell("git clone -q --depth 1 'file://" + first.string() + "' '" + at("one").string() + "'");
  const Commits one = read(at("one"));
  ASSERT_EQ(one.observations.size(), 1U);
  EXPECT_TRUE(one.observations[0].quantities.empty());
  EXPECT_EQ(one.claims.at(0).from->iso(), "2024-02-03");
  EXPECT_THAT(one.issues, ElementsAre());
}

TEST_F(Git, an_empty_repository_says_nothing) {
  shell("git init -q '" + at("empty").string() + "'");
  const Commits sink = read(at("empty"));
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
  const Commits sink = read(repository);
  EXPECT_FALSE(sink.observations.empty());
  EXPECT_LT(sink.observations.size(), 4U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("damaged"));
  EXPECT_EQ(sink.claims.at(0).coverage, CoverageClass::Opportunistic);
}

TEST_F(Git, where_a_file_is_missing_the_older_commits_are_read_without_lines) {
  const fs::path repository = import("life", small_life());
  fs::remove(loose_object(repository, shell(in(repository) + "rev-parse main~3:README.md")));
  const Commits sink = read(repository);
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
  const Commits sink = read(repository);
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
        folder().string() + "' && " + in(repository) + "config alias.log '!" + trap.string() + "'");
  shell(in(repository) + "diff HEAD~1 HEAD");
  ASSERT_TRUE(fs::exists(marker)) << "the trap is not set";
  fs::remove(marker);
  const Commits sink = read(repository);
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

}  // namespace
}  // namespace hoego
