#include "analysis/share.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/compare.h"

namespace hoego {
namespace {

constexpr double tail = 0.05;
constexpr double normal_quantile = 1.6448536269514722;
/// Weeks over which one week is still felt.
constexpr std::size_t most_lags = 4;

double beta_quantile(double probability, double a, double b) {
  double low = 0;
  double high = 1;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (incomplete_beta(middle, a, b) < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// Long-run variance of the sum of the residuals, Bartlett weights up to `lags`.
double long_run_variance(const WeeklyShare& weeks, double share, std::size_t lags) {
  const std::size_t count = weeks.trials.size();
  std::vector<double> residuals;
  int known = 0;
  for (std::size_t week = 0; week < count; ++week) {
    residuals.push_back(weeks.successes[week] - share * weeks.trials[week]);
    known += weeks.trials[week] > 0 ? 1 : 0;
  }
  double sum = std::inner_product(residuals.begin(), residuals.end(), residuals.begin(), 0.0);
  for (std::size_t lag = 1; lag <= lags && lag < count; ++lag) {
    const auto later = residuals.begin() + static_cast<std::ptrdiff_t>(lag);
    const double weight = 1 - static_cast<double>(lag) / (static_cast<double>(lags) + 1);
    sum += 2 * weight * std::inner_product(later, residuals.end(), residuals.begin(), 0.0);
  }
  return known < 2 ? 0 : sum * known / (known - 1);
}

/// The 95 % quantile of the t statistic with Bartlett's weights, `b` the share of the weeks they reach over.
double fixed_b_quantile(double b) {
  return normal_quantile + b * (2.1859 + b * (0.3142 - b * 0.3427));
}

/// How many independent trials tell as much as these do.
double effective_trials(const WeeklyShare& weeks, double trials, double share) {
  constexpr std::size_t fewest_weeks = 8;  // fewer tell nothing of how weeks hang together
  const std::size_t count = weeks.trials.size();
  if (count < fewest_weeks || share <= 0 || share >= 1) return trials;
  const std::size_t lags = std::min(most_lags, count / 4);
  const double variance = long_run_variance(weeks, share, lags);
  const double quantile = fixed_b_quantile(static_cast<double>(lags + 1) / static_cast<double>(count));
  const double widening = quantile / normal_quantile * (quantile / normal_quantile);
  const double independent = trials * share * (1 - share);
  // Half a trial either way bounds the interval from within; a variance of next to nothing needs no more.
  return trials * independent / std::max(variance * widening, independent * 0.01);
}

}  // namespace

std::optional<Share> share_of(const WeeklyShare& weeks) {
  const int trials = std::accumulate(weeks.trials.begin(), weeks.trials.end(), 0);
  const int successes = std::accumulate(weeks.successes.begin(), weeks.successes.end(), 0);
  if (trials == 0) return std::nullopt;
  Share result;
  result.share = static_cast<double>(successes) / trials;
  const double effective = effective_trials(weeks, trials, result.share);
  const double a = result.share * effective + 0.5;
  const double b = (1 - result.share) * effective + 0.5;
  const double half = 0.5 / trials;
  result.low = successes == 0 ? 0 : std::min(beta_quantile(tail, a, b), result.share - half);
  result.high = successes == trials ? 1 : std::max(beta_quantile(1 - tail, a, b), result.share + half);
  return result;
}

Difference difference(const Share& there, const Share& here) {
  const double change = here.share - there.share;
  const double low = change - std::hypot(here.share - here.low, there.high - there.share);
  const double high = change + std::hypot(here.high - here.share, there.share - there.low);
  if (low > 0) return Difference::More;
  return high < 0 ? Difference::Less : Difference::NoClearDifference;
}

}  // namespace hoego
