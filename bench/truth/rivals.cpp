#include "bench/truth/rivals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "analysis/homes.h"

namespace hoego::truth {
namespace {

constexpr double away_km = 50;
constexpr int longest_gap = 2;
constexpr double near_km = 30;
constexpr std::int64_t near_seconds = 36 * 3600;
constexpr std::size_t core = 3;

StatedTrip stated(Date from, Date to) {
  StatedTrip trip;
  trip.days = {from, to};
  trip.day_trip = from == to;
  return trip;
}

std::vector<Sighting> photos_of(const Timeline& timeline) {
  std::vector<Sighting> photos;
  for (const Sighting& sighting : sightings(timeline)) {
    if (sighting.record->kind == Kind::Photo) photos.push_back(sighting);
  }
  return photos;
}

/// Indices of the neighbours of a photo, itself among them.
std::vector<std::size_t> neighbours(const std::vector<Sighting>& photos, std::size_t of) {
  std::vector<std::size_t> found;
  const auto consider = [&](std::size_t i) {
    if (distance_km(photos[i].at, photos[of].at) <= near_km) found.push_back(i);
  };
  for (std::size_t i = of + 1; i-- > 0 && photos[of].time.seconds - photos[i].time.seconds <= near_seconds;)
    consider(i);
  for (std::size_t i = of + 1;
       i < photos.size() && photos[i].time.seconds - photos[of].time.seconds <= near_seconds; ++i)
    consider(i);
  return found;
}

/// The cluster of each photo; nothing for noise.
std::vector<std::optional<int>> clusters_of(const std::vector<Sighting>& photos) {
  std::vector<std::optional<int>> cluster(photos.size());
  int next = 0;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    if (cluster[i]) continue;
    std::vector<std::size_t> open = neighbours(photos, i);
    if (open.size() < core) continue;
    cluster[i] = next;
    for (std::size_t k = 0; k < open.size(); ++k) {
      if (cluster[open[k]]) continue;
      cluster[open[k]] = next;
      const auto more = neighbours(photos, open[k]);
      if (more.size() >= core) open.insert(open.end(), more.begin(), more.end());
    }
    ++next;
  }
  return cluster;
}

std::optional<Coordinates> place_of_most_days(const std::vector<Sighting>& photos) {
  std::vector<std::pair<Coordinates, std::set<Date>>> seen;
  for (const Sighting& photo : photos) {
    const auto near = std::find_if(seen.begin(), seen.end(), [&](const auto& one) {
      return distance_km(one.first, photo.at) <= near_km;
    });
    if (near == seen.end())
      seen.push_back({photo.at, {photo.day()}});
    else
      near->second.insert(photo.day());
  }
  const auto most = std::max_element(seen.begin(), seen.end(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  if (most == seen.end()) return std::nullopt;
  return most->first;
}

}  // namespace

std::vector<StatedTrip> trips_by_rule(const LookedBack& found) {
  std::vector<StatedTrip> trips;
  if (found.homes.empty()) return trips;
  std::optional<DateRange> open;
  const auto close = [&] {
    if (open && open->days() >= 2) trips.push_back(stated(open->from, open->to));
    open.reset();
  };
  for (const Sighting& sighting : sightings(found.timeline)) {
    const Date day = sighting.day();
    if (distance_km(*home_on(found.homes, day)->spot.at, sighting.at) < away_km) continue;
    if (open && day - open->to > longest_gap) close();
    if (!open) open = DateRange{day, day};
    open->to = std::max(open->to, day);
  }
  close();
  return trips;
}

std::vector<StatedTrip> trips_by_density(const LookedBack& found) {
  const std::vector<Sighting> photos = photos_of(found.timeline);
  const auto home = place_of_most_days(photos);
  if (!home) return {};
  const auto cluster = clusters_of(photos);
  struct Extent {
    DateRange days;
    double km = 0;  ///< sum
    int photos = 0;
  };
  std::map<int, Extent> extents;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    if (!cluster[i]) continue;
    const Date day = photos[i].day();
    Extent& extent = extents.try_emplace(*cluster[i], Extent{{day, day}}).first->second;
    extent.days = {std::min(extent.days.from, day), std::max(extent.days.to, day)};
    extent.km += distance_km(*home, photos[i].at);
    ++extent.photos;
  }
  std::vector<StatedTrip> trips;
  for (const auto& [id, extent] : extents) {
    if (extent.km / extent.photos >= away_km) trips.push_back(stated(extent.days.from, extent.days.to));
  }
  return trips;
}

}  // namespace hoego::truth
