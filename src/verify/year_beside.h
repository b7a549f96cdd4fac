#pragma once
#include <string_view>

#include "verify/turns.h"

namespace hoego {

/// Whether a sentence in small letters puts the year beside the one before: last year, than in 2023,
/// 작년보다.
bool has_last_year(std::string_view text, int this_year);

/// Whether what a word tells is of last year, so that of this one it is the other way round: "last year had
/// more", "작년이 더 많았다", "last year outdid this one", "was outdone by this year".
bool is_of_last_year(std::string_view text, const SaidTurn& turn, int this_year);

}  // namespace hoego
