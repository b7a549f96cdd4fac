#pragma once
#include <optional>
#include <string_view>

#include "record/when.h"

namespace hoego {

/// Which of the first two numbers of `03/04/2024` is the day.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

/// A date as people, spreadsheets and apps write it in a column. All that `parse_stated_date` reads, and
/// `2024. 3. 15. 오후 7:02`, `2024-03-15(금) 19:02`, `2024년 3월 15일 오후 7시 2분`, `15.03.2024 19:02`,
/// `3/15/2024 7:02 PM`. A day and a month in an unknown order are read only where one of them is over 12;
/// years of two digits are not read. Seconds since 1970 (10 digits) and milliseconds (13) are instants.
std::optional<When> parse_written_date(std::string_view text, DayOrder order = DayOrder::Unknown);

/// The day on which it is stated to be; the UTC day of an instant.
Date day_of(const When& when);

/// Learns from all dates of a column how it orders day and month.
class DayOrderVote {
 public:
  void see(std::string_view text);
  /// Unknown when no row decides, or when rows contradict each other.
  DayOrder order() const;
  /// Whether there was a date that needs the order to be read.
  bool needed() const { return undecided_ > 0; }

 private:
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::size_t undecided_ = 0;
};

}  // namespace hoego
