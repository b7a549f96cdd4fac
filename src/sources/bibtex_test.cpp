#include "sources/bibtex.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/error.h"
#include "base/text.h"
#include "sources/bibtex_entries.h"
#include "sources/bibtex_latex.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using bibtex::plain_text;
using ::testing::HasSubstr;

CollectingSink read(const std::string& bytes) {
  return read_text(bibtex_source, "papers.bib", bytes);
}

Observation only(const std::string& bytes) {
  CollectingSink sink = read(bytes);
  EXPECT_EQ(sink.observations.size(), 1U);
  EXPECT_TRUE(sink.issues.empty()) << sink.issues.front().reason;
  return sink.observations.empty() ? Observation{} : sink.observations.front();
}

TEST(BibTeX, a_paper_read_begins_on_the_day_it_was_read) {
  const auto paper = only(R"(@article{vaswani, title = {Attention Is All You Need},
    author = {Vaswani, Ashish and Shazeer, Noam}, journal = {NeurIPS}, year = 2017,
    eprint = {1706.03762v5}, archivePrefix = {arXiv}, date-added = {2024-02-01 10:00:00 +0900},
    dateread = {2024-03-15}, keywords = {llm, transformers; attention}})");
  EXPECT_EQ(paper.kind, Kind::Paper);
  EXPECT_EQ(paper.identity, "arxiv:1706.03762");
  EXPECT_EQ(paper.title, "Attention Is All You Need");
  EXPECT_EQ(text_of(paper.begin), "2024-03-15");
  EXPECT_EQ(trait_of(paper, "read"), "1");
  EXPECT_EQ(trait_of(paper, trait::added), "2024-02-01");
  EXPECT_EQ(trait_of(paper, trait::time_from), "");
  EXPECT_EQ(trait_of(paper, trait::author), "Vaswani, Ashish; Shazeer, Noam");
  EXPECT_EQ(trait_of(paper, trait::tags), "llm,transformers,attention");
  EXPECT_EQ(trait_of(paper, "venue"), "NeurIPS");
  EXPECT_EQ(paper.quantities.at("published"), 2017);
  EXPECT_EQ(paper.locator, "vaswani");
}

TEST(BibTeX, a_paper_only_added_says_that_its_time_is_that) {
  const auto paper = only(
      "@inproceedings{k, title={T}, author={A B}, doi={https://doi.org/10.1145/ABC.1}, "
      "timestamp={2011.01.03}, added-at={2010-01-27T00:00:00.000+0100}}");
  EXPECT_EQ(paper.identity, "doi:10.1145/abc.1");
  EXPECT_EQ(text_of(paper.begin), "2011-01-03") << "the owner's date before the site's";
  EXPECT_EQ(trait_of(paper, trait::time_from), "added");
  EXPECT_EQ(trait_of(paper, "read"), "");
}

TEST(BibTeX, the_visit_of_a_page_is_a_weak_date) {
  const auto paper = only("@article{k, title={T}, urldate={2012-07-27}}");
  EXPECT_EQ(text_of(paper.begin), "2012-07-27");
  EXPECT_EQ(trait_of(paper, trait::time_from), "urldate");
}

TEST(BibTeX, a_paper_without_any_date_of_the_owner_is_passed_over) {
  const auto sink = read("@article{k, title={T}, author={A}, year={2013}, month=jan}");
  EXPECT_TRUE(sink.observations.empty());
  EXPECT_TRUE(sink.issues.empty());
  EXPECT_TRUE(sink.claims.empty());
}

TEST(BibTeX, a_book_begins_only_when_it_was_read) {
  const auto added =
      only("@book{k, title={T}, isbn={0-375-50312-9}, date-added={2024-01-02}, pagetotal={253}}");
  EXPECT_EQ(added.kind, Kind::Book);
  EXPECT_EQ(added.identity, "isbn:9780375503122");
  EXPECT_EQ(text_of(added.begin), "none");
  EXPECT_EQ(added.quantities.at("pages"), 253);
  const auto done = only("@book{k, title={T}, readstatus={read}, date-read={2024-03-15}}");
  EXPECT_EQ(text_of(done.begin), "2024-03-15");
  EXPECT_EQ(trait_of(done, trait::status), "read");
}

TEST(BibTeX, a_status_without_a_date_is_no_date) {
  const auto paper = only("@article{k, title={T}, readstatus={read}, timestamp={2024-01-02}}");
  EXPECT_EQ(text_of(paper.begin), "2024-01-02");
  EXPECT_EQ(trait_of(paper, trait::time_from), "added");
  EXPECT_EQ(trait_of(paper, "read"), "1");
}

