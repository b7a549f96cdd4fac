#include "promises/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "promises/units.h"

namespace hoego {
namespace {

constexpr double enough_coverage = 0.8;
/// Sums of hours are sums of fractions.
constexpr double same = 1e-9;

/// Whether a value that can only grow is at the point after which nothing changes the verdict.
bool passes(Op op, double value, double target) {
  switch (op) {
    case Op::AtLeast:
    case Op::Less:
      return value >= target - same;
    default:
      return value > target + same;
  }
}

bool holds(Op op, double value, double target) {
  switch (op) {
    case Op::AtLeast:
      return value >= target - same;
    case Op::More:
      return value > target + same;
    case Op::AtMost:
      return value <= target + same;
    case Op::Less:
      return value < target - same;
    case Op::Equal:
      return std::abs(value - target) <= same;
  }
  return false;
}

bool is_cost(const Check& check) {
  return check.measure.kind == MeasureKind::Cost || check.measure.kind == MeasureKind::CostOfTrips;
}

/// Totals that can only grow are kept or broken on the day they pass.
bool runs(const Check& check, const Tally& tally) {
  return check.pace == CheckPace::None && tally.adding != Adding::Share && !is_cost(check);
}

/// Whether nothing at all is allowed.
bool allows_nothing(const Check& check, const Target& target) {
  if (is_goal(check.op)) return false;
  return check.op == Op::Less ? target.value <= 1 : target.value < 1;
}

/// Weeks in a row with an amount, day by day.
class Streak {
 public:
  explicit Streak(int week_starts) : week_starts_(week_starts) {}

  /// Days in order; the longest streak so far.
  int add(Date day, bool any) {
    if (day.weekday() == week_starts_ || first_) {
      if (!first_ && !this_week_) running_ = 0;
      this_week_ = false;
      first_ = false;
    }
    if (any && !this_week_) {
      this_week_ = true;
      longest_ = std::max(longest_, ++running_);
    }
    return longest_;
  }
  int longest() const { return longest_; }

 private:
  int week_starts_;
  bool first_ = true;
  bool this_week_ = false;
  int running_ = 0;
  int longest_ = 0;
};

/// What the days of a range come to at least and at most.
struct Bounds {
  double low = 0;
  double high = 0;
};

double times(int days, double rate) {
  return days == 0 ? 0 : days * rate;
}

/// The value of all the days' amounts, whatever is covered.
Bounds streaks(const Tally& tally, DateRange days, int week_starts) {
  Streak low(week_starts);
  Streak high(week_starts);
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const DayTally& one = tally.on(day);
    low.add(day, one.amount > 0);
    high.add(day, one.amount > 0 || one.possible > 0 || !one.covered);
  }
  return {static_cast<double>(low.longest()), static_cast<double>(high.longest())};
}

Bounds sums(const Tally& tally, DateRange days) {
  Bounds bounds;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    bounds.low += tally.on(day).amount;
    bounds.high += tally.on(day).possible;
  }
  bounds.high += bounds.low;
  return bounds;
}

/// Of a total, with what the uncovered days may hold.
Bounds totals(const Tally& tally, DateRange days, int week_starts) {
  if (tally.adding == Adding::LongestStreak) return streaks(tally, days, week_starts);
  Bounds bounds = sums(tally, days);
  if (const int missing = uncovered_days(tally, days); missing > 0)
    bounds.high += times(missing, std::max(0.0, high_rate(tally, days.to)));
  return bounds;
}

/// Over covered time.
std::optional<Bounds> averages(const Check& check, const Tally& tally, DateRange days, bool trust_all) {
  Bounds bounds;
  double units = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const DayTally& one = tally.on(day);
    if (!one.covered && !trust_all) continue;
    units += part_of_unit(day, check.every);
    bounds.low += one.amount;
    bounds.high += one.possible;
  }
  if (units <= 0) return std::nullopt;
  bounds.high = (bounds.low + bounds.high) / units;
  bounds.low /= units;
  return bounds;
}

std::optional<Bounds> shares(const Tally& tally, DateRange days) {
  double part = 0;
  double perhaps = 0;
  double whole = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const DayTally& one = tally.on(day);
    part += one.amount;
    perhaps += one.possible;
    whole += one.whole;
  }
  if (whole <= 0) return std::nullopt;
  return Bounds{100 * part / whole, std::min(100.0, 100 * (part + perhaps) / whole)};
}

