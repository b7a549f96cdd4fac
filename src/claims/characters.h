#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// Clean UTF-8 (base/text.h) as code points, and back.
std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view text);

/// A Hangul syllable, composed (가..힣).
constexpr bool is_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}
/// A letter of Hangul standing alone (ㄱ..ㅣ), as in ㅎㅎ.
constexpr bool is_lone_letter(char32_t c) {
  return c >= 0x3131 && c <= 0x3163;
}
/// Emoji, symbols drawn as pictures, and what joins them.
bool is_pictograph(char32_t c);
/// A to Z, a to z, 0 to 9.
bool is_ascii_word(char32_t c);
bool is_blank(char32_t c);

/// Whether a text is Korean: one syllable of Hangul is enough.
bool has_hangul(std::string_view text);

}  // namespace hoego
