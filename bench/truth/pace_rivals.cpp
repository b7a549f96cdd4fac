#include "bench/truth/pace_rivals.h"

#include <algorithm>
#include <cmath>

#include "promises/units.h"
#include "promises/verdict.h"

namespace hoego::truth {
namespace {

constexpr int monday = 1;

bool holds(Op op, double value, double target) {
  switch (op) {
    case Op::AtLeast:
      return value >= target;
    case Op::More:
      return value > target;
    case Op::AtMost:
      return value <= target;
    case Op::Less:
      return value < target;
    default:
      return value == target;
  }
}

/// The period's covered days so far.
struct SoFar {
  DateRange days;
  double amount = 0;
  int covered = 0;
  int left = 0;

  /// Of the rest, at the same pace.
  double rest() const { return covered == 0 ? 0 : amount / covered * left; }
};

SoFar so_far(const PromisedLife& life) {
  SoFar so;
  so.days = {life.period.from, life.as_of};
  so.left = life.period.to - life.as_of;
  for (Date day = so.days.from; day <= so.days.to; day = day + 1) {
    const DayTally& one = life.seen.on(day);
    so.amount += one.amount;
    if (one.covered)
      ++so.covered;
    else
      ++so.left;
  }
  return so;
}

struct Units {
  int held = 0;
  int failed = 0;
  int left = 0;
};

/// Of `every`: whole units so far, and those to come.
Units units_of(const PromisedLife& life) {
  Units units;
  for (const CalendarUnit& unit : units_in(life.period, life.check.every, monday)) {
    if (!unit.whole) continue;
    double sum = 0;
    for (Date day = unit.days.from; day <= unit.days.to; day = day + 1) sum += life.seen.on(day).amount;
    if (unit.days.to > life.as_of)
      ++units.left;
    else
      ++(holds(life.check.op, sum, life.target.value) ? units.held : units.failed);
  }
  return units;
}

/// Of a streak: weeks with and without, to come, and in a row up to now.
struct Weeks {
  int with = 0;
  int without = 0;
  int left = 0;
  int running = 0;
};

Weeks weeks_of(const PromisedLife& life) {
  Weeks weeks;
  for (const CalendarUnit& unit : units_in(life.period, CheckUnit::Week, monday)) {
    bool any = false;
    for (Date day = unit.days.from; day <= unit.days.to; day = day + 1)
      any = any || life.seen.on(day).amount > 0;
    if (unit.days.to > life.as_of && !any) {
      ++weeks.left;
      continue;
    }
    ++(any ? weeks.with : weeks.without);
    weeks.running = any ? weeks.running + 1 : 0;
  }
  return weeks;
}

double chance_of_streak(const PromisedLife& life) {
  const Weeks weeks = weeks_of(life);
  const double one = (weeks.with + 1.0) / (weeks.with + weeks.without + 2.0);
  const auto target = static_cast<std::size_t>(std::max(1.0, std::ceil(life.target.value)));
  std::vector<double> running(target, 0);
  running[std::min(target - 1, static_cast<std::size_t>(weeks.running))] = 1;
  double reached = 0;
  for (int week = 0; week < weeks.left; ++week) {
    std::vector<double> after(target, 0);
    for (std::size_t i = 0; i < target; ++i) {
      (i + 1 == target ? reached : after[i + 1]) += running[i] * one;
      after[0] += running[i] * (1 - one);
    }
    running = after;
  }
  return reached;
}

double poisson_at_most(double mean, double count) {
  if (count < 0) return 0;
  double term = std::exp(-mean);
  double sum = term;
  for (int i = 1; i <= std::floor(count); ++i) sum += term *= mean / i;
  return std::min(1.0, sum);
}

double chance_of_count(const PromisedLife& life, const SoFar& so) {
  const double mean = so.rest();
  const double left = life.target.value - so.amount;
  switch (life.check.op) {
    case Op::AtLeast:
      return 1 - poisson_at_most(mean, std::ceil(left) - 1);
    case Op::More:
      return 1 - poisson_at_most(mean, std::floor(left));
    case Op::AtMost:
      return poisson_at_most(mean, std::floor(left));
    case Op::Less:
      return poisson_at_most(mean, std::ceil(left) - 1);
    default:
      return poisson_at_most(mean, left) - poisson_at_most(mean, left - 1);
  }
}

/// What a day brings beyond what the target asks of it; a total asks nothing of a day.
double beyond(const PromisedLife& life, Date day) {
  const DayTally& one = life.seen.on(day);
  if (life.seen.adding == Adding::Share) return one.amount - life.target.value / 100 * one.whole;
  if (life.check.pace == CheckPace::Per)
    return one.amount - life.target.value * part_of_unit(day, life.check.every);
  return one.amount;
}

double normal_chance(const PromisedLife& life, const SoFar& so) {
  double sum = 0;
  std::vector<double> weeks;
  double week = 0;
  int in_week = 0;
  for (Date day = so.days.from; day <= so.days.to; day = day + 1) {
    if (!life.seen.on(day).covered) continue;
    const double more = beyond(life, day);
    sum += more;
    week += more;
    if (++in_week < 7) continue;
    weeks.push_back(week);
    week = 0;
    in_week = 0;
  }
  if (weeks.size() < 2 || so.covered == 0) return 0.5;
  double mean = 0;
  for (const double one : weeks) mean += one / static_cast<double>(weeks.size());
  double variance = 0;
  for (const double one : weeks)
    variance += (one - mean) * (one - mean) / static_cast<double>(weeks.size() - 1);
  const bool is_total = life.seen.adding == Adding::Sum && life.check.pace == CheckPace::None;
  const double end =
      sum * (1 + static_cast<double>(so.left) / so.covered) - (is_total ? life.target.value : 0);
  const double deviation = std::sqrt(variance * so.left / 7);
  const bool up = life.check.op == Op::AtLeast || life.check.op == Op::More;
  if (deviation <= 0) return (end >= 0) == up ? 1 : 0;
  const double above = 0.5 * std::erfc(-end / deviation / std::sqrt(2.0));
  return up ? above : 1 - above;
}

}  // namespace

double linear_pace(const PromisedLife& life) {
  const SoFar so = so_far(life);
  if (so.covered == 0) return 0.5;
  if (life.check.pace == CheckPace::Every) return units_of(life).failed == 0 ? 1 : 0;
  if (life.seen.adding == Adding::Share || life.check.pace == CheckPace::Per) {
    const auto value = value_of(life.check, life.seen, so.days, monday);
    return !value ? 0.5 : holds(life.check.op, *value, life.target.value) ? 1 : 0;
  }
  if (life.seen.adding == Adding::LongestStreak) {
    const Weeks weeks = weeks_of(life);
    const double part = static_cast<double>(so.days.days()) / life.period.days();
    return holds(life.check.op, std::round(weeks.running / part), life.target.value) ? 1 : 0;
  }
  const double end = so.amount + so.rest();
  const bool whole = life.check.op == Op::Equal;
  return holds(life.check.op, whole ? std::round(end) : end, life.target.value) ? 1 : 0;
}

double linear_pace_with_chance(const PromisedLife& life) {
  const SoFar so = so_far(life);
  if (life.check.pace == CheckPace::Every) {
    const Units units = units_of(life);
    return std::pow((units.held + 1.0) / (units.held + units.failed + 2.0), units.left);
  }
  if (life.seen.adding == Adding::LongestStreak) return chance_of_streak(life);
  if (so.covered == 0) return 0.5;
  const MeasureKind kind = life.check.measure.kind;
  const bool is_count =
      kind == MeasureKind::Count || kind == MeasureKind::Days || kind == MeasureKind::NightsAway;
  if (is_count && life.check.pace == CheckPace::None) return chance_of_count(life, so);
  return normal_chance(life, so);
}

}  // namespace hoego::truth
