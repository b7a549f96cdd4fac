#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "verify/amounts.h"

namespace hoego {

/// Words that make a rate of a number near them: 일주일에, a week.
struct SaidRate {
  std::size_t at = 0;
  std::size_t end = 0;
  SaidUnit per = SaidUnit::Week;
  bool before = false;  ///< they stand before their number, as in Korean
};

/// All of a sentence in small letters, in order.
std::vector<SaidRate> rates_in(std::string_view text);

}  // namespace hoego