/// What the check's value is at least and at most, as far as records tell.
std::optional<Bounds> bounds_of(const Check& check, const Tally& tally, DateRange days, int week_starts) {
  if (tally.adding == Adding::Share) return shares(tally, days);
  if (check.pace == CheckPace::Per) return averages(check, tally, days, false);
  return totals(tally, days, week_starts);
}

int asked_days(const Tally& tally, DateRange days) {
  int count = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) count += tally.on(day).asked ? 1 : 0;
  return count;
}

bool two_days_uncovered(const Tally& tally, DateRange days) {
  for (Date day = days.from; day < days.to; day = day + 1) {
    if (!tally.on(day).covered && !tally.on(day + 1).covered) return true;
  }
  return false;
}

/// Below, at or above.
int side(double value, double target) {
  return value < target - same ? -1 : value > target + same ? 1 : 0;
}

/// Whether the days lived tell, as far as they go, what the check asks.
bool is_known(const Check& check, const Tally& tally, const Target& target, DateRange lived,
              const Bounds& bounds) {
  const int missing = uncovered_days(tally, lived);
  if (missing > (1 - enough_coverage) * asked_days(tally, lived) + same) return false;
  if (allows_nothing(check, target) && runs(check, tally) && two_days_uncovered(tally, lived)) return false;
  for (const double wanted : {target.value, target.value + target.possible}) {
    if (check.op == Op::Equal && side(bounds.low, wanted) != side(bounds.high, wanted)) return false;
    if (holds(check.op, bounds.low, target.value) != holds(check.op, bounds.high, wanted)) return false;
    if (holds(check.op, bounds.low, target.value) != holds(check.op, bounds.low, wanted)) return false;
  }
  return true;
}

/// The day on which a total passes.
std::optional<Date> day_passed(const Check& check, const Tally& tally, double target, DateRange days,
                               int week_starts) {
  Streak streak(week_starts);
  double sum = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const double amount = tally.on(day).amount;
    sum += amount;
    const double value =
        tally.adding == Adding::LongestStreak ? static_cast<double>(streak.add(day, amount > 0)) : sum;
    if (passes(check.op, value, target)) return day;
  }
  return std::nullopt;
}

Verdict final_verdict(const Check& check, double value, double target) {
  if (holds(check.op, value, target)) return Verdict::Kept;
  return is_goal(check.op) || check.op == Op::Equal ? Verdict::Missed : Verdict::Broken;
}

Outcome judge_whole(const Check& check, const Tally& tally, const Target& target, DateRange period,
                    DateRange lived, int week_starts) {
  Outcome outcome;
  outcome.value = value_of(check, tally, lived, week_starts);
  if (runs(check, tally)) {
    // Last year's count is one at least: passing is sure only beyond all that it might be.
    outcome.date = day_passed(check, tally, target.value + target.possible, lived, week_starts);
    if (outcome.date) {
      outcome.verdict = is_goal(check.op) ? Verdict::Kept : Verdict::Broken;
      return outcome;
    }
  }
  const auto bounds = bounds_of(check, tally, lived, week_starts);
  if (!bounds || !is_known(check, tally, target, lived, *bounds)) {
    outcome.verdict = Verdict::Unknown;
  } else if (lived.to >= period.to) {
    outcome.verdict = final_verdict(check, *outcome.value, target.value);
    if (outcome.verdict == Verdict::Broken) outcome.date = period.to;
  }
  return outcome;
}

/// The most one uncovered day may hold: as much as any day up to then did. Later days do not turn what is
/// judged.
class MostInADay {
 public:
  explicit MostInADay(const Tally& tally) : tally_(tally), next_(tally.from) {}

  /// Days in order.
  double up_to(Date to) {
    for (; next_ <= std::min(to, tally_.to()); next_ = next_ + 1)
      most_ = std::max(most_, tally_.on(next_).amount);
    return most_;
  }

 private:
  const Tally& tally_;
  Date next_;
  double most_ = 1;
};

enum class Held { Yes, No, Unknown };

