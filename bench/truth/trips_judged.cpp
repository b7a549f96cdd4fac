#include "bench/truth/trips_judged.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace hoego::truth {

Matched match(const Life& life, const std::vector<StatedTrip>& stated) {
  Matched matched{std::vector<int>(stated.size(), -1), std::vector<int>(life.trips.size(), -1)};
  std::vector<std::tuple<int, std::size_t, std::size_t>> pairs;  // minus the days in common
  for (std::size_t i = 0; i < stated.size(); ++i) {
    for (std::size_t k = 0; k < life.trips.size(); ++k) {
      const auto common = intersect(stated[i].days, life.trips[k].days);
      if (!common) continue;
      const bool same_kind = stated[i].day_trip == life.trips[k].day_trip;
      pairs.emplace_back(-2 * common->days() - (same_kind ? 1 : 0), i, k);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [days, i, k] : pairs) {
    if (matched.truth_of[i] >= 0 || matched.told_by[k] >= 0) continue;
    matched.truth_of[i] = static_cast<int>(k);
    matched.told_by[k] = static_cast<int>(i);
  }
  return matched;
}

bool is_right(const TrueTrip& truth, const StatedTrip& stated) {
  return truth.day_trip == stated.day_trip && std::abs(stated.days.from - truth.days.from) <= 1 &&
         std::abs(stated.days.to - truth.days.to) <= 1;
}

void judge(Tally& tally, const Life& life, const Decidable& can, const std::vector<StatedTrip>& all,
           bool day_trips) {
  std::vector<StatedTrip> stated;
  std::copy_if(all.begin(), all.end(), std::back_inserter(stated),
               [](const StatedTrip& trip) { return trip.certainty >= 0.5; });
  const Matched matched = match(life, stated);
  for (std::size_t k = 0; k < life.trips.size(); ++k) {
    const TrueTrip& truth = life.trips[k];
    if (truth.day_trip != day_trips) continue;
    const int by = matched.told_by[k];
    const bool right = by >= 0 && is_right(truth, stated[static_cast<std::size_t>(by)]);
    ++(can.trips[k] ? tally.decidable : tally.undecidable);
    if (right) ++(can.trips[k] ? tally.found : tally.undecidable_found);
    if (right && can.trips[k]) {
      const DateRange& days = stated[static_cast<std::size_t>(by)].days;
      tally.days_off += std::abs(days.from - truth.days.from) + std::abs(days.to - truth.days.to);
    }
  }
  for (std::size_t i = 0; i < stated.size(); ++i) {
    if (stated[i].day_trip != day_trips) continue;
    const int of = matched.truth_of[i];
    const bool right = of >= 0 && is_right(life.trips[static_cast<std::size_t>(of)], stated[i]);
    if (!stated[i].seen) {
      ++tally.by_papers;
      if (right) ++tally.by_papers_right;
      continue;
    }
    const bool of_undecidable = of >= 0 && !can.trips[static_cast<std::size_t>(of)];
    if (!right && !of_undecidable) ++tally.false_ones;
  }
}

}  // namespace hoego::truth
