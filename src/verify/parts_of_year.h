#pragma once
#include <string_view>
#include <vector>

#include "verify/said_days.h"

namespace hoego {

/// A part of the year by its name, in whole months.
struct PartOfYear {
  std::string_view word;
  int from = 1;  ///< 1..12
  int to = 12;
  Fineness fineness = Fineness::Season;
};

/// Quarters, halves and seasons in both languages, in small letters.
const std::vector<PartOfYear>& parts_of_year();

}  // namespace hoego
