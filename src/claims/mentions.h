#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "promises/check.h"

namespace hoego {

/// An activity that a sentence names.
struct Mention {
  std::string id;
  std::size_t at = 0;  ///< bytes before it
  std::size_t end = 0;
};

/// Activities named in a text in small letters, in order: by id or label, at the edge of a word; and by the
/// words for what the program counts by itself (책, 글, 사진, books, posts…) where the vocabulary has that
/// activity. The longest name wins where two overlap.
std::vector<Mention> mentions(std::string_view folded, const std::vector<Vocabulary::Name>& names);

}  // namespace hoego
