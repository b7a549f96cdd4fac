#pragma once
#include <string>
#include <string_view>

#include "base/text.h"

namespace hoego {

/// Korean endings hang on the last letter of a syllable: -ㄹ 계획 is 갈 계획 as well as 읽을 계획. So that a
/// pattern can say so, a text is spelled: each syllable as its letters, with a hyphenation point (U+2027)
/// behind it. "갈 책" becomes "ㄱㅏㄹ‧ ㅊㅐㄱ‧". All else stays as it is.
std::string spelled(std::string_view text);

/// A regular expression for spelled text, written with whole syllables:
///   -ㄹ, -ㄴ, -ㅁ…   the last letter of a syllable
///   a blank          a blank or none (Korean writers leave them out at will)
///   _                the edge of a word
///   {했}             a past tense: 했, 갔, 읽었, 였… (not 겠, not 있)
///   {하다} {이다} {다}   the present endings of 하다, of a noun, of 겠 and 싶: plain, polite, noun form
/// Everything else is as in ICU's expressions, but a syllable may not stand in [ ].
std::string spelled_expression(std::string_view pattern);

/// A sentence without what only adorns its end: marks, pictographs, ㅎㅎ, smileys, a last pair of brackets.
std::string bare_end(std::string_view sentence);

}  // namespace hoego
