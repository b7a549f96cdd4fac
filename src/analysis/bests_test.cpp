#include "analysis/bests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::ElementsAre;
using testing::IsEmpty;

const Period year_2024{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};

Findings look(const Life& life) {
  return look_back(life.timeline(), {}, world(), year_2024, year_before(year_2024));
}

std::string at(Date date, int hour = 19) {
  return date.iso() + "T" + std::to_string(hour) + ":00:00";
}

const Best* find(const Findings& findings, BestKind what) {
  for (const Best& best : findings.bests) {
    if (best.what == what) return &best;
  }
  return nullptr;
}

/// Rehearsals once a week on Wednesdays.
Life rehearsals(const char* from, const char* to) {
  Life life;
  for (Date date = day(from); date <= day(to); date = date + 7) life.event("합주", at(date).c_str());
  return life.covered("밴드", day(from), day("2024-10-20"));
}

TEST(Bests, the_best_week_reaches_back_to_the_day_after_one_as_good) {
  Life life = rehearsals("2022-01-05", "2024-10-16");
  for (int i = 1; i <= 3; ++i) life.event("합주", at(day("2022-03-09") + i).c_str());
  for (int i = 1; i <= 3; ++i) life.event("합주", at(day("2024-09-10") + 2 * i - 2).c_str());
  const Findings findings = look(life);
  const Best* week = find(findings, BestKind::Week);
  ASSERT_NE(week, nullptr);
  EXPECT_EQ(week->value, 4);
  EXPECT_EQ(week->days.from, day("2024-09-09"));
  EXPECT_EQ(week->days.to, day("2024-09-15"));
  EXPECT_EQ(week->reaches_back_to, day("2022-03-14"));
  EXPECT_EQ(week->evidence.count, 4U);
}

TEST(Bests, a_week_like_another_is_no_best_one) {
  Life life = rehearsals("2023-01-04", "2024-10-16");
  for (const char* date : {"2024-05-06", "2024-05-07", "2024-07-01", "2024-07-02"})
    life.event("합주", at(day(date)).c_str());
  EXPECT_EQ(find(look(life), BestKind::Week), nullptr);
}

TEST(Bests, a_day_full_of_pictures_is_the_years_only_since_their_absence_proves_nothing) {
  Life life;
  life.evenings(day("2022-06-01"), day("2024-10-19"), seoul);
  for (int hour = 10; hour < 16; ++hour) life.photo(at(day("2024-05-05"), hour).c_str(), seoul);
  const Findings findings = look(life);
  const Best* best = find(findings, BestKind::Day);
  ASSERT_NE(best, nullptr);
  EXPECT_EQ(best->value, 7);
  EXPECT_EQ(best->days.from, day("2024-05-05"));
  EXPECT_FALSE(best->reaches_back_to);
}

TEST(Bests, a_streak_is_whole_where_it_began_before_the_year) {
  Life life = rehearsals("2023-11-15", "2024-03-13");
  const Findings findings = look(life);
  const Best* streak = find(findings, BestKind::Streak);
  ASSERT_NE(streak, nullptr);
  EXPECT_EQ(streak->value, 18);
  EXPECT_EQ(streak->days.from, day("2023-11-13"));
  EXPECT_EQ(streak->days.to, day("2024-03-17"));
}

TEST(Bests, a_gap_counts_where_all_its_days_are_covered_and_names_the_trip_in_it) {
  Life life;
  life.evenings(day("2023-06-01"), day("2024-05-14"), seoul);
  for (int i = 0; i < 8; ++i) life.photo(at(day("2024-05-15") + i, 21).c_str(), toronto, -4);
  life.evenings(day("2024-05-24"), day("2024-10-19"), seoul);
  for (Date date = day("2023-06-07"); date <= day("2024-10-16"); date = date + 7) {
    const bool away = date > day("2024-05-08") && date < day("2024-06-26");
    if (!away) life.event("합주", at(date).c_str());
  }
  EXPECT_EQ(find(look(life), BestKind::Gap), nullptr) << "nothing tells that there was none";
  life.covered("밴드", day("2023-06-07"), day("2024-10-20"));
  const Findings findings = look(life);
  const Best* gap = find(findings, BestKind::Gap);
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->value, 48);
  EXPECT_EQ(gap->days.from, day("2024-05-09"));
  ASSERT_EQ(findings.trips.size(), 1U);
  EXPECT_THAT(gap->trips, ElementsAre(findings.trips[0].id));
  EXPECT_EQ(gap->evidence.count, 2U);
}

