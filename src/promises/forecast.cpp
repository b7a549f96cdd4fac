#include "promises/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "promises/own_weeks.h"
#include "promises/units.h"
#include "promises/verdict.h"

namespace hoego {
namespace {

constexpr int courses = 400;
/// Weeks that a half weighs as much as.
constexpr double weeks_of_doubt = 1.5;
/// More than any day brings of what has no bound.
constexpr double endless = 1e9;
constexpr double same = 1e-9;

bool may_be_given_back(const Check& check) {
  return check.measure.kind == MeasureKind::Cost || check.measure.kind == MeasureKind::CostOfTrips;
}

/// What one day may bring at most.
DayTally fullest_day(const Check& check, const Tally& tally) {
  const MeasureKind kind = check.measure.kind;
  const bool once = kind == MeasureKind::Days || kind == MeasureKind::NightsAway ||
                    kind == MeasureKind::LongestStreak || check.measure.within == Within::Evenings;
  DayTally day;
  day.amount = once ? 1 : endless;
  if (tally.adding == Adding::Share) day.whole = day.amount;
  return day;
}

/// The period's days, those lived and those that are not known.
struct Course {
  Tally tally;
  std::vector<bool> open;  ///< ahead, or lived and not covered

  bool is_open() const { return std::find(open.begin(), open.end(), true) != open.end(); }
};

Course lived(const Tally& tally, DateRange period, Date as_of) {
  Course course;
  course.tally.adding = tally.adding;
  course.tally.from = period.from;
  for (Date day = period.from; day <= period.to; day = day + 1) {
    course.tally.days.push_back(day <= as_of ? tally.on(day) : DayTally{});
    const DayTally& one = course.tally.days.back();
    course.open.push_back(!one.covered && one.asked);
  }
  return course;
}

/// What is open filled with days like one; what was seen of an uncovered day stays.
Tally filled(const Course& course, const DayTally& like) {
  Tally tally = course.tally;
  for (std::size_t i = 0; i < tally.days.size(); ++i) {
    if (!course.open[i]) continue;
    DayTally& day = tally.days[i];
    day.amount = std::max(day.amount, like.amount);
    day.whole = std::max(day.whole, like.whole);
    day.covered = true;
  }
  return tally;
}

std::optional<double> decided(const Check& check, const Course& course, const Target& target,
                              DateRange period, int week_starts) {
  const auto holds = [&](Op op, const Tally& tally) {
    Check one = check;
    one.op = op;
    return holds_in_the_end(one, tally, target, period, week_starts);
  };
  DayTally like = fullest_day(check, course.tally);
  const Tally most = filled(course, like);
  like.amount = 0;
  const Tally least = filled(course, like);
  if (!course.is_open()) return holds(check.op, least) ? 1 : 0;
  if (may_be_given_back(check)) return std::nullopt;
  if (check.op == Op::Equal) {
    const bool can_be = holds(Op::AtMost, least) && holds(Op::AtLeast, most);
    return can_be ? std::nullopt : std::optional<double>(0);
  }
  const bool kept = holds(check.op, least);
  if (kept != holds(check.op, most)) return std::nullopt;
  return kept ? 1 : 0;
}

/// What is entered, by day of the period, as far as it will be held.
using Plan = std::vector<double>;

Plan plan_for(const std::vector<double>& planned, DateRange period, Date as_of) {
  Plan plan(static_cast<std::size_t>(period.days()), 0);
  for (std::size_t i = 0; i < planned.size(); ++i) {
    const Date day = as_of + 1 + static_cast<int>(i);
    if (period.contains(day)) plan[static_cast<std::size_t>(day - period.from)] = planned[i];
  }
  return plan;
}

/// Days of one calendar week that are open, as indices into the period.
struct OpenWeek {
  int first = 0;  ///< index of its first day; below 0 where the period's edge cuts it
  std::vector<std::size_t> days;
};

std::vector<OpenWeek> open_weeks(const Course& course, DateRange period, int week_starts) {
  std::vector<OpenWeek> weeks;
  for (const CalendarUnit& unit : units_in(period, CheckUnit::Week, week_starts)) {
    OpenWeek week;
    week.first = unit.days.to - period.from - (unit.days.to.weekday() - week_starts + 7) % 7;
    for (Date day = unit.days.from; day <= unit.days.to; day = day + 1) {
      const auto index = static_cast<std::size_t>(day - period.from);
      if (course.open[index]) week.days.push_back(index);
    }
    if (!week.days.empty()) weeks.push_back(std::move(week));
  }
  return weeks;
}

/// Fills the open days of one week with those of a week drawn, or with what is entered where that is more.
void live(Tally& tally, const Tally& before, const OpenWeek& open, const Week& drawn, const Plan& plan,
          Lot& lot) {
  double by_habit = 0;
  double by_plan = 0;
  for (const std::size_t index : open.days) {
    DayTally& day = tally.days[index];
    const DayTally& seen = before.days[index];
    day = drawn[static_cast<std::size_t>(static_cast<int>(index) - open.first)];
    day.amount = std::max(day.amount, seen.amount);
    day.whole = std::max(day.whole, seen.whole);
    by_habit += day.amount;
    by_plan += plan[index];
  }
  if (by_plan <= 0 || tally.adding == Adding::Share) return;
  std::array<double, 7> held = {};
  by_plan = 0;
  for (std::size_t i = 0; i < open.days.size(); ++i) {
    const double amount = plan[open.days[i]];
    if (amount <= 0 || !lot.chance(planned_is_held)) continue;
    held[i] = amount;
    by_plan += amount;
  }
  if (by_plan <= by_habit) return;
  for (std::size_t i = 0; i < open.days.size(); ++i) tally.days[open.days[i]].amount = held[i];
}

double chance_of(const Check& check, const Course& course, OwnWeeks weeks, const Plan& plan,
                 const Target& target, DateRange period, int week_starts, Lot lot) {
  if (weeks.count() == 0) return 0.5;
  const std::vector<OpenWeek> open = open_weeks(course, period, week_starts);
  Tally tally = course.tally;
  int kept = 0;
  for (int i = 0; i < courses; ++i) {
    weeks.begin(lot);
    for (const OpenWeek& week : open)
      live(tally, course.tally, week, weeks.next(lot, period.from + week.first), plan, lot);
    if (holds_in_the_end(check, tally, target, period, week_starts)) ++kept;
  }
  const double fraction = (kept + 0.5) / (courses + 1);
  return (weeks.count() * fraction + weeks_of_doubt / 2) / (weeks.count() + weeks_of_doubt);
}

double sum_of(const Tally& tally, DateRange days) {
  double sum = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) sum += tally.on(day).amount;
  return sum;
}

/// Of `per`: what the whole period must come to, less what it came to; days that no source saw are not asked.
double missing_of_average(const Check& check, const Course& course, double wanted, Date as_of) {
  double units = 0;
  double sum = 0;
  for (std::size_t i = 0; i < course.open.size(); ++i) {
    const Date day = course.tally.from + static_cast<int>(i);
    if (course.open[i] && day <= as_of) continue;
    units += part_of_unit(day, check.every);
    sum += course.tally.days[i].amount;
  }
  return wanted * units - sum;
}

double missing_of_units(const Check& check, const Tally& tally, double wanted, DateRange period, Date as_of,
                        int week_starts) {
  double missing = 0;
  for (const CalendarUnit& unit : units_in(period, check.every, week_starts)) {
    if (!unit.whole || unit.days.to <= as_of) continue;
    missing += std::max(0.0, wanted - sum_of(tally, unit.days));
  }
  return missing;
}

bool is_whole_count(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::Count:
    case MeasureKind::Days:
    case MeasureKind::Trips:
    case MeasureKind::DayTrips:
    case MeasureKind::NightsAway:
    case MeasureKind::Countries:
    case MeasureKind::Steps:
      return true;
    default:
      return false;
  }
}

