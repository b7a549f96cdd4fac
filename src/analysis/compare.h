#pragma once
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// Counts of one thing by week over covered days.
struct WeeklyCounts {
  std::vector<int> counts;
  std::vector<int> covered_days;  ///< 0..7, of the same weeks
  int total() const;
  int covered() const;
};

/// Ratio of two rates (here per covered day / there per covered day) with an interval of 90 %.
/// The counts are quasi-Poisson: the dispersion, Pearson's statistic of the weeks about each period's own
/// rate (McCullagh and Nelder, Generalized Linear Models, 1989, 9.2), divides both counts; given their sum,
/// the share of the later one is binomial, and Jeffreys' interval for it (Brown, Cai, DasGupta, Statistical
/// Science 16, 2001) gives the ratio's. It holds for zero counts, where `ratio` or `high` is absent. Verdict:
/// Unknown where less than 80 % of either period is covered, NoClearDifference where the interval holds 1.
void compare(Comparison& comparison, const WeeklyCounts& there, const WeeklyCounts& here);

/// Regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22). 0 <= x <= 1; a,
/// b > 0.
double incomplete_beta(double x, double a, double b);

}  // namespace hoego
