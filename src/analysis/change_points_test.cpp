#include "analysis/change_points.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/season.h"

namespace hoego {
namespace {

/// Weeks with so many times, on days spread over them.
DailyCounts weeks(const std::vector<int>& counts) {
  DailyCounts daily;
  for (const int count : counts) {
    std::vector<int> days(7, 0);
    for (int i = 0; i < count; ++i) ++days[static_cast<std::size_t>(3 * i + 1) % 7];
    daily.counts.insert(daily.counts.end(), days.begin(), days.end());
    daily.exposure.insert(daily.exposure.end(), 7, 1.0 / 7);
  }
  return daily;
}

std::vector<int> times(int n, int count) {
  return std::vector<int>(static_cast<std::size_t>(n), count);
}

std::vector<int> operator+(std::vector<int> a, const std::vector<int>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// So many weeks of a lively habit: three a week on the average, as chance has it.
std::vector<int> lively(int n) {
  const std::vector<int> drawn = {3, 2, 5, 1, 4, 3, 0, 6, 2, 3, 4, 2, 3, 5, 1, 3};
  std::vector<int> list;
  for (int i = 0; i < n; ++i) list.push_back(drawn[static_cast<std::size_t>(i * 7) % drawn.size()]);
  return list;
}

TEST(ChangePoints, a_steady_habit_has_none) {
  EXPECT_TRUE(find_change_points(weeks(lively(150))).empty());
  EXPECT_TRUE(find_change_points(weeks(times(150, 1))).empty());
  EXPECT_TRUE(find_change_points(weeks(times(150, 0))).empty());
  EXPECT_TRUE(find_change_points({}).empty());
}

TEST(ChangePoints, from_twice_a_week_to_once_within_two_months) {
  const auto found = find_change_points(weeks(times(40, 2) + times(8, 1)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].day, 280, 7);
  EXPECT_NEAR(found[0].before, 2, 0.1);
  EXPECT_NEAR(found[0].after, 1, 0.1);
  EXPECT_FALSE(found[0].none_after);
  EXPECT_GT(found[0].certainty, 0.9);
}

TEST(ChangePoints, two_weeks_of_holiday_are_no_stop) {
  EXPECT_TRUE(find_change_points(weeks(times(20, 1) + times(2, 0) + times(30, 1))).empty());
  EXPECT_TRUE(find_change_points(weeks(times(40, 2) + times(2, 0))).empty()) << "not at the end either";
  EXPECT_TRUE(find_change_points(weeks(times(40, 2) + times(3, 0))).empty());
}

TEST(ChangePoints, a_strictly_weekly_habit_that_stops_is_told_after_six_weeks) {
  const auto found = find_change_points(weeks(times(30, 1) + times(6, 0)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].none_after);
  EXPECT_EQ(found[0].day, 29 * 7 + 2) << "the day after the last time";
  EXPECT_LE(found[0].low, found[0].day);
  EXPECT_GE(found[0].high, found[0].day);
}

TEST(ChangePoints, a_stop_and_a_return_are_two) {
  const auto found = find_change_points(weeks(lively(40) + times(20, 0) + lively(30)));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].none_after);
  EXPECT_TRUE(found[1].none_before);
  EXPECT_NEAR(found[1].day, 60 * 7, 7);
}

TEST(ChangePoints, days_without_exposure_are_not_days_without_it) {
  DailyCounts daily = weeks(lively(60) + times(30, 0));
  for (std::size_t day = 60 * 7; day < daily.exposure.size(); ++day) daily.exposure[day] = 0;
  EXPECT_TRUE(find_change_points(daily).empty());
}

TEST(ChangePoints, a_summer_that_comes_again_is_no_change) {
  std::vector<int> years;
  for (int year = 0; year < 4; ++year) years = years + times(20, 0) + lively(16) + times(16, 0);
  EXPECT_TRUE(find_change_points(weeks(years)).empty());
}

TEST(ChangePoints, one_season_is_a_start_and_an_end) {
  const auto found = find_change_points(weeks(times(60, 0) + lively(16) + times(18, 0)));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].none_before);
  EXPECT_TRUE(found[1].none_after);
}

TEST(ChangePoints, what_stops_in_spite_of_its_season_is_told) {
  std::vector<int> years;
  for (int year = 0; year < 3; ++year) years = years + lively(26) + times(26, 1);
  const auto found = find_change_points(weeks(years + times(30, 0)));
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found.back().none_after);
  EXPECT_NEAR(found.back().day, 156 * 7, 14);
}

TEST(ChangePoints, as_good_as_zero_needs_enough_weeks) {
  EXPECT_FALSE(as_good_as_zero(0, 2, 2, 1)) << "four were to be expected";
  EXPECT_TRUE(as_good_as_zero(0, 4, 2, 1)) << "eight were";
  EXPECT_FALSE(as_good_as_zero(1, 10, 2, 1));
  EXPECT_TRUE(as_good_as_zero(1, 40, 2, 1)) << "once in forty weeks instead of eighty times";
  EXPECT_FALSE(as_good_as_zero(0, 10, 0, 1));
}

TEST(ChangePoints, dated_the_narrower_the_greater_the_step) {
  const auto small = find_change_points(weeks(times(40, 3) + times(40, 1)));
  const auto great = find_change_points(weeks(times(40, 9) + times(40, 1)));
  ASSERT_EQ(small.size(), 1U);
  ASSERT_EQ(great.size(), 1U);
  EXPECT_LE(great[0].high - great[0].low, small[0].high - small[0].low);
  EXPECT_LE(small[0].low, 280);
  EXPECT_GE(small[0].high, 280);
}

}  // namespace
}  // namespace hoego
