#include "analysis/distribution.h"

#include <cmath>

namespace hoego {
namespace {

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

/// Where a falling function passes `value`, between two points.
template <class Falling>
double passes(Falling falling, double value, double low, double high) {
  for (int i = 0; i < 80; ++i) {
    const double middle = (low + high) / 2;
    (falling(middle) > value ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

double incomplete_beta(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double normal_tail(double z) {
  return std::erfc(z / std::sqrt(2.0)) / 2;
}

double normal_quantile(double tail) {
  return passes(normal_tail, tail, -8, 38);
}

double student_tail(double t, double freedom) {
  const double beyond = incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t >= 0 ? beyond : 1 - beyond;
}

double student_quantile(double tail, double freedom) {
  return passes([freedom](double t) { return student_tail(t, freedom); }, tail, 0, 1000);
}

}  // namespace hoego