TEST(BibTeX, a_proceedings_isbn_is_not_the_papers) {
  const auto sink = read(
      "@inproceedings{a, title={One}, isbn={0375503129}, timestamp={2024-01-02}}\n"
      "@inproceedings{b, title={Two}, isbn={0375503129}, timestamp={2024-01-02}}");
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_NE(sink.observations[0].identity, sink.observations[1].identity);
}

TEST(BibTeX, a_web_page_is_no_paper_unless_numbered) {
  EXPECT_TRUE(read("@misc{k, title={A blog}, urldate={2024-01-02}}").observations.empty());
  EXPECT_EQ(only("@misc{k, title={P}, number={arXiv:2005.14165}, publisher={arXiv}, urldate={2024-01-02}}")
                .identity,
            "arxiv:2005.14165");
  EXPECT_TRUE(read("@video{k, title={A film}, urldate={2024-01-02}}").observations.empty());
}

TEST(BibTeX, dblp_timestamps_are_not_the_owners) {
  const auto sink = read(
      "@article{DBLP:x, title={T}, timestamp={Mon, 13 Aug 2018 16:46:08 +0200}, "
      "bibsource={dblp computer science bibliography, https://dblp.org}}");
  EXPECT_TRUE(sink.observations.empty());
}

TEST(BibTeX, macros_and_parts_are_joined) {
  const auto paper = only(
      "@string{nips = \"Neural \" # {Information}}\n@preamble{\"\\newcommand{x}\"}\n"
      "@comment{jabref-meta: {groups}}\n"
      "@article(k, title = \"A {\"}quoted{\"} \" # {title}, journal = nips # { Systems}, "
      "timestamp = {2024-01-02})");
  EXPECT_EQ(paper.title, "A \"quoted\" title");
  EXPECT_EQ(trait_of(paper, "venue"), "Neural Information Systems");
}

TEST(BibTeX, a_broken_entry_costs_itself_alone) {
  const auto sink = read(
      "@article{a, title={One}, timestamp={2024-01-02}}\n"
      "@article{b, title={Two, timestamp={2024-01-02}}\n"
      "@article{c, title={Three}, timestamp={2024-01-02}}\n");
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[1].title, "Three");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "line 2");
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("not closed before the next entry"));
}

TEST(BibTeX, a_file_cut_in_the_middle_keeps_what_was_whole) {
  const auto sink = read("@article{a, title={One}, timestamp={2024-01-02}}\n@article{b, title={Tw");
  EXPECT_EQ(sink.observations.size(), 1U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "line 2");
}

TEST(BibTeX, a_date_that_is_none_is_told_with_its_line) {
  const auto sink = read("\n\n@article{a, title={One}, date-added={last week}}");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "line 3");
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("last week"));
}

TEST(BibTeX, braces_deeper_than_a_person_writes_break_the_entry) {
  const std::string deep = std::string(65, '{') + std::string(65, '}');
  const auto sink = read("@article{a, title=" + deep + "}\n@article{b, title={T}, timestamp={2024-01-02}}");
  EXPECT_EQ(sink.observations.size(), 1U);
  EXPECT_EQ(sink.issues.size(), 1U);
}

