#include "promises/units.h"

#include <algorithm>

namespace hoego {
namespace {

DateRange unit_of(Date day, CheckUnit unit, int week_starts) {
  if (unit == CheckUnit::Day) return {day, day};
  if (unit == CheckUnit::Month) {
    const Date first = month_start(day);
    return {first, first + (days_in_month(first.year(), first.month()) - 1)};
  }
  const Date first = day - (day.weekday() - week_starts + 7) % 7;
  return {first, first + 6};
}

}  // namespace

std::vector<CalendarUnit> units_in(DateRange period, CheckUnit unit, int week_starts) {
  std::vector<CalendarUnit> units;
  for (Date day = period.from; day <= period.to;) {
    const DateRange whole = unit_of(day, unit, week_starts);
    const DateRange cut{std::max(whole.from, period.from), std::min(whole.to, period.to)};
    units.push_back({cut, cut == whole});
    day = whole.to + 1;
  }
  return units;
}

double part_of_unit(Date day, CheckUnit unit) {
  if (unit == CheckUnit::Day) return 1;
  if (unit == CheckUnit::Week) return 1.0 / 7;
  return 1.0 / days_in_month(day.year(), day.month());
}

}  // namespace hoego
