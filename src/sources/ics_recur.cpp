#include "sources/ics_recur.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace hoego::ics {
namespace {

constexpr std::size_t max_times_of_day = 2000;

bool contains(const std::vector<int>& values, int value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// From libical's arrays, which end with a mark of their own.
template <std::size_t N>
std::vector<int> listed(const short (&values)[N]) {
  std::vector<int> out;
  for (const short value : values) {
    if (value == ICAL_RECURRENCE_ARRAY_MAX) break;
    out.push_back(value);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// libical counts from Sunday = 1.
int iso_weekday(int day) {
  return (day + 5) % 7 + 1;
}

std::optional<Rule::Frequency> frequency_of(icalrecurrencetype_frequency frequency) {
  switch (frequency) {
    case ICAL_SECONDLY_RECURRENCE:
      return Rule::Frequency::Secondly;
    case ICAL_MINUTELY_RECURRENCE:
      return Rule::Frequency::Minutely;
    case ICAL_HOURLY_RECURRENCE:
      return Rule::Frequency::Hourly;
    case ICAL_DAILY_RECURRENCE:
      return Rule::Frequency::Daily;
    case ICAL_WEEKLY_RECURRENCE:
      return Rule::Frequency::Weekly;
    case ICAL_MONTHLY_RECURRENCE:
      return Rule::Frequency::Monthly;
    case ICAL_YEARLY_RECURRENCE:
      return Rule::Frequency::Yearly;
    case ICAL_NO_RECURRENCE:
      break;
  }
  return std::nullopt;
}

std::optional<WallTime> wall_of(const icaltimetype& time) {
  const auto date = Date::from_ymd(time.year, time.month, time.day);
  if (!date) return std::nullopt;
  if (time.is_date != 0) return WallTime::at(*date);
  if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0) {
    return std::nullopt;
  }
  return WallTime::at(*date, time.hour * 3600 + time.minute * 60 + std::min(time.second, 59));
}

icaltimetype ical_time(WallTime wall) {
  icaltimetype out = icaltime_null_time();
  const Date date = wall.date();
  out.year = date.year();
  out.month = date.month();
  out.day = date.day();
  out.hour = wall.second_of_day() / 3600;
  out.minute = wall.second_of_day() / 60 % 60;
  out.second = wall.second_of_day() % 60;
  return out;
}

/// Whether a day is in week `number` of its week-year (negative: from its end), the first week being the one
/// with at least four days of the year.
bool in_week(Date date, int week_start, const std::vector<int>& numbers) {
  const Date first = date - (date.weekday() - week_start + 7) % 7;
  const auto week_one = [&](int year) {
    const Date fourth{Date::from_ymd(std::clamp(year, Date::min_year, Date::max_year), 1, 4)->days};
    return fourth - (fourth.weekday() - week_start + 7) % 7;
  };
  const int year = (first + 3).year();
  const int number = (first - week_one(year)) / 7 + 1;
  const int weeks = (week_one(year + 1) - week_one(year)) / 7;
  return contains(numbers, number) || contains(numbers, number - weeks - 1);
}

Date first_given() {
  return *Date::from_ymd(Rule::first_year, 1, 1);
}

}  // namespace

struct Rule::Day {
  Date date;
  int year, month, day, weekday, month_length, year_day, year_length;

  explicit Day(Date d) : date(d), year(d.year()), month(d.month()), day(d.day()), weekday(d.weekday()) {
    month_length = days_in_month(year, month);
    year_day = d - *Date::from_ymd(year, 1, 1) + 1;
    year_length = days_in_month(year, 2) == 29 ? 366 : 365;
  }
};

std::optional<Rule> Rule::parse(const std::string& text) {
  icalerror_set_errors_are_fatal(0);
  const icalrecurrencetype read = icalrecurrencetype_from_string(text.c_str());
  const std::unique_ptr<char, void (*)(void*)> scale(read.rscale, icalmemory_free_buffer);
  const auto frequency = frequency_of(read.freq);
  if (!frequency || read.interval < 1 || read.count < 0) return std::nullopt;
  Rule rule;
  rule.frequency_ = *frequency;
  rule.interval_ = read.interval;
  rule.count_ = read.count;
  rule.week_start_ = read.week_start == ICAL_NO_WEEKDAY ? 1 : iso_weekday(read.week_start);
  if (icaltime_is_null_time(read.until) == 0) {
    const auto wall = wall_of(read.until);
    if (!wall) return std::nullopt;
    rule.until_ = Until{*wall, read.until.is_date != 0, icaltime_is_utc(read.until) != 0};
  }
  rule.seconds_ = listed(read.by_second);
  rule.minutes_ = listed(read.by_minute);
  rule.hours_ = listed(read.by_hour);
  for (const int day : listed(read.by_day)) {
    const auto encoded = static_cast<short>(day);
    rule.weekdays_.push_back(
        {iso_weekday(icalrecurrencetype_day_day_of_week(encoded)), icalrecurrencetype_day_position(encoded)});
  }
  rule.month_days_ = listed(read.by_month_day);
  rule.year_days_ = listed(read.by_year_day);
  rule.weeks_ = listed(read.by_week_no);
  rule.months_ = listed(read.by_month);
  rule.positions_ = listed(read.by_set_pos);
  if (scale && std::string_view(scale.get()) != "GREGORIAN") {
    if (rule.frequency_ != Frequency::Yearly) return std::nullopt;
    rule.other_calendar_ = text;
  }
  return rule;
}

bool Rule::keeps_weekday(const Day& day) const {
  return weekdays_.empty() || std::any_of(weekdays_.begin(), weekdays_.end(), [&](const NthWeekday& wanted) {
           if (wanted.weekday != day.weekday) return false;
           const bool by_month = frequency_ == Frequency::Monthly || !months_.empty();
           if (wanted.nth == 0 || (frequency_ != Frequency::Monthly && frequency_ != Frequency::Yearly))
             return true;
           const int at = by_month ? day.day : day.year_day;
           const int length = by_month ? day.month_length : day.year_length;
           return wanted.nth > 0 ? (at - 1) / 7 + 1 == wanted.nth : (length - at) / 7 + 1 == -wanted.nth;
         });
}

bool Rule::keeps(const Day& day) const {
  if (!months_.empty() && !contains(months_, day.month)) return false;
  if (!month_days_.empty() && !contains(month_days_, day.day) &&
      !contains(month_days_, day.day - day.month_length - 1)) {
    return false;
  }
  if (!year_days_.empty() && !contains(year_days_, day.year_day) &&
      !contains(year_days_, day.year_day - day.year_length - 1)) {
    return false;
  }
  return keeps_weekday(day) && (weeks_.empty() || in_week(day.date, week_start_, weeks_));
}

/// RFC 5545, 3.3.10: "Information, not contained in the rule, necessary to determine the various recurrence
/// instance start time and dates are derived from the Start Time (DTSTART)".
Rule Rule::with_defaults(Date start) const {
  Rule rule = *this;
  const bool no_days = weekdays_.empty() && month_days_.empty() && year_days_.empty();
  if (frequency_ == Frequency::Weekly && weekdays_.empty()) rule.weekdays_ = {{start.weekday(), 0}};
  if (frequency_ == Frequency::Monthly && no_days) rule.month_days_ = {start.day()};
  if (frequency_ == Frequency::Yearly && no_days) {
    if (!weeks_.empty()) {
      rule.weekdays_ = {{start.weekday(), 0}};
    } else {
      if (months_.empty()) rule.months_ = {start.month()};
      rule.month_days_ = {start.day()};
    }
  }
  return rule;
}

/// Seconds of the day, ascending, at which a day that fits has its occurrences. For rules finer than a day
/// those of the moment itself are put in by the caller.
std::vector<int> Rule::times_of_day(int start_second) const {
  const auto or_start = [](const std::vector<int>& given, int start) {
    return given.empty() ? std::vector<int>{start} : given;
  };
  std::vector<int> out;
  for (const int hour : or_start(hours_, start_second / 3600)) {
    for (const int minute : or_start(minutes_, start_second / 60 % 60)) {
      for (const int second : or_start(seconds_, start_second % 60)) {
        if (out.size() == max_times_of_day) return out;
        if (second < 60) out.push_back(hour * 3600 + minute * 60 + second);
      }
    }
  }
  return out;
}

/// One expansion: walks over the rule's periods, takes the candidates of each and keeps count.
class Rule::Run {
 public:
  Run(const Rule& rule, WallTime start, WallTime last, bool days, Effort& effort)
      : rule_(rule), start_(start), last_(last), effort_(effort) {
    times_ = days ? std::vector<int>{0} : rule.times_of_day(start.second_of_day());
  }

  void yearly() {
    const int begin = start_.date().year();
    std::int64_t year = begin + skipped(first_year - begin);
    for (; year <= Date::max_year; year += rule_.interval_) {
      const int y = static_cast<int>(year);
      if (!begins_in_time(*Date::from_ymd(y, 1, 1))) return;
      for (int month = 1; month <= 12; ++month) {
        if (rule_.months_.empty() || contains(rule_.months_, month)) look_at(month_of(y, month));
      }
      if (!finish_period()) return;
    }
  }

  void monthly() {
    const Date date = start_.date();
    const std::int64_t begin = std::int64_t{date.year()} * 12 + date.month() - 1;
    std::int64_t month = begin + skipped(std::int64_t{first_year} * 12 - begin);
    for (; month / 12 <= Date::max_year; month += rule_.interval_) {
      const DateRange days = month_of(static_cast<int>(month / 12), static_cast<int>(month % 12) + 1);
      if (!begins_in_time(days.from)) return;
      look_at(days);
      if (!finish_period()) return;
    }
  }

  /// Periods of one day or of a week, from `begin` on.
  void daily(Date begin, int width) {
    const std::int64_t step = std::int64_t{width} * rule_.interval_;
    const Date end = *Date::from_ymd(Date::max_year, 12, 1);
    std::int64_t day = begin.days + skipped((first_given() - begin) / width) * width;
    for (; day <= end.days; day += step) {
      const Date first{static_cast<std::int32_t>(day)};
      if (!begins_in_time(first)) return;
      look_at({first, first + (width - 1)});
      if (!finish_period()) return;
    }
  }

  /// Periods shorter than a day, `unit` seconds each.
  void moments(std::int64_t unit) {
    const std::int64_t step = unit * rule_.interval_;
    std::optional<Day> day;
    bool kept = false;
    for (std::int64_t at = start_.seconds; at <= last_.seconds; at += step) {
      if (!spend(1)) return;
      const WallTime wall{at};
      if (!day || day->date != wall.date()) {
        day.emplace(wall.date());
        kept = rule_.keeps(*day);
      }
      if (!kept) {  // on to the last moment of this day: the next step leaves it
        at += (WallTime::at(wall.date() + 1).seconds - 1 - at) / step * step;
        continue;
      }
      look_at_moment(wall, unit);
      if (!finish_period()) return;
    }
  }

  Expansion take() { return std::move(out_); }

 private:
  static DateRange month_of(int year, int month) {
    const Date first = *Date::from_ymd(year, month, 1);
    return {first, first + (days_in_month(year, month) - 1)};
  }

  /// How far to go ahead, in whole intervals, when nothing before 1900 is wanted and nothing is counted.
  std::int64_t skipped(std::int64_t units_before) const {
    if (rule_.has_count() || units_before <= 0) return 0;
    return units_before / rule_.interval_ * rule_.interval_;
  }

  bool spend(std::int64_t work) {
    effort_.left -= work;
    if (effort_.left < 0) out_.cut = true;
    return !out_.cut;
  }

  bool begins_in_time(Date first) { return WallTime::at(first) <= last_ && spend(1); }

  void look_at(DateRange days) {
    if (!spend(days.days())) return;
    for (Date date = days.from; date <= days.to; date = date + 1) {
      if (!rule_.keeps(Day(date))) continue;
      if (!spend(static_cast<std::int64_t>(times_.size()))) return;
      for (const int time : times_) candidates_.push_back(WallTime::at(date, time));
    }
  }

  void look_at_moment(WallTime wall, std::int64_t unit) {
    const int second = wall.second_of_day();
    const auto fits = [](const std::vector<int>& given, int value) {
      return given.empty() || contains(given, value);
    };
    if (!fits(rule_.hours_, second / 3600)) return;
    if (unit <= 60 && !fits(rule_.minutes_, second / 60 % 60)) return;
    if (unit == 1 && !fits(rule_.seconds_, second % 60)) return;
    const auto minutes =
        unit <= 60 || rule_.minutes_.empty() ? std::vector{second / 60 % 60} : rule_.minutes_;
    const auto seconds = unit == 1 || rule_.seconds_.empty() ? std::vector{second % 60} : rule_.seconds_;
    if (!spend(static_cast<std::int64_t>(minutes.size() * seconds.size()))) return;
    for (const int m : minutes) {
      for (const int s : seconds) {
        if (s < 60) candidates_.push_back(WallTime::at(wall.date(), second / 3600 * 3600 + m * 60 + s));
      }
    }
  }

  /// The period is complete: its candidates are chosen among (BYSETPOS), counted and kept. False when there
  /// is no more to look for.
  bool finish_period() {
    if (out_.cut) return false;
    if (!rule_.positions_.empty()) choose_positions();
    for (const WallTime wall : candidates_) {
      if (wall < start_) continue;
      if (wall > last_ || !count(wall)) return false;
    }
    candidates_.clear();
    return true;
  }

  void choose_positions() {
    const int size = static_cast<int>(candidates_.size());
    std::vector<WallTime> chosen;
    for (int i = 0; i < size; ++i) {
      if (contains(rule_.positions_, i + 1) || contains(rule_.positions_, i - size)) {
        chosen.push_back(candidates_[static_cast<std::size_t>(i)]);
      }
    }
    candidates_ = std::move(chosen);
  }

  bool count(WallTime wall) {
    ++counted_;
    if (wall.date() >= first_given()) {
      if (out_.starts.size() == max_occurrences) {
        out_.cut = true;
        return false;
      }
      out_.starts.push_back(wall);
    }
    return rule_.count_ == 0 || counted_ < rule_.count_;
  }

  const Rule& rule_;
  WallTime start_;
  WallTime last_;
  Effort& effort_;
  std::vector<int> times_;
  std::vector<WallTime> candidates_;
  Expansion out_;
  std::int64_t counted_ = 0;
};

Rule::Expansion Rule::expand(WallTime start, WallTime last, bool days, Effort& effort) const {
  if (!other_calendar_.empty()) return expand_other_calendar(start, last, effort);
  const Date date = start.date();
  const Rule rule = with_defaults(date);
  Run run(rule, start, last, days, effort);
  switch (frequency_) {
    case Frequency::Yearly:
      run.yearly();
      break;
    case Frequency::Monthly:
      run.monthly();
      break;
    case Frequency::Weekly:
      run.daily(date - (date.weekday() - week_start_ + 7) % 7, 7);
      break;
    case Frequency::Daily:
      run.daily(date, 1);
      break;
    case Frequency::Hourly:
      run.moments(3600);
      break;
    case Frequency::Minutely:
      run.moments(60);
      break;
    case Frequency::Secondly:
      run.moments(1);
      break;
  }
  return run.take();
}

/// Lunar birthdays and the like: libical walks through ICU's calendars. Where nothing fits it looks up to the
/// year 2582, which costs about as much as a million days looked at.
Rule::Expansion Rule::expand_other_calendar(WallTime start, WallTime last, Effort& effort) const {
  Expansion out;
  effort.left -= 1'000'000;
  if (effort.left < 0) {
    out.cut = true;
    return out;
  }
  icalrecurrencetype read = icalrecurrencetype_from_string(other_calendar_.c_str());
  const std::unique_ptr<char, void (*)(void*)> scale(read.rscale, icalmemory_free_buffer);
  read.until = icaltime_null_time();  // `last` is on the right clock
  const std::unique_ptr<icalrecur_iterator, void (*)(icalrecur_iterator*)> iterator(
      icalrecur_iterator_new(read, ical_time(start)), icalrecur_iterator_free);
  if (!iterator) return out;
  for (;;) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    const auto wall = icaltime_is_null_time(next) != 0 ? std::nullopt : wall_of(next);
    if (!wall || *wall > last) return out;
    if (out.starts.size() == max_occurrences) {
      out.cut = true;
      return out;
    }
    if (*wall >= start && wall->date() >= first_given()) out.starts.push_back(*wall);
  }
}

}  // namespace hoego::ics
