#include "verify/found_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "claims/numerals.h"
#include "story/en_numbers.h"
#include "story/ko_numbers.h"

namespace hoego {
namespace {

/// 1,234 or 2.4.
std::string figure(double value, const Amount& said) {
  const bool broken = said.step < 1 || std::abs(value - std::round(value)) > 1e-6;
  return broken ? fmt::format("{:.1f}", value) : ko::grouped(std::llround(value));
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// "books" is "book" of one; words without a plural stay.
std::string singular(std::string_view noun) {
  std::string one(noun);
  if (ends(noun, "ies") && noun.size() > 5) return one.replace(one.size() - 3, 3, "y");
  for (const std::string_view tail : {"ches", "shes", "sses", "xes"}) {
    if (ends(noun, tail)) return one.substr(0, one.size() - 2);
  }
  if (ends(noun, "s") && !ends(noun, "ss") && !ends(noun, "series")) one.pop_back();
  return one;
}

/// What stands behind the numeral: 번, "more day trips".
std::string counter_of(std::string_view words) {
  const auto number = numeral(words, 0);
  if (!number) return {};
  std::string_view rest = words.substr(std::min(number->end, words.size()));
  constexpr std::string_view odd = "여";
  if (rest.substr(0, odd.size()) == odd) rest.remove_prefix(odd.size());
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  return std::string(rest);
}

}  // namespace

std::string ko_value(const Amount& said, std::string_view words, double value) {
  switch (said.unit) {
    case SaidUnit::Hour:
      return value >= 0 ? ko::hours(value) : figure(value, said);
    case SaidUnit::Minute:
      return ko::figure(std::llround(value), "분");
    case SaidUnit::Percent:
      return fmt::format("{}%", figure(value, said));
    case SaidUnit::Fraction:
      return ko::percent(value);
    case SaidUnit::Ratio:
      return fmt::format("{:.1f}배", value);
    case SaidUnit::Money:
      return ko::money(said.currency, value);
    default:
      return figure(value, said) + counter_of(words);
  }
}

std::string en_value(const Amount& said, std::string_view words, double value) {
  switch (said.unit) {
    case SaidUnit::Hour:
      return value >= 0 ? en::hours(value) : figure(value, said);
    case SaidUnit::Minute:
      return en::figure(std::llround(value), "minute");
    case SaidUnit::Percent:
      return fmt::format("{} percent", figure(value, said));
    case SaidUnit::Fraction:
      return en::percent(value);
    case SaidUnit::Ratio:
      return en::ratio(value);
    case SaidUnit::Money:
      return en::money(said.currency, value);
    default:
      break;
  }
  std::string number = figure(value, said);
  if (said.ordinal) return en::ordinal(std::llround(value));
  if (said.unit == SaidUnit::Time && counter_of(words).empty())
    return number == "1" ? "once" : number + " times";
  const std::string noun = counter_of(words);
  if (noun.empty()) return number;
  if (number == "1") return number + " " + singular(noun);
  return number + " " + (said.value == 1 ? en::plural(noun) : noun);
}

}  // namespace hoego
