#include "sources/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "sources/csv_columns.h"
#include "tests/support/reading.h"
#include "tests/support/shell.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Map = std::map<std::string, std::string>;

CollectingSink read(const std::string& bytes, const Map& map) {
  ReadOptions options;
  options.forced = true;
  options.columns = map;
  return read_text(csv_source, "log.csv", bytes, options);
}

std::vector<std::string> begins(const CollectingSink& sink) {
  std::vector<std::string> out;
  for (const Observation& o : sink.observations) out.push_back(text_of(o.begin));
  return out;
}

std::string remedy_of(const std::string& bytes, const Map& map) {
  try {
    read(bytes, map);
  } catch (const Error& error) {
    return error.remedy();
  }
  return "no error";
}

TEST(Csv, a_row_is_what_the_owner_says_its_columns_mean) {
  const auto sink = read(
      "날짜,시간,내용,분,거리,위도,경도,함께\n2024. 3. 15.,오후 7:02,한강 "
      "달리기,\"43\",\"7.2\",37.52,126.93,지수\n",
      {{"날짜", "day"},
       {"시간", "time"},
       {"내용", "title"},
       {"분", "minutes"},
       {"거리", "quantity:distance_km"},
       {"위도", "latitude"},
       {"경도", "longitude"},
       {"함께", "person"},
       {"=kind", "workout"},
       {"=zone", "Asia/Seoul"},
       {"=coverage", "complete"}});
  EXPECT_TRUE(sink.issues.empty());
  ASSERT_EQ(sink.observations.size(), 1U);
  const Observation& run = sink.observations[0];
  EXPECT_EQ(run.kind, Kind::Workout);
  EXPECT_EQ(text_of(run.begin), "2024-03-15T19:02:00[Asia/Seoul]");
  EXPECT_EQ(text_of(run.end), "2024-03-15T19:45:00[Asia/Seoul]");
  EXPECT_EQ(run.title, "한강 달리기");
  EXPECT_EQ(run.quantities.at("minutes"), 43);
  EXPECT_EQ(run.quantities.at("distance_km"), 7.2);
  EXPECT_EQ(run.position, coordinates(37.52, 126.93));
  EXPECT_EQ(trait_of(run, trait::person), "지수");
  ASSERT_EQ(sink.claims.size(), 1U);
  EXPECT_EQ(sink.claims[0].kind, Kind::Workout);
  EXPECT_EQ(sink.claims[0].coverage, CoverageClass::Complete);
}

TEST(Csv, one_row_over_twelve_decides_for_all_rows) {
  EXPECT_THAT(begins(read("Date,Title\n03/04/2024,a\n25/04/2024,b\n", {{"date", "begin"}})),
              ElementsAre("2024-04-03", "2024-04-25"));
  EXPECT_THAT(begins(read("Date,Title\n03/04/2024,a\n04/25/2024,b\n", {{"date", "begin"}})),
              ElementsAre("2024-03-04", "2024-04-25"));
  EXPECT_THAT(begins(read("Date,Title\n03/04/2024,a\n", {{"date", "begin"}, {"=dates", "dmy"}})),
              ElementsAre("2024-04-03"));
}

TEST(Csv, dates_that_nothing_decides_are_one_problem) {
  const auto sink = read("Date,Title\n03/04/2024,a\n05/06/2024,b\n2024-03-15,c\n", {{"Date", "begin"}});
  EXPECT_THAT(begins(sink), ElementsAre("2024-03-15"));
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_THAT(sink.issues[0].reason, HasSubstr("2 dates"));
  EXPECT_THAT(sink.issues[0].remedy, HasSubstr("\"=dates\""));
}

TEST(Csv, without_a_map_the_error_proposes_one) {
  EXPECT_THAT(remedy_of("날짜,제목,장소,메모\n2024-03-15,a,b,c\n", {}),
              HasSubstr(R"(map = { "날짜" = "day", "제목" = "title", "장소" = "place" })"));
  EXPECT_THAT(remedy_of("Start Time,End Time,Name\n1,2,3\n", {}),
              HasSubstr(R"(map = { "Start Time" = "begin", "End Time" = "end", "Name" = "title" })"));
  EXPECT_THAT(remedy_of("a,b\n1,2\n", {}), HasSubstr("doc/sources/csv.md"));
}

