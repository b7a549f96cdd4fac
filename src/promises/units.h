#pragma once
#include <vector>

#include "base/civil.h"
#include "promises/check.h"

namespace hoego {

/// A week, a month or a day that touches a period.
struct CalendarUnit {
  DateRange days;     ///< cut to the period
  bool whole = true;  ///< false: the period's edge cuts it
};

/// Units that touch the period, in order; weeks begin on the ISO weekday `week_starts`.
std::vector<CalendarUnit> units_in(DateRange period, CheckUnit unit, int week_starts);

/// How much of a unit a day is: a seventh of a week, of a month by its own length.
double part_of_unit(Date day, CheckUnit unit);

}  // namespace hoego
