#include "promises/own_weeks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hoego {
namespace {

/// Of the courses proposed, those that draw weeks of the same season; of the others, those that know all
/// weeks.
constexpr double by_season = 1.0 / 3;
constexpr double by_all_weeks = 0.5;
constexpr int most_proposals = 20;
constexpr int weeks_of_a_year = 52;
/// Weeks by which a season may come earlier or later.
constexpr int season_scatters = 3;
/// The fewest weeks that a course may know, if there are so many.
constexpr int shortest_memory = 6;
/// Weeks by which a course is judged, and how much more their mean varies than that of independent weeks.
constexpr int late_weeks = 10;
constexpr double memory_of_weeks = 3;
/// Where too little is known of a year earlier.
constexpr int fewest_weeks_of_season = 3;
constexpr double season_may_fit = 0.5;

/// The same weekday of the nearest week in which it is covered, an earlier one first.
DayTally instead(const Tally& tally, Date day, Date to) {
  for (Date other = day - 7; other >= tally.from; other = other - 7) {
    if (tally.on(other).covered) return tally.on(other);
  }
  for (Date other = day + 7; other <= to; other = other + 7) {
    if (tally.on(other).covered) return tally.on(other);
  }
  DayTally nothing = tally.on(day);
  nothing.covered = true;
  return nothing;
}

int covered_days(const Tally& tally, Date first, Date to) {
  int covered = 0;
  for (Date day = first; day <= std::min(first + 6, to); day = day + 1)
    covered += tally.on(day).covered ? 1 : 0;
  return covered;
}

double mean_of_busy_days(const std::vector<Week>& weeks) {
  double sum = 0;
  int busy = 0;
  for (const Week& week : weeks) {
    for (const DayTally& day : week) {
      if (day.amount <= 0) continue;
      sum += day.amount;
      ++busy;
    }
  }
  return busy == 0 ? 1 : sum / busy;
}

double amount_of(const Week& week) {
  double sum = 0;
  for (const DayTally& day : week) sum += day.amount;
  return sum;
}

/// Likelihood of a mean of so many weeks, relative to the greatest.
double likelihood(double off, double variance, int weeks) {
  return std::exp(-off * off * weeks / (variance * memory_of_weeks) / 2);
}

/// The last weeks beside all those known.
struct Late {
  int weeks = 0;
  double mean = 0;
  double variance = 0;       ///< of all weeks
  std::vector<double> fits;  ///< by the number of weeks known, from 0
};

/// `typical`: an amount that keeps weeks that are all alike from being taken for certain.
Late late_of(const std::vector<Week>& weeks, double typical) {
  Late late;
  late.weeks = std::min(late_weeks, static_cast<int>(weeks.size()));
  late.fits.push_back(0);
  double sum = 0;
  double squares = 0;
  for (int known = 1; known <= static_cast<int>(weeks.size()); ++known) {
    const double amount = amount_of(weeks[static_cast<std::size_t>(known - 1)]);
    sum += amount;
    squares += amount * amount;
    const double mean = sum / known;
    late.variance = std::max(squares / known - mean * mean, 0.0) + typical * typical / known;
    if (known == late.weeks) late.mean = mean;
    late.fits.push_back(known <= late.weeks ? 1 : likelihood(mean - late.mean, late.variance, late.weeks));
  }
  return late;
}

/// How likely the last weeks are by those that began a year earlier.
double season_fits(const Tally& tally, const std::vector<Date>& firsts, const Late& late) {
  double sum = 0;
  int seen = 0;
  for (int i = 0; i < late.weeks; ++i) {
    const Date first = firsts[static_cast<std::size_t>(i)] - 7 * weeks_of_a_year;
    const int covered = covered_days(tally, first, first + 6);
    if (covered < OwnWeeks::fewest_covered) continue;
    for (Date day = first; day < first + 7; day = day + 1) sum += tally.on(day).amount * 7 / covered;
    ++seen;
  }
  if (seen < fewest_weeks_of_season) return season_may_fit;
  return likelihood(sum / seen - late.mean, late.variance, seen);
}

}  // namespace

