#include "promises/promise_words.h"

#include <cstdlib>

#include "base/letters.h"
#include "promises/check_text.h"

namespace hoego {
namespace {

bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (is_digit(text[at])) return true;
  return (text[at] == '.' || text[at] == ',') && at + 1 < text.size() && is_digit(text[at + 1]);
}

/// The end of the number that begins at `at`: digits, with dots and commas between them.
std::size_t number_end(std::string_view text, std::size_t at) {
  while (goes_on(text, at)) ++at;
  return at;
}

double value_of_digits(std::string_view digits) {
  std::string plain;
  for (const char c : digits) {
    if (c != ',') plain += c;
  }
  return std::strtod(plain.c_str(), nullptr);
}

}  // namespace

std::string grouped_number(double value) {
  std::string text = value_text(value);
  for (std::size_t at = std::min(text.find('.'), text.size()); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::optional<std::string> with_number(std::string_view text, double old, double now) {
  std::optional<std::string> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::size_t end = number_end(text, at);
    if (value_of_digits(text.substr(at, end - at)) == old) {
      if (found) return std::nullopt;
      found = std::string(text.substr(0, at)) + grouped_number(now) + std::string(text.substr(end));
    }
    at = end;
  }
  return found;
}

}  // namespace hoego
