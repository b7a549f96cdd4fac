#pragma once
#include <optional>
#include <vector>

#include "analysis/corrections.h"
#include "analysis/homes.h"

namespace hoego {

/// Sightings one after the other that are far from home, and what lies around them.
struct RunAway {
  std::vector<Sighting> away;      ///< by time, never empty
  std::optional<Sighting> before;  ///< last sighting near home before it
  std::optional<Sighting> after;   ///< first sighting near home after it
  double home_km_before = 0;       ///< how near to home one was seen since the run before it
};

/// Runs more than 35 km from that day's home and not at a place one keeps going to. One that leads no further
/// than along the road to such a place, or in which one never stopped, is none. Two are one where no night
/// was slept at home between them. The owner's corrections hold. `all`: by time, moves marked.
std::vector<RunAway> find_runs_away(const std::vector<Sighting>& all, const std::vector<Home>& homes,
                                    const Corrections& corrections);

}  // namespace hoego
