#include "promises/stretches.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "promises/units.h"
#include "promises/verdict.h"

namespace hoego {
namespace {

constexpr double enough_coverage = 0.8;
constexpr int most_stretches = 8;
/// From this many steps on, numbers are rounded to ten times as many.
constexpr double coarse = 50;
constexpr double let_pass = 0.1;

bool is_covered(const Tally& tally, DateRange days) {
  int asked = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const DayTally& one = tally.on(day);
    if (one.possible > 0) return false;
    asked += one.asked ? 1 : 0;
  }
  return uncovered_days(tally, days) <= (1 - enough_coverage) * asked;
}

/// Whether it is of an activity that one takes up, and a goal.
bool is_taken_up(const Check& check) {
  if (check.is_limit()) return false;
  switch (check.measure.kind) {
    case MeasureKind::Count:
    case MeasureKind::Hours:
    case MeasureKind::Days:
    case MeasureKind::Distance:
      return true;
    default:
      return false;
  }
}

/// Without the days before the first one with anything; all of them where there is none.
Tally since_first(const Tally& tally) {
  Tally since = tally;
  const auto first =
      std::find_if(since.days.begin(), since.days.end(), [](const DayTally& day) { return day.amount > 0; });
  if (first == since.days.end()) return since;
  std::for_each(since.days.begin(), first, [](DayTally& day) { day.covered = false; });
  return since;
}

/// Stretches that are known, the latest first.
std::vector<DateRange> known_stretches(const Tally& tally) {
  std::vector<DateRange> known;
  Date last = tally.to();
  for (int n = 0; n < most_stretches && last - (stretch_days - 1) >= tally.from;
       ++n, last = last - stretch_days) {
    const DateRange days{last - (stretch_days - 1), last};
    if (is_covered(tally, days)) known.push_back(days);
  }
  return known;
}

/// What the covered days of a stretch come to over so many.
double in_proportion(const Tally& tally, DateRange days, int span) {
  double sum = 0;
  int covered = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const DayTally& one = tally.on(day);
    if (!one.covered) continue;
    sum += one.amount;
    ++covered;
  }
  return sum * span / covered;
}

/// The least of the units, of a limit the most; nothing where none is whole and seen.
std::optional<double> worst_unit(const Check& check, const Tally& tally, DateRange days, int week_starts) {
  std::optional<double> worst;
  for (const CalendarUnit& unit : units_in(days, check.every, week_starts)) {
    if (!unit.whole || uncovered_days(tally, unit.days) > 0) continue;
    double sum = 0;
    for (Date day = unit.days.from; day <= unit.days.to; day = day + 1) sum += tally.on(day).amount;
    const bool is_worse = !worst || (check.is_limit() ? sum > *worst : sum < *worst);
    if (is_worse) worst = sum;
  }
  return worst;
}

/// Lengths of the streaks of the last two years, in weeks.
std::vector<double> streak_lengths(const Tally& tally, int week_starts) {
  const DateRange days{std::max(tally.from, tally.to() - (most_stretches * stretch_days - 1)), tally.to()};
  std::vector<double> lengths;
  double running = 0;
  for (const CalendarUnit& week : units_in(days, CheckUnit::Week, week_starts)) {
    bool any = false;
    for (Date day = week.days.from; day <= week.days.to; day = day + 1) any = any || tally.on(day).amount > 0;
    if (any) {
      ++running;
    } else if (running > 0) {
      lengths.push_back(running);
      running = 0;
    }
  }
  if (running > 0) lengths.push_back(running);
  return lengths;
}

std::optional<double> stretch_value(const Check& check, const Tally& tally, DateRange days, int span,
                                    bool every, int week_starts) {
  if (every) return worst_unit(check, tally, days, week_starts);
  if (check.pace != CheckPace::None || tally.adding == Adding::Share) {
    Check average = check;
    if (check.pace != CheckPace::None) average.pace = CheckPace::Per;
    return value_of(average, tally, days, week_starts);
  }
  return in_proportion(tally, days, span);
}

}  // namespace

PastValues past_values(const Check& check, const Tally& tally, int span, bool every, int week_starts) {
  PastValues past;
  if (tally.adding == Adding::LongestStreak) {
    past.of = PastValues::Of::Streaks;
    past.values = streak_lengths(tally, week_starts);
  } else {
    past.of = every ? PastValues::Of::Units : PastValues::Of::Stretches;
    const Tally counted = is_taken_up(check) ? since_first(tally) : tally;
    const std::vector<DateRange> stretches = known_stretches(counted);
    past.since_first = stretches.size() < known_stretches(tally).size();
    for (const DateRange& days : stretches) {
      if (const auto value = stretch_value(check, counted, days, span, every, week_starts))
        past.values.push_back(*value);
    }
  }
  std::sort(past.values.begin(), past.values.end());
  return past;
}

double quantile(const std::vector<double>& values, double part) {
  const double at = part * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - std::floor(at)) * (values[above] - values[below]);
}

double smallest_number(CheckPace pace) {
  return pace == CheckPace::Per ? 0.5 : 1;
}

double round_number(double value, CheckPace pace, Rounding rounding) {
  double step = pace == CheckPace::Per && value < 10 ? 0.5 : 1;
  while (step >= 1 && value > coarse * step) step *= 10;
  // Rounding one way goes farther: fives and fifties are numbers that people use too.
  if (rounding != Rounding::Nearest && step >= 10) step /= 2;
  const double steps = value / step;
  switch (rounding) {
    case Rounding::Down:
      return std::floor(steps + let_pass) * step;
    case Rounding::Up:
      return std::ceil(steps - let_pass) * step;
    case Rounding::Nearest:
      break;
  }
  return std::round(steps) * step;
}

}  // namespace hoego
