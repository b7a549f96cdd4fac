#include "promises/forecast.h"

#include <gtest/gtest.h>

#include <cmath>

#include "promises/own_weeks.h"

namespace hoego {
namespace {

constexpr int monday = 1;
constexpr std::uint64_t seed = 20241020;

Date day(std::string_view text) {
  return *Date::parse(text);
}

const DateRange year_2024{day("2024-01-01"), day("2024-12-31")};

Check check(MeasureKind kind, Op op, double value, CheckPace pace = CheckPace::None,
            CheckUnit unit = CheckUnit::Week) {
  Check one;
  one.measure.kind = kind;
  one.op = op;
  one.value = value;
  one.pace = pace;
  one.every = unit;
  return one;
}

Check count(Op op, double value) {
  return check(MeasureKind::Count, op, value);
}

/// Covered days, on each what `amount` says.
template <typename Amount>
Tally life(Date from, Date to, Amount amount) {
  Tally tally;
  tally.from = from;
  for (Date one = from; one <= to; one = one + 1) {
    DayTally today;
    today.amount = amount(one);
    today.covered = true;
    tally.days.push_back(today);
  }
  return tally;
}

/// Tuesdays and Fridays of every week.
double lesson(Date date) {
  return date.weekday() == 2 || date.weekday() == 5 ? 1 : 0;
}

double nothing(Date /*unused*/) {
  return 0;
}

Forecast told(const Check& one, const Tally& tally, Date as_of, std::vector<double> planned = {},
              DateRange period = year_2024, std::uint64_t with = seed) {
  Target target;
  target.value = one.value;
  return forecast(one, tally, planned, target, period, as_of, monday, with);
}

double chance(const Check& one, const Tally& tally, Date as_of, std::vector<double> planned = {},
              DateRange period = year_2024, std::uint64_t with = seed) {
  return told(one, tally, as_of, std::move(planned), period, with).chance;
}

double amount_of(const Tally& tally, DateRange days) {
  double sum = 0;
  for (Date one = days.from; one <= days.to; one = one + 1) sum += tally.on(one).amount;
  return sum;
}

const Date october = day("2024-10-20");

Tally lessons() {
  return life(day("2023-06-01"), october, lesson);
}

double lessons_so_far() {
  return amount_of(lessons(), year_2024);
}

TEST(Forecast, the_same_days_and_seed_give_the_same_chance) {
  const Tally tally = life(day("2023-06-01"), october, [](Date date) { return date.days % 5 == 0 ? 1 : 0; });
  const Check promise = count(Op::AtLeast, amount_of(tally, year_2024) + 15);
  const double first = chance(promise, tally, october);
  EXPECT_DOUBLE_EQ(chance(promise, tally, october), first);
  EXPECT_NE(chance(promise, tally, october, {}, year_2024, seed + 1), first);
  EXPECT_NEAR(chance(promise, tally, october, {}, year_2024, seed + 1), first, 0.12);
}

TEST(Forecast, a_steady_habit_goes_on) {
  // Ten weeks left bring twenty lessons.
  EXPECT_GT(chance(count(Op::AtLeast, lessons_so_far() + 14), lessons(), october), 0.9);
  EXPECT_LT(chance(count(Op::AtLeast, lessons_so_far() + 26), lessons(), october), 0.1);
  EXPECT_GT(chance(count(Op::AtMost, lessons_so_far() + 26), lessons(), october), 0.9);
  EXPECT_LT(chance(count(Op::AtMost, lessons_so_far() + 14), lessons(), october), 0.1);
}

TEST(Forecast, what_was_never_done_so_much_is_next_to_hopeless) {
  EXPECT_LT(chance(count(Op::AtLeast, lessons_so_far() + 500), lessons(), october), 0.03);
}

TEST(Forecast, what_nothing_can_turn_is_certain) {
  const double so_far = lessons_so_far();
  EXPECT_EQ(chance(count(Op::AtLeast, so_far), lessons(), october), 1);
  EXPECT_EQ(chance(count(Op::More, so_far - 1), lessons(), october), 1);
  EXPECT_EQ(chance(count(Op::AtMost, so_far - 1), lessons(), october), 0);
  EXPECT_EQ(chance(count(Op::Equal, so_far - 1), lessons(), october), 0);
  EXPECT_EQ(chance(count(Op::AtLeast, 0), lessons(), october), 1);
  EXPECT_EQ(chance(count(Op::Equal, 0), lessons(), october), 0);
}

TEST(Forecast, more_days_than_are_left_are_impossible) {
  const double so_far = lessons_so_far();
  EXPECT_EQ(chance(check(MeasureKind::Days, Op::AtLeast, so_far + 73), lessons(), october), 0);
  EXPECT_GT(chance(check(MeasureKind::Days, Op::AtLeast, so_far + 72), lessons(), october), 0);
  EXPECT_EQ(chance(check(MeasureKind::Days, Op::AtMost, so_far + 72), lessons(), october), 1);
  EXPECT_EQ(chance(check(MeasureKind::NightsAway, Op::Equal, so_far + 73), lessons(), october), 0);
}

TEST(Forecast, a_streak_needs_its_weeks) {
  Tally tally = life(day("2023-06-01"), october, nothing);
  tally.adding = Adding::LongestStreak;
  EXPECT_EQ(chance(check(MeasureKind::LongestStreak, Op::AtLeast, 12), tally, october), 0);
  EXPECT_GT(chance(check(MeasureKind::LongestStreak, Op::AtLeast, 11), tally, october), 0);
  Tally every_week = lessons();
  every_week.adding = Adding::LongestStreak;
  EXPECT_EQ(chance(check(MeasureKind::LongestStreak, Op::AtLeast, 42), every_week, october), 1);
  EXPECT_GT(chance(check(MeasureKind::LongestStreak, Op::AtLeast, 46), every_week, october), 0.6);
  EXPECT_FALSE(told(check(MeasureKind::LongestStreak, Op::AtLeast, 46), every_week, october).needed_per_week);
}

TEST(Forecast, a_unit_that_failed_decides_for_all) {
  const Tally tally = life(day("2023-06-01"), october,
                           [](Date date) { return date == day("2024-03-05") ? 0 : lesson(date); });
  const auto every_week = [](Op op, double value) {
    return check(MeasureKind::Count, op, value, CheckPace::Every, CheckUnit::Week);
  };
  EXPECT_EQ(chance(every_week(Op::AtLeast, 2), tally, october), 0);
  EXPECT_EQ(chance(every_week(Op::AtMost, 1), tally, october), 0);
  const double once = chance(every_week(Op::AtLeast, 1), tally, october);
  EXPECT_GT(once, 0.5);
  EXPECT_LT(once, 1);
}

TEST(Forecast, money_may_be_given_back) {
  const Tally tally = life(day("2023-06-01"), october, [](Date date) { return date.day() == 3 ? 50 : 0; });
  const double open = chance(check(MeasureKind::Cost, Op::AtMost, 480), tally, october);
  EXPECT_GT(open, 0);
  EXPECT_LT(open, 0.2);
}

TEST(Forecast, a_share_of_evenings_ends_between_what_is_left) {
  Tally tally = life(day("2023-06-01"), october, [](Date date) { return date.days % 2; });
  tally.adding = Adding::Share;
  for (DayTally& one : tally.days) one.whole = 1;
  const auto share = [](Op op, double value) {
    Check one = check(MeasureKind::Share, op, value);
    one.measure.within = Within::Evenings;
    return one;
  };
  EXPECT_GT(chance(share(Op::AtMost, 55), tally, october), 0.9);
  EXPECT_LT(chance(share(Op::AtMost, 45), tally, october), 0.1);
  // 147 of 294 evenings, and 72 are left of 366.
  EXPECT_EQ(chance(share(Op::AtLeast, 60), tally, october), 0);
  EXPECT_EQ(chance(share(Op::AtMost, 60), tally, october), 1);
  EXPECT_EQ(chance(share(Op::AtLeast, 40), tally, october), 1);
}

TEST(Forecast, weekdays_are_kept) {
  // Sunday is the day of looking back; to Wednesday there is one lesson, on Tuesday.
  const DateRange to_wednesday{day("2024-01-01"), october + 3};
  EXPECT_GT(chance(count(Op::AtLeast, lessons_so_far() + 1), lessons(), october, {}, to_wednesday), 0.8);
  const DateRange to_monday{day("2024-01-01"), october + 1};
  EXPECT_LT(chance(count(Op::AtLeast, lessons_so_far() + 1), lessons(), october, {}, to_monday), 0.06);
}

std::vector<double> as_planned(double (*amount)(Date), Date as_of, Date to) {
  std::vector<double> planned;
  for (Date one = as_of + 1; one <= to; one = one + 1) planned.push_back(amount(one));
  return planned;
}

TEST(Forecast, a_lesson_of_habit_that_is_entered_is_one_lesson) {
  const auto planned = as_planned(lesson, october, year_2024.to);
  EXPECT_LT(chance(count(Op::AtLeast, lessons_so_far() + 26), lessons(), october, planned), 0.1);
  EXPECT_GT(chance(count(Op::AtMost, lessons_so_far() + 26), lessons(), october, planned), 0.9);
}

TEST(Forecast, what_is_entered_beyond_habit_counts) {
  const Tally tally = life(day("2023-06-01"), october, nothing);
  const Check promise = count(Op::AtLeast, 8);
  EXPECT_LT(chance(promise, tally, october), 0.1);
  const auto planned = as_planned(
      +[](Date date) { return date.weekday() == 6 ? 1.0 : 0.0; }, october, year_2024.to);
  EXPECT_GT(chance(promise, tally, october, planned), 0.75);
  // Not everything entered is held.
  EXPECT_LT(chance(count(Op::AtLeast, 12), tally, october, planned), 0.1);
  EXPECT_LT(chance(count(Op::Equal, 0), tally, october, planned), 0.05);
}

TEST(Forecast, plans_after_the_period_are_none_of_it) {
  const Tally tally = life(day("2023-06-01"), october, nothing);
  std::vector<double> planned(100, 0);
  for (std::size_t i = 72; i < 100; ++i) planned[i] = 5;
  const Check promise = count(Op::AtLeast, 8);
  EXPECT_DOUBLE_EQ(chance(promise, tally, october, planned), chance(promise, tally, october));
}

TEST(Forecast, days_that_no_source_saw_are_not_days_of_nothing) {
  Tally tally = lessons();
  const DateRange unseen{day("2024-06-01"), day("2024-07-31")};
  for (Date one = unseen.from; one <= unseen.to; one = one + 1)
    tally.days[static_cast<std::size_t>(one - tally.from)] = {};
  // The year's 105 lessons, of which 18 were not seen: 87 would be all that can come without them.
  EXPECT_GT(chance(count(Op::AtLeast, 95), tally, october), 0.9);
  EXPECT_LT(chance(count(Op::AtMost, 90), tally, october), 0.1);
}

TEST(Forecast, a_habit_that_stopped_is_no_longer_counted_on) {
  const Tally tally =
      life(day("2023-06-01"), october, [](Date date) { return date < day("2024-06-01") ? lesson(date) : 0; });
  const Check promise = count(Op::AtLeast, amount_of(tally, year_2024) + 12);
  EXPECT_LT(chance(promise, tally, october), 0.35);
  EXPECT_GT(chance(count(Op::AtLeast, lessons_so_far() + 12), lessons(), october), 0.9);
}

TEST(Forecast, little_history_says_little) {
  const DateRange spring{day("2024-03-01"), day("2024-05-31")};
  Tally tally;
  tally.from = spring.from;
  EXPECT_EQ(chance(count(Op::AtLeast, 10), tally, spring.from, {}, spring), 0.5);
  const Tally two_weeks = life(day("2024-03-04"), day("2024-03-17"), lesson);
  const double bold = chance(count(Op::AtLeast, 200), two_weeks, day("2024-03-17"), {}, spring);
  EXPECT_GT(bold, 0.2);
  EXPECT_LT(bold, 0.5);
}

TEST(Forecast, a_period_to_come_is_all_ahead) {
  const DateRange next{day("2025-01-01"), day("2025-12-31")};
  const Forecast ahead = told(count(Op::AtLeast, 73), lessons(), october, {}, next);
  EXPECT_NEAR(*ahead.needed_per_week, 73.0 * 7 / 365, 1e-9);
  EXPECT_FALSE(ahead.best_per_week);
  EXPECT_GT(ahead.chance, 0.9);
}

TEST(Forecast, what_is_missing_is_spread_over_the_days_left) {
  const Forecast rest = told(count(Op::AtLeast, lessons_so_far() + 36), lessons(), october);
  EXPECT_NEAR(*rest.needed_per_week, 36.0 * 7 / 72, 1e-9);
  const Forecast more = told(count(Op::More, lessons_so_far() + 35), lessons(), october);
  EXPECT_NEAR(*more.needed_per_week, 36.0 * 7 / 72, 1e-9);
  EXPECT_EQ(*told(count(Op::AtLeast, 3), lessons(), october).needed_per_week, 0);
  EXPECT_FALSE(told(count(Op::AtMost, 200), lessons(), october).needed_per_week);
  EXPECT_FALSE(told(count(Op::AtMost, 200), lessons(), october).best_per_week);
  EXPECT_FALSE(
      told(count(Op::AtLeast, 300), lessons(), october, {}, {year_2024.from, october}).needed_per_week);
}

TEST(Forecast, of_an_average_the_rest_must_make_up) {
  // Two a week were promised for 366 days, 84 were there after 294.
  const Forecast rest = told(check(MeasureKind::Count, Op::AtLeast, 2.5, CheckPace::Per), lessons(), october);
  EXPECT_NEAR(*rest.needed_per_week, (2.5 * 366 / 7 - lessons_so_far()) * 7 / 72, 1e-9);
}

TEST(Forecast, of_units_those_left_are_needed) {
  const Check monthly = check(MeasureKind::Count, Op::AtLeast, 10, CheckPace::Every, CheckUnit::Month);
  // October has six so far; ten are asked of November and of December.
  EXPECT_NEAR(*told(monthly, lessons(), october).needed_per_week, (4.0 + 10 + 10) * 7 / 72, 1e-9);
}

TEST(Forecast, the_best_stretch_is_as_long_as_what_is_left) {
  const Tally tally = life(day("2024-01-01"), october, [](Date date) {
    return date >= day("2024-05-06") && date < day("2024-05-06") + 36 ? 1 : 0;
  });
  EXPECT_NEAR(*told(count(Op::AtLeast, 100), tally, october).best_per_week, 36.0 * 7 / 72, 1e-9);
  // Early in the year no stretch is as long.
  const Tally january = life(day("2024-01-01"), day("2024-01-14"), lesson);
  EXPECT_NEAR(*told(count(Op::AtLeast, 100), january, day("2024-01-14")).best_per_week, 2, 1e-9);
}

TEST(Forecast, the_best_stretch_goes_on_after_days_not_seen) {
  Tally tally = life(day("2024-01-01"), october, lesson);
  for (std::size_t i = 100; i < 114; ++i) tally.days[i] = {};
  const Forecast rest = told(count(Op::AtLeast, 100), tally, october);
  EXPECT_NEAR(*rest.best_per_week, 2, 0.2);
}

/// Of the two weeks after an empty and a full one, how often both are full, and how often one of them is.
struct FullWeeks {
  double both = 0;
  double one = 0;
};

/// By every pair of weeks that may follow. `full`: weight of the full week, of both known; `unseen`: chance
/// of a week not seen yet. A stretch goes on from the full week, the later one, to the empty one, and back.
FullWeeks by_pairs(double full, double unseen) {
  const double goes_on = 1 - 1 / OwnWeeks::stretch;
  // In a full week there is no room for one thing more; half of the unseen weeks have nothing.
  const double anew = full * (1 - unseen / 2);
  const double full_seen = full * (1 - unseen);
  const double empty_seen = (1 - full) * (1 - unseen);
  const double full_unseen = full * unseen / 2;
  const double less_unseen = unseen - full_unseen;
  FullWeeks weeks;
  weeks.both = full_seen * (1 - goes_on) * anew + full_unseen * anew;
  weeks.one = full_seen * (goes_on + (1 - goes_on) * (1 - anew)) + full_unseen * (1 - anew) +
              empty_seen * (goes_on + (1 - goes_on) * anew) + less_unseen * anew;
  return weeks;
}

/// Over all weights: squares of three exponentials, whose shares are even over a triangle.
FullWeeks by_pairs_and_weights() {
  constexpr int steps = 600;
  FullWeeks mean;
  int cells = 0;
  for (int i = 0; i < steps; ++i) {
    for (int j = 0; i + j < steps; ++j, ++cells) {
      const double first = (i + 1.0 / 3) / steps;
      const double second = (j + 1.0 / 3) / steps;
      const double third = 1 - first - second;
      const double known = first * first + second * second;
      const double other = OwnWeeks::unseen * third * third;
      const FullWeeks weeks = by_pairs(first * first / known, other / (known + other));
      mean.both += weeks.both;
      mean.one += weeks.one;
    }
  }
  mean.both /= cells;
  mean.one /= cells;
  return mean;
}

TEST(Forecast, two_weeks_after_two_are_as_all_pairs_say) {
  const Date as_of = day("2024-03-17");
  const Tally tally =
      life(day("2024-03-04"), as_of, [](Date date) { return date >= day("2024-03-11") ? 1 : 0; });
  const DateRange next{day("2024-03-18"), day("2024-03-31")};
  constexpr int seeds = 300;
  double both = 0;
  double any = 0;
  for (int i = 0; i < seeds; ++i) {
    const std::uint64_t with = seed + static_cast<std::uint64_t>(i);
    both += chance(count(Op::AtLeast, 14), tally, as_of, {}, next, with) / seeds;
    any += chance(count(Op::AtLeast, 7), tally, as_of, {}, next, with) / seeds;
  }
  const auto as_told = [](double fraction) { return (2 * (400 * fraction + 0.5) / 401 + 0.75) / 3.5; };
  const FullWeeks weeks = by_pairs_and_weights();
  EXPECT_NEAR(both, as_told(weeks.both), 0.003);
  EXPECT_NEAR(any, as_told(weeks.both + weeks.one), 0.003);
}

TEST(Forecast, what_never_was_is_not_awaited) {
  const Tally tally = life(day("2023-01-01"), day("2024-03-14"), nothing);
  const double none = chance(check(MeasureKind::Trips, Op::Equal, 0), tally, day("2024-03-14"));
  EXPECT_GT(none, 0.6);
  EXPECT_LT(none, 0.9);
}

TEST(OwnWeeks, keep_weekdays_and_their_order) {
  const Tally tally =
      life(day("2024-01-01"), october, [](Date date) { return date.days - day("2024-01-01").days + 1; });
  OwnWeeks weeks(tally, october, monday);
  EXPECT_EQ(weeks.count(), 42);
  Lot lot(seed);
  int went_on = 0;
  constexpr int courses = 4000;
  for (int i = 0; i < courses; ++i) {
    weeks.begin(lot);
    const double first = weeks.next(lot, october + 1)[0].amount;
    const double second = weeks.next(lot, october + 8)[0].amount;
    if (first > 0) {
      EXPECT_EQ(std::fmod(first, 7), 1);
    }
    if (second == first + 7) ++went_on;
  }
  EXPECT_GT(went_on, 0.35 * courses);
  EXPECT_LT(went_on, 0.6 * courses);
}

TEST(OwnWeeks, an_unfinished_week_is_filled_with_the_one_before) {
  // Looked back on a Friday: Saturday and Sunday are those of a week earlier.
  const Date friday = day("2024-03-15");
  OwnWeeks weeks(life(day("2024-03-04"), friday, lesson), friday, monday);
  EXPECT_EQ(weeks.count(), 2);
  OwnWeeks few(life(day("2024-03-04"), day("2024-03-13"), lesson), day("2024-03-13"), monday);
  EXPECT_EQ(few.count(), 1);
}

TEST(OwnWeeks, a_year_at_most_and_no_week_that_was_not_seen) {
  Tally tally = life(day("2022-01-01"), october, lesson);
  EXPECT_EQ(OwnWeeks(tally, october, monday).count(), OwnWeeks::most);
  for (DayTally& one : tally.days) one.covered = false;
  EXPECT_EQ(OwnWeeks(tally, october, monday).count(), 0);
}

TEST(OwnWeeks, the_season_comes_again) {
  // Skiing in January and February alone, looked at in autumn.
  const Tally tally =
      life(day("2023-09-01"), october, [](Date date) { return date.month() <= 2 ? lesson(date) : 0; });
  const DateRange winter{day("2025-01-01"), day("2025-02-28")};
  const DateRange november{day("2024-11-01"), day("2024-12-29")};
  const double in_winter = chance(count(Op::AtLeast, 10), tally, october, {}, winter);
  const double before = chance(count(Op::AtLeast, 10), tally, october, {}, november);
  EXPECT_GT(in_winter, before + 0.15);
}

}  // namespace
}  // namespace hoego
