#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace hoego::sample {

/// Numbers that look drawn by lot and are the same on every machine: splitmix64 (Steele, Lea and Flood,
/// 2014), integers only. Each part of the life draws from a stream of its own name, so that a change in one
/// part leaves the others as they were.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view stream);

  /// 0 .. count-1; `count` must be positive.
  int below(int count);
  /// low .. high, both included.
  int between(int low, int high) { return low + below(high - low + 1); }
  bool chance(int percent) { return below(100) < percent; }
  /// So many lower-case hexadecimal digits.
  std::string hex(int digits);
  /// In the form of RFC 4122, version 4.
  std::string uuid();
  /// An element of an array or a vector that is not empty.
  template <typename List>
  const auto& one_of(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::uint64_t next();
  std::uint64_t state_;
};

}  // namespace hoego::sample
