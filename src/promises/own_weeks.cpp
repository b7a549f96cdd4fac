#include "promises/own_weeks.h"

#include <algorithm>
#include <cmath>

namespace hoego {
namespace {

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
  }
  typical_ = mean_of_busy_days(weeks_);
}

void OwnWeeks::begin(Lot& lot) {
  at_ = 0;
  weights_.clear();
  if (weeks_.empty()) return;
  const int shortest = std::min(shortest_memory, count());
  const double times = static_cast<double>(count()) / shortest;
  const int memory =
      std::min(count(), static_cast<int>(std::lround(shortest * std::pow(times, lot.uniform()))));
  double sum = 0;
  double weight = 0;
  // A run's first weeks are cut off by lot: else the same weeks would always share a weight.
  int left = lot.below(run);
  for (int i = 0; i < memory; ++i) {
    if (i == 0 || left == 0) {
      weight = lot.exponential();
      if (left == 0) left = run;
    }
    --left;
    weights_.push_back(sum += weight);
  }
}

const Week& OwnWeeks::next(Lot& lot) {
  if (weights_.empty()) return unseen_;
  if (at_ > 0 && lot.chance(1 - 1 / stretch)) return weeks_[static_cast<std::size_t>(--at_)];
  const double seen = static_cast<double>(weights_.size());
  const bool is_seen = !lot.chance(unseen / (seen + unseen));
  const double drawn = lot.uniform() * weights_.back();
  const auto found = std::lower_bound(weights_.begin(), weights_.end(), drawn);
  const auto index = static_cast<std::size_t>(found - weights_.begin());
  at_ = is_seen ? static_cast<int>(index) : 0;
  if (is_seen) return weeks_[index];
  unlike(weeks_[index], lot);
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
