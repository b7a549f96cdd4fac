#pragma once
#include <vector>

#include "base/civil.h"

namespace hoego {

/// How days come to the value of a check.
enum class Adding {
  Sum,            ///< of the amounts
  LongestStreak,  ///< weeks in a row with an amount
  Share,          ///< per cent: amounts of wholes
};

/// What a check counts on one local day, in the check's unit.
struct DayTally {
  double amount = 0;  ///< counts for certain; negative only of money given back
  double possible =
      0;             ///< may count besides, as where it was is not known; infinity: nobody can tell how much
  double whole = 0;  ///< of a share alone: that of which `amount` is a part
  bool covered = false;  ///< whether one more would have been seen
  bool asked = true;     ///< of a share of weekends: whether the day is one
};

/// Days one after another.
struct Tally {
  Adding adding = Adding::Sum;
  Date from;
  std::vector<DayTally> days;

  /// The last day; before `from` where there is none.
  Date to() const { return from + (static_cast<int>(days.size()) - 1); }
  /// A day outside is an uncovered one without anything.
  const DayTally& on(Date day) const;
};

/// What a check is held against.
struct Target {
  double value = 0;
  /// Of last year: how much more it might be, were its uncovered days like its best ones.
  double possible = 0;
  /// Of last year, unfinished: its value to the same date.
  double same_span = 0;
};

/// A high rate of one day, by the person's own weeks up to `to`: the 95th percentile of what a covered day
/// brought, over weeks with four covered days or more. Infinity where no week tells.
double high_rate(const Tally& tally, Date to);

/// Uncovered days of `days` that would have counted.
int uncovered_days(const Tally& tally, DateRange days);

}  // namespace hoego
