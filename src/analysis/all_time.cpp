#include "analysis/all_time.h"

#include "analysis/trips.h"

namespace hoego {

AllTime over_all_time(const Timeline& timeline, const Settings& settings, const Places& atlas, Date as_of) {
  AllTime all{timeline, settings, atlas, as_of, sightings(timeline), {}, {}, Assignment(timeline, settings),
              {}};
  all.homes = find_homes(all.sightings, atlas);
  all.trips = find_trips(timeline, all.homes, atlas, as_of, settings.corrections);
  all.series = activity_series(timeline, all.assignment, all.trips, as_of);
  return all;
}

}  // namespace hoego
