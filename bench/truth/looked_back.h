#pragma once
#include <set>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "analysis/places.h"
#include "bench/truth/life.h"
#include "resolve/timeline.h"

namespace hoego::truth {

/// What the program finds in a life, from the sources that are left.
struct LookedBack {
  Timeline timeline;
  std::vector<Home> homes;
  std::vector<Trip> trips;
};

/// The table of places, opened once.
const Gazetteer& atlas();
Places places();

/// Derives the records of these sources, as a sync does, and finds homes and trips in them.
LookedBack look_back_on(const Life& life, const std::set<std::string>& sources);

std::set<std::string> all_sources(const Life& life);
/// Those that are left when a third of them (at least one, never all) is gone, drawn by lot.
std::set<std::string> two_thirds_of_sources(const Life& life, std::uint64_t seed);

}  // namespace hoego::truth
