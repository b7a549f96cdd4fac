#pragma once
#include <cstdint>
#include <set>
#include <vector>

#include "analysis/homes.h"

namespace hoego {

/// Where the owner was at a moment, as an instrument saw it.
struct PositionFix {
  const Record* record = nullptr;
  Coordinates at;
  std::int64_t time = 0;  ///< seconds since 1970, UTC
  WallTime wall;
  Date day;  ///< as lived
  /// Begin or end of a visit: the moment of arriving or leaving itself, not merely one of those at the place.
  bool edge = false;
};

/// What was seen on `days`, by time; a visit with a duration is two fixes, its arrival and its departure.
std::vector<PositionFix> fixes_of(const std::vector<Sighting>& sightings, DateRange days);

/// A time spent at one spot: fixes within 200 m of their mean for 20 minutes or more (stay points: Li et al.,
/// Mining user similarity based on location history, ACM GIS 2008), without those at its ends that lie
/// farther out than its fixes scatter.
struct Stop {
  static constexpr double radius_km = 0.2;
  Coordinates at;
  double scatter_km = 0;  ///< up to which a fix is one of the spot: 50 to 200 m
  std::size_t first = 0;  ///< index of its first fix
  std::size_t last = 0;   ///< of its last
  std::size_t place = 0;  ///< index of its place
};

/// A neighbourhood of stops: those within 250 m of its longest.
struct StopPlace {
  Coordinates at;
  std::set<Date> nights;  ///< days on which one was there at three in the morning
};

/// All stops by time, and their places. `fixes` by time.
struct Stops {
  std::vector<Stop> stops;
  std::vector<StopPlace> places;
};
Stops find_stops(const std::vector<PositionFix>& fixes);

}  // namespace hoego
