#pragma once
#include <string_view>
#include <vector>

#include "verify/amounts.h"

namespace hoego {

/// Where words stand in a sentence in small letters. In the words `+` is an ending of an English verb or none
/// (surg+: surge, surges, surged, surging) and `*` up to two words (a * rise: a rise, a very sharp rise). A
/// Latin word begins and ends where it does.
std::vector<Span> places_of_words(std::string_view text, std::string_view words);

}  // namespace hoego
