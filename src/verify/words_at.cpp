#include "verify/words_at.h"

namespace hoego {

std::optional<Digits> digits_at(std::string_view text, std::size_t at, std::size_t most) {
  Digits out{0, at};
  while (out.end < text.size() && is_digit(text[out.end]) && out.end - at < most)
    out.value = out.value * 10 + (text[out.end++] - '0');
  if (out.end == at || (out.end < text.size() && is_digit(text[out.end]))) return std::nullopt;
  return out;
}

}  // namespace hoego
