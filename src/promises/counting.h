#pragma once
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "promises/check.h"
#include "promises/ground.h"
#include "promises/tally.h"

namespace hoego {

/// One thing that a check counts, or may count.
struct CountedItem {
  Date day;
  double amount = 0;    ///< in the check's unit
  double possible = 0;  ///< what it may be besides
  std::string title;
  Evidence evidence;
};

/// What a check counts, day by day, from a year before its period (and before `as_of`) to `as_of`.
struct Counted {
  Tally tally;
  std::vector<CountedItem> items;  ///< by day
  std::vector<CountedItem> ahead;  ///< what is entered for the days after `as_of`, up to the period's end
  /// Kinds, and scopes of them (none: any), whose coverage tells that there was no more.
  std::vector<std::pair<Kind, std::set<std::string>>> seen_by;
};

/// Counts for a check over a period, as CONTRACT says of each measure.
///
/// An activity's time is what its records state, else the activity's `hours`; where no record of it has any,
/// hours are not known. Whole days have none. A distance is the records' `kilometers` or `meters`, steps
/// are theirs. A payment in another currency than the check's may be any sum. `countries` are those stayed in
/// on trips, home's own not among them unless `in` names it, each once a period. Steps and the commute need
/// sensors.
Counted count(const Check& check, const CountingGround& ground, DateRange period);

}  // namespace hoego
