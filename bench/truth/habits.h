#pragma once
#include <string>
#include <vector>

#include "analysis/change_points.h"
#include "bench/truth/draw.h"

namespace hoego::truth {

/// What a habit without change is like.
enum class Temper { Overdispersed, Autocorrelated, Seasonal, StrictlyWeekly };

/// Counts by day of a habit that never changes, over whole weeks.
/// Overdispersed: 0.3 to 6 a week, variance 1 to 3 times the mean. Autocorrelated: the same with the log of
/// the rate an AR(1) over weeks (coefficient 0.3 to 0.8, standard deviation 0.15 to 0.45). Seasonal: a yearly
/// sinusoid of 30 to 90 %, or so many weeks of each year and next to none in the others. StrictlyWeekly: on
/// one or two weekdays of every week, but for holidays of one to three weeks and a missed one now and then.
DailyCounts steady_habit(Draw& draw, Temper temper, int weeks);

/// A habit whose rate is `before` for the first half of the weeks and `after` for the second, the variance
/// `dispersion` times the mean.
DailyCounts changed_habit(Draw& draw, double before, double after, double dispersion, int weeks_a_side);

/// Counts by week of seven days.
std::vector<int> by_week(const DailyCounts& daily);

}  // namespace hoego::truth
