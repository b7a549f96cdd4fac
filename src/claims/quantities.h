#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "promises/check.h"

namespace hoego {

/// What a number counts, by its counter (권, 장, 번…) or the noun after it.
enum class Counter {
  Book,
  Post,
  Photo,
  Time,
  Item,
  Hour,
  Day,
  Night,
  Country,
  Trip,
  Step,
  Kilometre,
  Percent
};

/// How a number is meant: as it stands, more (넘게, over) or at least that, about (쯤, 가까이: within 10 %),
/// at most (under), only (밖에).
enum class Bound { Exact, More, AtLeast, About, AtMost, Only };

/// A number in a sentence with what it counts.
struct Quantity {
  double value = 0;
  double high = 0;  ///< above `value` for 두세, "two or three"
  Counter counter = Counter::Time;
  Bound bound = Bound::Exact;
  std::optional<CheckUnit> rate;  ///< "a week", 한 달에
  bool every = false;             ///< 매주, "every week": each one, not on average
  std::size_t at = 0;             ///< bytes before it
  std::size_t end = 0;            ///< bytes up to the end of its counter
};

/// All of a text in small letters (fold_case), in order: digits (7,600, 1만 2천), Korean numerals (두, 스무,
/// 서른다섯), English ones up to ninety-nine, once, twice, a dozen. A number without a counter is none.
std::vector<Quantity> quantities(std::string_view folded);

}  // namespace hoego
