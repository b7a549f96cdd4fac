#include "analysis/stops.h"

#include <algorithm>
#include <numeric>

namespace hoego {
namespace {

constexpr std::int64_t shortest_stop = 20 * 60;
/// Unseen for longer, one may have been anywhere meanwhile.
constexpr std::int64_t longest_unseen = 12 * 3600;
constexpr double one_place_km = 0.25;
constexpr int middle_of_night = 3 * 3600;

std::int64_t length_of(const Stop& stop, const std::vector<PositionFix>& fixes) {
  return fixes[stop.last].time - fixes[stop.first].time;
}

/// The stop that begins with a fix, however short it is.
Stop stop_from(std::size_t first, const std::vector<PositionFix>& fixes) {
  double latitude = fixes[first].at.latitude;
  double longitude = fixes[first].at.longitude;
  Stop stop;
  stop.at = fixes[first].at;
  stop.first = stop.last = first;
  while (stop.last + 1 < fixes.size()) {
    const PositionFix& next = fixes[stop.last + 1];
    const bool one_visit = next.record == fixes[stop.last].record;
    if (!one_visit && next.time - fixes[stop.last].time > longest_unseen) break;
    if (distance_km(stop.at, next.at) > Stop::radius_km) break;
    ++stop.last;
    latitude += next.at.latitude;
    longitude += next.at.longitude;
    const auto count = static_cast<double>(stop.last - first + 1);
    stop.at = {latitude / count, longitude / count};
  }
  return stop;
}

/// One comes and goes on foot, and the last steps would be taken for staying.
void trim(Stop& stop, const std::vector<PositionFix>& fixes) {
  constexpr double least_km = 0.05;
  const auto from_centre = [&](std::size_t fix) { return distance_km(stop.at, fixes[fix].at); };
  std::vector<double> distances;
  for (std::size_t fix = stop.first; fix <= stop.last; ++fix) distances.push_back(from_centre(fix));
  const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  stop.scatter_km = std::clamp(3.5 * *middle, least_km, Stop::radius_km);
  while (stop.first < stop.last && from_centre(stop.first) > stop.scatter_km) ++stop.first;
  while (stop.first < stop.last && from_centre(stop.last) > stop.scatter_km) --stop.last;
}

void add_nights(const Stop& stop, const std::vector<PositionFix>& fixes, StopPlace& place) {
  const WallTime arrived = fixes[stop.first].wall;
  const WallTime left = fixes[stop.last].wall;
  for (Date day = arrived.date(); day <= left.date(); day = day + 1) {
    const WallTime night = WallTime::at(day, middle_of_night);
    if (arrived <= night && night <= left) place.nights.insert(day);
  }
}

}  // namespace

std::vector<PositionFix> fixes_of(const std::vector<Sighting>& sightings, DateRange days) {
  std::vector<PositionFix> fixes;
  for (const Sighting& sighting : sightings) {
    const Record& record = *sighting.record;
    const bool lasts = record.kind == Kind::Visit && record.end_instant() > record.begin_instant();
    if (!days.contains(record.day()) && !(lasts && days.contains(record.last_day()))) continue;
    fixes.push_back({&record, sighting.at, sighting.time.seconds, sighting.wall, record.day(), lasts});
    if (!lasts) continue;
    fixes.push_back(
        {&record, sighting.at, record.end_instant().seconds, record.end, record.last_day(), true});
  }
  std::stable_sort(fixes.begin(), fixes.end(),
                   [](const PositionFix& a, const PositionFix& b) { return a.time < b.time; });
  return fixes;
}

Stops find_stops(const std::vector<PositionFix>& fixes) {
  Stops found;
  for (std::size_t at = 0; at < fixes.size();) {
    Stop stop = stop_from(at, fixes);
    const bool stayed = length_of(stop, fixes) >= shortest_stop;
    at = stayed ? stop.last + 1 : at + 1;
    if (!stayed) continue;
    trim(stop, fixes);
    found.stops.push_back(stop);
  }
  std::vector<std::size_t> order(found.stops.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return length_of(found.stops[a], fixes) > length_of(found.stops[b], fixes);
  });
  for (const std::size_t index : order) {
    Stop& stop = found.stops[index];
    const auto near = std::find_if(found.places.begin(), found.places.end(), [&stop](const StopPlace& place) {
      return distance_km(place.at, stop.at) <= one_place_km;
    });
    stop.place = static_cast<std::size_t>(near - found.places.begin());
    if (near == found.places.end()) found.places.push_back({stop.at, {}});
    add_nights(stop, fixes, found.places[stop.place]);
  }
  return found;
}

}  // namespace hoego
