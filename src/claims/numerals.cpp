#include "claims/numerals.h"

#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "base/letters.h"

namespace hoego {
namespace {

using Word = std::pair<std::string_view, double>;

constexpr std::array<Word, 10> korean_tens = {{{"열", 10},
                                               {"스물", 20},
                                               {"스무", 20},
                                               {"서른", 30},
                                               {"마흔", 40},
                                               {"쉰", 50},
                                               {"예순", 60},
                                               {"일흔", 70},
                                               {"여든", 80},
                                               {"아흔", 90}}};
constexpr std::array<Word, 16> korean_units = {{{"하나", 1},
                                                {"한", 1},
                                                {"둘", 2},
                                                {"두", 2},
                                                {"셋", 3},
                                                {"세", 3},
                                                {"석", 3},
                                                {"넷", 4},
                                                {"네", 4},
                                                {"넉", 4},
                                                {"다섯", 5},
                                                {"여섯", 6},
                                                {"일곱", 7},
                                                {"여덟", 8},
                                                {"아홉", 9},
                                                {"백", 100}}};
constexpr std::array<Word, 31> english = {
    {{"a dozen", 12}, {"dozen", 12},     {"thirteen", 13},   {"fourteen", 14},     {"fifteen", 15},
     {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},   {"nineteen", 19},     {"twenty", 20},
     {"thirty", 30},  {"forty", 40},     {"fifty", 50},      {"sixty", 60},        {"seventy", 70},
     {"eighty", 80},  {"ninety", 90},    {"a hundred", 100}, {"one hundred", 100}, {"one", 1},
     {"two", 2},      {"three", 3},      {"four", 4},        {"five", 5},          {"six", 6},
     {"seven", 7},    {"eight", 8},      {"nine", 9},        {"ten", 10},          {"eleven", 11},
     {"twelve", 12}}};

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(at, word.size()) == word;
}

std::optional<Numeral> in_digits(std::string_view text, std::size_t at) {
  std::string digits;
  std::size_t end = at;
  while (end < text.size() && digits.size() < 12) {
    const bool comma = text[end] == ',' && end + 3 < text.size() && is_digits(text.substr(end + 1, 3));
    const bool point = text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1]) &&
                       digits.find('.') == std::string::npos;
    if (!is_digit(text[end]) && !comma && !point) break;
    if (!comma) digits.push_back(text[end]);
    ++end;
  }
  if (digits.empty()) return std::nullopt;
  Numeral out{std::strtod(digits.c_str(), nullptr), 0, end};
  double whole = 0;
  for (const Word& unit : {Word{"만", 10000}, Word{"천", 1000}, Word{"백", 100}}) {
    if (!begins(text, out.end, unit.first)) continue;
    whole += out.value * unit.second;
    out.value = 0;
    out.end += unit.first.size();
    std::size_t next = out.end;
    if (next < text.size() && text[next] == ' ') ++next;
    std::size_t more = next;
    while (more < text.size() && is_digit(text[more])) ++more;
    const bool goes_on =
        more > next && (begins(text, more, "천") || begins(text, more, "백") || next == out.end);
    if (!goes_on) break;
    out.value = std::strtod(std::string(text.substr(next, more - next)).c_str(), nullptr);
    out.end = more;
  }
  out.value += whole;
  return out;
}

std::optional<Numeral> in_korean(std::string_view text, std::size_t at) {
  if (begins(text, at, "두세") || begins(text, at, "두어"))
    return Numeral{2, 3, at + std::string_view("두세").size()};
  if (begins(text, at, "서너")) return Numeral{3, 4, at + std::string_view("서너").size()};
  for (const Word& round : {Word{"만 ", 10000}, Word{"천 ", 1000}, Word{"백 ", 100}}) {
    if (begins(text, at, round.first)) return Numeral{round.second, 0, at + round.first.size() - 1};
  }
  Numeral out{0, 0, at};
  for (const Word& ten : korean_tens) {
    if (!begins(text, at, ten.first)) continue;
    out = {ten.second, 0, at + ten.first.size()};
    break;
  }
  for (const Word& unit : korean_units) {
    if (!begins(text, out.end, unit.first)) continue;
    out.value += unit.second;
    out.end += unit.first.size();
    break;
  }
  if (out.end == at) return std::nullopt;
  return out;
}

std::optional<Numeral> in_english(std::string_view text, std::size_t at) {
  for (const Word& word : english) {
    if (!begins(text, at, word.first)) continue;
    Numeral out{word.second, 0, at + word.first.size()};
    if (out.value >= 20 && out.value < 100 && out.end < text.size() && text[out.end] == '-') {
      const auto unit = in_english(text, out.end + 1);
      if (unit && unit->value < 10) out = {out.value + unit->value, 0, unit->end};
    }
    if (out.end < text.size() && is_letter(text[out.end])) continue;
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Numeral> numeral(std::string_view folded, std::size_t at) {
  if (at >= folded.size()) return std::nullopt;
  if (is_digit(folded[at])) return in_digits(folded, at);
  if (is_letter(folded[at])) return in_english(folded, at);
  return in_korean(folded, at);
}

}  // namespace hoego
