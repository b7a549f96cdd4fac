#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>

#include "base/error.h"

namespace hoego {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class StoreTest : public testing::Test {
 protected:
  StoreTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hoego-store-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~StoreTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "deep" / "index.db"; }
  Store open() const { return Store::open(file()); }
  std::string bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path folder_;
};

using Index = StoreTest;
using Records = StoreTest;
using Search = StoreTest;

Observation said(Kind kind, const std::string& identity, const std::string& title) {
  Observation out;
  out.kind = kind;
  out.identity = identity;
  out.title = title;
  return out;
}

void put_unit(Store& store, std::int64_t source, const UnitPath& path, const std::vector<Observation>& all) {
  const std::int64_t unit = store.stage_unit();
  for (std::size_t i = 0; i < all.size(); ++i) store.stage(unit, i, all[i]);
  store.stage(unit, 0, Issue{path.whole(), "", "odd", "look"});
  store.stage(unit, 0, CoverageClaim{Kind::Event, CoverageClass::Complete, "", std::nullopt, std::nullopt});
  store.finish_unit(unit, source, path, "ics", "key");
}

std::vector<std::string> titles(const Store& store) {
  std::vector<std::string> out;
  store.each_observation([&out](const Store::StoredObservation& one) {
    out.push_back(one.source + ":" + one.unit + ":" + one.observation.title);
  });
  return out;
}

Record lived(const std::string& id, const std::string& title, const std::string& begin,
             const std::string& end) {
  Record record;
  record.id = id;
  record.kind = Kind::Event;
  record.title = title;
  record.begin = *WallTime::parse(begin);
  record.end = *WallTime::parse(end);
  record.offset = record.end_offset = Offset{9 * 3600};
  record.origins = {{"calendar", "a.ics", id}};
  return record;
}

std::vector<std::string> ids(const std::vector<Record>& records) {
  std::vector<std::string> out;
  for (const Record& record : records) out.push_back(record.id);
  return out;
}

