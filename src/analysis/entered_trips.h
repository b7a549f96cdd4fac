#pragma once
#include <vector>

#include "analysis/corrections.h"
#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"
#include "resolve/timeline.h"

namespace hoego {

/// All that entered trips are held against. References are borrowed.
struct SeenLife {
  const Timeline& timeline;
  const std::vector<Trip>& known;  ///< trips that were seen
  const std::vector<Sighting>& sightings;
  const std::vector<Home>& homes;
  const Places& atlas;
};

/// Trips that calendar and tickets alone tell of: an entry over several days that names a place far away, and
/// flights from a place and back to it. None where a trip was seen, and none that a sighting near home on a
/// day inside contradicts; less certain where sightings should have been, or an appointment was kept
/// elsewhere.
std::vector<Trip> entered_trips(const SeenLife& life, Date as_of, const Corrections& corrections);

}  // namespace hoego
