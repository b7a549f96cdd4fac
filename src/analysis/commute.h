#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"

namespace hoego {

/// The way between home and the one other place to which one went and came back on most days, on twenty or
/// more of them, for four hours or more, by day and mostly from Monday to Friday. From positions alone, and
/// only from dense ones.
///
/// A journey begins with the last fix at the one and ends with the first at the other (stops as in stops.h),
/// within three hours; stops on the way are taken off. Its ends lie between two fixes of which no more than
/// 20 minutes are unknown, in whose middle each end is put (without bias where fixes come at even distances);
/// the first and the last 200 m are added at its own pace. On the way an hour may be unseen, as trains go
/// underground. Nothing where of the journeys seen a fifth or more could not be timed so, or where the way
/// is no way (600 m). `period`: the lived days.
std::optional<Commute> find_commute(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                    const Places& atlas, DateRange period);

}  // namespace hoego
