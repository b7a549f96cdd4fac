#pragma once
#include <string_view>
#include <vector>

#include "verify/verify.h"

namespace hoego {

/// From where to where something stands in a text, in UTF-16 code units, as a browser counts.
struct TextSpan {
  std::size_t at = 0;
  std::size_t end = 0;
};

struct SentencePlace {
  TextSpan whole;
  std::vector<TextSpan> parts;  ///< as those of the sentence
};

/// Where the sentences that were read from a Markdown text stand in it, marks included; to the character
/// where the text has no marks inside of a sentence that could be its letters too.
std::vector<SentencePlace> sentence_places(std::string_view text,
                                           const std::vector<VerifiedSentence>& sentences);

}  // namespace hoego
