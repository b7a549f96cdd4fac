#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/places.h"
#include "analysis/stays.h"

namespace hoego {

/// The clock on the wall became another one on the way.
struct ClockChange {
  Offset from;
  Offset to;
};

/// One local day of a trip, as far as it was seen.
struct TripDay {
  Date day;
  std::vector<Spot> towns;           ///< where one was seen, in order, at most six; not home
  std::optional<std::size_t> slept;  ///< number of the stay of the night that follows
  /// Straight lines from where one was last seen before, over every place half a kilometre or more away: a
  /// lower bound. Absent where one was seen nowhere.
  std::optional<double> km;
  std::optional<ClockChange> clock;  ///< on the day on which the new one was first seen
  int pictures = 0;                  ///< own ones; none is no proof that there were none
  std::vector<Coordinates> path;     ///< where one was seen, in order, at most sixty points
};

/// The days of a trip from its first to its last. `journey`: what was seen of it; null where only calendar or
/// tickets tell of it. `pictures`: the owner's of the trip.
std::vector<TripDay> days_of(const Trip& trip, const Journey* journey,
                             const std::vector<const Record*>& pictures, const Places& atlas);

}  // namespace hoego
