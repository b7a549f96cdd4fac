#include "sources/kakaotalk_stamp.h"

#include <array>

#include "base/letters.h"

namespace hoego::kakaotalk {
namespace {

bool take(std::string_view& text, std::string_view word) {
  if (text.substr(0, word.size()) != word) return false;
  text.remove_prefix(word.size());
  return true;
}

/// An English word of letters, at most 12 of them, moved past only where `accept` knows it.
template <typename Accept>
auto take_word(std::string_view& text, Accept accept) -> decltype(accept(text)) {
  std::size_t length = 0;
  while (length < text.size() && length < 12 && is_letter(text[length])) ++length;
  const auto known = accept(text.substr(0, length));
  if (known) text.remove_prefix(length);
  return known;
}

std::optional<int> take_number(std::string_view& text, std::size_t most_digits) {
  std::size_t length = 0;
  int value = 0;
  while (length < text.size() && length < most_digits && is_digit(text[length]))
    value = value * 10 + (text[length++] - '0');
  if (length == 0 || (length < text.size() && is_digit(text[length]))) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

/// Whether `word` is `name` or its first three letters, without regard to case.
bool names(std::string_view word, std::string_view name) {
  if (word.size() != name.size() && word.size() != 3) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != name[i]) return false;
  }
  return true;
}

std::optional<int> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (names(word, months[i])) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> weekday_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (names(word, days[i])) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool take_korean_weekday(std::string_view& text) {
  std::string_view rest = text;
  skip_blanks(rest);
  for (const std::string_view day : {"월", "화", "수", "목", "금", "토", "일"}) {
    if (rest.substr(0, day.size()) != day) continue;
    rest.remove_prefix(day.size());
    if (!take(rest, "요일")) return false;
    text = rest;
    return true;
  }
  return false;
}

/// What follows the year: `년 3월 15일`, `. 3. 15.`, `-03-15`, `/03/15`.
std::optional<Date> take_month_and_day(std::string_view& text, int year) {
  for (const auto& [after_year, after_month] :
       {std::pair<std::string_view, std::string_view>{"년", "월"}, {".", "."}, {"-", "-"}, {"/", "/"}}) {
    if (!take(text, after_year)) continue;
    skip_blanks(text);
    const auto month = take_number(text, 2);
    if (!month || !take(text, after_month)) return std::nullopt;
    skip_blanks(text);
    const auto day = take_number(text, 2);
    if (!day) return std::nullopt;
    if (!take(text, "일")) take(text, ".");
    return Date::from_ymd(year, *month, *day);
  }
  return std::nullopt;
}

std::optional<Date> take_date(std::string_view& text) {
  if (!text.empty() && is_digit(text.front())) {
    const auto first = take_number(text, 4);
    if (!first) return std::nullopt;
    if (*first > 31) return take_month_and_day(text, *first);
    skip_blanks(text);
    const auto month = take_word(text, month_of);
    take(text, ",");
    skip_blanks(text);
    const auto year = month ? take_number(text, 4) : std::nullopt;
    return year && *year > 31 ? Date::from_ymd(*year, *month, *first) : std::nullopt;
  }
  const auto month = take_word(text, month_of);
  if (!month) return std::nullopt;
  skip_blanks(text);
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  take(text, ",");
  skip_blanks(text);
  const auto year = take_number(text, 4);
  return year ? Date::from_ymd(*year, *month, *day) : std::nullopt;
}

enum class Half { None, Morning, Afternoon };

Half take_half(std::string_view& text) {
  std::string_view rest = text;
  skip_blanks(rest);
  Half half = Half::None;
  for (const std::string_view word : {"오전", "AM", "am", "a.m.", "A.M."}) {
    if (half == Half::None && take(rest, word)) half = Half::Morning;
  }
  for (const std::string_view word : {"오후", "PM", "pm", "p.m.", "P.M."}) {
    if (half == Half::None && take(rest, word)) half = Half::Afternoon;
  }
  if (half == Half::None || (!rest.empty() && is_letter(rest.front()))) return Half::None;
  text = rest;
  return half;
}

}  // namespace

void skip_blanks(std::string_view& text) {
  while (take(text, " ") || take(text, "\t") || take(text, "\xC2\xA0") || take(text, "\xE2\x80\xAF")) {
  }
}

std::optional<int> take_clock(std::string_view& text) {
  std::string_view rest = text;
  Half half = take_half(rest);
  skip_blanks(rest);
  const auto hour = take_number(rest, 2);
  if (!hour || !take(rest, ":")) return std::nullopt;
  const auto minute = take_number(rest, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (rest.size() > 1 && rest[0] == ':' && is_digit(rest[1])) {
    rest.remove_prefix(1);
    const auto stated = take_number(rest, 2);
    if (!stated || *stated > 59) return std::nullopt;
    second = *stated;
  }
  if (half == Half::None) half = take_half(rest);
  if (*hour > (half == Half::None ? 23 : 12)) return std::nullopt;
  const int of_day = half == Half::None ? *hour : *hour % 12 + (half == Half::Afternoon ? 12 : 0);
  text = rest;
  return of_day * 3600 + *minute * 60 + second;
}

std::optional<Stamp> take_stamp(std::string_view& text) {
  std::string_view rest = text;
  Stamp stamp;
  if (take_word(rest, weekday_of)) {
    if (!take(rest, ",")) return std::nullopt;
    stamp.has_weekday = true;
    skip_blanks(rest);
  }
  const auto day = take_date(rest);
  if (!day) return std::nullopt;
  stamp.day = *day;
  if (take_korean_weekday(rest)) stamp.has_weekday = true;
  text = rest;
  take(rest, ",");
  skip_blanks(rest);
  take(rest, "at ");
  stamp.second = take_clock(rest);
  if (stamp.second) text = rest;
  return stamp;
}

}  // namespace hoego::kakaotalk
