#pragma once
#include <vector>

#include "analysis/activities.h"
#include "analysis/finding.h"
#include "analysis/homes.h"
#include "analysis/places.h"
#include "analysis/series.h"
#include "analysis/settings.h"
#include "resolve/timeline.h"

namespace hoego {

/// What is found over all time, whatever the period one looks back on. Timeline, settings and atlas are
/// borrowed and outlive it.
struct AllTime {
  const Timeline& timeline;
  const Settings& settings;
  const Places& atlas;
  Date as_of;  ///< the day on which one looks back
  std::vector<Sighting> sightings;
  std::vector<Home> homes;
  std::vector<Trip> trips;
  Assignment assignment;
  std::vector<ActivitySeries> series;
};

AllTime over_all_time(const Timeline& timeline, const Settings& settings, const Places& atlas, Date as_of);

}  // namespace hoego
