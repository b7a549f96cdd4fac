#include "sources/git.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/codec.h"
#include "tests/support/repositories.h"

namespace hoego {
namespace {

using namespace repositories;
using testing::ElementsAre;
using testing::HasSubstr;

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
  const Commits sink = read(import("life", small_life()));
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
  const Commits sink = read(import("life", small_life()));
  const When when = *sink.titled("Kathmandu").begin;
  EXPECT_EQ(when.form, When::Form::Offset);
  EXPECT_EQ(when.offset.iso(), "+05:45");
  EXPECT_EQ(WallTime{when.seconds}.iso(), "2024-01-02T05:45:00");
  EXPECT_EQ(stated_instant(*sink.titled("Sidework").begin)->seconds, 1706745600);
}

TEST_F(Git, a_merge_is_not_counted) {
  const Commits sink = read(import("life", small_life()));
  for (const auto& observation : sink.observations) EXPECT_NE(observation.title, "Merge side");
}

TEST_F(Git, a_renamed_file_is_no_new_lines_and_a_picture_has_none) {
  const Commits sink = read(import("life", small_life()));
  const Observation& moved = sink.titled("Move and paint");
  EXPECT_EQ(moved.quantities, (std::map<std::string, double>{{"files", 2}}));
  EXPECT_EQ(moved.traits.count(trait::language), 0U);
}

TEST_F(Git, co_authors_are_named_in_the_one_commit) {
  const Commits sink = read(import("life", small_life()));
  const Observation& side = sink.titled("Sidework");
  EXPECT_EQ(side.traits.at("co_authors"), "jiwoo@example.org,minsu@example.org");
  EXPECT_EQ(side.traits.at(trait::author_email), "mina@example.org");
}

TEST_F(Git, a_mailmap_unites_the_names_of_one_person) {
  const fs::path repository = import(
      "life", small_life() + commit("main", "jw <old@example.org>", "1709251200 +0900", "Old name",
                                    file(".mailmap", "Jiwoo <jiwoo@example.org> <old@example.org>\n")));
  const Commits sink = read(repository);
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
  const Commits sink = read(repository);
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
  const Commits sink = read(repository);
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
  const Commits sink = read(repository);
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
  const auto ids = [](const Commits& sink) {
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

}  // namespace
}  // namespace hoego
