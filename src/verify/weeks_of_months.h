#pragma once
#include <string_view>
#include <vector>

#include "verify/said_days.h"

namespace hoego {

/// Makes weeks of the months and days beside which a week is said: "4월 마지막 주", "the first week of June",
/// "the week of April 22". The first week of a month may be its first seven days or the week in which it
/// begins: the other readings go to `or_days`.
void read_weeks(std::string_view folded, std::vector<SaidDays>& days);

/// "in the second" behind "the first quarter": parts of a year counted on. Added in order of the text.
void read_parts_counted_on(std::string_view folded, std::vector<SaidDays>& days);

}  // namespace hoego
