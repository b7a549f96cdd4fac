#pragma once
#include <vector>

namespace hoego {

/// Counts by week, with the exposure of each: 1 for a whole week of everyday life, above 0.
struct Weeks {
  std::vector<int> counts;
  std::vector<double> exposure;
  std::vector<int> begin;  ///< number of each one's first day, rising; weeks without exposure are left out

  int size() const { return static_cast<int>(counts.size()); }
};

/// The weeks at which new rates begin, rising; 0 and the end are not among them.
using Partition = std::vector<int>;

/// What a stretch of weeks costs at one rate: minus twice the logarithm of Poisson's likelihood at its
/// maximum, up to what all partitions have in common.
class StretchCost {
 public:
  explicit StretchCost(const Weeks& weeks);
  /// Of the weeks `from` .. `to` - 1.
  double operator()(int from, int to) const;
  int count(int from, int to) const { return counts_[index(to)] - counts_[index(from)]; }
  double exposure(int from, int to) const { return exposure_[index(to)] - exposure_[index(from)]; }
  int size() const { return static_cast<int>(counts_.size()) - 1; }

 private:
  static std::size_t index(int week) { return static_cast<std::size_t>(week); }
  std::vector<int> counts_;       ///< sums up to a week
  std::vector<double> exposure_;  ///< sums up to a week
};

/// The partition of least cost where every change costs `penalty` and every stretch has `least` weeks: PELT
/// (Killick, Fearnhead, Eckley, J. Am. Stat. Assoc. 107, 2012), which is exact. Of fewer than 2 `least` weeks
/// there is one stretch.
Partition best_partition(const StretchCost& cost, double penalty, int least);

/// The partitions that come of it by leaving out one change after another, always the one whose absence costs
/// least, the others moved to where they are then best; from none to all.
std::vector<Partition> path_to_none(const StretchCost& cost, Partition all, int least);

/// Every change moved to the best week between its neighbours.
void settle(Partition& partition, const StretchCost& cost, int least);

/// Variance / mean of neighbouring weeks about each other, which steps and slow drifts hardly touch (von
/// Neumann, Annals of Mathematical Statistics 12, 1941), drawn towards 1.3 as by so many pairs of weeks.
double nearby_dispersion(const Weeks& weeks, double belief);

}  // namespace hoego
