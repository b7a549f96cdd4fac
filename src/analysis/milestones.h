#pragma once
#include <vector>

#include "analysis/finding.h"
#include "analysis/reach.h"
#include "analysis/settings.h"
#include "analysis/traces.h"

namespace hoego {

/// Anniversaries of the period, by day: the owner's own `[[milestone]]` and ages, over the whole of it; and
/// years since the first time of an activity that is still done, where the records reach back at least a year
/// before that first (see `Reach::before`). Round counts are `Best`s.
std::vector<Milestone> find_milestones(const Settings& settings, const Traces& traces, const Reach& reach,
                                       const Period& period);

}  // namespace hoego
