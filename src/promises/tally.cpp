#include "promises/tally.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hoego {
namespace {

constexpr int fewest_covered = 4;
constexpr double high = 0.95;

/// What a covered day of a week brought; nothing where too few were covered. Weeks count back from `to`.
std::vector<double> daily_rates(const Tally& tally, Date to) {
  std::vector<double> rates;
  for (Date last = std::min(to, tally.to()); last >= tally.from; last = last - 7) {
    double sum = 0;
    int covered = 0;
    for (int back = 0; back < 7; ++back) {
      const DayTally& day = tally.on(last - back);
      if (!day.covered) continue;
      sum += day.amount;
      ++covered;
    }
    if (covered >= fewest_covered) rates.push_back(sum / covered);
  }
  return rates;
}

}  // namespace

const DayTally& Tally::on(Date day) const {
  static const DayTally nothing;
  if (day < from || day > to()) return nothing;
  return days[static_cast<std::size_t>(day - from)];
}

double high_rate(const Tally& tally, Date to) {
  std::vector<double> rates = daily_rates(tally, to);
  if (rates.empty()) return std::numeric_limits<double>::infinity();
  std::sort(rates.begin(), rates.end());
  const auto rank = static_cast<std::size_t>(std::ceil(high * static_cast<double>(rates.size())));
  return rates[std::min(rates.size(), std::max<std::size_t>(rank, 1)) - 1];
}

int uncovered_days(const Tally& tally, DateRange days) {
  int count = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const DayTally& one = tally.on(day);
    if (one.asked && !one.covered) ++count;
  }
  return count;
}

}  // namespace hoego
