#pragma once
#include <set>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"
#include "analysis/reach.h"
#include "analysis/traces.h"

namespace hoego {

/// What the firsts and lasts of a period follow from. Borrowed for the call.
struct Lived {
  const Timeline& timeline;
  const Traces& traces;
  const Reach& reach;
  const std::vector<Home>& homes;  ///< of all time
  const std::vector<Trip>& trips;  ///< of all time
  const Assignment& assignment;
  const Places& atlas;
};

/// First times, by day, of countries, towns, activities, repositories, languages, tools, people and topics. A
/// claim of absence before: only where the sources reach back a year without a break (see `Reach`; for places
/// the owner's own positions, by presence), and said with how far they do. A country or a town is first
/// stayed in on a trip that is sure; one only entered in a calendar before makes a later first none, one's
/// homes and airports changed at are none. Languages and repositories need three commits, people three days
/// or reviews: less is a passing touch.
std::vector<Occasion> find_firsts(const Lived& lived, const Period& period);

/// Last times, by day, of activities, repositories, languages, tools and people: five times or more over at
/// least eight weeks, then a silence up to the day of looking back of 60 days or more, that is longer than
/// any before and than four usual distances between two times. Only where every source that showed it would
/// have shown a later one through all of that silence, and nothing of it is planned.
std::vector<Occasion> find_lasts(const Lived& lived, const Period& period);

}  // namespace hoego
