#pragma once
#include <optional>

#include "analysis/finding.h"

/// What the sentences of both languages say of a change.
namespace hoego {

/// How well the day of a change is known, by half the width of its interval.
enum class Sharpness {
  Day,     ///< 3 days
  Third,   ///< 10 days: the beginning, middle or end of a month
  About,   ///< 21 days: the same, about
  Month,   ///< 45 days
  Season,  ///< wider
};
Sharpness sharpness(const Change& change);

/// The day of the last record before a stop, as its evidence tells.
std::optional<Date> last_before(const Change& change, const Findings& findings);

/// What came of the activity from the change up to the next one, or to the last day lived.
struct Afterwards {
  int days = 0;
  int count = 0;
  bool to_the_end = false;  ///< no other change follows
};
Afterwards after(const Change& change, const Activity& activity, const Findings& findings);

/// A rate as one says it: so often in a unit of time.
struct Pace {
  enum class Unit { Week, Month, Year, Never };
  Unit unit = Unit::Never;
  int low = 0;   ///< low == high: about so often
  int high = 0;  ///< else between the two, neighbours
};
Pace pace(double per_week);

}  // namespace hoego
