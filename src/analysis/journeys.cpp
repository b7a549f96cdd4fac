#include "analysis/journeys.h"

#include <algorithm>
#include <cmath>

#include "analysis/regular_places.h"
#include "analysis/runs_away.h"
#include "analysis/speed.h"

namespace hoego {
namespace {

/// How many days before its first sighting a journey may have begun, where none at home tells.
constexpr int unknown_days = 6;
constexpr std::int64_t hour = 3600;
/// A return is dated by the first sighting at home if that came within this long.
constexpr std::int64_t return_seen_within = 36 * hour;
/// From here on one may be on the way to or from an airport.
constexpr double on_the_way_km = 15;
constexpr std::int64_t on_the_way_seconds = 8 * hour;
/// Journeys beyond are made by air.
constexpr double by_air_km = 300;
/// Who is seen far from home after this hour, and not at home that night, has slept there.
constexpr int too_late_to_go_home = 21 * 3600;
/// Sightings a day on a journey, below which the first and the last day may well show none.
constexpr double few_a_day = 1.5;

Date day_at(Instant at, const Sighting& clock) {
  return WallTime{wall_time(at, clock.record->offset).seconds - clock.record->day_starts}.date();
}

Instant later(const Sighting& from, double hours) {
  return {from.time.seconds + static_cast<std::int64_t>(hours * hour)};
}

double sightings_a_day(const Journey& journey) {
  const int days = journey.away.back().day() - journey.away.front().day() + 1;
  return static_cast<double>(journey.away.size()) / days;
}

/// The days on which one can have left, as far as sightings tell.
DateRange departure_between(const Journey& journey) {
  const Sighting& first = journey.away.front();
  if (!journey.before) return {first.day() - unknown_days, first.day()};
  const double hours = travel_hours(distance_km(journey.before->at, first.at));
  const Date earliest = std::min(journey.before->day(), first.day());
  return {earliest, std::clamp(day_at(later(first, -hours), *journey.before), earliest, first.day())};
}

DateRange return_between(const Journey& journey) {
  const Sighting& last = journey.away.back();
  if (!journey.after) return {last.day(), last.day() + unknown_days};
  const Sighting& after = *journey.after;
  const double hours = travel_hours(distance_km(last.at, after.at));
  const Date latest = std::max(after.day(), last.day());
  return {std::clamp(day_at(later(last, hours), after), std::min(last.day(), latest), latest), latest};
}

Date departure(const Journey& journey) {
  const DateRange between = journey.departs;
  const bool unseen = journey.before && between.days() > 2 && sightings_a_day(journey) < few_a_day;
  return unseen ? between.to - 1 : between.to;
}

Date homecoming(const Journey& journey) {
  const DateRange between = journey.returns;
  if (!journey.after) return between.from;
  const Sighting& last = journey.away.back();
  const Sighting& after = *journey.after;
  const double hours = travel_hours(distance_km(last.at, after.at));
  if (after.time.seconds - last.time.seconds <= return_seen_within && hours > 6) return between.to;
  const bool late = last.wall.second_of_day() >= too_late_to_go_home && last.day() == between.from;
  if (late && between.days() > 1) return between.from + 1;
  const bool unseen = between.days() > 2 && sightings_a_day(journey) < few_a_day;
  return unseen ? between.from + 1 : between.from;
}

Journey finish(Journey journey, const std::vector<Home>& homes) {
  for (const Sighting& sighting : journey.away)
    journey.farthest_km = std::max(journey.farthest_km, km_from_home(sighting, homes));
  journey.departs = departure_between(journey);
  journey.returns = return_between(journey);
  journey.days = {departure(journey), homecoming(journey)};
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

/// Two halves of a journey meet on the day between them.
void meet(std::vector<Journey>& journeys, const Corrections& corrections) {
  for (std::size_t i = 1; i < journeys.size(); ++i) {
    Journey& first = journeys[i - 1];
    Journey& second = journeys[i];
    if (first.after || second.before) continue;
    for (Date day = first.away.back().day(); day <= second.away.front().day(); day = day + 1) {
      if (!corrections.split(day)) continue;
      first.returns = second.departs = {day, day};
      first.days.to = day;
      second.days.from = day;
    }
  }
}

}  // namespace

std::vector<Journey> find_journeys(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                   const Corrections& corrections) {
  if (homes.empty()) return {};
  std::vector<Sighting> all = without_impossible(along_visits(sightings));
  mark_moves(all);
  std::vector<Journey> journeys;
  for (RunAway& run : find_runs_away(all, homes, corrections)) {
    Journey journey;
    journey.away = std::move(run.away);
    journey.before = run.before;
    journey.after = run.after;
    journeys.push_back(finish(std::move(journey), homes));
    add_the_way(journeys.back(), all, homes);
  }
  meet(journeys, corrections);
  return journeys;
}

}  // namespace hoego
