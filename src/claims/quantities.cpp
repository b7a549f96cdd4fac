#include "claims/quantities.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/letters.h"
#include "claims/numerals.h"

namespace hoego {
namespace {

struct CounterWord {
  std::string_view word;
  Counter counter;
};

/// Longer ones before what they begin with.
constexpr std::array<CounterWord, 21> korean_counters = {{{"개국", Counter::Country},
                                                          {"개 나라", Counter::Country},
                                                          {"나라", Counter::Country},
                                                          {"시간", Counter::Hour},
                                                          {"차례", Counter::Time},
                                                          {"걸음", Counter::Step},
                                                          {"킬로미터", Counter::Kilometre},
                                                          {"킬로", Counter::Kilometre},
                                                          {"퍼센트", Counter::Percent},
                                                          {"권", Counter::Book},
                                                          {"편", Counter::Post},
                                                          {"장", Counter::Photo},
                                                          {"번", Counter::Time},
                                                          {"회", Counter::Time},
                                                          {"건", Counter::Item},
                                                          {"개", Counter::Item},
                                                          {"박", Counter::Night},
                                                          {"보", Counter::Step},
                                                          {"일", Counter::Day},
                                                          {"날", Counter::Day},
                                                          {"곳", Counter::Item}}};

/// Nouns in the singular; an s after them is passed over. Between number and noun up to two words may stand
/// ("40 blog posts").
constexpr std::array<CounterWord, 32> english_counters = {{{"pull request", Counter::Item},
                                                           {"book", Counter::Book},
                                                           {"novel", Counter::Book},
                                                           {"post", Counter::Post},
                                                           {"article", Counter::Post},
                                                           {"paper", Counter::Post},
                                                           {"photo", Counter::Photo},
                                                           {"picture", Counter::Photo},
                                                           {"time", Counter::Time},
                                                           {"x", Counter::Time},
                                                           {"commit", Counter::Item},
                                                           {"pr", Counter::Item},
                                                           {"review", Counter::Item},
                                                           {"hour", Counter::Hour},
                                                           {"day", Counter::Day},
                                                           {"night", Counter::Night},
                                                           {"countrie", Counter::Country},
                                                           {"country", Counter::Country},
                                                           {"trip", Counter::Trip},
                                                           {"step", Counter::Step},
                                                           {"km", Counter::Kilometre},
                                                           {"kilometre", Counter::Kilometre},
                                                           {"kilometer", Counter::Kilometre},
                                                           {"workout", Counter::Time},
                                                           {"session", Counter::Time},
                                                           {"visit", Counter::Time},
                                                           {"show", Counter::Time},
                                                           {"run", Counter::Time},
                                                           {"rehearsal", Counter::Time},
                                                           {"concert", Counter::Time},
                                                           {"class", Counter::Time},
                                                           {"percent", Counter::Percent}}};

bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t past_blank(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::optional<std::pair<Counter, std::size_t>> english_counter(std::string_view text, std::size_t at) {
  for (int words = 0; words < 3 && at < text.size(); ++words) {
    at = past_blank(text, at);
    for (const CounterWord& one : english_counters) {
      if (text.substr(at, one.word.size()) != one.word) continue;
      std::size_t end = at + one.word.size();
      if (end < text.size() && text[end] == 's') ++end;
      if (end < text.size() && is_letter(text[end])) continue;
      return std::pair(one.counter, end);
    }
    while (at < text.size() && (is_letter(text[at]) || text[at] == '-' || text[at] == '\'')) ++at;
    if (at < text.size() && text[at] != ' ') break;
  }
  return std::nullopt;
}

std::optional<std::pair<Counter, std::size_t>> counter_after(std::string_view text, std::size_t at) {
  if (text.substr(at, 1) == "%") return std::pair(Counter::Percent, at + 1);
  constexpr std::string_view odd = "여";
  if (text.substr(at, odd.size()) == odd) at += odd.size();
  at = past_blank(text, at);
  for (const CounterWord& one : korean_counters) {
    if (text.substr(at, one.word.size()) == one.word) return std::pair(one.counter, at + one.word.size());
  }
  return english_counter(text, at);
}

Bound bound_of(std::string_view before, std::string_view after) {
  const std::string_view near = after.substr(0, 24);
  if (has(near, "밖에") || ends(before, "only ") || ends(before, "just ") || ends(before, "겨우 ") ||
      ends(before, "고작 "))
    return Bound::Only;
  if (has(near, "이하") || has(near, "까지만") || ends(before, "at most ") || ends(before, "no more than ") ||
      ends(before, "under ") || ends(before, "fewer than ") || ends(before, "less than "))
    return Bound::AtMost;
  if (has(near, "넘") || ends(before, "more than ") || ends(before, "over ") || ends(before, "well over "))
    return Bound::More;
  if (has(near, "이상") || ends(before, "at least ")) return Bound::AtLeast;
  const bool about = has(near.substr(0, 15), "쯤") || has(near.substr(0, 15), "정도") ||
                     has(near, "가까이") || has(near, "가량") || has(near, "남짓") || ends(before, "약 ") ||
                     ends(before, "거의 ") || ends(before, "대략 ");
  for (const std::string_view word :
       {"about ", "nearly ", "almost ", "around ", "roughly ", "some ", "close to "}) {
    if (ends(before, word)) return Bound::About;
  }
  return about ? Bound::About : Bound::Exact;
}

/// Whether the number is one of a calendar or a span: 3월 5일, 2024년, 2주.
bool is_date(std::string_view before, Counter counter) {
  return counter == Counter::Day && (ends(before, "월 ") || ends(before, "월"));
}

void note_rate(std::string_view text, Quantity& quantity) {
  const std::string_view before = text.substr(0, quantity.at);
  const std::string_view after = text.substr(quantity.end, 24);
  struct RateWord {
    std::string_view word;
    CheckUnit unit;
    bool every;
  };
  constexpr std::array<RateWord, 16> korean = {{{"일주일에 ", CheckUnit::Week, false},
                                                {"한 주에 ", CheckUnit::Week, false},
                                                {"매주 ", CheckUnit::Week, true},
                                                {"주마다 ", CheckUnit::Week, true},
                                                {"주당 ", CheckUnit::Week, false},
                                                {"주 ", CheckUnit::Week, false},
                                                {"한 달에 ", CheckUnit::Month, true},
                                                {"한달에 ", CheckUnit::Month, true},
                                                {"매달 ", CheckUnit::Month, true},
                                                {"매월 ", CheckUnit::Month, true},
                                                {"달마다 ", CheckUnit::Month, true},
                                                {"월 ", CheckUnit::Month, true},
                                                {"하루에 ", CheckUnit::Day, false},
                                                {"하루 ", CheckUnit::Day, false},
                                                {"매일 ", CheckUnit::Day, true},
                                                {"날마다 ", CheckUnit::Day, true}}};
  // The words of a rate may stand before the thing counted: 한 달에 글 한 편.
  for (const RateWord& one : korean) {
    const std::size_t found = before.rfind(one.word);
    if (found == std::string_view::npos || before.size() - found > 45) continue;
    const bool edge = found == 0 || !is_word_byte(before[found - 1]);
    if (!edge) continue;
    quantity.rate = one.unit;
    quantity.every = one.every;
    return;
  }
  constexpr std::array<std::pair<std::string_view, CheckUnit>, 3> units = {
      {{"day", CheckUnit::Day}, {"week", CheckUnit::Week}, {"month", CheckUnit::Month}}};
  for (const auto& [word, unit] : units) {
    for (const std::string_view link : {" a ", " per ", " each ", " every "}) {
      if (!has(after, std::string(link) + std::string(word))) continue;
      quantity.rate = unit;
      quantity.every = link == " every " || link == " each " || unit == CheckUnit::Month;
      return;
    }
  }
}

}  // namespace

std::vector<Quantity> quantities(std::string_view folded) {
  std::vector<Quantity> all;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (at > 0 && is_word_byte(folded[at - 1])) continue;
    Quantity one;
    one.at = at;
    const bool once = folded.substr(at, 5) == "once ";
    const bool twice = folded.substr(at, 6) == "twice ";
    if (once || twice) {
      one.value = once ? 1 : 2;
      one.end = at + (once ? 4 : 5);
    } else {
      const auto number = numeral(folded, at);
      if (!number) continue;
      const auto counter = counter_after(folded, number->end);
      if (!counter || is_date(folded.substr(0, at), counter->first)) continue;
      one.value = number->value;
      one.high = number->high;
      one.counter = counter->first;
      one.end = counter->second;
    }
    one.bound = bound_of(folded.substr(0, at), folded.substr(one.end));
    note_rate(folded, one);
    at = one.end - 1;
    all.push_back(one);
  }
  return all;
}

}  // namespace hoego
