#include "analysis/compare.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hoego {
namespace {

constexpr double tail = 0.05;
constexpr double enough_coverage = 0.8;

/// Continued fraction of I_x(a, b), evaluated by Lentz's method.
double beta_fraction(double x, double a, double b) {
  constexpr double tiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  if (std::abs(d) < tiny) d = tiny;
  d = 1 / d;
  double h = d;
  for (int m = 1; m <= 500; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    if (std::abs(d) < tiny) d = tiny;
    if (std::abs(c) < tiny) c = tiny;
    d = 1 / d;
    h *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    if (std::abs(d) < tiny) d = tiny;
    if (std::abs(c) < tiny) c = tiny;
    d = 1 / d;
    const double step = d * c;
    h *= step;
    if (std::abs(step - 1) < 1e-12) break;
  }
  return h;
}

double beta_quantile(double p, double a, double b) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 80; ++i) {
    const double middle = (low + high) / 2;
    (incomplete_beta(middle, a, b) < p ? low : high) = middle;
  }
  return (low + high) / 2;
}

struct Pearson {
  double sum = 0;
  int weeks = 0;
};

Pearson pearson(const WeeklyCounts& weekly) {
  Pearson result;
  const int covered = weekly.covered();
  if (covered == 0) return result;
  const double rate = static_cast<double>(weekly.total()) / covered;
  for (std::size_t i = 0; i < weekly.counts.size(); ++i) {
    const double expected = rate * weekly.covered_days[i];
    if (expected <= 0) continue;
    result.sum += (weekly.counts[i] - expected) * (weekly.counts[i] - expected) / expected;
    ++result.weeks;
  }
  return result;
}

double dispersion(const WeeklyCounts& there, const WeeklyCounts& here) {
  const Pearson a = pearson(there);
  const Pearson b = pearson(here);
  const int freedom = std::max(a.weeks - 1, 0) + std::max(b.weeks - 1, 0);
  return freedom < 4 ? 1.0 : std::max(1.0, (a.sum + b.sum) / freedom);
}

bool enough(const WeeklyCounts& weekly) {
  const auto days = static_cast<double>(weekly.counts.size() * 7);
  return weekly.covered() > 0 && weekly.covered() >= enough_coverage * std::max(days - 6, 1.0);
}

}  // namespace

int WeeklyCounts::total() const {
  return std::accumulate(counts.begin(), counts.end(), 0);
}
int WeeklyCounts::covered() const {
  return std::accumulate(covered_days.begin(), covered_days.end(), 0);
}

double incomplete_beta(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

void compare(Comparison& comparison, const WeeklyCounts& there, const WeeklyCounts& here) {
  comparison.covered_days = {there.covered(), here.covered()};
  comparison.verdict = Difference::Unknown;
  if (!enough(there) || !enough(here) || there.total() + here.total() == 0) return;
  const double phi = dispersion(there, here);
  const double a = there.total() / phi;
  const double b = here.total() / phi;
  const double exposure = static_cast<double>(there.covered()) / here.covered();
  const auto ratio_of = [exposure](double share) { return share / (1 - share) * exposure; };
  comparison.low = here.total() == 0 ? 0.0 : ratio_of(beta_quantile(tail, b + 0.5, a + 0.5));
  if (there.total() > 0) {
    comparison.ratio = static_cast<double>(here.total()) / there.total() * exposure;
    comparison.high = ratio_of(beta_quantile(1 - tail, b + 0.5, a + 0.5));
  }
  if (comparison.low && *comparison.low > 1)
    comparison.verdict = Difference::More;
  else if (comparison.high && *comparison.high < 1)
    comparison.verdict = Difference::Less;
  else
    comparison.verdict = Difference::NoClearDifference;
}

}  // namespace hoego
