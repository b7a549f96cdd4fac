#include "sources/photos_name.h"

#include "base/letters.h"

namespace hoego {
namespace {

/// Reads forward through a name; every step either succeeds and moves, or fails and stays.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool skip(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }
  /// The next character, if it is one of `set`.
  std::optional<char> any_of(std::string_view set) {
    const char c = peek();
    if (c == '\0' || set.find(c) == std::string_view::npos) return std::nullopt;
    ++at_;
    return c;
  }
  std::optional<int> digits(int count) {
    int value = 0;
    for (int i = 0; i < count; ++i) {
      const std::size_t index = at_ + static_cast<std::size_t>(i);
      if (index >= text_.size() || !is_digit(text_[index])) return std::nullopt;
      value = value * 10 + (text_[index] - '0');
    }
    at_ += static_cast<std::size_t>(count);
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

struct DateInName {
  Date date;
  std::size_t begin;
  std::size_t end;
};

std::optional<DateInName> date_at(std::string_view name, std::size_t begin) {
  Cursor cursor(name, begin);
  const auto year = cursor.digits(4);
  if (!year || *year < 1990 || *year > 2099) return std::nullopt;
  const auto separator = cursor.any_of("-_.");
  const auto month = cursor.digits(2);
  if (!month || (separator && cursor.any_of("-_.") != separator)) return std::nullopt;
  const auto day = cursor.digits(2);
  if (!day) return std::nullopt;
  const auto date = Date::from_ymd(*year, *month, *day);
  if (!date) return std::nullopt;
  return DateInName{*date, begin, cursor.at()};
}

std::optional<DateInName> date_in(std::string_view name) {
  for (std::size_t i = 0; i + 8 <= name.size(); ++i) {
    if (!is_digit(name[i]) || (i > 0 && is_digit(name[i - 1]))) continue;
    if (auto found = date_at(name, i)) return found;
  }
  return std::nullopt;
}

/// Morning or afternoon, where a 12-hour clock says so.
enum class Half { Unsaid, Morning, Afternoon };

Half skip_half(Cursor& cursor) {
  cursor.skip(" ") || cursor.skip("\u202f");  // macOS puts a narrow no-break space before PM
  if (cursor.skip("AM") || cursor.skip("am") || cursor.skip("오전")) return Half::Morning;
  if (cursor.skip("PM") || cursor.skip("pm") || cursor.skip("오후")) return Half::Afternoon;
  return Half::Unsaid;
}

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// `120102`, `1201_02`, `12-01-02`, `12.01.02`, `3.01.02`.
std::optional<Clock> clock_digits(Cursor& cursor) {
  auto hour = cursor.digits(2);
  if (!hour) hour = cursor.digits(1);
  if (!hour) return std::nullopt;
  cursor.any_of("-._:");
  const auto minute = cursor.digits(2);
  if (!minute) return std::nullopt;
  cursor.any_of("-._:");
  const auto second = cursor.digits(2);
  if (!second) return std::nullopt;
  return Clock{*hour, *minute, *second};
}

std::optional<int> second_of_day(Clock clock, Half half) {
  if (half != Half::Unsaid) {
    if (clock.hour < 1 || clock.hour > 12) return std::nullopt;
    clock.hour = clock.hour % 12 + (half == Half::Afternoon ? 12 : 0);
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return std::nullopt;
  return clock.hour * 3600 + clock.minute * 60 + clock.second;
}

std::optional<int> time_after(std::string_view name, std::size_t end_of_date) {
  Cursor cursor(name, end_of_date);
  if (!cursor.skip(" at ") && !cursor.skip("_at_")) cursor.any_of("-_ T.");
  Half half = skip_half(cursor);
  cursor.skip(" ");
  const auto clock = clock_digits(cursor);
  if (!clock) return std::nullopt;
  if (half == Half::Unsaid) half = skip_half(cursor);
  return second_of_day(*clock, half);
}

}  // namespace

std::optional<When> time_in_name(std::string_view file_name) {
  const auto found = date_in(file_name);
  if (!found) return std::nullopt;
  const auto second = time_after(file_name, found->end);
  if (!second) {
    // Nine digits or more that only begin like a date are a number.
    if (found->end < file_name.size() && is_digit(file_name[found->end])) return std::nullopt;
    return When::on(found->date);
  }
  const WallTime wall = WallTime::at(found->date, *second);
  if (file_name.substr(0, 4) == "PXL_") return When::at(instant(wall, Offset{0}));
  return When::floating(wall);
}

std::optional<std::string> sequence_in_name(std::string_view file_name) {
  if (time_in_name(file_name)) return std::nullopt;
  std::size_t begin = 0;
  bool letters = false;
  while (begin < file_name.size() &&
         (is_letter(file_name[begin]) || file_name[begin] == '_' || file_name[begin] == '-')) {
    letters = letters || is_letter(file_name[begin]);
    ++begin;
  }
  std::size_t end = begin;
  while (end < file_name.size() && is_digit(file_name[end])) ++end;
  if (!letters || begin > 6 || end - begin < 3 || end - begin > 7) return std::nullopt;
  if (end < file_name.size() && is_letter(file_name[end])) return std::nullopt;
  while (begin + 1 < end && file_name[begin] == '0') ++begin;
  return std::string(file_name.substr(begin, end - begin));
}

}  // namespace hoego
