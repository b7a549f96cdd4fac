#pragma once
#include <string>
#include <vector>

#include "analysis/corrections.h"
#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"
#include "resolve/timeline.h"

namespace hoego {

/// Journeys as they were lived: runs of own sightings more than 35 km from that day's home, from the day of
/// departure to the day of return, with the places slept in, in order. Places one keeps going to (a second
/// home, a workplace far out) are no journeys, a stop of hours at an airport is no visit. A calendar entry
/// over several days that names a place makes a trip of lower certainty where no sighting contradicts it. By
/// departure. The owner's corrections hold.
std::vector<Trip> find_trips(const Timeline& timeline, const std::vector<Home>& homes, const Places& atlas,
                             Date as_of, const Corrections& corrections = {});

/// "trip-2024-09-ca", "trip-2024-08-kr-sokcho", "daytrip-2024-04-20-kr-sokcho".
std::string trip_id(const Trip& trip, const std::string& home_country);

/// Calendar entries that tell of being away: over several days, or naming a town or country far from home.
bool tells_of_a_trip(const Record& event, const Home* home, const Places& atlas);

/// Whether a calendar entry was neither cancelled nor declined.
bool still_stands(const Record& event);

}  // namespace hoego
