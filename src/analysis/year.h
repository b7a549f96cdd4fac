#pragma once
#include "analysis/all_time.h"
#include "analysis/finding.h"
#include "analysis/places.h"
#include "analysis/settings.h"
#include "resolve/timeline.h"

namespace hoego {

/// Everything found about a period, looked back on from `period.as_of`, which is that of `all`. Pure: the
/// same timeline gives the same findings. `against`: the period to compare with; cut to the same span as what
/// has been lived of `period`. Promises are the owner's and are judged beside it.
Findings look_back(const AllTime& all, const Period& period, DateRange against);
/// The same, for one look back alone.
Findings look_back(const Timeline& timeline, const Settings& settings, const Places& atlas,
                   const Period& period, DateRange against);

/// Adds to `cited` every record that an evidence names.
void cite(Findings& findings, const Timeline& timeline);

/// The period a year earlier.
DateRange year_before(const Period& period);

/// Entries for days after `as_of` up to the end of the period, by day.
std::vector<Planned> find_planned(const Timeline& timeline, const Settings& settings,
                                  const std::vector<Home>& homes, const Places& atlas, const Period& period);

}  // namespace hoego
