#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "base/zone.h"
#include "geo/gazetteer.h"
#include "resolve/assemble.h"
#include "resolve/decisions.h"
#include "resolve/identity.h"

namespace hoego::truth {

/// What the owner of a life is at, at a moment.
enum class Doing { AtHome, AtWork, Out, AtSecondPlace, OnTheRoad, OnTrip, OnDayTrip, InTransit, InTheAir };

/// Where the owner is from one moment to another; between `at` and `until` on the way from one to the other.
struct Stretch {
  Instant from;
  Instant to;
  Coordinates at;
  Coordinates until;
  Doing doing = Doing::Out;
  int trip = -1;  ///< index into the life's trips; -1: none
};

struct TrueHome {
  DateRange days;
  Coordinates at;
  Zone zone = Zone::utc();
  std::string country = {};
  Coordinates airport = {};
  Coordinates work = {};
};

/// A trip or a day trip as it was lived. Days are those of the clock at home.
struct TrueTrip {
  Instant leaves;
  Instant returns;
  DateRange days;
  bool day_trip = false;
  bool camera_on_home_time = false;
  std::vector<std::string> countries = {};  ///< slept in; of a day trip, where it went; in order
  std::string title_en = {};                ///< name of its first destination
  std::string title_ko = {};
  struct Flight {
    Coordinates from;
    Coordinates to;
    Instant departs;
    Instant lands;
    std::int64_t late = 0;  ///< seconds by which it was later than its ticket says
  };
  std::vector<Flight> flights = {};
  bool abroad = false;
};

/// An own position that is true: what a source that is left can tell of where its owner was.
struct TrueFix {
  Instant at;
  Date day;  ///< on the clock at home
  Coordinates position;
  std::string source;
  Doing doing = Doing::AtHome;
  int trip = -1;
};

/// An own record whose local day is known to the simulation.
struct TrueDay {
  Date day;
  Instant at;
  Offset offset;
  bool states_zone = false;   ///< or its position
  bool on_home_time = false;  ///< by a camera that was left on home time
};

/// One simulated life: what was, and what its sources say of it.
struct Life {
  DateRange days;
  std::vector<TrueHome> homes;
  std::vector<TrueTrip> trips;     ///< by departure, day trips among them
  std::vector<Stretch> stretches;  ///< away from home: disjoint, by time
  bool has_second_place = false;
  Coordinates second_place = {};

  std::vector<SourcedObservation> observations;
  std::vector<SourcedClaim> claims;
  std::vector<std::string> sources;  ///< names, in a fixed order
  Decisions decisions;
  std::vector<TrueFix> fixes;                ///< by time
  std::map<std::string, TrueDay> true_days;  ///< by identity of the observation

  const TrueHome& home_on(Date day) const;
};

/// Where the owner is at a moment.
struct Moment {
  Coordinates at;
  Doing doing = Doing::AtHome;
  int trip = -1;
  Offset offset;  ///< of the clocks there
};
Moment where(const Life& life, Instant at, const Gazetteer& atlas);

/// A life of one to three years somewhere on the globe: a home, moves, a workplace, a second regular place,
/// trips by road and air, day trips; told by sources drawn by lot, each with its faults.
Life draw_life(std::uint64_t seed, const Gazetteer& atlas);

/// A point so many kilometres from another (`bearing` in radians, clockwise from north).
Coordinates point_at(Coordinates from, double km, double bearing);
/// The point a share of the way along the great circle.
Coordinates between(Coordinates from, Coordinates to, double share);

}  // namespace hoego::truth
