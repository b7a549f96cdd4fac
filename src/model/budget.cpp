#include "model/budget.h"

#include <algorithm>

namespace hoego {

Usage& Usage::operator+=(const Usage& other) {
  prompt += other.prompt;
  answer += other.answer;
  stated = stated && other.stated;
  return *this;
}

std::int64_t estimated_tokens(std::string_view text) {
  std::int64_t ascii = 0;
  std::int64_t others = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      ++ascii;
    else if ((byte & 0xC0) == 0xC0)
      ++others;
  }
  return (ascii + 2) / 3 + (others * 3 + 1) / 2;
}

std::optional<std::int64_t> TokenBudget::answer(std::int64_t prompt, std::int64_t wanted) const {
  constexpr std::int64_t least = 64;
  const std::int64_t most = std::min(wanted, left_ - prompt);
  return most < std::min(least, wanted) ? std::nullopt : std::optional(most);
}

}  // namespace hoego
