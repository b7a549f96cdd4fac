#include "sources/goodreads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/error.h"
#include "sources/book_lists.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* goodreads_header =
    "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Number of Pages,"
    "Original Publication Year,Date Read,Date Added,Bookshelves,Exclusive Shelf,Read Count\n";

CollectingSink read(const std::string& rows, const std::string& header = goodreads_header) {
  return read_text(goodreads_source, "library.csv", header + rows);
}

TEST(Goodreads, a_book_read_begins_on_the_day_it_was_read) {
  const auto sink = read(
      "42036538,Gideon the Ninth (The Locked Tomb #1),Tamsyn Muir,\"Muir, Tamsyn\",\"A B, C D\","
      "=\"1250313198\",=\"9781250313195\",3,4.20,448,2019,2020/10/25,2020/10/21,\"sf, 2020\",read,1\n");
  ASSERT_EQ(sink.observations.size(), 1U);
  const Observation& book = sink.observations[0];
  EXPECT_EQ(book.kind, Kind::Book);
  EXPECT_EQ(book.identity, "isbn:9781250313195");
  EXPECT_EQ(book.title, "Gideon the Ninth");
  EXPECT_EQ(trait_of(book, "series"), "The Locked Tomb #1");
  EXPECT_EQ(text_of(book.begin), "2020-10-25");
  EXPECT_EQ(trait_of(book, trait::added), "2020-10-21");
  EXPECT_EQ(trait_of(book, trait::author), "Tamsyn Muir; A B; C D");
  EXPECT_EQ(trait_of(book, trait::tags), "sf,2020");
  EXPECT_EQ(trait_of(book, trait::status), "read");
  EXPECT_EQ(book.locator, "42036538");
  EXPECT_EQ(book.quantities.at("rating"), 3);
  EXPECT_EQ(book.quantities.at("pages"), 448);
  EXPECT_EQ(book.quantities.at("published"), 2019);
  ASSERT_EQ(sink.claims.size(), 1U);
  EXPECT_EQ(sink.claims[0].coverage, CoverageClass::Complete);
  EXPECT_EQ(sink.claims[0].from->iso(), "2020-10-25");
}

TEST(Goodreads, a_date_counts_only_on_the_shelf_of_what_was_read) {
  const auto sink = read(
      "1,A,X,,,,,0,0,,,2020/10/25,2020/10/21,,currently-reading,0\n"
      "2,B,X,,,,,0,0,,,,2020/10/22,,to-read,0\n"
      "3,C,X,,,,,0,0,,,2020/10/25,2020/10/21,dnf,dnf,1\n"
      "4,D,X,,,,,0,0,,,,2020/10/21,,read,1\n");
  ASSERT_EQ(sink.observations.size(), 4U);
  for (const Observation& book : sink.observations) EXPECT_EQ(text_of(book.begin), "none") << book.title;
  EXPECT_EQ(trait_of(sink.observations[0], trait::status), "currently-reading");
  EXPECT_EQ(trait_of(sink.observations[3], "read"), "1");
  EXPECT_EQ(sink.observations[0].quantities.count("rating"), 0U) << "0 is how Goodreads says none";
  EXPECT_TRUE(sink.claims.empty());
}

TEST(Goodreads, a_day_that_is_none_is_told_with_its_line) {
  const auto sink = read("1,A,X,,,,,0,0,,,last week,2020/10/21,,read,1\n");
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "line 2");
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("last week"));
  EXPECT_EQ(sink.observations.size(), 1U);
}

TEST(Goodreads, a_row_without_title_is_told) {
  EXPECT_EQ(read("1,,,,,,,0,0,,,2020/10/25,2020/10/21,,read,1\n").issues.size(), 1U);
}

TEST(BookLists, storygraph_knows_every_reading) {
  const auto sink = read(
      "Always Coming Home,\"Ursula K. Le Guin, Todd Barton\",9780520227354,read,2021/05/10,"
      "2024/02/03,\"2023/11/01-2023/11/14, 2024/02/03\",2,4.5,\n",
      "Title,Authors,ISBN/UID,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Star "
      "Rating,Tags\n");
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(sink.observations[0].identity, "isbn:9780520227354#2023-11-14");
  EXPECT_EQ(trait_of(sink.observations[0], "started"), "2023-11-01");
  EXPECT_EQ(sink.observations[1].identity, "isbn:9780520227354");
  EXPECT_EQ(text_of(sink.observations[1].begin), "2024-02-03");
  EXPECT_EQ(trait_of(sink.observations[1], trait::author), "Ursula K. Le Guin; Todd Barton");
}

TEST(BookLists, readings_of_both_shapes) {
  const auto day = [](const char* text) { return Date::parse(text); };
  EXPECT_THAT(readings_in("2023/11/01-2023/11/14, 2024/02/03"),
              ElementsAre(TimeRead{day("2023-11-01"), day("2023-11-14")}, TimeRead{{}, day("2024-02-03")}));
  EXPECT_THAT(readings_in("2023-10-27T00:00:00.000|2023-11-28T00:00:00.000|;|2024-01-02T00:00:00.000|3600"),
              ElementsAre(TimeRead{day("2023-10-27"), day("2023-11-28")}, TimeRead{{}, day("2024-01-02")}));
  EXPECT_TRUE(readings_in("?, -, |, ;;").empty());
}

