#pragma once
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/letters.h"
#include "claims/characters.h"

/// Sentences made false in one word, for the tests of the verifier.
namespace hoego::falsehoods {

struct False {
  std::string_view kind;  ///< "count", "month", "unit", "place", "direction", "person"
  std::string text;
};

using Swap = std::pair<std::string_view, std::string_view>;

inline bool word_edge(std::string_view text, std::size_t at, std::size_t end, bool latin) {
  if (!latin) return true;
  return (at == 0 || !is_letter(text[at - 1])) && (end >= text.size() || !is_letter(text[end]));
}

/// Each place of the first word with the second in its stead.
inline void swapped(std::string_view kind, const std::string& text, const Swap& swap, std::vector<False>& to) {
  for (std::size_t at = text.find(swap.first); at != std::string::npos; at = text.find(swap.first, at + 1)) {
    if (!word_edge(text, at, at + swap.first.size(), is_letter(swap.first.front()))) continue;
    to.push_back({kind, text.substr(0, at) + std::string(swap.second) + text.substr(at + swap.first.size())});
  }
}

inline bool in_quotes(std::string_view text, std::size_t at) {
  for (const auto& [open, close] : {Swap{"“", "”"}, Swap{"「", "」"}}) {
    const std::size_t before = text.rfind(open, at);
    if (before != std::string_view::npos && text.find(close, before) > at) return true;
  }
  return false;
}

/// Each number one more: not a year, nor part of a name.
inline void counted(const std::string& text, std::vector<False>& to) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == '-'))) continue;
    std::size_t end = at;
    std::string digits;
    while (end < text.size() && (is_digit(text[end]) || (text[end] == ',' && end + 1 < text.size() && is_digit(text[end + 1])))) {
      if (is_digit(text[end])) digits += text[end];
      ++end;
    }
    const std::string_view after = std::string_view(text).substr(end);
    const bool decimal = (end < text.size() && text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])) || (at > 0 && text[at - 1] == '.');
    const bool dated = after.substr(0, 3) == "월" || after.substr(0, 3) == "년";
    const long value = std::stol(digits);
    if (decimal || dated || (value >= 1900 && value <= 2100) || in_quotes(text, at)) continue;
    to.push_back({"count", text.substr(0, at) + std::to_string(value + 1) + text.substr(end)});
  }
}

/// Each month the next but four.
inline void months(const std::string& text, std::vector<False>& to) {
  constexpr std::array<std::string_view, 12> names = {"January", "February", "March", "April", "May", "June",
                                                      "July", "August", "September", "October", "November", "December"};
  for (std::size_t i = 0; i < names.size(); ++i) swapped("month", text, {names[i], names[(i + 5) % 12]}, to);
  constexpr std::string_view mark = "월";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    if (begin == at || in_quotes(text, at)) continue;
    const int month = std::stoi(text.substr(begin, at - begin));
    to.push_back({"month", text.substr(0, begin) + std::to_string((month + 4) % 12 + 1) + text.substr(at)});
  }
}

inline std::vector<False> of(const std::string& text) {
  std::vector<False> all;
  counted(text, all);
  months(text, all);
  for (const Swap& one : {Swap{"번 ", "권 "}, Swap{"번이", "권이"}, Swap{"권 ", "편 "}, Swap{"편으로", "권으로"}, Swap{"장 ", "번 "}, Swap{"장을", "권을"}, Swap{"시간 ", "주 "}, Swap{"박 ", "주 "},
                          Swap{"일째", "주째"}, Swap{"일이 지났", "주가 지났"}, Swap{"개,", "권,"}, Swap{"hours", "minutes"}, Swap{"nights", "weeks"}, Swap{"books", "papers"}, Swap{"photos", "posts"},
                          Swap{"weeks", "days"}, Swap{"commits", "books"}, Swap{"reviews", "photos"}, Swap{"sessions", "hours"}}) {
    // Only behind a number: a noun may be a name.
    for (std::size_t at = text.find(one.first); at != std::string::npos; at = text.find(one.first, at + 1)) {
      const bool latin = is_letter(one.first.front());
      const bool number = at > 0 && (is_digit(text[at - 1]) || (latin && at > 1 && is_digit(text[at - 2])));
      if (!number || in_quotes(text, at) || !word_edge(text, at, at + one.first.size(), latin)) continue;
      all.push_back({"unit", text.substr(0, at) + std::string(one.second) + text.substr(at + one.first.size())});
    }
  }
  for (const Swap& one : {Swap{"캐나다", "일본"}, Swap{"나고야", "오사카"}, Swap{"토론토", "런던"}, Swap{"속초", "부산"}, Swap{"삿포로", "홍콩"}, Swap{"밴프", "토론토"}, Swap{"춘천", "강릉"},
                          Swap{"Canada", "Japan"}, Swap{"Nagoya", "Osaka"}, Swap{"Toronto", "London"}, Swap{"Sokcho", "Busan"}, Swap{"Sapporo", "Hong Kong"}, Swap{"Banff", "Toronto"},
                          Swap{"Chuncheon", "Gangneung"}}) {
    for (std::size_t at = text.find(one.first); at != std::string::npos; at = text.find(one.first, at + 1)) {
      if (in_quotes(text, at)) continue;
      all.push_back({"place", text.substr(0, at) + std::string(one.second) + text.substr(at + one.first.size())});
    }
  }
  for (const Swap& one : {Swap{"늘었어요", "줄었어요"}, Swap{"늘었다", "줄었다"}, Swap{"줄었어요", "늘었어요"}, Swap{"줄었다", "늘었다"}, Swap{"늘어난", "줄어든"}, Swap{"줄어든", "늘어난"}, Swap{"늦은", "이른"},
                          Swap{"went up", "went down"}, Swap{"went down", "went up"}, Swap{"fell from", "rose from"}, Swap{"down from", "up from"}, Swap{"hours late", "hours early"}})
    if (text.find("다고도") == std::string::npos) swapped("direction", text, one, all);
  if (has_hangul(text) && !text.empty()) all.push_back({"person", "민수와 함께 " + text});
  if (!has_hangul(text) && text.size() > 2) all.push_back({"person", text.substr(0, text.size() - 1) + " with Minsu."});
  return all;
}

}  // namespace hoego::falsehoods
