#pragma once
#include "analysis/coverage.h"
#include "resolve/timeline.h"

namespace hoego {

/// Days on which a journey would have been seen, had there been one.
struct JourneysSeen {
  Days by_positions;  ///< a phone or a watch told where its owner was
  /// These, and days that an own calendar covers and on which the last own picture with a position is no
  /// more than three weeks old (before the first one, three weeks). Later days take none of them away.
  Days at_all;
};
JourneysSeen journeys_seen(const Timeline& timeline, Date as_of);

}  // namespace hoego