Held held(const Check& check, const Tally& tally, double target, DateRange unit, double most) {
  Bounds bounds = sums(tally, unit);
  bounds.high += times(uncovered_days(tally, unit), most);
  const bool low = holds(check.op, bounds.low, target);
  if (low == holds(check.op, bounds.high, target)) return low ? Held::Yes : Held::No;
  return Held::Unknown;
}

/// The day a unit failed, of those already lived: a limit fails as it is passed, what may be given back and
/// what is to be reached fail with the unit.
Date day_failed(const Check& check, const Tally& tally, double target, DateRange unit, int week_starts) {
  if (is_goal(check.op) || is_cost(check)) return unit.to;
  return day_passed(check, tally, target, unit, week_starts).value_or(unit.to);
}

Outcome judge_every(const Check& check, const Tally& tally, const Target& target, DateRange period,
                    DateRange lived, int week_starts) {
  Outcome outcome;
  outcome.value = value_of(check, tally, lived, week_starts);
  outcome.periods.emplace();
  MostInADay most(tally);
  for (const CalendarUnit& unit : units_in(period, check.every, week_starts)) {
    const auto days = intersect(unit.days, lived);
    if (!days) break;
    const bool ended = unit.whole && unit.days.to <= lived.to;
    const bool can_break = !is_goal(check.op) && !is_cost(check);
    if (!ended) {
      // What is not whole, or not over, can only have broken a limit.
      if (!can_break || !day_passed(check, tally, target.value, *days, week_starts)) continue;
    }
    const Held unit_held = held(check, tally, target.value, *days, most.up_to(days->to));
    PromisePeriods& periods = *outcome.periods;
    ++(unit_held == Held::Unknown ? periods.unknown : periods.of);
    if (unit_held == Held::Yes) ++periods.held;
    if (unit_held != Held::No || outcome.date) continue;
    outcome.verdict = Verdict::Broken;
    outcome.date = day_failed(check, tally, target.value, *days, week_starts);
  }
  if (outcome.verdict) return outcome;
  const PromisePeriods& periods = *outcome.periods;
  if (periods.unknown > 0 || (lived.to >= period.to && periods.of == 0))
    outcome.verdict = Verdict::Unknown;
  else if (lived.to >= period.to)
    outcome.verdict = Verdict::Kept;
  return outcome;
}

}  // namespace

Outcome judge(const Check& check, const Tally& tally, const Target& target, DateRange period, Date as_of,
              int week_starts) {
  if (as_of < period.from) return {};
  const DateRange lived{period.from, std::min(period.to, as_of)};
  Outcome outcome = check.pace == CheckPace::Every
                        ? judge_every(check, tally, target, period, lived, week_starts)
                        : judge_whole(check, tally, target, period, lived, week_starts);
  outcome.covered_days = asked_days(tally, lived) - uncovered_days(tally, lived);
  return outcome;
}

std::optional<double> value_of(const Check& check, const Tally& tally, DateRange days, int week_starts) {
  if (days.to < days.from) return std::nullopt;
  const auto bounds = bounds_of(check, tally, days, week_starts);
  if (!bounds) return std::nullopt;
  return bounds->low;
}

bool holds_in_the_end(const Check& check, const Tally& tally, const Target& target, DateRange period,
                      int week_starts) {
  if (check.pace == CheckPace::Every) {
    const auto units = units_in(period, check.every, week_starts);
    return std::all_of(units.begin(), units.end(), [&](const CalendarUnit& unit) {
      const double sum = sums(tally, unit.days).low;
      if (!unit.whole) return is_goal(check.op) || !passes(check.op, sum, target.value);
      return holds(check.op, sum, target.value);
    });
  }
  if (tally.adding == Adding::Share) {
    const auto share = shares(tally, period);
    return share && holds(check.op, share->low, target.value);
  }
  if (check.pace == CheckPace::Per) {
    const auto average = averages(check, tally, period, true);
    return average && holds(check.op, average->low, target.value);
  }
  const double total = tally.adding == Adding::LongestStreak ? streaks(tally, period, week_starts).low
                                                             : sums(tally, period).low;
  return holds(check.op, total, target.value);
}

}  // namespace hoego
