#include "base/civil.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoego {
namespace {

constexpr std::int64_t day_seconds = 86400;

struct Ymd {
  int year;
  int month;
  int day;
};

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
std::int32_t days_from_civil(int y, int m, int d) {
  y -= m <= 2 ? 1 : 0;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

Ymd civil_from_days(std::int32_t z) {
  z += 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp + (mp < 10 ? 3 : -9);
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// `count` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < min_year || year > max_year || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{days_from_civil(year, month, day)};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4);
  const auto m = digits(text, 5, 2);
  const auto d = digits(text, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  return from_ymd(*y, *m, *d);
}

int Date::year() const {
  return civil_from_days(days).year;
}
int Date::month() const {
  return civil_from_days(days).month;
}
int Date::day() const {
  return civil_from_days(days).day;
}
int Date::weekday() const {
  const int shifted = (days % 7 + 7 + 3) % 7;  // 1970-01-01 was a Thursday
  return shifted + 1;
}
std::string Date::iso() const {
  const Ymd ymd = civil_from_days(days);
  return fmt::format("{:04}-{:02}-{:02}", ymd.year, ymd.month, ymd.day);
}

int days_in_month(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

Date month_start(Date date) {
  return date - (date.day() - 1);
}

Date plus_years(Date date, int years) {
  const Ymd ymd = civil_from_days(date.days);
  const int year = ymd.year + years;
  return {days_from_civil(year, ymd.month, std::min(ymd.day, days_in_month(year, ymd.month)))};
}

std::string Offset::iso() const {
  const int total = std::abs(seconds);
  const char sign = seconds < 0 ? '-' : '+';
  if (total % 60 != 0)
    return fmt::format("{}{:02}:{:02}:{:02}", sign, total / 3600, total / 60 % 60, total % 60);
  return fmt::format("{}{:02}:{:02}", sign, total / 3600, total / 60 % 60);
}

std::optional<Offset> Offset::parse(std::string_view text) {
  if (text == "Z" || text == "z") return Offset{0};
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = digits(text, 1, 2);
  if (!hours) return std::nullopt;
  std::optional<int> minutes = 0;
  if (text.size() == 5)
    minutes = digits(text, 3, 2);
  else if (text.size() == 6 && text[3] == ':')
    minutes = digits(text, 4, 2);
  else if (text.size() != 3)
    return std::nullopt;
  if (!minutes || *minutes > 59) return std::nullopt;
  const int total = *hours * 3600 + *minutes * 60;
  if (total > 18 * 3600) return std::nullopt;
  return Offset{text[0] == '-' ? -total : total};
}

WallTime WallTime::at(Date date, int second_of_day) {
  return {date.days * day_seconds + second_of_day};
}

std::optional<WallTime> WallTime::parse(std::string_view text) {
  if (text.size() != 19 && text.size() != 16) return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  if (!date || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') return std::nullopt;
  const auto h = digits(text, 11, 2);
  const auto m = digits(text, 14, 2);
  std::optional<int> s = 0;
  if (text.size() == 19) {
    if (text[16] != ':') return std::nullopt;
    s = digits(text, 17, 2);
  }
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return at(*date, *h * 3600 + *m * 60 + *s);
}

Date WallTime::date() const {
  const std::int64_t floor = seconds >= 0 ? seconds / day_seconds : (seconds - day_seconds + 1) / day_seconds;
  return {static_cast<std::int32_t>(floor)};
}

int WallTime::second_of_day() const {
  return static_cast<int>(seconds - date().days * day_seconds);
}

std::string WallTime::iso() const {
  const int second = second_of_day();
  return fmt::format("{}T{:02}:{:02}:{:02}", date().iso(), second / 3600, second / 60 % 60, second % 60);
}

WallTime wall_time(Instant instant, Offset offset) {
  return {instant.seconds + offset.seconds};
}
Instant instant(WallTime wall, Offset offset) {
  return {wall.seconds - offset.seconds};
}

DateRange whole_year(int year) {
  return {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
}

std::optional<DateRange> intersect(DateRange a, DateRange b) {
  const DateRange both{std::max(a.from, b.from), std::min(a.to, b.to)};
  if (both.from > both.to) return std::nullopt;
  return both;
}

}  // namespace hoego
