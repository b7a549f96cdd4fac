#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "bench/truth/life.h"

namespace hoego::truth {

/// What the sources that are left can decide, whoever looks at them. Only own true positions count.
///
/// A trip: its home was seen on ten days or more; two sightings or more far from home (35 km), on two days or
/// more; the last sighting before it and the first one on it at most two days apart, and likewise at its end,
/// so that a day can be named that is at most one off. A day trip: one sighting there, and sightings before
/// and after it within 36 hours. A move: either home was seen on eight days of the sixty around it or more,
/// at most fourteen days apart. The countries of a trip: a sighting in each one slept in.
struct Decidable {
  std::vector<bool> trips;      ///< as life.trips
  std::vector<bool> countries;  ///< as life.trips
  std::vector<bool> moves;      ///< life.homes[i + 1]
};
Decidable decidable(const Life& life, const std::set<std::string>& sources);

/// The record ids whose local day can be known, with that day: their origin states a zone or a position; or
/// the own sightings around lie in one zone and within five days of each other; a camera that was left on
/// home time, where it took five pictures or more on a trip on which another device was seen five times.
std::map<std::string, Date> knowable_days(const Life& life, const std::set<std::string>& sources);

}  // namespace hoego::truth