TEST(Csv, a_map_that_does_not_fit_says_what_there_is) {
  EXPECT_THAT(remedy_of("Date,Title\n2024-03-15,a\n", {{"Datum", "begin"}}),
              HasSubstr("\"Date\", \"Title\""));
  EXPECT_THAT(remedy_of("Date,Title\n2024-03-15,a\n", {{"Title", "title"}}), HasSubstr("\"Date\""));
  EXPECT_THAT(remedy_of("Date,Title\n2024-03-15,a\n", {{"Date", "when"}}), HasSubstr("csv.md"));
}

TEST(Csv, an_end_is_a_clock_or_a_date) {
  const auto sink = read(
      "s,e\n2024-03-15 22:00,01:30\n2024-03-15 22:00,2024-03-16 02:00\n2024-03-15,2024-03-16\n"
      "2024-03-15 22:00,2024-03-14 22:00\n",
      {{"s", "begin"}, {"e", "end"}});
  ASSERT_EQ(sink.observations.size(), 4U);
  EXPECT_EQ(text_of(sink.observations[0].end), "2024-03-16T01:30:00");
  EXPECT_EQ(text_of(sink.observations[1].end), "2024-03-16T02:00:00");
  EXPECT_EQ(text_of(sink.observations[2].end), "2024-03-17");
  EXPECT_EQ(text_of(sink.observations[3].end), "none");
  EXPECT_EQ(sink.issues.size(), 1U);
}

TEST(Csv, bad_cells_are_told_with_their_line) {
  const auto sink = read(
      "d,k,n,lat,lon\nsoon,event,1,1,1\n2024-03-15,dream,1,1,1\n2024-03-15,note,far,0,0\n,note,1,1,1\n"
      "2024-03-15,note,1,1,1,surplus\n",
      {{"d", "day"}, {"k", "kind"}, {"n", "quantity:n"}, {"lat", "latitude"}, {"lon", "longitude"}});
  std::vector<std::string> places;
  for (const Issue& issue : sink.issues) places.push_back(issue.place);
  EXPECT_THAT(places, ElementsAre("line 2", "line 3", "line 4", "line 4", "line 5", "line 6"));
  EXPECT_EQ(sink.observations.size(), 1U);
}

TEST(Csv, equal_rows_are_told_apart_and_ids_are_kept) {
  const Map map = {{"Date", "day"}, {"Title", "title"}};
  const auto sink = read("Date,Title,Note\n2024-03-15,a,x\n2024-03-15,a,y\n2024-03-16,a,x\n", map);
  ASSERT_EQ(sink.observations.size(), 3U);
  EXPECT_EQ(sink.observations[1].identity, sink.observations[0].identity + "#2");
  const auto newer = read("Date,Title,Note\n2024-03-14,b,x\n2024-03-15,a,x\n2024-03-15,a,y\n", map);
  EXPECT_EQ(newer.observations[1].identity, sink.observations[0].identity);
  const auto native = read("ID,Date\n7,2024-03-15\n", {{"ID", "id"}, {"Date", "day"}});
  EXPECT_THAT(native.observations[0].identity, HasSubstr(":7"));
  EXPECT_EQ(native.observations[0].locator, "7");
}

TEST(Csv, a_table_is_never_taken_unasked) {
  EXPECT_EQ(recognised(csv_source, "a.csv", "Date,Title\n2024-03-15,a\n"), Sureness::Maybe);
  EXPECT_EQ(recognised(csv_source, "a.csv", "one word\n"), Sureness::No);
  EXPECT_EQ(recognised(csv_source, "a.json", "{\"a\": 1, \"b\": 2}"), Sureness::No);
}

/// The independent reading: Python's csv module counts the rows of a real table of habits.
TEST(RealCsv, rows_are_those_that_python_counts) {
  const fs::path table = fs::path(HOEGO_SAMPLES_DIR) / "activity/iSoron__uhabits/csv_export/Checkmarks.csv";
  if (!fs::exists(table)) GTEST_SKIP() << "no sample table at " << table;
  if (run_shell("python3 -c 'import csv' 2>&1").second != 0) GTEST_SKIP() << "python3 is missing";
  ReadOptions options;
  options.columns = {{"Date", "day"}, {"=kind", "note"}};
  const auto sink = read_path(csv_source, table, options);
  const auto [out, status] =
      run_shell("python3 -c 'import csv,sys; print(len(list(csv.DictReader(open(sys.argv[1])))))' '" +
                table.string() + "'");
  ASSERT_EQ(status, 0);
  EXPECT_EQ(std::to_string(sink.observations.size()) + "\n", out);
  EXPECT_TRUE(sink.issues.empty());
}

}  // namespace
}  // namespace hoego
