#include "analysis/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;

const Period year_2024{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};

/// Every so many days from the one day to the other, in the evening.
void lessons(Life& life, const char* from, const char* to, int every = 7, const std::string& title = "레슨") {
  for (Date date = day(from); date <= day(to); date = date + every)
    life.event(title, (date.iso() + "T19:00:00").c_str());
}

std::vector<Change> changes_of(const Life& life, const std::string& id = "레슨",
                               const Settings& settings = {}, const Places& atlas = world()) {
  const Findings findings = look_back(life.timeline(), settings, atlas, year_2024, year_before(year_2024));
  for (const Activity& activity : findings.activities) {
    if (activity.id == id) return activity.changes;
  }
  ADD_FAILURE() << "no activity " << id;
  return {};
}

Life covered_life() {
  Life life;
  life.covered("밴드", day("2022-06-01"), day("2024-10-20"));
  return life;
}

TEST(Changes, a_stop_is_told_with_the_day_after_the_last_time) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-05-14");
  const std::vector<Change> changes = changes_of(life);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].kind, ChangeKind::Stopped);
  EXPECT_EQ(changes[0].date, day("2024-05-15"));
  EXPECT_EQ(changes[0].id, "레슨-stopped-2024-05");
  EXPECT_NEAR(changes[0].before_per_week, 1, 0.05);
  EXPECT_EQ(changes[0].after_per_week, 0);
  EXPECT_FALSE(changes[0].evidence.records.empty());
}

TEST(Changes, what_is_not_covered_any_more_has_not_stopped) {
  Life life;
  life.covered("밴드", day("2022-06-01"), day("2024-05-20"));
  lessons(life, "2022-07-05", "2024-05-14");
  EXPECT_TRUE(changes_of(life).empty());
}

TEST(Changes, a_calendar_that_falls_silent_of_two_habits_at_once_was_left) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-05-14");
  lessons(life, "2022-07-07", "2024-05-16", 7, "합주");
  EXPECT_TRUE(changes_of(life).empty());
  EXPECT_TRUE(changes_of(life, "합주").empty());

  Life kept = life;
  lessons(kept, "2024-05-23", "2024-10-17", 7, "합주");
  EXPECT_EQ(changes_of(kept).size(), 1U) << "the other one went on";
  Life ahead = life;
  ahead.event("공연", "2024-11-30T19:00:00");
  EXPECT_EQ(changes_of(ahead).size(), 1U) << "something is entered for November";
  Life sparse = covered_life();
  lessons(sparse, "2022-07-05", "2024-05-14");
  sparse.event("회식", "2024-05-10T19:00:00");
  EXPECT_EQ(changes_of(sparse).size(), 1U) << "a single dinner is no habit";
}

TEST(Changes, a_stop_is_surer_where_its_source_tells_of_other_things_since) {
  Life silent = covered_life();
  lessons(silent, "2022-07-05", "2024-05-14");
  Life alive = silent;
  alive.event("회식", "2024-09-10T19:00:00");
  const std::vector<Change> by_a_silent_source = changes_of(silent);
  const std::vector<Change> by_one_alive = changes_of(alive);
  ASSERT_EQ(by_a_silent_source.size(), 1U);
  ASSERT_EQ(by_one_alive.size(), 1U);
  EXPECT_GT(by_one_alive[0].certainty, 0.95);
  EXPECT_NEAR(by_a_silent_source[0].certainty, 0.9 * by_one_alive[0].certainty, 1e-9);
}

TEST(Changes, what_entries_and_workouts_tell_is_known_where_both_are_kept) {
  Settings settings;
  ActivityRule gym;
  gym.id = "gym";
  gym.match = {{std::nullopt, {{"title", std::make_shared<Pattern>("^헬스$")}}}};
  settings.activities = {gym};
  const auto with_a_watch_up_to = [](const char* last) {
    Life life = covered_life();
    life.covered_kind(Kind::Workout, "watch", day("2022-06-01"), day(last));
    lessons(life, "2022-07-05", "2024-10-15", 7, "헬스");
    for (Date date = day("2022-07-05"); date <= day(last); date = date + 7)
      life.thing(Kind::Workout, "헬스", (date.iso() + "T19:05:00").c_str());
    return life;
  };
  EXPECT_TRUE(changes_of(with_a_watch_up_to("2024-04-30"), "gym", settings).empty())
      << "the watch stopped recording, and half of what is told with it";

  Life stops = covered_life();
  stops.covered_kind(Kind::Workout, "watch", day("2022-06-01"), day("2024-10-20"));
  lessons(stops, "2022-07-05", "2024-05-14", 7, "헬스");
  for (Date date = day("2022-07-05"); date <= day("2024-05-14"); date = date + 7)
    stops.thing(Kind::Workout, "헬스", (date.iso() + "T19:05:00").c_str())
        .thing(Kind::Workout, "헬스", (date.iso() + "T20:05:00").c_str());
  const std::vector<Change> changes = changes_of(stops, "gym", settings);
  ASSERT_EQ(changes.size(), 1U) << "most are workouts; the entries' calendar is none of theirs";
  EXPECT_EQ(changes[0].kind, ChangeKind::Stopped);
}

