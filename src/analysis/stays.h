#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"

namespace hoego {

/// A run of sightings away from home, with what lies around it.
struct Journey {
  std::vector<Sighting> away;      ///< by time, never empty
  std::optional<Sighting> before;  ///< last sighting near home before it
  std::optional<Sighting> after;   ///< first sighting near home after it
  /// First and last sighting on the way between home and a far place: at least 15 km from home, within hours
  /// of the journey. Absent where there is none.
  std::optional<Sighting> on_the_way_out;
  std::optional<Sighting> on_the_way_back;
  DateRange departs;       ///< days on which one can have left, as far as sightings tell
  DateRange returns;       ///< days on which one can have come back
  DateRange days;          ///< from departure to return
  double farthest_km = 0;  ///< from home
  int nights() const { return days.to - days.from; }
};

/// Hours a journey of so many kilometres takes from door to door: by road under 300 km, by air beyond.
double travel_hours(double km);

/// The places of a journey in order: slept in, or, on a day trip, where most pictures were taken. Towns
/// within 25 km of each other are one place. `pictures`: all own pictures of its days, with or without a
/// position.
std::vector<Stay> stays_of(const Journey& journey, const std::vector<const Record*>& pictures,
                           const Places& atlas);

}  // namespace hoego
