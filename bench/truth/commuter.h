#pragma once
#include <deque>
#include <vector>

#include "analysis/homes.h"
#include "bench/truth/draw.h"

namespace hoego::truth {

/// What is simulated of a person's ways.
enum class Ways {
  Commuter,  ///< to an office on most workdays, with days at home, dinners on the way and outings
  AtHome,    ///< works at home; gym, café, weekends at the parents'
  Hourly,    ///< a commuter whose phone says where it is once an hour
  Pictures,  ///< a commuter of whom there are a few pictures a day
};

/// Half a year with a phone: positions every few minutes with the errors positions have, weeks without any,
/// a move in the middle for two of five.
struct SimulatedWays {
  std::deque<Record> records;
  DateRange days;
  bool moved = false;
  int journeys = 0;                     ///< of those that a phone could have seen
  double hours = 0;                     ///< from door to door, without stops
  std::vector<double> minutes_by_home;  ///< median of one way

  std::vector<Sighting> sightings() const;
};

SimulatedWays simulate_ways(Draw& draw, Ways ways);

}  // namespace hoego::truth
