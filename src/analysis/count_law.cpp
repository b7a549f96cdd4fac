#include "analysis/count_law.h"

#include <algorithm>
#include <cmath>

namespace hoego {
namespace {

constexpr double least_mean = 0.001;
constexpr double greatest_mean = 60;
constexpr int points = 480;
constexpr int terms = 160;
constexpr double irregular = 0.03;

constexpr double distance = 11.0020998412 / (points - 1);  // log(greatest / least) / (points - 1)

struct Moments {
  double log_sum = 0;
  double mean = 0;
  double variance = 0;
};

/// Of weights exp(count log_rate) / count!^power.
Moments moments(double log_rate, double power) {
  std::array<double, terms> logs{};
  for (int n = 1; n < terms; ++n) logs[static_cast<std::size_t>(n)] = n * log_rate - power * log_factorial(n);
  const double greatest = *std::max_element(logs.begin(), logs.end());
  double sum = 0;
  double first = 0;
  double second = 0;
  for (int n = 0; n < terms; ++n) {
    const double weight = std::exp(logs[static_cast<std::size_t>(n)] - greatest);
    sum += weight;
    first += n * weight;
    second += static_cast<double>(n) * n * weight;
  }
  const double mean = first / sum;
  return {std::log(sum) + greatest, mean, second / sum - mean * mean};
}

/// The logarithm of the rate that gives the mean, by Newton's method from a guess.
double log_rate_of(double mean, double power, double guess) {
  constexpr int steps = 30;
  for (int i = 0; i < steps; ++i) {
    const Moments here = moments(guess, power);
    const double step = (std::log(mean) - std::log(here.mean)) * here.mean / here.variance;
    guess += std::clamp(step, -1.0, 1.0);
    if (std::abs(step) < 1e-10) break;
  }
  return guess;
}

/// Between two values a `distance` apart, by their slopes (Hermite's cubic); `share` 0..1.
double between(double a, double a_slope, double b, double b_slope, double share) {
  const double left = 1 - share;
  return a * (1 + 2 * share) * left * left + b * share * share * (3 - 2 * share) +
         distance * share * left * (a_slope * left - b_slope * share);
}

}  // namespace

double log_factorial(int n) {
  static const std::vector<double> table = [] {
    std::vector<double> logs(512, 0.0);
    for (std::size_t i = 2; i < logs.size(); ++i) logs[i] = logs[i - 1] + std::log(static_cast<double>(i));
    return logs;
  }();
  const auto index = static_cast<std::size_t>(n);
  return index < table.size() ? table[index] : std::lgamma(n + 1.0);
}

CountLaw::CountLaw(double dispersion)
    : dispersion_(dispersion),
      log_dispersion_(std::log(dispersion)),
      log_chance_(dispersion > 1 ? std::log((dispersion - 1) / dispersion) : 0) {
  if (dispersion >= 1) return;
  double log_rate = std::log(least_mean);
  for (int i = 0; i < points; ++i) {
    const double mean = least_mean * std::exp(i * distance);
    log_rate = log_rate_of(mean, 1 / dispersion, log_rate);
    const Moments here = moments(log_rate, 1 / dispersion);
    const double slope = here.mean / here.variance;
    points_.push_back({log_rate, here.log_sum, slope, here.mean * slope});
  }
}

double CountLaw::regular(int count, double mean) const {
  const double at = std::log(std::min(mean, greatest_mean) / least_mean) / distance;
  const auto below = std::min(static_cast<std::size_t>(std::max(at, 0.0)), points_.size() - 2);
  const double share = at - static_cast<double>(below);
  const Point& a = points_[below];
  const Point& b = points_[below + 1];
  return count * between(a.log_rate, a.rate_slope, b.log_rate, b.rate_slope, share) -
         log_factorial(count) / dispersion_ - between(a.log_sum, a.sum_slope, b.log_sum, b.sum_slope, share);
}

double CountLaw::log_probability(int count, double mean) const {
  mean = std::max(mean, least_mean);
  const double by_chance = count * std::log(mean) - mean - log_factorial(count);
  if (dispersion_ == 1) return by_chance;
  if (dispersion_ < 1) {
    const double rule = std::log1p(-irregular) + regular(count, mean);
    const double odd = std::log(irregular) + by_chance;
    return std::max(rule, odd) + std::log1p(std::exp(-std::abs(rule - odd)));
  }
  const double shape = mean / (dispersion_ - 1);
  double product = 1;  // of shape (shape + 1) ... (shape + count - 1)
  double logs = 0;
  for (int n = 0; n < count; ++n) {
    product *= shape + n;
    if (n % 8 == 7) {
      logs += std::log(product);
      product = 1;
    }
  }
  return logs + std::log(product) - log_factorial(count) - shape * log_dispersion_ + count * log_chance_;
}

const std::vector<WeighedLaw>& count_laws() {
  static const std::vector<WeighedLaw> laws = [] {
    constexpr std::array<std::array<double, 2>, 13> thought = {{{0.07, 0.03},
                                                                {0.2, 0.04},
                                                                {0.45, 0.06},
                                                                {1.0, 0.24},
                                                                {1.35, 0.16},
                                                                {1.8, 0.16},
                                                                {2.4, 0.14},
                                                                {3.2, 0.09},
                                                                {4.5, 0.04},
                                                                {7.0, 0.03},
                                                                {11.0, 0.02},
                                                                {18.0, 0.01},
                                                                {32.0, 0.01}}};
    std::vector<WeighedLaw> list;
    for (const auto& [dispersion, weight] : thought) list.push_back({CountLaw(dispersion), std::log(weight)});
    return list;
  }();
  return laws;
}

}  // namespace hoego
