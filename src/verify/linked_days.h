#pragma once
#include <string_view>
#include <vector>

#include "verify/said_days.h"

namespace hoego {

/// Notes of the dates of a sentence which are about, which two make a span or a list, and which are one open
/// end of what is meant.
void link_days(std::string_view folded, std::vector<SaidDays>& days);

}  // namespace hoego
