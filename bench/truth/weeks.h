#pragma once
#include <array>
#include <string_view>

#include "analysis/compare.h"
#include "bench/truth/draw.h"

namespace hoego::truth {

/// How a thing comes week by week.
enum class Habit { Overdispersed, Autocorrelated, Bursty, StrictlyWeekly, UnequalCover, Seasonal };
constexpr std::array<Habit, 6> habits = {Habit::Overdispersed,  Habit::Autocorrelated, Habit::Bursty,
                                         Habit::StrictlyWeekly, Habit::UnequalCover,   Habit::Seasonal};
std::string_view name(Habit habit);

/// Two periods of the same length, of one habit whose rates are as `ratio`.
struct Pair {
  WeeklyCounts there;
  WeeklyCounts here;
};

/// `mean`: expected count there, if all of it is covered; here it is `mean * ratio`.
///  - Overdispersed: negative binomial weeks, their variance 1 to 4 times the mean;
///  - Autocorrelated: Poisson weeks whose logarithms of rates are AR(1), coefficient 0.2 to 0.8, standard
///    deviation 0.2 to 0.7;
///  - Bursty: each time several on one day, geometric with a mean of 1.5 to 4;
///  - StrictlyWeekly: as many appointments a week as are needed, each held with one probability (variance
///  below
///    Poisson's, down to none);
///  - UnequalCover: as Overdispersed, and a fifth of one of the two periods, in one piece, is not covered;
///  - Seasonal: dispersion 1.25 to 2, and both periods share a season, whose greatest rate is 1.8 to 7.4
///  times
///    the least.
Pair draw_pair(Draw& draw, Habit habit, double mean, double ratio, int weeks);

}  // namespace hoego::truth
