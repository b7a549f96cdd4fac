#pragma once
#include <vector>

#include "analysis/finding.h"
#include "analysis/places.h"
#include "analysis/series.h"
#include "analysis/settings.h"

namespace hoego {

/// What keeps people from their habits without being a change of them.
struct Exceptions {
  std::vector<DateRange> away;  ///< days of trips with a night or more
  std::vector<Date> holidays;   ///< public holidays, by day
};

/// Trips, and the public holidays of the owner's country from `from` to `to`.
Exceptions exceptions_in(DateRange days, const std::vector<Trip>& trips, const Settings& settings,
                         const Places& atlas);

/// Every change of a habit up to `as_of`, by day, with its evidence (`find_change_points` finds them).
/// Exposed are covered days, but for those away, and for public holidays where the series shows that it does
/// not come on them; days of the week weigh as the habit keeps them. Without coverage that proves absence
/// there is none. Started: nothing before, as far back as it is known. Resumed: nothing before, but there had
/// been. Stopped: the upper bound of 90 % of the rate after lies below a tenth of the rate before. Grew,
/// faded: else.
std::vector<Change> find_changes(const ActivitySeries& series, const Exceptions& exceptions, Date as_of);

/// Gives each activity its changes whose day lies in the period.
void add_changes(std::vector<Activity>& activities, const std::vector<ActivitySeries>& all,
                 const std::vector<Trip>& trips, const Settings& settings, const Places& atlas,
                 const Period& period);

}  // namespace hoego
