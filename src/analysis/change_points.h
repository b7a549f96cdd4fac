#pragma once
#include <optional>
#include <vector>

#include "analysis/segmentation.h"

namespace hoego {

/// Counts of one thing by day. Exposure: 0 where its absence would say nothing; over an ordinary week of
/// everyday life it sums to 1.
struct DailyCounts {
  std::vector<int> counts;
  std::vector<double> exposure;
};

/// A day from which on the rate is another one. Rates are per week of exposure.
struct ChangePoint {
  int day = 0;   ///< number of the first day of the new rate
  int low = 0;   ///< 90 %
  int high = 0;
  int from = 0;  ///< days of the stretch before: from .. day - 1
  int to = 0;    ///< and after: day .. to - 1
  double before = 0;
  double after = 0;
  double evidence = 0;    ///< twice the logarithm by which it explains the weeks better than no change there
  double dispersion = 1;  ///< of the weeks
};

/// The penalty per change, in units of twice a log-likelihood, at which 5 % of lives of thirty habits are told
/// a change in a year without one; by the number of weeks. Made by `hoego_truth --tuning changes-calibration`.
double penalty_for(int weeks);

/// Exact search (PELT) proposes partitions of the weeks from many changes to none; that which explains best at
/// the price of `penalty` a change is kept, provided that the steps do better than over-dispersion, memory
/// from week to week and a yearly season, wherever the history is long enough to know one.
std::vector<ChangePoint> find_change_points(const DailyCounts& daily, std::optional<double> penalty = {});

}  // namespace hoego
