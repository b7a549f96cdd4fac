#include "analysis/journeys.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace hoego {
namespace {

constexpr double far_km = 35;
/// The same journey goes on over this many days without a sighting.
constexpr int longest_silence = 6;
constexpr std::int64_t hour = 3600;
/// A return is dated by the first sighting at home if that came within this long.
constexpr std::int64_t return_seen_within = 36 * hour;
constexpr double fastest_km_per_hour = 1300;
/// From here on one may be on the way to or from an airport.
constexpr double on_the_way_km = 15;
constexpr std::int64_t on_the_way_seconds = 8 * hour;
/// Journeys beyond are made by air.
constexpr double by_air_km = 300;
/// A place seen on so many days in so many weeks is part of ordinary life.
constexpr std::size_t regular_days = 24;
constexpr std::size_t regular_weeks = 12;

double km_from_home(const Sighting& sighting, const std::vector<Home>& homes) {
  const Home* home = home_on(homes, sighting.record->day());
  return distance_km(*home->spot.at, sighting.at);
}

bool impossible(const Sighting& a, const Sighting& b) {
  const double hours = std::abs(static_cast<double>(b.time.seconds - a.time.seconds)) / hour;
  const double km = distance_km(a.at, b.at);
  return km > 50 && km > fastest_km_per_hour * std::max(hours, 0.02);
}

std::vector<Sighting> without_impossible(const std::vector<Sighting>& all) {
  std::vector<Sighting> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool jump_before = i > 0 && impossible(all[i - 1], all[i]);
    const bool jump_after = i + 1 < all.size() && impossible(all[i], all[i + 1]);
    if (!(jump_before && jump_after)) kept.push_back(all[i]);
  }
  return kept;
}

std::pair<int, int> cell_of(Coordinates at) {  // about 5 km
  return {static_cast<int>(std::floor(at.latitude * 20)), static_cast<int>(std::floor(at.longitude * 20))};
}

/// Cells that one keeps coming back to: second homes, workplaces.
std::set<std::pair<int, int>> regular_cells(const std::vector<Sighting>& all) {
  std::map<std::pair<int, int>, std::pair<std::set<Date>, std::set<int>>> seen;
  for (const Sighting& sighting : all) {
    auto& [days, weeks] = seen[cell_of(sighting.at)];
    days.insert(sighting.record->day());
    weeks.insert(sighting.record->day().days / 7);
  }
  std::set<std::pair<int, int>> regular;
  for (const auto& [cell, found] : seen) {
    if (found.first.size() >= regular_days && found.second.size() >= regular_weeks) regular.insert(cell);
  }
  return regular;
}

Date day_at(Instant at, const Sighting& clock) {
  return wall_time(at, clock.record->offset).date();
}

Date departure(const Journey& journey) {
  const Sighting& first = journey.away.front();
  if (!journey.before) return first.record->day();
  const double hours = travel_hours(distance_km(journey.before->at, first.at));
  const Instant left{first.time.seconds - static_cast<std::int64_t>(hours * hour)};
  // Never before the last sighting at home.
  const Date day = std::max(day_at(left, *journey.before), journey.before->record->day());
  return std::min(day, first.record->day());
}

Date homecoming(const Journey& journey) {
  const Sighting& last = journey.away.back();
  if (!journey.after) return last.record->day();
  const Sighting& after = *journey.after;
  if (after.time.seconds - last.time.seconds <= return_seen_within &&
      travel_hours(distance_km(last.at, after.at)) > 6) {
    return std::max(after.record->day(), last.record->day());
  }
  const double hours = travel_hours(distance_km(last.at, after.at));
  const Instant back{last.time.seconds + static_cast<std::int64_t>(hours * hour)};
  const Date day = std::min(day_at(back, after), after.record->day());
  return std::max(day, last.record->day());
}

Journey finish(Journey journey, const std::vector<Home>& homes) {
  for (const Sighting& sighting : journey.away) {
    journey.farthest_km = std::max(journey.farthest_km, km_from_home(sighting, homes));
  }
  journey.days = {departure(journey), homecoming(journey)};
  const bool one_day_seen = journey.away.front().record->day() == journey.away.back().record->day();
  const bool near = journey.farthest_km < by_air_km;
  if (one_day_seen && near)
    journey.days = {journey.away.front().record->day(), journey.away.front().record->day()};
  if (journey.days.to < journey.days.from) journey.days.to = journey.days.from;
  return journey;
}

