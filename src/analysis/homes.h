#pragma once
#include <vector>

#include "analysis/finding.h"
#include "analysis/places.h"
#include "resolve/timeline.h"

namespace hoego {

/// A moment at which an own record tells where its owner was.
struct Sighting {
  const Record* record = nullptr;
  Coordinates at;
  Instant time;
  WallTime wall;
  bool on_the_move = false;  ///< see mark_moves

  /// Local day as lived.
  Date day() const { return WallTime{wall.seconds - record->day_starts}.date(); }
};

/// Own records with a position stated by an instrument (not entered by hand), by time: each where it begins.
std::vector<Sighting> sightings(const Timeline& timeline);

/// The same, and of visits also where they end, and every eight hours in between. By time.
std::vector<Sighting> along_visits(const std::vector<Sighting>& all);

/// Where the owner lived, from the first sighting to the last. A home is a neighbourhood (2.5 km) that was
/// seen on many days, evenings, nights and mornings above all; the most probable sequence of homes over the
/// days (Viterbi, IEEE Trans. Inf. Theory 13, 1967) pays a fixed price for each move, so that a long journey
/// is none; away for ten weeks and back in the same home is one too.
std::vector<Home> find_homes(const std::vector<Sighting>& sightings, const Places& atlas);

/// The home of a day; null where none is known.
const Home* home_on(const std::vector<Home>& homes, Date day);

}  // namespace hoego
