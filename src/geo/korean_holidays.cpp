#include "geo/korean_holidays.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

#include "base/error.h"

namespace hoego {
namespace {

// The law: 관공서의 공휴일에 관한 규정 (presidential decree; lists the days) and, since 2022-01-01, 공휴일에
// 관한 법률. Both are published, with all their amendments, at law.go.kr.

/// Since when, and on which days of the weekend, a holiday that is lost is made up for (규정 제3조,
/// 대체공휴일).
struct Substitution {
  int year, month, day;  ///< in force from; year 0: never
  bool on_saturday;      ///< else on Sunday only
};

constexpr Substitution never = {0, 0, 0, false};
/// 설날 and 추석: amended on 2013-11-05, Sundays only.
constexpr Substitution great_feasts = {2013, 11, 5, false};
/// 어린이날: the same amendment, Saturdays too.
constexpr Substitution childrens_day = {2013, 11, 5, true};
/// 삼일절, 광복절, 개천절, 한글날: amended on 2021-08-04.
constexpr Substitution national_days = {2021, 8, 4, true};
/// 부처님오신날, 기독탄신일: amended on 2023-05-04.
constexpr Substitution religious_days = {2023, 5, 4, true};

enum class Calendar { solar, lunar };

struct Rule {
  const char* ko;
  const char* en;
  Calendar calendar;
  int month, day;
  int shift;     ///< days after it
  int from, to;  ///< years, inclusive
  Substitution substitution;
  const char* substitute_ko;
  const char* substitute_en;
};

constexpr int first_year = 2000;
constexpr int last_year = 2100;

// 식목일 ceased to be one in 2006, 제헌절 in 2008 (both by the amendment of 2005-06-30). 한글날 came back in
// 2013 (2012-12-28), 제헌절 in 2026 (공휴일에 관한 법률, passed on 2026-01-29).
constexpr std::array<Rule, 18> rules = {{
    {"신정", "New Year's Day", Calendar::solar, 1, 1, 0, first_year, last_year, never, "", ""},
    {"설날 연휴", "Seollal holiday", Calendar::lunar, 1, 1, -1, first_year, last_year, great_feasts, "설날",
     "Seollal"},
    {"설날", "Seollal", Calendar::lunar, 1, 1, 0, first_year, last_year, great_feasts, "설날", "Seollal"},
    {"설날 연휴", "Seollal holiday", Calendar::lunar, 1, 1, 1, first_year, last_year, great_feasts, "설날",
     "Seollal"},
    {"삼일절", "Independence Movement Day", Calendar::solar, 3, 1, 0, first_year, last_year, national_days,
     "삼일절", "Independence Movement Day"},
    {"식목일", "Arbor Day", Calendar::solar, 4, 5, 0, first_year, 2005, never, "", ""},
    {"어린이날", "Children's Day", Calendar::solar, 5, 5, 0, first_year, last_year, childrens_day, "어린이날",
     "Children's Day"},
    {"부처님오신날", "Buddha's Birthday", Calendar::lunar, 4, 8, 0, first_year, last_year, religious_days,
     "부처님오신날", "Buddha's Birthday"},
    {"현충일", "Memorial Day", Calendar::solar, 6, 6, 0, first_year, last_year, never, "", ""},
    {"제헌절", "Constitution Day", Calendar::solar, 7, 17, 0, first_year, 2007, never, "", ""},
    {"제헌절", "Constitution Day", Calendar::solar, 7, 17, 0, 2026, last_year, national_days, "제헌절",
     "Constitution Day"},
    {"광복절", "Liberation Day", Calendar::solar, 8, 15, 0, first_year, last_year, national_days, "광복절",
     "Liberation Day"},
    {"추석 연휴", "Chuseok holiday", Calendar::lunar, 8, 15, -1, first_year, last_year, great_feasts, "추석",
     "Chuseok"},
    {"추석", "Chuseok", Calendar::lunar, 8, 15, 0, first_year, last_year, great_feasts, "추석", "Chuseok"},
    {"추석 연휴", "Chuseok holiday", Calendar::lunar, 8, 15, 1, first_year, last_year, great_feasts, "추석",
     "Chuseok"},
    {"개천절", "National Foundation Day", Calendar::solar, 10, 3, 0, first_year, last_year, national_days,
     "개천절", "National Foundation Day"},
    {"한글날", "Hangul Day", Calendar::solar, 10, 9, 0, 2013, last_year, national_days, "한글날",
     "Hangul Day"},
    {"성탄절", "Christmas Day", Calendar::solar, 12, 25, 0, first_year, last_year, religious_days, "성탄절",
     "Christmas Day"},
}};

struct Single {
  int year, month, day;
  const char* ko;
  const char* en;
};

/// Elections (공직선거법 제34조; National Election Commission, nec.go.kr) and days that the State Council
/// made holidays once (임시공휴일, announced in the gazette, gwanbo.go.kr).
constexpr std::array<Single, 28> once = {{
    {2000, 4, 13, "국회의원 선거일", "National Assembly election"},
    {2002, 6, 13, "지방선거일", "Local elections"},
    {2002, 7, 1, "임시공휴일(월드컵)", "Temporary holiday (World Cup)"},
    {2002, 12, 19, "대통령 선거일", "Presidential election"},
    {2004, 4, 15, "국회의원 선거일", "National Assembly election"},
    {2006, 5, 31, "지방선거일", "Local elections"},
    {2007, 12, 19, "대통령 선거일", "Presidential election"},
    {2008, 4, 9, "국회의원 선거일", "National Assembly election"},
    {2010, 6, 2, "지방선거일", "Local elections"},
    {2012, 4, 11, "국회의원 선거일", "National Assembly election"},
    {2012, 12, 19, "대통령 선거일", "Presidential election"},
    {2014, 6, 4, "지방선거일", "Local elections"},
    {2015, 8, 14, "임시공휴일(광복 70주년)", "Temporary holiday (70 years of liberation)"},
    {2016, 4, 13, "국회의원 선거일", "National Assembly election"},
    {2016, 5, 6, "임시공휴일", "Temporary holiday"},
    {2017, 5, 9, "대통령 선거일", "Presidential election"},
    {2017, 10, 2, "임시공휴일", "Temporary holiday"},
    {2018, 6, 13, "지방선거일", "Local elections"},
    {2020, 4, 15, "국회의원 선거일", "National Assembly election"},
    {2020, 8, 17, "임시공휴일", "Temporary holiday"},
    {2022, 3, 9, "대통령 선거일", "Presidential election"},
    {2022, 6, 1, "지방선거일", "Local elections"},
    {2023, 10, 2, "임시공휴일", "Temporary holiday"},
    {2024, 4, 10, "국회의원 선거일", "National Assembly election"},
    {2024, 10, 1, "임시공휴일(국군의 날)", "Temporary holiday (Armed Forces Day)"},
    {2025, 1, 27, "임시공휴일", "Temporary holiday"},
    {2025, 6, 3, "대통령 선거일", "Presidential election"},
    {2026, 6, 3, "지방선거일", "Local elections"},
}};

Date ymd(int year, int month, int day) {
  const auto date = Date::from_ymd(year, month, day);
  if (!date)
    throw Error("a Korean holiday is on a day that does not exist", "korean_holidays.cpp", "report this");
  return *date;
}

/// The day of the Korean lunar calendar that falls into the solar year, by ICU.
class LunarYear {
 public:
  explicit LunarYear(int year) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.reset(icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Seoul"),
                                                  icu::Locale("ko@calendar=dangi"), status));
    if (U_FAILURE(status) || !calendar_) {
      throw Error("ICU has no Korean lunar calendar", "libicu", "install libicu72");
    }
    // The lunar year that holds the middle of June began in this solar year's January or February.
    calendar_->setTime(milliseconds(ymd(year, 6, 15)), status);
    lunar_year_ = calendar_->get(UCAL_EXTENDED_YEAR, status);
  }

