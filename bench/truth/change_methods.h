#pragma once
#include <vector>

namespace hoego::truth {

/// The oracle: twice the log of the greatest likelihood ratio of one change against none over all weeks, by
/// the negative binomial law of constant dispersion (Poisson's at 1) whose true dispersion it is told.
double oracle_ratio(const std::vector<int>& weeks, double dispersion);

/// Mann's and Kendall's statistic (Kendall, Rank Correlation Methods, 1975), standardised with ties and
/// continuity, without sign.
double mann_kendall(const std::vector<int>& weeks);

/// The rule "last month against the mean": twice the log by which the last four weeks differ from what the
/// mean of the weeks before lets one expect, as Poisson counts.
double last_month_against_mean(const std::vector<int>& weeks);
/// The same as it is mostly used: less than half or more than twice the mean.
bool last_month_far_from_mean(const std::vector<int>& weeks);

}  // namespace hoego::truth
