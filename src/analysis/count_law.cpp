#include "analysis/count_law.h"

#include <algorithm>
#include <cmath>

namespace hoego {
namespace {

constexpr double least_mean = 0.001;
constexpr double greatest_mean = 60;
constexpr int points = 96;
constexpr int terms = 160;

double log_mean_of(int point) {
  return std::log(least_mean) + (std::log(greatest_mean) - std::log(least_mean)) * point / (points - 1);
}

struct Moments {
  double log_sum = 0;
  double mean = 0;
};

/// Of weights exp(count log_rate) / count!^power.
Moments moments(double log_rate, double power) {
  double greatest = 0;
  for (int n = 1; n < terms; ++n) greatest = std::max(greatest, n * log_rate - power * log_factorial(n));
  double sum = 0;
  double first = 0;
  for (int n = 0; n < terms; ++n) {
    const double weight = std::exp(n * log_rate - power * log_factorial(n) - greatest);
    sum += weight;
    first += n * weight;
  }
  return {std::log(sum) + greatest, first / sum};
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
  for (int i = 0; i < points; ++i) {
    const double mean = std::exp(log_mean_of(i));
    double low = -40 / dispersion;
    double high = std::log(4 * greatest_mean) / dispersion;
    for (int step = 0; step < 50; ++step) {
      const double middle = (low + high) / 2;
      (moments(middle, 1 / dispersion).mean < mean ? low : high) = middle;
    }
    points_.push_back({low, moments(low, 1 / dispersion).log_sum});
  }
}

double CountLaw::regular(int count, double mean) const {
  const double at = (std::log(std::min(mean, greatest_mean)) - log_mean_of(0)) /
                    (log_mean_of(points - 1) - log_mean_of(0)) * (points - 1);
  const auto below = std::min(static_cast<std::size_t>(std::max(at, 0.0)), points_.size() - 2);
  const double share = at - static_cast<double>(below);
  const Point& a = points_[below];
  const Point& b = points_[below + 1];
  return count * (a.log_rate + share * (b.log_rate - a.log_rate)) - log_factorial(count) / dispersion_ -
         (a.log_sum + share * (b.log_sum - a.log_sum));
}

double CountLaw::log_probability(int count, double mean) const {
  mean = std::max(mean, least_mean);
  if (dispersion_ < 1) return regular(count, mean);
  if (dispersion_ == 1) return count * std::log(mean) - mean - log_factorial(count);
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
    constexpr std::array<std::array<double, 2>, 12> thought = {{{0.2, 0.04},
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
