#pragma once
#include <cstdint>
#include <string_view>

#include "sample/random.h"

namespace hoego::truth {

/// Draws from distributions by arithmetic of our own: the same numbers with every standard library.
class Draw {
 public:
  Draw(std::uint64_t seed, std::string_view stream) : random_(seed, stream) {}

  /// In (0, 1), 30 bits.
  double uniform();
  /// 0 .. count-1.
  int below(int count) { return random_.below(count); }
  bool chance(double probability) { return uniform() < probability; }
  /// Standard normal (Box and Muller, 1958).
  double normal();
  /// Shape and scale above 0 (Marsaglia and Tsang, ACM TOMS 26, 2000).
  double gamma(double shape, double scale);
  /// By inversion, in steps of means below 30.
  int poisson(double mean);
  /// Counts of the given mean whose variance is `dispersion` times the mean: Poisson with a gamma mean; plain
  /// Poisson where `dispersion` is 1 or less.
  int overdispersed(double mean, double dispersion);

 private:
  sample::Random random_;
};

}  // namespace hoego::truth
