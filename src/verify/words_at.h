#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/letters.h"

namespace hoego {

/// Whether the word stands at that byte.
inline bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}

/// A letter or a digit, of any script.
inline bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A number that is written in digits.
struct Digits {
  int value = 0;
  std::size_t end = 0;  ///< the byte behind it
};

/// All digits at `at`; nothing where there are none, or more than `most`.
std::optional<Digits> digits_at(std::string_view text, std::size_t at, std::size_t most);

}  // namespace hoego
