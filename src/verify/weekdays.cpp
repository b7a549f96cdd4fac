#include "verify/weekdays.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

struct DayWord {
  std::string_view word;
  unsigned long days;  ///< bits from Monday
};
constexpr unsigned long working = 0b0011111;
constexpr unsigned long weekend = 0b1100000;

constexpr std::array<DayWord, 34> day_words = {{{"월요일", 1},           {"화요일", 2},
                                                {"수요일", 4},           {"목요일", 8},
                                                {"금요일", 16},          {"토요일", 32},
                                                {"일요일", 64},          {"주말", weekend},
                                                {"평일", working},       {"주중", working},
                                                {"mondays", 1},          {"tuesdays", 2},
                                                {"wednesdays", 4},       {"thursdays", 8},
                                                {"fridays", 16},         {"saturdays", 32},
                                                {"sundays", 64},         {"monday", 1},
                                                {"tuesday", 2},          {"wednesday", 4},
                                                {"thursday", 8},         {"friday", 16},
                                                {"saturday", 32},        {"sunday", 64},
                                                {"weekends", weekend},   {"weekend", weekend},
                                                {"weekdays", working},   {"weekday", working},
                                                {"weeknights", working}, {"monday's", 1},
                                                {"friday's", 16},        {"saturday's", 32},
                                                {"sunday's", 64},        {"working days", working}}};

/// 월, 수, 금: days by their first syllable, before one that is said whole.
constexpr std::array<DayWord, 7> short_words = {
    {{"월", 1}, {"화", 2}, {"수", 4}, {"목", 8}, {"금", 16}, {"토", 32}, {"일", 64}}};

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Takes in the syllables before a day that is said whole: "월, 수, 금요일", "월·수·금요일".
void widen(std::string_view folded, SaidWeekdays& one) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {", ", "·", ",", "/", "과 ", "와 "}) {
      for (const DayWord& word : short_words) {
        const std::size_t length = word.word.size() + mark.size();
        if (one.at < length || folded.substr(one.at - mark.size(), mark.size()) != mark) continue;
        const std::size_t at = one.at - length;
        if (folded.substr(at, word.word.size()) != word.word || (at > 0 && is_word_byte(folded[at - 1])))
          continue;
        one.days |= std::bitset<7>(word.days);
        one.at = at;
        more = true;
      }
    }
  }
}

bool joins(std::string_view gap) {
  constexpr std::array<std::string_view, 9> links = {
      {", ", " and ", " or ", "과 ", "와 ", "·", ", and ", "이랑 ", "이나 "}};
  return std::find(links.begin(), links.end(), gap) != links.end();
}

}  // namespace

std::vector<SaidWeekdays> weekdays_in(std::string_view folded) {
  std::vector<SaidWeekdays> all;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (at > 0 && is_word_byte(folded[at - 1])) continue;
    const DayWord* longest = nullptr;
    for (const DayWord& one : day_words) {
      const std::size_t end = at + one.word.size();
      if (folded.substr(at, one.word.size()) != one.word) continue;
      if (is_letter(one.word.back()) && end < folded.size() && is_letter(folded[end])) continue;
      if (longest == nullptr || one.word.size() > longest->word.size()) longest = &one;
    }
    if (longest == nullptr) continue;
    SaidWeekdays one{std::bitset<7>(longest->days), at, at + longest->word.size()};
    widen(folded, one);
    if (!all.empty() && joins(folded.substr(all.back().end, one.at - all.back().end))) {
      all.back().days |= one.days;
      all.back().end = one.end;
    } else {
      all.push_back(one);
    }
    at = one.end - 1;
  }
  return all;
}

}  // namespace hoego
