#pragma once
#include <vector>

#include "analysis/homes.h"

namespace hoego {

/// The places one keeps going to, beside homes: a workplace far out, the parents' house, a cabin.
class RegularPlaces {
 public:
  /// Of sightings 35 km or more from home, by time: places within 150 km that were seen in three weeks, at
  /// most 35 days apart on the average, in four at most 60, or in five at most 90; further out those seen on
  /// 24 days in twelve weeks.
  RegularPlaces(const std::vector<Sighting>& all, const std::vector<Home>& homes);

  bool contains(Coordinates at) const;
  /// Whether a point lies on the way between home and one of the places.
  bool on_the_way(Coordinates home, Coordinates at) const;

 private:
  std::vector<Coordinates> places_;
};

/// Kilometres from that day's home; around a move, from the nearer of the two.
double km_from_home(const Sighting& sighting, const std::vector<Home>& homes);

}  // namespace hoego
