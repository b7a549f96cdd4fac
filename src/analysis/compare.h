#pragma once
#include <vector>

#include "analysis/dispersion.h"
#include "analysis/distribution.h"
#include "analysis/finding.h"

namespace hoego {

/// Ratio of two rates (here per covered day / there per covered day) with an interval of 90 %, and the
/// p-value of their being the same.
///
/// Quasi-likelihood: both counts are divided by the long-run dispersion of their weeks. Given the sum, the
/// later count is binomial, and the interval inverts its mid-P test (Lancaster, JASA 56, 1961; Berry and
/// Armitage, The Statistician 44, 1995), which is as short as it may be for the small counts of a year; a
/// dispersion that is itself estimated widens normal quantiles to Student's. Interval and p-value are the
/// same test: the interval holds 1 where p > 0.1. Where one count is zero the bound on that side is absent or
/// 0, and the other is the one-sided bound of 95 %. Verdict: Unknown where less than 80 % of either period is
/// covered or neither has anything, NoClearDifference where the interval holds 1. Sets all but `count`,
/// `days`, `evidence` and `q`.
void compare(Comparison& comparison, const WeeklyCounts& there, const WeeklyCounts& here);

/// p-values adjusted for how many there are (Benjamini and Hochberg, JRSS B 57, 1995), in their order: of
/// those up to 0.1 one in ten is false at most, on average, where tests are independent or move together.
std::vector<double> adjusted(const std::vector<double>& p);

}  // namespace hoego
