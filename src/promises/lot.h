#pragma once
#include <cmath>
#include <cstdint>

namespace hoego {

/// Numbers drawn by lot, the same with every standard library: splitmix64 (Steele, Lea and Flood, OOPSLA
/// 2014).
class Lot {
 public:
  explicit Lot(std::uint64_t seed) : state_(seed) {}

  /// In (0, 1), 52 bits.
  double uniform() { return (static_cast<double>(next() >> 12U) + 0.5) * 0x1p-52; }
  /// 0 .. count-1; `count` must be positive.
  int below(int count) { return static_cast<int>(uniform() * count); }
  bool chance(double probability) { return uniform() < probability; }
  /// Exponential, of mean 1.
  double exponential() { return -std::log(uniform()); }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }
  std::uint64_t state_;
};

}  // namespace hoego
