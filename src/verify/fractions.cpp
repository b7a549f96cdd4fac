#include <algorithm>

#include "base/letters.h"
#include "claims/numerals.h"
#include "verify/amount_words.h"
#include "verify/units.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(std::min(at, text.size()), word.size()) == word;
}

/// "eight in ten photos" is a share, "eight in ten days" is none.
bool measures(const std::optional<UnitWord>& unit) {
  return unit && unit->unit != SaidUnit::Photo && unit->unit != SaidUnit::Post &&
         unit->unit != SaidUnit::Book && unit->unit != SaidUnit::Commit && unit->unit != SaidUnit::Case &&
         unit->unit != SaidUnit::Promise;
}

/// Half, two thirds.
std::optional<Amount> in_words(std::string_view text, std::size_t at) {
  for (const std::string_view half : {"절반", "half of", "half the", "half as", "half my"}) {
    if (begins(text, at, half)) return plain_amount(0.5, SaidUnit::Fraction, at, at + half.size());
  }
  struct Part {
    std::string_view word;
    double value;
  };
  for (const Part& part :
       {Part{"a third", 1.0 / 3}, Part{"a quarter", 0.25}, Part{"a fifth", 0.2}, Part{"a half of", 0.5},
        Part{"two thirds", 2.0 / 3}, Part{"two-thirds", 2.0 / 3}, Part{"three quarters", 0.75},
        Part{"one third", 1.0 / 3}, Part{"one quarter", 0.25}, Part{"two fifths", 0.4},
        Part{"three fifths", 0.6}, Part{"four fifths", 0.8}, Part{"one fifth", 0.2}, Part{"a tenth", 0.1},
        Part{"one half", 0.5}}) {
    const std::size_t end = at + part.word.size();
    if (begins(text, at, part.word) && (end >= text.size() || !is_letter(text[end])) &&
        !begins(text, end, " time"))
      return plain_amount(part.value, SaidUnit::Fraction, at, end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Amount> fraction_at(std::string_view text, std::size_t at) {
  if (auto words = in_words(text, at)) return words;
  const auto first = numeral(text, at);
  if (!first) return std::nullopt;
  const auto second_after = [&](std::string_view link) -> std::optional<Numeral> {
    return begins(text, first->end, link) ? numeral(text, first->end + link.size()) : std::nullopt;
  };
  for (const std::string_view link : {"분의 ", "분의"}) {
    if (const auto up = second_after(link); up && first->value > 0)
      return plain_amount(up->value / first->value, SaidUnit::Fraction, at, up->end);
  }
  if (begins(text, at, "열에 ") || begins(text, at, "다섯에 ")) {
    if (const auto up = second_after("에 "))
      return plain_amount(up->value / first->value, SaidUnit::Fraction, at, up->end);
  }
  for (const std::string_view link : {" in ", " out of ", " times in "}) {
    const auto down = second_after(link);
    if (down && (down->value == 10 || down->value == 5 || down->value == 4 || down->value == 3) &&
        first->value < down->value &&
        (down->end >= text.size() || !begins(text, down->end, " ") ||
         !measures(english_unit(text, down->end))))
      return plain_amount(first->value / down->value, SaidUnit::Fraction, at, down->end);
  }
  const auto unit = korean_unit(text, first->end + (begins(text, first->end, " ") ? 1 : 0));
  if (unit && first->value == 10) {
    for (const std::string_view link : {" 가운데 ", " 중 ", " 중에 "}) {
      if (!begins(text, unit->end, link)) continue;
      const auto up = numeral(text, unit->end + link.size());
      if (!up || up->value >= 10) continue;
      const auto same = korean_unit(text, up->end + (begins(text, up->end, " ") ? 1 : 0));
      if (same && same->unit == unit->unit)
        return plain_amount(up->value / 10, SaidUnit::Fraction, at, same->end);
    }
  }
  return std::nullopt;
}

}  // namespace hoego
