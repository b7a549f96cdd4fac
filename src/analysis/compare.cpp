#include "analysis/compare.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hoego {
namespace {

constexpr double tail = 0.05;

/// The later of two counts given their sum; counts may be fractions.
struct Split {
  double there = 0;
  double here = 0;

  /// P(more than `here`) and half of P(just `here`), where the later one's true share is `share`; rises with
  /// it.
  double as_many(double share) const {
    const double at_least = here <= 0 ? 1 : incomplete_beta(share, here, there + 1);
    const double more = there <= 0 ? 0 : incomplete_beta(share, here + 1, there);
    return (at_least + more) / 2;
  }
  /// The same for few, without the loss of digits of 1 - as_many.
  double as_few(double share) const { return Split{here, there}.as_many(1 - share); }

  /// The share at which so many come with a probability of `chance`.
  double bound(double chance) const {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; ++i) {
      const double middle = (low + high) / 2;
      (as_many(middle) < chance ? low : high) = middle;
    }
    return (low + high) / 2;
  }
};

bool enough(const WeeklyCounts& weekly) {
  const auto days = weekly.days > 0 ? weekly.days : static_cast<int>(weekly.counts.size()) * 7;
  return weekly.covered() > 0 && 5 * weekly.covered() >= 4 * days;  // 80 %, exactly
}

double two_sided(const Split& split, double share, double freedom) {
  const double chance = std::clamp(std::min(split.as_many(share), split.as_few(share)), 1e-300, 0.5);
  return std::min(1.0, 2 * student_tail(normal_quantile(chance), freedom));
}

}  // namespace

void compare(Comparison& comparison, const WeeklyCounts& there, const WeeklyCounts& here) {
  comparison.covered_days = {there.covered(), here.covered()};
  comparison.verdict = Difference::Unknown;
  if (!enough(there) || !enough(here) || there.total() + here.total() == 0) return;
  const Dispersion dispersion = long_run_dispersion(there, here);
  const Split split{there.total() / dispersion.factor, here.total() / dispersion.factor};
  const double exposure = static_cast<double>(there.covered()) / here.covered();
  const auto ratio_of = [exposure](double share) { return share / (1 - share) * exposure; };
  const double chance = normal_tail(student_quantile(tail, dispersion.freedom));
  comparison.low = here.total() == 0 ? 0.0 : ratio_of(split.bound(chance));
  if (there.total() > 0) {
    comparison.ratio = static_cast<double>(here.total()) / there.total() * exposure;
    // From the other side, where shares near 1 keep their digits.
    comparison.high = (1 / Split{split.here, split.there}.bound(chance) - 1) * exposure;
  }
  comparison.p = two_sided(split, 1 / (1 + exposure), dispersion.freedom);
  if (*comparison.low > 1)
    comparison.verdict = Difference::More;
  else if (comparison.high && *comparison.high < 1)
    comparison.verdict = Difference::Less;
  else
    comparison.verdict = Difference::NoClearDifference;
}

std::vector<double> adjusted(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> result(p.size());
  double least = 1;
  for (std::size_t rank = p.size(); rank > 0; --rank) {
    const std::size_t at = order[rank - 1];
    least = std::min(least, p[at] * static_cast<double>(p.size()) / static_cast<double>(rank));
    result[at] = least;
  }
  return result;
}

}  // namespace hoego
