#pragma once
#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace hoego {

/// Days of the week that a sentence names, by themselves or as weekdays and weekends.
struct SaidWeekdays {
  std::bitset<7> days;  ///< from Monday
  std::size_t at = 0;   ///< bytes before it
  std::size_t end = 0;
  bool holds(Date day) const { return days.test(static_cast<std::size_t>(day.weekday() - 1)); }
};

/// All of them in order, in both languages; those named together (월, 수, 금요일; Mondays and Fridays) are
/// one. `folded` in small letters.
std::vector<SaidWeekdays> weekdays_in(std::string_view folded);

}  // namespace hoego
