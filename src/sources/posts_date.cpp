#include "sources/posts_date.h"

#include <array>

#include "base/letters.h"
#include "base/text.h"
#include "base/zone.h"

namespace hoego {
namespace {

constexpr std::size_t longest_date = 100;

/// A text read from the left; what does not fit is left where it is.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t digits() const {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    return count;
  }
  /// The whole run of digits here, if its length is in the range; at most nine.
  std::optional<int> number(std::size_t least, std::size_t most) {
    const std::size_t count = digits();
    return count >= least && count <= most ? first_digits(count) : std::nullopt;
  }
  std::optional<int> first_digits(std::size_t count) {
    if (digits() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (rest_[i] - '0');
    rest_.remove_prefix(count);
    return value;
  }
  bool take(std::string_view text) {
    if (rest_.substr(0, text.size()) != text) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  std::optional<char> take_any(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) return std::nullopt;
    const char found = rest_[0];
    rest_.remove_prefix(1);
    return found;
  }
  void skip(std::string_view characters) {
    while (take_any(characters)) continue;
  }
  /// The letters here, in small letters.
  std::string word() {
    std::string out;
    while (!rest_.empty() && is_letter(rest_[0])) {
      out.push_back(small_letter(rest_[0]));
      rest_.remove_prefix(1);
    }
    return out;
  }

 private:
  std::string_view rest_;
};

/// 1..12 for an English month, whole or its first three letters.
std::optional<int> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const bool shortened = word == months[i].substr(0, 3) || (i == 8 && word == "sept");
    if (word == months[i] || shortened) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool is_weekday(std::string_view word) {
  for (const std::string_view day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    if (word.substr(0, 3) == day) return true;
  }
  return false;
}

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  return Date::from_ymd(*year, *month, *day);
}

/// Year, month and day with one of `separators` between, the same both times.
std::optional<Date> separated_date(Cursor& in, std::string_view separators) {
  Cursor ahead = in;
  const auto year = ahead.number(4, 4);
  const auto separator = ahead.take_any(separators);
  if (!year || !separator) return std::nullopt;
  const auto month = ahead.number(1, 2);
  if (ahead.take_any(separators) != separator) return std::nullopt;
  const auto date = date_of(year, month, ahead.number(1, 2));
  if (date) in = ahead;
  return date;
}

std::optional<Date> korean_date(Cursor& in) {
  Cursor ahead = in;
  const auto year = ahead.number(4, 4);
  if (!ahead.take("년")) return std::nullopt;
  ahead.skip(" ");
  const auto month = ahead.number(1, 2);
  if (!ahead.take("월")) return std::nullopt;
  ahead.skip(" ");
  const auto day = ahead.number(1, 2);
  if (!ahead.take("일")) return std::nullopt;
  const auto date = date_of(year, month, day);
  if (date) in = ahead;
  return date;
}

std::optional<Date> compact_date(Cursor& in) {
  Cursor ahead = in;
  const auto year = ahead.first_digits(4);
  const auto month = ahead.first_digits(2);
  const auto date = date_of(year, month, ahead.first_digits(2));
  if (date) in = ahead;
  return date;
}

/// "Fri, 15 Mar 2024" (RFC 5322, 3.3) and "March 15, 2024".
std::optional<Date> worded_date(Cursor& in) {
  Cursor ahead = in;
  auto day = ahead.number(1, 2);
  ahead.skip(" ,");
  std::string word = ahead.word();
  if (!day && is_weekday(word) && !month_of(word)) {
    ahead.skip(" ,.");
    day = ahead.number(1, 2);
    ahead.skip(" ");
    word = ahead.word();
  }
  const auto month = month_of(word);
  if (!month) return std::nullopt;
  ahead.skip(" ,.");
  if (!day) {
    day = ahead.number(1, 2);
    ahead.skip(" ,");
  }
  const auto date = date_of(ahead.number(4, 4), month, day);
  if (date) in = ahead;
  return date;
}

/// Seconds of the day; nothing where there is no time or none that clocks show.
std::optional<int> time_of_day(Cursor& in) {
  const bool morning = in.take("오전");
  const bool afternoon = !morning && in.take("오후");
  in.skip(" ");
  auto hour = in.number(1, 2);
  if (!hour || !in.take(":")) return std::nullopt;
  const auto minute = in.number(2, 2);
  std::optional<int> second = 0;
  if (in.take(":")) second = in.number(2, 2);
  if (in.take(".")) in.skip("0123456789");
  Cursor ahead = in;
  ahead.skip(" ");
  std::string half = ahead.word();
  if (morning || afternoon) {
    half = morning ? "am" : "pm";
    ahead = in;
  }
  if (half == "am" || half == "pm") {
    if (*hour < 1 || *hour > 12) return std::nullopt;
    hour = *hour % 12 + (half == "pm" ? 12 : 0);
    in = ahead;
  }
  if (!minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *hour * 3600 + *minute * 60 + *second;
}

std::optional<When> with_zone(WallTime wall, std::string_view zone) {
  if (zone.empty()) return When::floating(wall);
  if (zone == "Z" || zone == "z" || zone == "UTC" || zone == "GMT" || zone == "UT")
    return When::at(instant(wall, Offset{0}));
  if (zone == "KST") return When::at(wall, Offset{9 * 3600});
  if (const auto offset = Offset::parse(zone)) return When::at(wall, *offset);
  if (Zone::find(zone)) return When::at(wall, std::string(zone));
  return std::nullopt;
}

}  // namespace

std::optional<When> parse_stated_date(std::string_view text) {
  if (text.size() > longest_date) return std::nullopt;
  const std::string trimmed = trim(text);
  Cursor in(trimmed);
  auto date = separated_date(in, "-/.");
  if (!date) date = korean_date(in);
  if (!date) date = worded_date(in);
  if (!date && in.digits() == 8) date = compact_date(in);
  if (!date) return std::nullopt;
  if (in.at_end()) return When::on(*date);
  const bool divided = in.take("T") || in.take("t") || in.take_any(" ,").has_value();
  in.skip(" ");
  const auto seconds = time_of_day(in);
  if (!divided || !seconds) return std::nullopt;
  in.skip(" ");
  return with_zone(WallTime::at(*date, *seconds), in.rest());
}

std::optional<DatedName> date_in_name(std::string_view stem) {
  constexpr std::string_view separators = "-_. ";
  Cursor in(stem);
  const std::size_t digits = in.digits();
  std::optional<int> seconds;
  auto date = separated_date(in, "-_.");
  if (!date && (digits == 8 || digits == 12 || digits == 14)) {
    date = compact_date(in);
    if (digits > 8) {
      const auto hour = in.first_digits(2);
      const auto minute = in.first_digits(2);
      const auto second = digits == 14 ? in.first_digits(2) : std::optional<int>(0);
      if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
      seconds = *hour * 3600 + *minute * 60 + *second;
    }
  }
  if (!date || date->year() < 1900 || date->year() > 2100) return std::nullopt;
  // "2024-03-150" and "2024-03-15th" are other names; a Korean word may follow at once.
  if (!in.at_end() && (is_digit(in.rest()[0]) || is_letter(in.rest()[0]))) return std::nullopt;
  in.skip(separators);
  return DatedName{seconds ? When::floating(WallTime::at(*date, *seconds)) : When::on(*date),
                   std::string(in.rest())};
}

}  // namespace hoego
