#include "analysis/count_law.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hoego {
namespace {

TEST(CountLaw, sums_to_one_with_its_mean_and_its_dispersion) {
  for (const WeighedLaw& one : count_laws()) {
    for (const double mean : {0.3, 1.0, 4.0, 12.0}) {
      double sum = 0;
      double first = 0;
      double second = 0;
      for (int n = 0; n < 1500; ++n) {
        const double chance = std::exp(one.law.log_probability(n, mean));
        sum += chance;
        first += n * chance;
        second += static_cast<double>(n) * n * chance;
      }
      const double dispersion = one.law.dispersion();
      EXPECT_NEAR(sum, 1, 0.01) << dispersion << " at " << mean;
      EXPECT_NEAR(first, mean, 0.02 * mean) << dispersion;
      if (dispersion >= 1 || mean >= 4) {  // whole numbers cannot be closer to a small mean
        EXPECT_NEAR((second - first * first) / mean, dispersion, 0.06 * dispersion) << mean;
      }
    }
  }
}

TEST(CountLaw, is_poissons_at_one_and_next_to_it) {
  const CountLaw poisson(1);
  EXPECT_NEAR(std::exp(poisson.log_probability(3, 2)), 8 * std::exp(-2.0) / 6, 1e-12);
  EXPECT_NEAR(CountLaw(1.0001).log_probability(5, 2.5), poisson.log_probability(5, 2.5), 1e-3);
}

TEST(CountLaw, great_counts_stay_finite) {
  for (const WeighedLaw& one : count_laws()) EXPECT_TRUE(std::isfinite(one.law.log_probability(3000, 40)));
}

}  // namespace
}  // namespace hoego