TEST(BookLists, bookwyrm_shelves_are_no_status_and_what_was_stopped_is_not_read) {
  const std::string header =
      "title,author_text,remote_id,openlibrary_key,isbn_13,start_date,finish_date,stopped_date,rating,shelf,"
      "shelf_date\n";
  const auto sink = read(
      "Simple,Y O,u,,9780449017036,2022-08-10,2022-10-10,,4,cooking-9,2024-08-10\n"
      "Put away,A B,v,,,2022-08-10,2022-10-10,2022-10-10,,stopped-reading,2024-08-10\n",
      header);
  ASSERT_EQ(sink.observations.size(), 2U);
  EXPECT_EQ(text_of(sink.observations[0].begin), "2022-10-10");
  EXPECT_EQ(trait_of(sink.observations[0], "started"), "2022-08-10");
  EXPECT_EQ(text_of(sink.observations[1].begin), "none");
}

TEST(BookLists, headers_are_recognised_and_others_are_not) {
  EXPECT_EQ(recognised(goodreads_source, "g.csv", goodreads_header), Sureness::Sure);
  EXPECT_EQ(recognised(goodreads_source, "g.csv", "\xEF\xBB\xBF" + std::string(goodreads_header)),
            Sureness::Sure);
  EXPECT_EQ(recognised(goodreads_source, "g.csv", "Title,Author,Date\n"), Sureness::No);
  EXPECT_EQ(recognised(goodreads_source, "g.json", goodreads_header), Sureness::No);
  EXPECT_EQ(recognised(goodreads_source, "g.csv", ""), Sureness::No);
  EXPECT_THROW(read("", "a,b\n"), Error);
}

// ---- real lists

fs::path samples() {
  return fs::path(HOEGO_SAMPLES_DIR) / "reading/bookwyrm-social__bookwyrm";
}

/// The independent reading: Python's csv module counts the rows and those with a day on which they were read,
/// by the columns that each service calls so.
constexpr const char* oracle = R"(
import csv, sys
dated = {'goodreads.csv': lambda r: r['Exclusive Shelf'] == 'read' and r['Date Read'],
         'storygraph.csv': lambda r: r['Read Status'] == 'read' and r['Last Date Read'],
         'bookwyrm.csv': lambda r: r['finish_date'] and not r['stopped_date'],
         'openreads-csv-example.csv': lambda r: r['status'] == 'finished' and r['readings'].split('|')[1:2] not in ([], ['']),
         'generic.csv': lambda r: r['shelf'] == 'read' and r['finished'],
         'calibre.csv': lambda r: False, 'openlibrary.csv': lambda r: False}
for name, test in sorted(dated.items()):
    rows = list(csv.DictReader(open(sys.argv[1] + '/' + name, encoding='utf-8-sig', newline='')))
    print(name, len(rows), sum(1 for r in rows if test(r)))
)";

TEST(RealBookLists, rows_and_days_read_are_those_that_python_counts) {
  if (!fs::exists(samples())) GTEST_SKIP() << "no sample lists at " << samples();
  if (run_shell("python3 -c 'import csv' 2>&1").second != 0) GTEST_SKIP() << "python3 is missing";
  const fs::path script = fs::temp_directory_path() / ("hoego-books-" + std::to_string(getpid()) + ".py");
  std::ofstream(script) << oracle;
  const auto [out, status] = run_shell("python3 " + script.string() + " '" + samples().string() + "'");
  fs::remove(script);
  ASSERT_EQ(status, 0);
  std::string ours;
  for (const char* name : {"bookwyrm.csv", "calibre.csv", "generic.csv", "goodreads.csv", "openlibrary.csv",
                           "openreads-csv-example.csv", "storygraph.csv"}) {
    const auto sink = read_path(goodreads_source, samples() / name);
    std::size_t dated = 0;
    for (const Observation& book : sink.observations) dated += book.begin ? 1 : 0;
    ours += std::string(name) + " " + std::to_string(sink.observations.size()) + " " + std::to_string(dated) +
            "\n";
    EXPECT_TRUE(sink.issues.empty()) << name << ": " << sink.issues.front().reason;
  }
  EXPECT_EQ(ours, out);
}

TEST(RealBookLists, every_sample_is_recognised) {
  if (!fs::exists(samples())) GTEST_SKIP() << "no sample lists at " << samples();
  for (const auto& entry : fs::directory_iterator(samples())) {
    std::string head(4096, '\0');
    std::ifstream file(entry.path(), std::ios::binary);
    file.read(head.data(), 4096);
    head.resize(static_cast<std::size_t>(file.gcount()));
    EXPECT_EQ(recognised(goodreads_source, entry.path().filename().string(), head), Sureness::Sure) << entry;
  }
}

}  // namespace
}  // namespace hoego
