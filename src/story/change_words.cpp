#include "story/change_words.h"

#include <algorithm>
#include <cmath>

namespace hoego {
namespace {

/// Whole numbers near a rate: one where it is off by less than 15 %, else its neighbours up to nine.
Pace rounded(Pace::Unit unit, double rate) {
  constexpr double close = 0.15;
  const int nearest = std::max(1, static_cast<int>(std::lround(rate)));
  if (std::abs(nearest - rate) <= close * rate || rate > 9) return {unit, nearest, nearest};
  const int low = std::max(1, static_cast<int>(std::floor(rate)));
  return {unit, low, low + 1};
}

}  // namespace

Sharpness sharpness(const Change& change) {
  const int half = (change.high - change.low + 1) / 2;
  if (half <= 3) return Sharpness::Day;
  if (half <= 10) return Sharpness::Third;
  if (half <= 21) return Sharpness::About;
  return half <= 45 ? Sharpness::Month : Sharpness::Season;
}

std::optional<Date> last_before(const Change& change, const Findings& findings) {
  std::optional<Date> last;
  for (const std::string& id : change.evidence.records) {
    const auto record = findings.cited.find(id);
    if (record == findings.cited.end() || record->second.day() > change.date) continue;
    last = std::max(last.value_or(record->second.day()), record->second.day());
  }
  return last;
}

Afterwards after(const Change& change, const Activity& activity, const Findings& findings) {
  Date end = findings.period.lived_to();
  bool last = true;
  for (const Change& other : activity.changes) {
    if (other.date <= change.date) continue;
    end = std::min(end, other.date - 1);
    last = false;
  }
  Afterwards found{0, 0, last};
  for (Date day = std::max(change.date, findings.period.from); day <= end; day = day + 1) {
    ++found.days;
    const auto at = static_cast<std::size_t>(day - findings.period.from);
    if (at < activity.by_day.size()) found.count += activity.by_day[at].value_or(0);
  }
  return found;
}

Pace pace(double per_week) {
  constexpr double nearly_one = 0.95;
  constexpr double weeks_a_year = 365.25 / 7;
  if (per_week >= nearly_one) return rounded(Pace::Unit::Week, per_week);
  const double per_month = per_week * weeks_a_year / 12;
  if (per_month >= nearly_one) return rounded(Pace::Unit::Month, per_month);
  const double per_year = per_week * weeks_a_year;
  if (per_year >= nearly_one) return rounded(Pace::Unit::Year, per_year);
  return {};
}

}  // namespace hoego
