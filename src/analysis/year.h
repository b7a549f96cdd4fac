#pragma once
#include "analysis/finding.h"
#include "analysis/places.h"
#include "analysis/settings.h"
#include "resolve/timeline.h"

namespace hoego {

/// Everything found about a period, looked back on from `period.as_of`. Pure: the same timeline gives the
/// same findings. `against`: the period to compare with; cut to the same span as what has been lived of
/// `period`.
Findings look_back(const Timeline& timeline, const Settings& settings, const Places& atlas,
                   const Period& period, DateRange against);

/// The period a year earlier.
DateRange year_before(const Period& period);

/// Entries for days after `as_of` up to the end of the period, by day.
std::vector<Planned> find_planned(const Timeline& timeline, const Settings& settings,
                                  const std::vector<Home>& homes, const Places& atlas, const Period& period);

}  // namespace hoego