TEST(Changes, pictures_of_it_do_not_make_it_come_more_often) {
  Settings settings;
  ActivityRule choir;
  choir.id = "choir";
  choir.match = {{std::nullopt, {{"title", std::make_shared<Pattern>("합창")}}}};
  settings.activities = {choir};
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-10-15", 7, "합창");
  for (Date date = day("2024-01-02"); date <= day("2024-10-15"); date = date + 7)
    life.thing(Kind::Photo, "합창", (date.iso() + "T20:00:00").c_str());
  EXPECT_TRUE(changes_of(life, "choir", settings).empty());
}

TEST(Changes, a_stop_is_that_of_the_period_only) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2023-10-10");
  EXPECT_TRUE(changes_of(life).empty()) << "in October of the year before";
}

TEST(Changes, two_weeks_of_holiday_are_no_stop) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-07-30");
  lessons(life, "2024-08-20", "2024-10-15");
  EXPECT_TRUE(changes_of(life).empty());
}

TEST(Changes, weeks_abroad_are_no_stop) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-04-02");
  lessons(life, "2024-06-11", "2024-10-15");
  EXPECT_EQ(changes_of(life).size(), 2U) << "of one who stays at home it is a stop and a return";
  life.evenings(day("2024-01-01"), day("2024-04-04"), seoul);
  for (Date date = day("2024-04-05"); date <= day("2024-06-07"); date = date + 1) {
    for (const char* time : {"T10:00:00", "T15:00:00"}) life.photo((date.iso() + time).c_str(), toronto, -4);
  }
  life.evenings(day("2024-06-09"), day("2024-10-20"), seoul);
  EXPECT_TRUE(changes_of(life).empty());
}

/// Two weeks in Toronto, two in Honolulu, then Nagoya: no place is lived in.
void photo_on_the_road(Life& life, Date date, const char* time, Date from) {
  const int weeks = (date - from) / 7;
  const std::string at = date.iso() + time;
  if (weeks < 2)
    life.photo(at.c_str(), toronto, -4);
  else if (weeks < 4)
    life.photo(at.c_str(), honolulu, -10);
  else
    life.photo(at.c_str(), nagoya);
}

TEST(Changes, weeks_abroad_at_the_end_are_no_stop) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-09-03", 3);
  EXPECT_EQ(changes_of(life).size(), 1U) << "of one who stays at home it is one";
  life.evenings(day("2024-01-01"), day("2024-09-04"), seoul);
  for (Date date = day("2024-09-05"); date <= day("2024-10-20"); date = date + 1) {
    for (const char* time : {"T10:00:00", "T15:00:00"})
      photo_on_the_road(life, date, time, day("2024-09-05"));
  }
  EXPECT_TRUE(changes_of(life).empty());
}

TEST(Changes, taken_up_again_after_a_pause) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2023-11-28");
  lessons(life, "2024-06-04", "2024-10-15");
  const std::vector<Change> changes = changes_of(life);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].kind, ChangeKind::Resumed);
  EXPECT_EQ(changes[0].date, day("2024-06-04"));
}

TEST(Changes, started_where_the_calendar_would_have_shown_an_earlier_time) {
  Life life = covered_life();
  lessons(life, "2024-03-05", "2024-10-15", 4);
  const std::vector<Change> changes = changes_of(life);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].kind, ChangeKind::Started);
  EXPECT_EQ(changes[0].date, day("2024-03-05"));
  EXPECT_EQ(changes[0].before_per_week, 0);

  Life late;
  late.covered("밴드", day("2024-03-05"), day("2024-10-20"));
  lessons(late, "2024-03-05", "2024-10-15", 4);
  EXPECT_TRUE(changes_of(late).empty()) << "nobody knows what was before";
}

TEST(Changes, from_twice_a_week_to_once_has_faded) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-10-15");
  lessons(life, "2022-07-01", "2024-06-14", 7);
  const std::vector<Change> changes = changes_of(life);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].kind, ChangeKind::Faded);
  EXPECT_NEAR(changes[0].date - day("2024-06-15"), 0, 7);
  EXPECT_NEAR(changes[0].before_per_week, 2, 0.1);
  EXPECT_NEAR(changes[0].after_per_week, 1, 0.1);
}