  Date at(int month, int day) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->clear();
    calendar_->set(UCAL_EXTENDED_YEAR, lunar_year_);
    calendar_->set(UCAL_MONTH, month - 1);
    calendar_->set(UCAL_IS_LEAP_MONTH, 0);
    calendar_->set(UCAL_DATE, day);
    calendar_->set(UCAL_HOUR_OF_DAY, 12);
    const double time = calendar_->getTime(status);
    if (U_FAILURE(status)) throw Error("ICU cannot place a lunar day", "libicu", "install libicu72");
    return Date{static_cast<std::int32_t>(std::floor((time + seoul_ms) / day_ms))};
  }

 private:
  static constexpr double day_ms = 86400000;
  static constexpr double seoul_ms = 9 * 3600000;
  static double milliseconds(Date date) { return date.days * day_ms + day_ms / 2 - seoul_ms; }

  std::unique_ptr<icu::Calendar> calendar_;
  std::int32_t lunar_year_ = 0;
};

/// A holiday by rule, and the rule.
struct Ruled {
  Date day;
  const Rule* rule;
};

std::vector<Ruled> ruled_days(int year) {
  LunarYear lunar(year);
  std::vector<Ruled> days;
  for (const Rule& rule : rules) {
    if (year < rule.from || year > rule.to) continue;
    const Date day =
        rule.calendar == Calendar::solar ? ymd(year, rule.month, rule.day) : lunar.at(rule.month, rule.day);
    days.push_back({day + rule.shift, &rule});
  }
  std::stable_sort(days.begin(), days.end(),
                   [](const Ruled& a, const Ruled& b) { return a.day.days < b.day.days; });
  return days;
}

