#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct Date {
  std::int32_t days = 0;

  static constexpr int min_year = 1;
  static constexpr int max_year = 9999;

  /// Nothing for a day that does not exist or a year outside 1..9999.
  static std::optional<Date> from_ymd(int year, int month, int day);
  /// Reads exactly `YYYY-MM-DD`.
  static std::optional<Date> parse(std::string_view text);

  int year() const;
  int month() const;    ///< 1..12
  int day() const;      ///< 1..31
  int weekday() const;  ///< 1 Monday .. 7 Sunday (ISO 8601)
  std::string iso() const;

  auto operator<=>(const Date&) const = default;
  Date operator+(int n) const { return {days + n}; }
  Date operator-(int n) const { return {days - n}; }
  int operator-(Date other) const { return days - other.days; }
};

/// First day of the month that holds `date`.
Date month_start(Date date);
/// Number of days in a month.
int days_in_month(int year, int month);
/// The same month and day `years` later; February 29 becomes February 28 where there is none.
Date plus_years(Date date, int years);

/// Seconds east of UTC.
struct Offset {
  std::int32_t seconds = 0;
  auto operator<=>(const Offset&) const = default;
  /// `+09:00`; seconds are kept where there are any.
  std::string iso() const;
  /// Reads `+09:00`, `+0900`, `+09`, `Z`; nothing beyond 18 hours either way.
  static std::optional<Offset> parse(std::string_view text);
};

/// A point on the time line: seconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Instant {
  std::int64_t seconds = 0;
  auto operator<=>(const Instant&) const = default;
};

/// What a clock on a wall shows: seconds since 1970-01-01T00:00:00 on that clock.
struct WallTime {
  std::int64_t seconds = 0;

  static WallTime at(Date date, int second_of_day = 0);
  /// Reads `YYYY-MM-DDTHH:MM:SS` (or a blank for the T; seconds may be missing), nothing else.
  static std::optional<WallTime> parse(std::string_view text);

  Date date() const;
  int second_of_day() const;  ///< 0..86399
  std::string iso() const;    ///< `YYYY-MM-DDTHH:MM:SS`
  auto operator<=>(const WallTime&) const = default;
};

WallTime wall_time(Instant instant, Offset offset);
Instant instant(WallTime wall, Offset offset);

/// Inclusive range of days.
struct DateRange {
  Date from;
  Date to;
  auto operator<=>(const DateRange&) const = default;
  bool contains(Date date) const { return from <= date && date <= to; }
  int days() const { return to - from + 1; }
};

/// January 1 to December 31; `year` must be in 1..9999.
DateRange whole_year(int year);

/// The common days of two ranges, if any.
std::optional<DateRange> intersect(DateRange a, DateRange b);

}  // namespace hoego
