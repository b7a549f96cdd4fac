#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"
#include "analysis/stays.h"
#include "analysis/tickets.h"
#include "resolve/timeline.h"

namespace hoego {

/// What a calendar entry over several days tells beforehand. `home`: of the clock at home.
Plan plan_from(const Record& event, Offset home);
/// What tickets alone tell beforehand: from the first departure to the last landing. `tickets` not empty.
Plan plan_from(const std::vector<Leg>& tickets);

/// What was entered and booked for the days of a journey.
struct Entered {
  const Record* event = nullptr;  ///< the calendar entry that tells most of it
  std::vector<Leg> legs;          ///< by departure
  std::vector<Leg> tickets;       ///< those of the legs that are reservations
};
Entered entered_for(const Journey& journey, const Timeline& timeline, const Home* home, const Places& atlas);

/// Dates the journey where sightings leave more than a day open: by the ticket, else the calendar entry, that
/// names one of those days. Says how many of the two dates a plan speaks for.
int date_by_plan(Journey& journey, const Entered& entered);

/// The plan of a journey, and the records that tell it, appended to `told_by`.
std::optional<Plan> plan_for(const Journey& journey, const Entered& entered, const Timeline& timeline,
                             std::vector<const Record*>& told_by);

}  // namespace hoego