bool in_force(const Substitution& substitution, Date day) {
  return substitution.year != 0 &&
         ymd(substitution.year, substitution.month, substitution.day).days <= day.days;
}

/// The holiday that is lost is `days[i]`: on a Sunday (or Saturday, where that counts), or, on a working day,
/// it is the second to fall on it.
bool is_lost(const std::vector<Ruled>& days, std::size_t i) {
  const auto& [day, rule] = days[i];
  if (day.weekday() == 7) return in_force(rule->substitution, day);
  if (day.weekday() == 6) return in_force(rule->substitution, day) && rule->substitution.on_saturday;
  if (i == 0 || days[i - 1].day != day) return false;
  return in_force(rule->substitution, day) || in_force(days[i - 1].rule->substitution, day);
}

/// The first day after it that is neither a holiday nor at a weekend (규정 제3조 제1항, 제3항, 제4항).
Date next_free_day(const std::vector<Holiday>& taken, Date day) {
  const auto is_taken = [&taken](Date candidate) {
    return candidate.weekday() >= 6 ||
           std::any_of(taken.begin(), taken.end(),
                       [candidate](const Holiday& holiday) { return holiday.day == candidate; });
  };
  do {
    day = day + 1;
  } while (is_taken(day));
  return day;
}

}  // namespace

std::vector<Holiday> korean_holidays(int year) {
  if (year < first_year || year > last_year) return {};
  const std::vector<Ruled> ruled = ruled_days(year);
  std::vector<Holiday> days;
  days.reserve(2 * ruled.size());
  for (const auto& [day, rule] : ruled) days.push_back({day, rule->ko, rule->en});
  for (const Single& single : once) {
    if (single.year == year) days.push_back({ymd(year, single.month, single.day), single.ko, single.en});
  }
  for (std::size_t i = 0; i < ruled.size(); ++i) {
    if (!is_lost(ruled, i)) continue;
    const Rule& rule =
        in_force(ruled[i].rule->substitution, ruled[i].day) ? *ruled[i].rule : *ruled[i - 1].rule;
    days.push_back({next_free_day(days, ruled[i].day), std::string("대체공휴일(") + rule.substitute_ko + ")",
                    std::string("Substitute holiday (") + rule.substitute_en + ")"});
  }
  std::stable_sort(days.begin(), days.end(),
                   [](const Holiday& a, const Holiday& b) { return a.day.days < b.day.days; });
  return days;
}

}  // namespace hoego
