#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// ASCII alone and never by the locale: what formats are written in. For what people write see text.h.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// A to Z as a to z; every other byte as it is.
constexpr char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// True if there are digits and nothing else.
bool is_digits(std::string_view text);
std::string small_letters(std::string_view text);

/// At most `most` bytes of well-formed UTF-8, cut between characters (80: what a message quotes of a line).
std::string clipped(std::string text, std::size_t most = 80);

}  // namespace hoego
