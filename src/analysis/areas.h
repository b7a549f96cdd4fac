#pragma once
#include <vector>

#include "analysis/finding.h"
#include "analysis/series.h"
#include "analysis/settings.h"

namespace hoego {

/// Where the hours of the period went, by the areas of the activities; what has no area counts nowhere. By
/// hours, the most first.
///
/// An area's time is the union of its records' intervals: what overlaps counts once. A record without a
/// duration has its activity's `hours`; without these, and on a whole day, it has no time at all, and an area
/// without any timed record is not told. An hour that belongs to two areas at once is divided between them,
/// so that the hours of all areas are hours lived.
///
/// An evening (18 to 24 h on the local clock) or a weekend day has the area with half an hour of it or more,
/// whatever else it holds. Only covered days count, days away from home too: those on which every source of
/// the area's timed activities would have shown it. Shares are absent below 80 % of the lived days.
std::vector<AreaTime> find_areas(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                                 const Settings& settings, const Period& period, DateRange against);

}  // namespace hoego
