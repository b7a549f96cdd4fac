#pragma once
#include <optional>
#include <vector>

#include "analysis/corrections.h"
#include "analysis/finding.h"
#include "analysis/places.h"
#include "analysis/series.h"
#include "analysis/settings.h"

namespace hoego {

/// Days on which a source that several make up begins, or the first ones after it ended: from then on more or
/// less is recorded, whether or not more is done. None where the activity is of calendars or repositories of
/// its own: there is no exposure without all of them.
std::vector<Date> seams_of(const ActivitySeries& series, const Timeline& timeline, Date as_of);

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
/// there is none, nor where a source begins or ends next to it. Started: nothing before, as far back as it is
/// known. Resumed: nothing before, but there had been. Stopped: the upper bound of 90 % of the rate after
/// lies below a tenth of the rate before. Grew, faded: else.
/// What the owner rejects is no change: the stretches on its two sides are one. `penalty`: of a change point,
/// where not the usual one.
std::vector<Change> find_changes(const ActivitySeries& series, const Exceptions& exceptions,
                                 const std::vector<Date>& seams, Date as_of,
                                 const std::vector<ChangeCorrection>& rejected = {},
                                 std::optional<double> penalty = {});

/// Whether a stop may be one of recording alone: nothing of any kind came from the sources of the activity
/// since, and none of them is an instrument that goes on reading. Where it is, such a stop is true nine times
/// in ten at most, however clearly the records end (bench/truth), as the next one may be kept elsewhere.
bool sources_fell_silent(const ActivitySeries& series, const Timeline& timeline, const Change& stop,
                         Date as_of);

/// Gives each activity its changes whose day lies in the period; those that the owner confirms are certain.
/// Returns the corrections that apply to nothing.
std::vector<UnusedCorrection> add_changes(std::vector<Activity>& activities,
                                          const std::vector<ActivitySeries>& all, const Timeline& timeline,
                                          const std::vector<Trip>& trips, const Settings& settings,
                                          const Places& atlas, const Period& period);

}  // namespace hoego
