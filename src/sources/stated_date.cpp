#include "sources/stated_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/letters.h"
#include "base/text.h"
#include "sources/posts_date.h"

namespace hoego {
namespace {

constexpr std::size_t longest_date = 100;

/// What is still to be read of a text.
struct Rest {
  std::string_view text;

  void blanks() {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  bool take(std::string_view word) {
    if (text.substr(0, word.size()) != word) return false;
    text.remove_prefix(word.size());
    return true;
  }
  /// A run of 1 to `most` digits; nothing when it is longer.
  std::optional<int> number(std::size_t most) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    if (count == 0 || count > most) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[i] - '0');
    text.remove_prefix(count);
    return value;
  }
};

/// Three numbers as they stand in a date.
struct Triple {
  std::array<int, 3> numbers{};
  bool year_first = false;
  bool year_last = false;
};

/// `2024. 3. 15.`, `2024년 3월 15일`, `15.03.2024`, `3/15/2024`.
std::optional<Triple> read_triple(Rest& in) {
  Triple out;
  std::string_view separator;
  for (std::size_t i = 0; i < 3; ++i) {
    in.blanks();
    const std::size_t before = in.text.size();
    const auto number = in.number(4);
    if (!number) return std::nullopt;
    out.numbers[i] = *number;
    const bool year = before - in.text.size() == 4;
    if (year && i == 1) return std::nullopt;
    if (year && i == 0) out.year_first = true;
    if (year && i == 2) out.year_last = true;
    constexpr std::array<std::string_view, 3> korean = {"년", "월", "일"};
    in.blanks();
    if (in.take(korean[i])) continue;
    if (i == 2) {
      in.take(".");
      continue;
    }
    const std::string_view here = in.text.substr(0, 1);
    if (here != "." && here != "/" && here != "-") return std::nullopt;
    if (i > 0 && !separator.empty() && here != separator) return std::nullopt;
    separator = here;
    in.take(here);
  }
  if (out.year_first == out.year_last) return std::nullopt;
  return out;
}

std::optional<Date> date_of(const Triple& triple, DayOrder order) {
  const auto& n = triple.numbers;
  if (triple.year_first) return Date::from_ymd(n[0], n[1], n[2]);
  if (order == DayOrder::Unknown && n[0] > 12) order = DayOrder::DayFirst;
  if (order == DayOrder::Unknown && n[1] > 12) order = DayOrder::MonthFirst;
  if (order == DayOrder::Unknown && n[0] == n[1]) order = DayOrder::DayFirst;
  if (order == DayOrder::DayFirst) return Date::from_ymd(n[2], n[1], n[0]);
  if (order == DayOrder::MonthFirst) return Date::from_ymd(n[2], n[0], n[1]);
  return std::nullopt;
}

/// `(금)`, `(Fri)`, `금요일`, between the date and the time.
void skip_weekday(Rest& in) {
  in.blanks();
  if (in.take("(")) {
    const std::size_t close = in.text.find(')');
    if (close != std::string_view::npos && close <= 12) in.text.remove_prefix(close + 1);
  }
  constexpr std::array<std::string_view, 7> days = {"월", "화", "수", "목", "금", "토", "일"};
  for (const std::string_view day : days) {
    if (in.take(std::string(day) + "요일")) break;
  }
}

/// "오전", "오후", "AM", "pm" before a time, as "am" or "pm".
std::string_view half_before(Rest& in) {
  in.blanks();
  if (in.take("오전") || in.take("AM ") || in.take("am ")) return "am";
  if (in.take("오후") || in.take("PM ") || in.take("pm ")) return "pm";
  return "";
}

/// `19:02:03` and `19시 2분 3초` as `19:02:03`; nothing where there is no time.
std::optional<std::string> clock(Rest& in) {
  in.blanks();
  const auto hour = in.number(2);
  if (!hour) return std::nullopt;
  int minute = 0;
  int second = 0;
  if (in.take("시")) {
    in.blanks();
    Rest ahead = in;
    const auto minutes = ahead.number(2);
    if (minutes && ahead.take("분")) {
      minute = *minutes;
      in = ahead;
      ahead.blanks();
      const auto seconds = ahead.number(2);
      if (seconds && ahead.take("초")) {
        second = *seconds;
        in = ahead;
      }
    }
  } else {
    if (!in.take(":")) return std::nullopt;
    const auto minutes = in.number(2);
    if (!minutes) return std::nullopt;
    minute = *minutes;
    if (in.take(":")) second = in.number(2).value_or(99);
    if (in.take(".")) in.number(9);
  }
  return fmt::format("{}:{:02}:{:02}", *hour, minute, second);
}

std::optional<When> unix_time(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_digit) || text.front() == '0') return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return When::at(Instant{text.size() == 13 ? value / 1000 : value});
}

std::optional<When> with_order(std::string_view text, DayOrder order) {
  Rest in{text};
  const auto triple = read_triple(in);
  const auto date = triple ? date_of(*triple, order) : std::nullopt;
  if (!date) return std::nullopt;
  in.take("T");
  in.take(",");
  skip_weekday(in);
  in.blanks();
  if (in.text.empty()) return When::on(*date);
  const std::string_view half = half_before(in);
  const auto time = clock(in);
  if (!time) return std::nullopt;
  in.blanks();
  return parse_stated_date(date->iso() + " " + *time + (half.empty() ? "" : " " + std::string(half)) +
                           (in.text.empty() ? "" : " ") + std::string(in.text));
}

}  // namespace

std::optional<When> parse_written_date(std::string_view text, DayOrder order) {
  if (text.empty() || text.size() > longest_date) return std::nullopt;
  const std::string trimmed = trim(text);
  if (auto when = parse_stated_date(trimmed)) return when;
  if (auto when = unix_time(trimmed)) return when;
  return with_order(trimmed, order);
}

Date day_of(const When& when) {
  return WallTime{when.seconds}.date();
}

void DayOrderVote::see(std::string_view text) {
  if (text.size() > longest_date) return;
  const std::string trimmed = trim(text);
  Rest in{trimmed};
  const auto triple = read_triple(in);
  if (!triple || triple->year_first) return;
  const int first = triple->numbers[0];
  const int second = triple->numbers[1];
  if (first > 31 || second > 31 || (first > 12 && second > 12)) return;
  if (first > 12)
    ++day_first_;
  else if (second > 12)
    ++month_first_;
  else if (first != second)
    ++undecided_;
}

DayOrder DayOrderVote::order() const {
  if (day_first_ > 0 && month_first_ == 0) return DayOrder::DayFirst;
  if (month_first_ > 0 && day_first_ == 0) return DayOrder::MonthFirst;
  return DayOrder::Unknown;
}

}  // namespace hoego
