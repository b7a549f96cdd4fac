#include "sources/csl.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace hoego {
namespace {

namespace fs = std::filesystem;

CollectingSink read(const std::string& bytes) {
  return read_text(csl_source, "library.json", bytes);
}

TEST(Csl, the_visit_of_a_paper_is_a_weak_date) {
  const auto sink =
      read(R"([{"id": "brown2014", "type": "article-journal", "DOI": "10.1007/S11199-014-0385-5",
    "title": "Distress in <i>Sex Roles</i>", "author": [{"family": "Brown", "given": "Robyn"}, {"literal": "WHO"}],
    "container-title": "Sex Roles", "accessed": {"date-parts": [["2019", 4, 28]]}, "issued": {"date-parts": [["2014"]]}}])");
  ASSERT_EQ(sink.observations.size(), 1U);
  const Observation& paper = sink.observations[0];
  EXPECT_EQ(paper.kind, Kind::Paper);
  EXPECT_EQ(paper.identity, "doi:10.1007/s11199-014-0385-5");
  EXPECT_EQ(paper.title, "Distress in Sex Roles");
  EXPECT_EQ(text_of(paper.begin), "2019-04-28");
  EXPECT_EQ(trait_of(paper, trait::time_from), "accessed");
  EXPECT_EQ(trait_of(paper, trait::author), "Brown, Robyn; WHO");
  EXPECT_EQ(trait_of(paper, "venue"), "Sex Roles");
  EXPECT_EQ(paper.quantities.at("published"), 2014);
  EXPECT_EQ(paper.locator, "brown2014");
  EXPECT_TRUE(sink.claims.empty()) << "a visited page proves nothing about days without";
}

TEST(Csl, zoteros_reading_list_tells_the_day_it_was_read) {
  const auto sink =
      read(R"([{"id": "a", "type": "article", "title": "T", "URL": "https://arxiv.org/abs/1706.03762v5",
    "note": "Read_Status: Read\nRead_Status_Date: 2024-03-15T12:00:00.000Z"}])");
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].identity, "arxiv:1706.03762");
  EXPECT_EQ(text_of(sink.observations[0].begin), "2024-03-15T12:00:00Z");
  EXPECT_EQ(trait_of(sink.observations[0], "read"), "1");
}

TEST(Csl, a_book_is_known_but_not_dated_and_a_film_is_nothing) {
  const auto sink = read(R"([{"id": "b", "type": "book", "title": "B", "ISBN": "0-375-50312-9",
    "accessed": {"date-parts": [[2020, 6, 26]]}}, {"id": "f", "type": "motion_picture", "title": "F"},
    {"id": "w", "type": "webpage", "title": "W", "accessed": {"date-parts": [[2020, 6, 26]]}}])");
  ASSERT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.observations[0].identity, "isbn:9780375503122");
  EXPECT_EQ(text_of(sink.observations[0].begin), "none");
  EXPECT_EQ(trait_of(sink.observations[0], trait::added), "2020-06-26");
}

TEST(Csl, a_library_cut_in_the_middle_keeps_what_was_whole) {
  const auto sink = read(R"([{"id": "b", "type": "book", "title": "B"}, {"id": "c", "type": "bo)");
  EXPECT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.issues.size(), 1U);
}

TEST(Csl, lists_of_other_things_are_not_taken) {
  EXPECT_EQ(
      recognised(csl_source, "a.json", R"([{"id": "x", "issued": {"date-parts": [["2014"]]}, "type": "bo)"),
      Sureness::Sure);
  EXPECT_EQ(
      recognised(csl_source, "a.json", R"([{"citation-key": "x", "title": "T", "type": "performance"}])"),
      Sureness::Sure);
  EXPECT_EQ(recognised(csl_source, "a.json", R"([{"id": "x", "type": "paper-conference", "title": "T"}])"),
            Sureness::Sure);
  EXPECT_EQ(recognised(csl_source, "a.json", R"([{"id": "x", "type": "report", "title": "T"}])"),
            Sureness::Maybe);
  EXPECT_EQ(recognised(csl_source, "a.json", R"([{"id": 1, "type": "message", "title": "T"}])"),
            Sureness::No);
  EXPECT_EQ(recognised(csl_source, "a.json", R"({"id": 1, "type": "book", "title": "T"})"), Sureness::No);
  EXPECT_EQ(recognised(csl_source, "a.json", ""), Sureness::No);
}

// ---- real libraries

fs::path samples() {
  return fs::path(HOEGO_SAMPLES_DIR) / "reading/retorquere__zotero-better-bibtex";
}

/// The independent reading: jq counts the books with a title or an ISBN and the papers with a day of a visit.
constexpr const char* question =
    R"('[.[] | ((.accessed["date-parts"][0] // []) | length >= 3) as $visited)"
    R"( | (.type | IN("article-journal","paper-conference","article","chapter","report","thesis","manuscript","review")) as $paper)"
    R"( | ((.DOI // "") != "" and (.type | IN("webpage","post-weblog","post","document"))) as $numbered)"
    R"( | select((.type == "book" and (.title // .ISBN)) or (($paper or $numbered) and $visited))] | length')";

TEST(RealCsl, books_and_visited_papers_are_those_that_jq_counts) {
  if (!fs::exists(samples())) GTEST_SKIP() << "no sample libraries at " << samples();
  if (run_shell("jq --version 2>&1").second != 0) GTEST_SKIP() << "jq is missing";
  std::size_t libraries = 0;
  std::size_t read = 0;
  for (const auto& entry : fs::directory_iterator(samples())) {
    if (entry.path().extension() != ".json") continue;
    const auto sink = read_path(csl_source, entry.path());
    EXPECT_TRUE(sink.issues.empty()) << entry << sink.issues.front().reason;
    const auto [out, status] = run_shell(std::string("jq ") + question + " '" + entry.path().string() + "'");
    ASSERT_EQ(status, 0);
    EXPECT_EQ(std::to_string(sink.observations.size()) + "\n", out) << entry;
    std::string head(4096, '\0');
    std::ifstream file(entry.path(), std::ios::binary);
    file.read(head.data(), 4096);
    head.resize(static_cast<std::size_t>(file.gcount()));
    EXPECT_EQ(recognised(csl_source, "x.json", head), Sureness::Sure) << entry;
    ++libraries;
    read += sink.observations.size();
  }
  EXPECT_GT(libraries, 10U);
  EXPECT_GT(read, 20U);
}

}  // namespace
}  // namespace hoego