/// The sightings near home that are part of the way: from the journey outwards, as long as they are not at
/// home.
void add_the_way(Journey& journey, const std::vector<Sighting>& all, const std::vector<Home>& homes) {
  if (journey.farthest_km < by_air_km) return;
  const auto by_time = [](const Sighting& sighting, Instant time) { return sighting.time < time; };
  const auto first = std::lower_bound(all.begin(), all.end(), journey.away.front().time, by_time);
  const Sighting& start = journey.away.front();
  for (auto at = first; at != all.begin();) {
    --at;
    const double hours = travel_hours(distance_km(at->at, start.at));
    const auto slack = on_the_way_seconds + static_cast<std::int64_t>(hours * hour);
    if (km_from_home(*at, homes) < on_the_way_km || start.time.seconds - at->time.seconds > slack) break;
    journey.on_the_way_out = *at;
  }
  const Sighting& end = journey.away.back();
  for (auto at = std::lower_bound(all.begin(), all.end(), end.time, by_time); at != all.end(); ++at) {
    if (at->time <= end.time) continue;
    const double hours = travel_hours(distance_km(at->at, end.at));
    const auto slack = on_the_way_seconds + static_cast<std::int64_t>(hours * hour);
    if (km_from_home(*at, homes) < on_the_way_km || at->time.seconds - end.time.seconds > slack) break;
    journey.on_the_way_back = *at;
  }
}

/// Which sightings are away from home: where they are, and what the owner says of their days.
std::vector<bool> away_flags(const std::vector<Sighting>& all, const std::vector<Home>& homes,
                             const Corrections& corrections) {
  const std::set<std::pair<int, int>> regular = regular_cells(all);
  std::vector<bool> away;
  for (const Sighting& sighting : all) {
    away.push_back(km_from_home(sighting, homes) > far_km && regular.count(cell_of(sighting.at)) == 0 &&
                   !corrections.never(sighting.record->day()));
  }
  return away;
}

/// The last day away within the one trip that holds the day.
std::map<Date, Date> last_days_away(const std::vector<Sighting>& all, const std::vector<bool>& away,
                                    const Corrections& corrections) {
  std::map<Date, Date> last;  // by first day of the range
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Date day = all[i].record->day();
    const auto same = corrections.same(day);
    if (same && away[i]) last[same->from] = day;
  }
  return last;
}

/// Whether a trip ends and another begins after the one day and not after the other.
bool crosses_split(const Corrections& corrections, Date previous, Date day) {
  for (Date at = previous + 1; at <= day; at = at + 1) {
    if (corrections.split(at)) return true;
  }
  return false;
}

/// Two halves of a journey meet on the day between them.
void meet(std::vector<Journey>& journeys, const Corrections& corrections) {
  for (std::size_t i = 1; i < journeys.size(); ++i) {
    Journey& first = journeys[i - 1];
    Journey& second = journeys[i];
    if (first.after || second.before) continue;
    for (Date day = first.away.back().record->day(); day <= second.away.front().record->day();
         day = day + 1) {
      if (!corrections.split(day)) continue;
      first.days.to = day;
      second.days.from = day;
    }
  }
}

}  // namespace

std::vector<Journey> find_journeys(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                   const Corrections& corrections) {
  if (homes.empty()) return {};
  const std::vector<Sighting> all = without_impossible(sightings);
  const std::vector<bool> away = away_flags(all, homes, corrections);
  const std::map<Date, Date> last_away = last_days_away(all, away, corrections);
  const auto goes_on = [&](Date day) {
    const auto same = corrections.same(day);
    const auto last = same ? last_away.find(same->from) : last_away.end();
    return last != last_away.end() && day <= last->second;
  };
  std::vector<Journey> journeys;
  std::optional<Sighting> at_home;
  bool open = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Sighting& sighting = all[i];
    const Date day = sighting.record->day();
    if (!away[i]) {
      if (open && goes_on(day)) continue;
      if (open) journeys.back().after = sighting;
      open = false;
      at_home = sighting;
      continue;
    }
    if (open) {
      const Date previous = journeys.back().away.back().record->day();
      const bool silent = day - previous > longest_silence && !goes_on(previous);
      if (silent || (previous < day && crosses_split(corrections, previous, day))) {
        open = false;
        at_home.reset();
      }
    }
    if (!open) {
      journeys.emplace_back();
      journeys.back().before = at_home;
    }
    open = true;
    journeys.back().away.push_back(sighting);
  }
  for (Journey& journey : journeys) {
    journey = finish(std::move(journey), homes);
    add_the_way(journey, all, homes);
  }
  meet(journeys, corrections);
  return journeys;
}

}  // namespace hoego
