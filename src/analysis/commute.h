#pragma once
#include <optional>
#include <vector>

#include "analysis/coverage.h"
#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"

namespace hoego {

/// The way between home and the one other place to which one went and came back on most days, on twenty or
/// more of them, for four hours or more, by day and mostly from Monday to Friday. From positions alone, and
/// only from dense ones.
///
/// A journey begins with the last fix at the one and ends with the first at the other (stops as in stops.h),
/// within three hours; stops on the way are taken off. Each of its ends lies between two fixes no more than
/// 20 minutes apart and is put in their middle, without bias where fixes come at even distances. The steps
/// nearest to a stop, which cannot be told from staying, take what the next ones take, by the fixes of all
/// journeys there. On the way an hour may be unseen, as trains go underground. Of the journeys seen up to a
/// fifth may lack a known end: these take the mean of the others in `hours`; where more do, there is no
/// finding. Nor is there where the way is no way (600 m). `period`: the lived days.
std::optional<Commute> find_commute(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                    const Places& atlas, DateRange period);

/// One way of the commute.
struct CommuteJourney {
  Date day;
  double hours = 0;  ///< where an end is not known, the mean of the others
  const Record* left = nullptr;
  const Record* arrived = nullptr;
};

/// The journeys of `find_commute`, by time, and the days on which one would have been seen: none without
/// positions; without a commute no journey.
struct CommuteJourneys {
  std::vector<CommuteJourney> journeys;
  Days covered;
};
CommuteJourneys commute_journeys(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                 DateRange period);

}  // namespace hoego