OwnWeeks::OwnWeeks(const Tally& tally, Date to, int week_starts) {
  to = std::min(to, tally.to());
  Date first = to - (to.weekday() - week_starts + 7) % 7;
  for (; first + 6 >= tally.from && count() < most; first = first - 7) {
    if (covered_days(tally, first, to) < fewest_covered) continue;
    Week week;
    for (int i = 0; i < 7; ++i) {
      const Date day = first + i;
      const bool is_known = day <= to && tally.on(day).covered;
      week[static_cast<std::size_t>(i)] = is_known ? tally.on(day) : instead(tally, day, to);
    }
    weeks_.push_back(week);
    firsts_.push_back(first);
  }
  typical_ = mean_of_busy_days(weeks_);
  Late late = late_of(weeks_, typical_);
  season_fits_ = season_fits(tally, firsts_, late);
  fits_ = std::move(late.fits);
}

void OwnWeeks::begin(Lot& lot) {
  at_ = -1;
  by_season_ = false;
  if (count() <= shortest_memory) return know(count(), lot);
  const double times = static_cast<double>(count()) / shortest_memory;
  for (int proposal = 0; proposal < most_proposals; ++proposal) {
    by_season_ = lot.chance(by_season);
    int memory = count();
    if (!by_season_ && !lot.chance(by_all_weeks))
      memory = static_cast<int>(std::lround(shortest_memory * std::pow(times, lot.uniform())));
    if (lot.chance(by_season_ ? season_fits_ : fits_[static_cast<std::size_t>(memory)]))
      return know(memory, lot);
  }
  by_season_ = false;
  know(shortest_memory, lot);
}

void OwnWeeks::know(int memory, Lot& lot) {
  weights_.clear();
  double sum = 0;
  for (int i = 0; i < memory; ++i) {
    const double scatter = lot.exponential();
    weights_.push_back(sum += scatter * scatter);
  }
  if (memory == 0) return;
  const double scatter = lot.exponential();
  // Beside all weeks, not only those that this course knows.
  const double other = unseen * scatter * scatter * memory / count();
  unlike_ = other / (other + sum);
}

int OwnWeeks::drawn(Lot& lot) const {
  const double drawn = lot.uniform() * weights_.back();
  const auto found = std::lower_bound(weights_.begin(), weights_.end(), drawn);
  return static_cast<int>(found - weights_.begin());
}

int OwnWeeks::drawn_of_season(Lot& lot, Date first) const {
  const Date there = first - 7 * (weeks_of_a_year + lot.below(2 * season_scatters + 1) - season_scatters);
  const auto found = std::find(firsts_.begin(), firsts_.end(), there);
  return found == firsts_.end() ? drawn(lot) : static_cast<int>(found - firsts_.begin());
}

const Week& OwnWeeks::next(Lot& lot, Date first) {
  if (weights_.empty()) return unseen_;
  if (at_ >= 0 && lot.chance(1 - 1 / stretch)) {
    if (at_ == 0) at_ = static_cast<int>(weights_.size());
    return weeks_[static_cast<std::size_t>(--at_)];
  }
  const bool is_seen = !lot.chance(unlike_);
  const int index = by_season_ ? drawn_of_season(lot, first) : drawn(lot);
  const Week& week = weeks_[static_cast<std::size_t>(index)];
  at_ = is_seen ? index : -1;
  if (is_seen) return week;
  unlike(week, lot);
  return unseen_;
}

void OwnWeeks::unlike(const Week& week, Lot& lot) {
  unseen_ = week;
  if (lot.chance(0.5)) {
    for (DayTally& day : unseen_) day.amount = 0;
    return;
  }
  DayTally& day = unseen_[static_cast<std::size_t>(lot.below(7))];
  if (day.amount <= 0) day.amount = day.whole > 0 ? std::min(typical_, day.whole) : typical_;
}

}  // namespace hoego