TEST(BibTeX, hostile_files_are_read_in_a_moment) {
  std::string unclosed;
  std::string comments;
  std::string macros = "@string{a = {aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}\n";
  for (int i = 0; i < 200'000; ++i) unclosed += "@a{k,t={x @a{k,t={y}} ";
  for (int i = 0; i < 200'000; ++i) comments += "x @comment{\n";
  for (char c = 'b'; c < 'z'; ++c)
    macros += fmt::format("@string{{{0} = {1}#{1}#{1}#{1}}}\n", c, static_cast<char>(c - 1));
  for (int i = 0; i < 20'000; ++i) macros += "@article{k, title = c#c#c#c#c#c#c#c}\n";
  for (const auto& text : {unclosed, comments, macros}) {
    const auto begin = std::chrono::steady_clock::now();
    read(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << text.substr(0, 40);
  }
}

TEST(BibTeX, a_reading_log_is_complete_between_its_dates) {
  const auto sink = read(
      "@article{a, title={A}, dateread={2024-01-02}}\n@article{b, title={B}, dateread={2024-03-02}, "
      "date-added={2024-04-01}}\n@article{c, title={C}}");
  ASSERT_EQ(sink.claims.size(), 1U);
  EXPECT_EQ(sink.claims[0].kind, Kind::Paper);
  EXPECT_EQ(sink.claims[0].coverage, CoverageClass::Complete);
  EXPECT_EQ(sink.claims[0].from->iso(), "2024-01-02");
  EXPECT_EQ(sink.claims[0].to->iso(), "2024-04-01");
  const auto added =
      read("@article{a, title={A}, timestamp={2024-01-02}}\n@article{b, title={B}, timestamp={2024-03-02}}");
  ASSERT_EQ(added.claims.size(), 1U);
  EXPECT_EQ(added.claims[0].coverage, CoverageClass::Window);
}

TEST(BibTeX, latex_is_read_as_a_person_reads_it) {
  const std::map<std::string, std::string> cases = {
      {"M\\\"{o}ller", "Möller"},
      {"K\\\"uhne and G\\\"odel", "Kühne and Gödel"},
      {"Bon{\\v c}a", "Bonča"},
      {"Andr{\\'e}, {\\'{\\i}}, \\'\\i", "André, í, í"},
      {"Stra{\\ss}e \\o \\O{} \\L{}\\'od\\'z", "Straße øØ Łódź"},
      {"Fran\\c{c}ois \\c c", "François ç"},
      {"{\\AA}ngstr\\\"om \\aa", "Ångström å"},
      {"{\\~n} and \\~{n}", "ñ and ñ"},
      {"{{The {GAN}}} Book", "The GAN Book"},
      {"Oil \\& Gas 100\\% \\#1 a\\_b", "Oil & Gas 100% #1 a_b"},
      {"100~$\\mu${J}", "100 μJ"},
      {"\\emph{not} \\textbf{bold} \\unknown{x}", "not bold x"},
      {"pages 12--23 --- ``quoted''", "pages 12–23 — “quoted”"},
      {"two\n   lines", "two lines"},
      {"0.2\\,mm$^2$", "0.2 mm2"},
      {"\\", ""},
      {"\\\"", ""},
      {"Gi\xE1\xBB\x87p", "Giệp"},
  };
  for (const auto& [latex, plain] : cases) EXPECT_EQ(plain_text(latex), plain) << latex;
}

TEST(BibTeX, bibliographies_are_recognised_by_what_stands_in_them) {
  EXPECT_EQ(recognised(bibtex_source, "a.bib", "% Encoding: UTF-8\n\n@article{k,\n"), Sureness::Sure);
  EXPECT_EQ(recognised(bibtex_source, "a.bib", "\xEF\xBB\xBF@Book{k,\n"), Sureness::Sure);
  EXPECT_EQ(recognised(bibtex_source, "a.bib", ""), Sureness::Maybe);
  EXPECT_EQ(recognised(bibtex_source, "a.txt", "@article{k,\n"), Sureness::Maybe);
  EXPECT_EQ(recognised(bibtex_source, "a.json", "[{\"type\": \"book\"}]"), Sureness::No);
  EXPECT_EQ(recognised(bibtex_source, "README.md", "@article{k,\n"), Sureness::No);
}

// ---- real bibliographies

fs::path samples() {
  return fs::path(HOEGO_SAMPLES_DIR) / "reading";
}

std::vector<fs::path> bibliographies() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(samples()))
    if (entry.path().extension() == ".bib") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::string bytes_of(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

/// The independent reading: grep finds the lines that begin an entry, sorted by their word.
TEST(RealBibTeX, every_entry_that_grep_finds_is_read) {
  if (!fs::exists(samples())) GTEST_SKIP() << "no sample bibliographies at " << samples();
  std::map<std::string, int> ours;
  for (const fs::path& path : bibliographies()) {
    const std::string text = decode_guess(bytes_of(path));
    bibtex::Entries entries(text, [&](std::size_t line, const std::string& reason) {
      ADD_FAILURE() << path << ":" << line << ": " << reason;
    });
    while (const auto entry = entries.next()) ++ours[entry->type];
  }
  const auto [out, status] =
      run_shell("grep -rhoiE --include='*.bib' '^[[:space:]]*@[a-z]+' '" + samples().string() +
                "' | tr 'A-Z' 'a-z' | tr -d '@ \\t' | sort | uniq -c");
  ASSERT_EQ(status, 0);
  std::map<std::string, int> theirs;
  std::istringstream lines(out);
  int count = 0;
  for (std::string type; lines >> count >> type;) theirs[type] = count;
  theirs.erase("comment");  // passed over: no entry
  EXPECT_EQ(ours, theirs);
  EXPECT_GT(theirs.size(), 8U);
}

}  // namespace
}  // namespace hoego
