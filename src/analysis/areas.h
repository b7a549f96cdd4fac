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

/// Of what an area's share is asked.
enum class Within { All, Evenings, Weekends };

/// One day of an area's share.
struct AreaDay {
  double part = 0;       ///< All: its hours; Evenings, Weekends: 1 with half an hour of it or more
  double whole = 0;      ///< All: the hours of all areas; else 1 where the day counts and is covered
  bool covered = false;  ///< whether every source concerned would have shown it
  bool asked = true;     ///< Weekends: whether the day is one
};

/// Day by day over `days`, by the rules of `find_areas`. Of an area without any timed record ever no day is
/// covered. `records`: those of each day that make `part`, by time.
struct AreaDays {
  std::vector<AreaDay> days;
  std::vector<const Record*> records;
};
AreaDays area_days(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                   const std::string& area, Within within, DateRange days);

}  // namespace hoego