TEST(Bests, the_hundredth_time_has_its_day) {
  Life life = rehearsals("2022-08-03", "2024-10-16");
  const Findings findings = look(life);
  const Best* round = find(findings, BestKind::RoundCount);
  ASSERT_NE(round, nullptr);
  EXPECT_EQ(round->value, 100);
  EXPECT_EQ(round->days.from, day("2022-08-03") + 7 * 99);
  EXPECT_EQ(round->reaches_back_to, day("2022-08-03"));
}

/// A life of rehearsals and commits, a journey of nine nights, and so many days without any of it after.
Life worn_out(int days_of_lull) {
  Life life;
  const Date left = day("2024-08-17");
  const Date back = day("2024-08-26");
  life.evenings(day("2023-06-01"), left - 1, seoul);
  for (Date date = left; date < back; date = date + 1) {
    for (const int hour : {11, 15, 21}) life.photo(at(date, hour).c_str(), toronto, -4);
  }
  life.evenings(back, day("2024-10-19"), seoul);
  for (Date date = day("2023-06-01"); date <= day("2024-10-19"); date = date + 1) {
    if (date >= left && date <= back + days_of_lull) continue;
    if (date.weekday() % 2 == 1) life.event("합주", at(date).c_str());
    if (date.weekday() < 6)
      life.thing(Kind::Commit, "work", at(date, 15).c_str()).last_with(trait::repository, "work");
  }
  life.covered("밴드", day("2023-06-01"), day("2024-10-20"));
  return life.covers(Kind::Commit, "work", day("2023-06-01"), day("2024-10-20"));
}

TEST(Lulls, the_days_after_a_long_trip_until_everyday_life_came_back) {
  const Findings findings = look(worn_out(10));
  ASSERT_EQ(findings.trips.size(), 1U);
  const Best* lull = find(findings, BestKind::Lull);
  ASSERT_NE(lull, nullptr);
  EXPECT_EQ(lull->value, 10);
  EXPECT_EQ(lull->days.from, day("2024-08-27"));
  EXPECT_EQ(lull->days.to, day("2024-09-05"));
  EXPECT_EQ(lull->after, findings.trips[0].id);
  EXPECT_GT(lull->evidence.count, 0U);
}

TEST(Lulls, a_weekend_after_the_trip_is_none) {
  EXPECT_EQ(find(look(worn_out(0)), BestKind::Lull), nullptr);
  EXPECT_EQ(find(look(worn_out(2)), BestKind::Lull), nullptr);
}

TEST(Lulls, none_where_the_everyday_has_not_come_back_yet) {
  EXPECT_EQ(find(look(worn_out(100)), BestKind::Lull), nullptr);
}

/// How often a life without a lull is told one: by construction at most 5 %, whatever the dispersion.
TEST(Lulls, a_life_that_goes_on_is_seldom_told_one) {
  std::uint64_t state = 20241020;
  const auto chance = [&state] {  // xorshift64*, Vigna 2016
    state ^= state >> 12U;
    state ^= state << 25U;
    state ^= state >> 27U;
    return static_cast<double>((state * 0x2545F4914F6CDD1DULL) >> 11U) * 0x1p-53;
  };
  constexpr int lives = 200;
  int told = 0;
  for (int life = 0; life < lives; ++life) {
    std::vector<Record> records;
    const Date from = day("2024-01-01");
    for (int i = 0; i < 290; ++i) {
      const bool busy = chance() < 0.5;  // over-dispersed: days are full or empty
      for (int k = 0; k < 3; ++k) {
        if (!busy || chance() > 0.7) continue;
        Record record;
        record.id = std::to_string(i) + "-" + std::to_string(k);
        record.begin = record.end = WallTime::at(from + i, 3600 * (9 + k));
        record.traits["which"] = std::to_string(k);
        records.push_back(record);
      }
    }
    std::vector<ActivitySeries> series(3);
    for (int k = 0; k < 3; ++k) {
      series[static_cast<std::size_t>(k)].id = std::to_string(k);
      series[static_cast<std::size_t>(k)].covered.add({from, from + 300});
    }
    for (const Record& record : records)
      series[static_cast<std::size_t>(std::stoi(record.traits.at("which")))].records.push_back(&record);
    Trip trip;
    trip.id = "trip";
    trip.days = {from + 180, from + 190};
    trip.nights = 10;
    told += find_lulls(series, {trip}, year_2024).empty() ? 0 : 1;
  }
  EXPECT_LE(told, lives / 20);
}

}  // namespace
}  // namespace hoego
