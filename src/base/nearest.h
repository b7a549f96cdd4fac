#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// Those of `known` that are a slip away from `word`, the nearest first, at most `most`: within a third of
/// its letters (two at least) by edit distance (Levenshtein 1966), without regard to case; Hangul counts by
/// its jamo, as it is typed. One that begins with the word is near too.
std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& known,
                                       std::size_t most = 3);

}  // namespace hoego
