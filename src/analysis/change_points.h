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
  int day = 0;  ///< number of the first day of the new rate
  int low = 0;  ///< 90 %
  int high = 0;
  int from = 0;  ///< days of the stretch before: from .. day - 1
  int to = 0;    ///< and after: day .. to - 1
  double before = 0;
  double after = 0;
  bool none_before = false;  ///< the rate before was as good as zero
  bool none_after = false;
  double evidence = 0;    ///< twice the logarithm by which it explains the weeks better than no change there
  double certainty = 0;   ///< 0..1
  double dispersion = 1;  ///< of the weeks
};

/// Whether a rate is as good as zero, seen `count` times in `exposure` weeks: the upper bound of 90 % lies
/// below a tenth of `other`. Beforehand it is as likely exactly zero as anything between zero and `other`.
bool as_good_as_zero(int count, double exposure, double other, double dispersion);

/// What a change must explain, in units of twice a log-likelihood, so that at most 5 % of lives of thirty
/// habits are told a change in a year without one; by the number of weeks.
double penalty_for(int weeks);

/// How likely a change of this evidence is real, where one habit in five changes in a year.
double certainty_of(double evidence, int weeks);

/// Exact search (PELT) proposes partitions of the weeks from many changes to none; that which explains best
/// at the price of `penalty` a change is kept, provided that the steps do better than over-dispersion, memory
/// from week to week and, where the history is long enough to know one, a yearly season.
std::vector<ChangePoint> find_change_points(const DailyCounts& daily, std::optional<double> penalty = {});

/// The same without the change at `index`: the stretches on its two sides are one, with one rate.
std::vector<ChangePoint> without(std::vector<ChangePoint> points, std::size_t index,
                                 const DailyCounts& daily);

}  // namespace hoego
