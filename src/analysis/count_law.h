#pragma once
#include <array>
#include <vector>

namespace hoego {

/// How likely a count is, of a given mean and dispersion (variance / mean). Above 1 the negative binomial of
/// constant dispersion (NB1: Cameron and Trivedi, Regression Analysis of Count Data, 2013, 3.3), at 1
/// Poisson's law, below it Conway's and Maxwell's (Shmueli et al., Applied Statistics 54, 2005) with its mean
/// held fixed.
class CountLaw {
 public:
  /// `dispersion` > 0.
  explicit CountLaw(double dispersion);
  double dispersion() const { return dispersion_; }
  /// Natural logarithm of the probability; `count` >= 0, `mean` >= 0 (raised to 0.001: never is no rate).
  double log_probability(int count, double mean) const;

 private:
  /// Conway's and Maxwell's law by the logarithm of the mean, interpolated.
  struct Point {
    double log_rate = 0;
    double log_sum = 0;
  };
  double regular(int count, double mean) const;

  double dispersion_;
  double log_dispersion_;
  double log_chance_;  ///< log((dispersion - 1) / dispersion)
  std::vector<Point> points_;
};

/// The laws that are weighed against one another where the dispersion is not known, with what is thought of
/// each beforehand: habits are mostly as regular as Poisson's law or half as regular.
struct WeighedLaw {
  CountLaw law;
  double log_weight;
};
const std::vector<WeighedLaw>& count_laws();

/// log(n!), n >= 0.
double log_factorial(int n);

}  // namespace hoego
