#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/series.h"

namespace hoego {

/// Days with commits against days with prompts, here and in the other period. Where activities of both lie in
/// one area (work), these alone; else all commits. Nothing where there are neither, or where four fifths of
/// either period are not covered for both.
std::optional<CodeAndPrompts> find_code_and_prompts(const std::vector<ActivitySeries>& all,
                                                    const Assignment& assignment, const Period& period,
                                                    DateRange against);

}  // namespace hoego
