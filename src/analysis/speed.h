#pragma once
#include <vector>

#include "analysis/homes.h"

namespace hoego {

/// Hours a way takes at the very least: faster is no traveller.
double shortest_hours(double km);

/// Without the sightings that would need a speed no traveller has, against both neighbours.
std::vector<Sighting> without_impossible(const std::vector<Sighting>& all);

/// Marks the sightings at which one did not stop: between the ones around it no hour is left, once the way
/// there and on is taken off. So a position over an ocean is on the move, and one on a motorway, but not the
/// only one of a day (stay points need time as well as place: Li and others, ACM GIS 2008). `all`: by time.
void mark_moves(std::vector<Sighting>& all);

}  // namespace hoego
