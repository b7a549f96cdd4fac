#pragma once
#include <vector>

#include "geo/holidays.h"

namespace hoego {

/// Public holidays of the Republic of Korea, 2000..2100, sorted by day; empty for other years. Temporary days
/// and elections are known up to 2026.
std::vector<Holiday> korean_holidays(int year);

}  // namespace hoego