TEST_F(Index, gives_observations_in_one_order_whatever_order_they_came_in) {
  Store store = open();
  const std::int64_t b = store.source_id("b", "");
  const std::int64_t a = store.source_id("a", "");
  put_unit(store, b, {"x", "1"}, {said(Kind::Event, "uid2", "later"), said(Kind::Photo, "p", "picture")});
  put_unit(store, a, {"", "2"}, {said(Kind::Event, "uid2", "earlier"), said(Kind::Event, "uid1", "first")});
  EXPECT_THAT(titles(store), ElementsAre("b:x/1:picture", "a:2:first", "a:2:earlier", "b:x/1:later"));
  EXPECT_EQ(store.issues().size(), 2U);
  EXPECT_EQ(store.issues().front().source, "a");
  EXPECT_EQ(store.claims().size(), 2U);
  store.set_checked(a, Date{19'000});
  EXPECT_EQ(store.claims().front().read_on, Date{19'000});
}

TEST_F(Index, a_unit_that_is_being_read_is_not_seen_before_it_is_whole) {
  Store store = open();
  const std::int64_t source = store.source_id("a", "");
  put_unit(store, source, {"", "1"}, {said(Kind::Event, "u", "as it was")});
  const std::int64_t unit = store.stage_unit();
  store.stage(unit, 0, said(Kind::Event, "u", "as it is"));
  EXPECT_THAT(titles(store), ElementsAre("a:1:as it was"));
  store.finish_unit(unit, source, {"", "1"}, "ics", "key2");
  EXPECT_THAT(titles(store), ElementsAre("a:1:as it is"));
  EXPECT_THAT(store.issues(), IsEmpty());
  EXPECT_EQ(store.units_in(source, "").front().key, "key2");
}

TEST_F(Index, what_an_interrupted_import_left_is_swept_away) {
  {
    Store store = open();
    store.stage(store.stage_unit(), 0, said(Kind::Event, "u", "half"));
  }
  Store store = open();
  store.drop_unfinished();
  EXPECT_GT(store.rows_written(), 0);
  const std::int64_t written = store.rows_written();
  store.drop_unfinished();
  EXPECT_EQ(store.rows_written(), written);
}

TEST_F(Index, forgets_a_source_and_all_that_came_of_it) {
  Store store = open();
  const std::int64_t a = store.source_id("a", "");
  const std::int64_t same_but_forced = store.source_id("a", "ics");
  EXPECT_NE(a, same_but_forced);
  put_unit(store, a, {"", "1"}, {said(Kind::Event, "u", "goes")});
  put_unit(store, same_but_forced, {"", "1"}, {said(Kind::Event, "u", "stays")});
  store.set_source_issues(a, {{"a", "", "not there", "plug it in"}});
  store.forget_source(a);
  EXPECT_THAT(titles(store), ElementsAre("a:1:stays"));
  EXPECT_EQ(store.issues().size(), 1U);
  EXPECT_EQ(store.sources().size(), 1U);
}

TEST_F(Index, opening_it_again_writes_nothing) {
  {
    Store store = open();
    put_unit(store, store.source_id("a", ""), {"", "1"}, {said(Kind::Event, "u", "title")});
    store.set_meta("findings", "7");
  }
  const std::string before = bytes();
  {
    Store store = open();
    store.source_id("a", "");
    store.set_meta("findings", "7");
    EXPECT_EQ(store.meta("findings"), "7");
    EXPECT_EQ(store.meta("never"), "");
    EXPECT_EQ(titles(store).size(), 1U);
    EXPECT_EQ(store.rows_written(), 0);
  }
  EXPECT_EQ(bytes(), before);
}

TEST_F(Index, of_another_version_is_made_anew) {
  {
    Store store = open();
    store.source_id("a", "");
  }
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file().c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "PRAGMA user_version = 9999; CREATE TABLE stranger(x)", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  EXPECT_THAT(open().sources(), IsEmpty());
  open().source_id("b", "");
  EXPECT_EQ(open().sources().size(), 1U);
}

TEST_F(Index, that_is_no_index_is_refused_in_words) {
  std::filesystem::create_directories(file().parent_path());
  std::ofstream(file()) << std::string(5000, 'x');
  try {
    open();
    FAIL() << "opened";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("damaged"));
    EXPECT_THAT(error.remedy(), HasSubstr("your files are not touched"));
  }
}

TEST_F(Index, that_another_process_writes_is_refused_in_words) {
  Store store = open();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file().c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  try {
    store.source_id("a", "");
    FAIL() << "written";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("in use by another hoego"));
  }
  EXPECT_THAT(store.sources(), IsEmpty()) << "reading goes on";
  sqlite3_close(other);
}

TEST_F(Index, a_transaction_that_is_left_changes_nothing) {
  Store store = open();
  {
    const Store::Transaction transaction(store);
    store.source_id("a", "");
  }
  EXPECT_THAT(store.sources(), IsEmpty());
}

TEST_F(Records, only_those_that_differ_are_written) {
  Store store = open();
  std::vector<Record> records = {lived("b", "합주", "2024-03-15T19:00:00", "2024-03-15T21:00:00"),
                                 lived("a", "gym", "2024-03-14T19:00:00", "2024-03-14T20:00:00")};
  store.replace_records(records);
  EXPECT_THAT(ids(store.records(std::nullopt)), ElementsAre("a", "b"));
  std::int64_t written = store.rows_written();
  store.replace_records(records);
  EXPECT_EQ(store.rows_written(), written);
  records[0].title = "drums";
  store.replace_records(records);
  EXPECT_GT(store.rows_written(), written);
  EXPECT_EQ(store.record("b")->title, "drums");
  EXPECT_THAT(store.search_records("합주", 10), IsEmpty());
  records.pop_back();
  store.replace_records(records);
  EXPECT_FALSE(store.record("a"));
  EXPECT_THAT(store.search_records("gym", 10), IsEmpty());
}

TEST_F(Records, of_some_days_are_those_that_touch_them) {
  Store store = open();
  Record trip = lived("trip", "Canada", "2024-09-28T00:00:00", "2024-10-10T00:00:00");
  trip.all_day = true;
  store.replace_records({trip, lived("before", "x", "2024-09-27T23:00:00", "2024-09-28T00:00:00"),
                         lived("at", "x", "2024-10-01T10:00:00", "2024-10-01T10:00:00"),
                         lived("after", "x", "2024-10-10T00:00:00", "2024-10-10T01:00:00")});
  const auto on = [&store](const char* from, const char* to) {
    return ids(store.records(DateRange{*Date::parse(from), *Date::parse(to)}));
  };
  EXPECT_THAT(on("2024-10-01", "2024-10-01"), ElementsAre("trip", "at"));
  EXPECT_THAT(on("2024-09-27", "2024-09-28"), ElementsAre("before", "trip"));
  EXPECT_THAT(on("2024-10-10", "2024-10-10"), ElementsAre("after"));
  EXPECT_THAT(on("2024-11-01", "2024-12-31"), IsEmpty());
}

TEST_F(Search, finds_words_anywhere_in_words_and_without_regard_to_case) {
  Store store = open();
  Record namseoul = lived("1", "남서울 미술관", "2024-01-01T10:00:00", "2024-01-01T11:00:00");
  Record concert = lived("2", "ENSEMBLE Évening", "2024-01-02T10:00:00", "2024-01-02T11:00:00");
  concert.traits[trait::location] = "서울 \"홍대\" 100%";
  concert.traits[trait::time_from] = "exif";
  store.replace_records({concert, namseoul});
  const auto found = [&store](const char* text) { return ids(store.search_records(text, 10)); };
  EXPECT_THAT(found("서울"), ElementsAre("1", "2"));
  EXPECT_THAT(found("울"), ElementsAre("1", "2"));
  EXPECT_THAT(found("남서울"), ElementsAre("1"));
  EXPECT_THAT(found("ensem évening"), ElementsAre("2"));
  EXPECT_THAT(found("semble 서울"), ElementsAre("2"));
  EXPECT_THAT(found("semble 남서"), IsEmpty());
  EXPECT_THAT(found("\"홍대\""), ElementsAre("2"));
  EXPECT_THAT(found("100%"), ElementsAre("2"));
  EXPECT_THAT(found("exif"), IsEmpty()) << "a mark, not a word";
  EXPECT_THAT(found("OR \" * ("), IsEmpty());
  EXPECT_THAT(found("  "), IsEmpty());
  EXPECT_THAT(found("0%"), ElementsAre("2"));
  EXPECT_THAT(found("%"), ElementsAre("2"));
  EXPECT_THAT(found("서울미술"), IsEmpty()) << "two words";
  EXPECT_THAT(ids(store.search_records("서울", 1)), ElementsAre("1"));
}

TEST_F(Search, numbers_all_that_match_in_any_number) {
  Store store = open();
  std::vector<Record> records;
  for (int i = 0; i < 300; ++i) {
    Record one = lived(std::to_string(i), i % 3 == 0 ? "서울 합주" : "나고야 산책", "2024-01-01T10:00:00",
                       "2024-01-01T11:00:00");
    one.begin.seconds += 86400LL * i;
    one.end.seconds += 86400LL * i;
    records.push_back(one);
  }
  store.replace_records(records);
  const std::vector<std::int64_t> found = store.matching_records("합주");
  ASSERT_EQ(found.size(), 100u);
  EXPECT_EQ(store.record_numbered(found.front())->title, "서울 합주");
  std::vector<std::int64_t> read;
  store.each_record([&](std::int64_t number, const Record& record) {
    if (record.title == "서울 합주") read.push_back(number);
  });
  EXPECT_EQ(read, found);
  EXPECT_FALSE(store.record_numbered(9999));
  EXPECT_THAT(store.matching_records(" "), IsEmpty());
}

}  // namespace
}  // namespace hoego
