#pragma once
#include <optional>

#include "analysis/finding.h"
#include "promises/check.h"
#include "promises/tally.h"

namespace hoego {

/// What the days so far say of a promise.
struct Outcome {
  std::optional<Verdict> verdict;  ///< absent: still open, on track or at risk
  std::optional<Date> date;        ///< on which it was kept or broken
  std::optional<double> value;     ///< in the check's unit; of a pace "per" its average
  std::optional<PromisePeriods> periods;
  int covered_days = 0;
};

/// The verdict by the table and the rules of CONTRACT "resolutions". `period`: of the line, to its `by`;
/// it is over once `as_of` is its last day. `tally` holds at least the lived days of the period; what lies
/// before tells the person's own rate. Weeks begin on the ISO weekday `week_starts`.
///
/// A total is kept or broken on the day it passes. A share, an average and a cost are judged at the end: a
/// limit that does not hold is broken, anything else missed. Below 80 % of covered days, or where the
/// uncovered ones could turn it, it is unknown.
Outcome judge(const Check& check, const Tally& tally, const Target& target, DateRange period, Date as_of,
              int week_starts);

/// The value over `days` as far as they were lived; absent where there is nothing to divide by.
std::optional<double> value_of(const Check& check, const Tally& tally, DateRange days, int week_starts);

/// Whether it holds in the end, were every day of the period covered. What may count does not.
bool holds_in_the_end(const Check& check, const Tally& tally, const Target& target, DateRange period,
                      int week_starts);

}  // namespace hoego