/// What the days left must bring in all; absent where no amount can be named.
std::optional<double> missing(const Check& check, const Course& course, const Target& target,
                              DateRange period, Date as_of, int week_starts) {
  if (check.is_limit() || course.tally.adding != Adding::Sum) return std::nullopt;
  double wanted = target.value;
  if (check.pace == CheckPace::Per) return missing_of_average(check, course, wanted, as_of);
  // More than ten is eleven.
  if (check.op == Op::More && is_whole_count(check.measure.kind)) wanted = std::floor(wanted + same) + 1;
  if (check.pace == CheckPace::Every)
    return missing_of_units(check, course.tally, wanted, period, as_of, week_starts);
  return wanted - sum_of(course.tally, period);
}

std::optional<double> best_of(const Tally& tally, DateRange days, int length) {
  std::vector<double> covered;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    if (tally.on(day).covered) covered.push_back(tally.on(day).amount);
  }
  const auto window = std::min(covered.size(), static_cast<std::size_t>(length));
  if (window == 0) return std::nullopt;
  double sum = 0;
  std::optional<double> best;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    sum += covered[i];
    if (i >= window) sum -= covered[i - window];
    if (i + 1 >= window) best = std::max(best.value_or(sum), sum);
  }
  return 7 * *best / static_cast<double>(window);
}

}  // namespace

std::optional<double> decided(const Check& check, const Tally& tally, const Target& target, DateRange period,
                              Date as_of, int week_starts) {
  return decided(check, lived(tally, period, as_of), target, period, week_starts);
}

Forecast forecast(const Check& check, const Tally& tally, const std::vector<double>& planned,
                  const Target& target, DateRange period, Date as_of, int week_starts, std::uint64_t seed) {
  const Course course = lived(tally, period, as_of);
  Forecast forecast;
  const int left = period.to - std::max(as_of, period.from - 1);
  const auto rest = missing(check, course, target, period, as_of, week_starts);
  if (rest && left > 0) {
    forecast.needed_per_week = 7 * std::max(0.0, *rest) / left;
    forecast.best_per_week = best_of(course.tally, {period.from, std::min(as_of, period.to)}, left);
  }
  const auto certain = decided(check, course, target, period, week_starts);
  forecast.chance = certain
                        ? *certain
                        : chance_of(check, course, OwnWeeks(tally, as_of, week_starts),
                                    plan_for(planned, period, as_of), target, period, week_starts, Lot(seed));
  return forecast;
}

}  // namespace hoego
