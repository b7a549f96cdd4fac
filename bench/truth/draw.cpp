#include "bench/truth/draw.h"

#include <cmath>
#include <numbers>

namespace hoego::truth {

double Draw::uniform() {
  constexpr int steps = 1 << 30;
  return (random_.below(steps) + 0.5) / steps;
}

double Draw::normal() {
  const double radius = std::sqrt(-2 * std::log(uniform()));
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

double Draw::gamma(double shape, double scale) {
  if (shape < 1) {
    const double boost = std::pow(uniform(), 1 / shape);
    return boost * gamma(shape + 1, scale);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double cubed = 1 + c * x;
    if (cubed <= 0) continue;
    const double v = cubed * cubed * cubed;
    if (std::log(uniform()) < x * x / 2 + d - d * v + d * std::log(v)) return d * v * scale;
  }
}

int Draw::poisson(double mean) {
  constexpr double most = 30;
  int count = 0;
  while (mean > most) {
    count += poisson(most);
    mean -= most;
  }
  const double limit = std::exp(-mean);
  for (double product = uniform(); product > limit; product *= uniform()) ++count;
  return count;
}

int Draw::overdispersed(double mean, double dispersion) {
  if (mean <= 0) return 0;
  if (dispersion <= 1) return poisson(mean);
  const double shape = mean / (dispersion - 1);
  return poisson(gamma(shape, mean / shape));
}

}  // namespace hoego::truth
