#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"

namespace hoego::ics {

/// How much work the rules of one file may still cause, in days or moments looked at. Hostile rules ("every
/// second, on February 30th") end by it, the same on every machine.
struct Effort {
  std::int64_t left = 20'000'000;
};

/// A recurrence rule (RFC 5545, 3.3.10). libical reads it; the expansion is our own, because libical's looks
/// for a match up to the year 2582 before it returns, for seconds to hours where there is none.
class Rule {
 public:
  enum class Frequency { Secondly, Minutely, Hourly, Daily, Weekly, Monthly, Yearly };

  /// At most this many occurrences of one rule.
  static constexpr std::size_t max_occurrences = 20'000;
  /// No occurrence before this year is given out (phones write birthdays without a year as of 1604).
  static constexpr int first_year = 1900;

  struct Until {
    WallTime wall;  ///< midnight for a date
    bool is_date = false;
    bool utc = false;
  };
  struct Expansion {
    std::vector<WallTime> starts;  ///< ascending, unique
    bool cut = false;              ///< there would be more, but for max_occurrences or the effort
  };

  /// Nothing for text that is no rule.
  static std::optional<Rule> parse(const std::string& text);

  const std::optional<Until>& until() const { return until_; }
  bool has_count() const { return count_ > 0; }
  /// Starts from `start` to `last`, both included, on one wall clock. With `days`, times of day are ignored.
  Expansion expand(WallTime start, WallTime last, bool days, Effort& effort) const;

 private:
  struct NthWeekday {
    int weekday;  ///< 1 Monday .. 7
    int nth;      ///< 0 every
  };
  struct Day;
  class Run;

  bool keeps(const Day& day) const;
  bool keeps_weekday(const Day& day) const;
  std::vector<int> times_of_day(int start_second) const;
  Rule with_defaults(Date start) const;
  Expansion expand_other_calendar(WallTime start, WallTime last, Effort& effort) const;

  Frequency frequency_ = Frequency::Daily;
  int interval_ = 1;
  int count_ = 0;
  int week_start_ = 1;
  std::optional<Until> until_;
  std::vector<int> seconds_;
  std::vector<int> minutes_;
  std::vector<int> hours_;
  std::vector<NthWeekday> weekdays_;
  std::vector<int> month_days_;
  std::vector<int> year_days_;
  std::vector<int> weeks_;
  std::vector<int> months_;
  std::vector<int> positions_;
  std::string other_calendar_;  ///< the rule's text where it has an RSCALE other than Gregorian (RFC 7529)
};

}  // namespace hoego::ics