TEST(Changes, public_holidays_on_which_it_never_comes_are_no_exposure) {
  Places atlas = world();
  // Every Tuesday of May to July is a holiday, and so are two in each year before.
  atlas.holidays = [](std::string_view, int year) {
    std::vector<Date> days;
    if (year < 2024) {
      for (const char* date : {"-01-03", "-03-14", "-05-16", "-07-11", "-09-12"})
        days.push_back(*Date::parse(std::to_string(year) + date));
      return days;
    }
    for (Date date = day("2024-05-07"); date <= day("2024-07-23"); date = date + 7) days.push_back(date);
    return days;
  };
  Settings settings;
  settings.holidays = "KR";
  Life life = covered_life();
  for (Date date = day("2022-07-05"); date <= day("2024-10-15"); date = date + 7) {
    const std::vector<Date> holidays = atlas.holidays("KR", date.year());
    if (std::find(holidays.begin(), holidays.end(), date) == holidays.end())
      life.event("레슨", (date.iso() + "T19:00:00").c_str());
  }
  EXPECT_TRUE(changes_of(life, "레슨", settings, atlas).empty());
  EXPECT_FALSE(changes_of(life).empty()) << "who names no country has stopped and begun again";
}

TEST(Changes, came_again_in_the_last_days) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-02-13");
  lessons(life, "2024-10-19", "2024-10-19");
  const std::vector<Change> changes = changes_of(life);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].kind, ChangeKind::Stopped);
  EXPECT_EQ(changes[0].date, day("2024-02-14"));
  EXPECT_EQ(changes[1].kind, ChangeKind::Resumed);
  EXPECT_EQ(changes[1].date, day("2024-10-19"));
  EXPECT_EQ(changes[1].certainty, 0.5) << "once may be an exception";
}

TEST(Changes, a_second_statement_is_not_more_spending) {
  const auto paid = [](Life& life) {
    for (Date date = day("2023-01-03"); date <= day("2024-10-19"); date = date + 4)
      life.expense("시장", (date.iso() + "T12:00:00").c_str(), 10000);
    for (Date date = day("2024-03-01"); date <= day("2024-10-19"); date = date + 1)
      life.expense("커피", (date.iso() + "T09:00:00").c_str(), 4000);
  };
  Life one;
  paid(one);
  one.covered_kind(Kind::Expense, "bank", day("2023-01-01"), day("2024-10-20"));
  EXPECT_EQ(changes_of(one, "expenses").size(), 1U);
  Life two;
  paid(two);
  two.covered_kind(Kind::Expense, "bank", day("2023-01-01"), day("2024-10-20"))
      .covered_kind(Kind::Expense, "card", day("2024-03-01"), day("2024-10-20"));
  EXPECT_TRUE(changes_of(two, "expenses").empty());
}

TEST(Changes, what_its_owner_rejects_is_no_change) {
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-02-13");
  lessons(life, "2024-06-04", "2024-10-15");
  ASSERT_EQ(changes_of(life).size(), 2U);
  Settings settings;
  settings.corrections.changes = {{"레슨", day("2024-02-20"), "corrections.toml, line 1"},
                                  {"레슨", day("2023-08-01"), "corrections.toml, line 5"},
                                  {"래슨", day("2024-02-20"), "corrections.toml, line 9"}};
  const std::vector<Change> changes = changes_of(life, "레슨", settings);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_GT(changes[0].before_per_week, 0) << "the pause and the time before are one stretch";
  const Findings findings = look_back(life.timeline(), settings, world(), year_2024, year_before(year_2024));
  ASSERT_EQ(findings.unused_corrections.size(), 2U);
  EXPECT_EQ(findings.unused_corrections[0].where, "corrections.toml, line 5");
  EXPECT_THAT(findings.unused_corrections[0].candidates,
              testing::Contains("레슨-stopped-2024-02 (2024-02-14)"));
  EXPECT_EQ(findings.unused_corrections[1].candidates.front(), "레슨") << "no such activity: those there are";
}

TEST(Changes, what_its_owner_confirms_is_certain) {
  using What = ChangeCorrection::What;
  Life life = covered_life();
  lessons(life, "2022-07-05", "2024-02-13");
  lessons(life, "2024-06-04", "2024-10-15");
  const std::vector<Change> before = changes_of(life);
  ASSERT_EQ(before.size(), 2U);
  ASSERT_LT(before[0].certainty, 1);
  Settings settings;
  settings.corrections.changes = {{"레슨", day("2024-02-20"), "corrections.toml, line 1", What::Sure},
                                  {"레슨", day("2023-08-01"), "corrections.toml, line 5", What::Sure}};
  const std::vector<Change> changes = changes_of(life, "레슨", settings);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].certainty, 1);
  EXPECT_EQ(changes[1].certainty, before[1].certainty) << "the other one is as it was";
  const Findings findings = look_back(life.timeline(), settings, world(), year_2024, year_before(year_2024));
  ASSERT_EQ(findings.unused_corrections.size(), 1U);
  EXPECT_EQ(findings.unused_corrections[0].where, "corrections.toml, line 5");
}

TEST(Changes, photos_prove_no_absence) {
  Life life;
  life.evenings(day("2022-01-01"), day("2024-05-01"), seoul);
  EXPECT_TRUE(changes_of(life, "photos").empty());
}

}  // namespace
}  // namespace hoego
