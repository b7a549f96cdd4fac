#pragma once
#include <vector>

#include "analysis/corrections.h"
#include "analysis/homes.h"
#include "analysis/stays.h"

namespace hoego {

/// Runs of sightings far from home, each from the day of departure to the day of return. Sightings that would
/// need a speed no traveller has, against both neighbours, are passed over. The owner's corrections
/// hold: no journey on days that are none, no boundary where there is none, one where there is one. By time.
std::vector<Journey> find_journeys(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                   const Corrections& corrections = {});

}  // namespace hoego
