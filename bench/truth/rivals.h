#pragma once
#include <vector>

#include "bench/truth/looked_back.h"
#include "bench/truth/trips_judged.h"

namespace hoego::truth {

/// The rule that users of location histories know: a trip is a run of sightings 50 km or more from home, on
/// two days or more, with at most two days between one and the next. Homes as the program finds them.
std::vector<StatedTrip> trips_by_rule(const LookedBack& found);

/// Density clustering of the own photos with a position alone: DBSCAN over space and time (Ester and others,
/// KDD 1996; Birant and Kut, ST-DBSCAN, Data & Knowledge Engineering 60, 2007), neighbours within 30 km and
/// 36 hours, three to a core. The home is the place (30 km) of most days; clusters 50 km or more from it are
/// trips.
std::vector<StatedTrip> trips_by_density(const LookedBack& found);

}  // namespace hoego::truth
