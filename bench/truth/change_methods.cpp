#include "bench/truth/change_methods.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace hoego::truth {
namespace {

constexpr std::size_t month = 4;

/// Sums of counts, and how many weeks have more than 0, 1, 2... up to each week: all that the negative
/// binomial likelihood of a stretch needs.
class Stretches {
 public:
  explicit Stretches(const std::vector<int>& weeks) {
    const int most = *std::max_element(weeks.begin(), weeks.end());
    above_.assign(static_cast<std::size_t>(most), std::vector<int>(weeks.size() + 1, 0));
    sums_.assign(weeks.size() + 1, 0);
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      sums_[i + 1] = sums_[i] + weeks[i];
      for (std::size_t n = 0; n < above_.size(); ++n)
        above_[n][i + 1] = above_[n][i] + (weeks[i] > static_cast<int>(n) ? 1 : 0);
    }
  }

  /// At the mean of the weeks; up to what all partitions have in common.
  double log_likelihood(std::size_t from, std::size_t to, double dispersion) const {
    const int total = sums_[to] - sums_[from];
    if (total == 0) return 0;
    const auto weeks = static_cast<double>(to - from);
    if (dispersion < 1.001) return total * std::log(total / weeks) - total;
    const double shape = total / weeks / (dispersion - 1);
    double sum = -weeks * shape * std::log(dispersion) + total * std::log((dispersion - 1) / dispersion);
    for (std::size_t n = 0; n < above_.size(); ++n) {
      const int count = above_[n][to] - above_[n][from];
      if (count == 0) break;
      sum += count * std::log(shape + static_cast<double>(n));
    }
    return sum;
  }

 private:
  std::vector<std::vector<int>> above_;
  std::vector<int> sums_;
};

}  // namespace

double oracle_ratio(const std::vector<int>& weeks, double dispersion) {
  const Stretches stretches(weeks);
  const double none = stretches.log_likelihood(0, weeks.size(), dispersion);
  double best = none;
  for (std::size_t at = 1; at < weeks.size(); ++at)
    best = std::max(best, stretches.log_likelihood(0, at, dispersion) +
                              stretches.log_likelihood(at, weeks.size(), dispersion));
  return 2 * (best - none);
}

double mann_kendall(const std::vector<int>& weeks) {
  const auto n = static_cast<double>(weeks.size());
  double sum = 0;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    for (std::size_t k = i + 1; k < weeks.size(); ++k)
      sum += weeks[k] > weeks[i] ? 1 : weeks[k] < weeks[i] ? -1 : 0;
  }
  std::map<int, double> ties;
  for (const int count : weeks) ties[count] += 1;
  double variance = n * (n - 1) * (2 * n + 5);
  for (const auto& [count, times] : ties) variance -= times * (times - 1) * (2 * times + 5);
  if (variance <= 0) return 0;
  return std::max(0.0, std::abs(sum) - 1) / std::sqrt(variance / 18);
}

double last_month_against_mean(const std::vector<int>& weeks) {
  const double last = std::accumulate(weeks.end() - month, weeks.end(), 0);
  const double before = std::accumulate(weeks.begin(), weeks.end() - month, 0);
  const double expected = before * month / static_cast<double>(weeks.size() - month);
  if (expected <= 0) return last;
  return 2 * (last > 0 ? last * std::log(last / expected) - last + expected : expected);
}

bool last_month_far_from_mean(const std::vector<int>& weeks) {
  const double last = std::accumulate(weeks.end() - month, weeks.end(), 0);
  const double before = std::accumulate(weeks.begin(), weeks.end() - month, 0);
  const double expected = before * month / static_cast<double>(weeks.size() - month);
  return last < expected / 2 || last > 2 * expected;
}

}  // namespace hoego::truth
