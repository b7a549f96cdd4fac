#include "sources/git_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "sources/git.h"
#include "sources/git_languages.h"

namespace hoego {
namespace {

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
