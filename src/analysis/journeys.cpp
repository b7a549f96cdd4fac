#include "analysis/journeys.h"

#include <algorithm>
#include <cmath>

#include "analysis/regular_places.h"
#include "analysis/speed.h"

namespace hoego {
namespace {

constexpr double far_km = 35;
/// The same journey goes on over this many days without a sighting.
constexpr int longest_silence = 6;
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
/// The middle of a night.
constexpr int middle_of_night = 3 * 3600;
/// For a connection, at an airport near home.
constexpr std::int64_t longest_wait = 16 * hour;

/// A journey while it is being found.
struct Run {
  Journey journey;
  double home_km_before = 0;  ///< how near to home one was seen since the run before it
};

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
  if (!journey.before) return {first.day() - longest_silence, first.day()};
  const double hours = travel_hours(distance_km(journey.before->at, first.at));
  const Date earliest = std::min(journey.before->day(), first.day());
  return {earliest, std::clamp(day_at(later(first, -hours), *journey.before), earliest, first.day())};
}

DateRange return_between(const Journey& journey) {
  const Sighting& last = journey.away.back();
  if (!journey.after) return {last.day(), last.day() + longest_silence};
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

/// Whether a night can have been slept at home between the end of one run away and the start of the next. A
/// night at the airport of one's own town is none, as long as nothing was seen nearer to home.
bool slept_at_home(const Run& first, const Run& second) {
  const Sighting& home = *first.journey.after;
  const double back_hours = shortest_hours(distance_km(first.journey.away.back().at, home.at));
  const double out_hours = shortest_hours(distance_km(second.journey.away.front().at, home.at));
  const Instant back = later(first.journey.away.back(), back_hours);
  const Instant out = later(second.journey.away.front(), -out_hours);
  if (second.home_km_before >= on_the_way_km && out.seconds - back.seconds < longest_wait) return false;
  const WallTime there = wall_time(back, home.record->offset);
  const Date day = there.date();
  const WallTime night =
      WallTime::at(there.second_of_day() < middle_of_night ? day : day + 1, middle_of_night);
  return night <= wall_time(out, home.record->offset);
}

/// Runs of sightings far from home. One that leads no further than along the road to a regular place, or in
/// which one never stopped, is none.
std::vector<Run> runs_away(const std::vector<Sighting>& all, const std::vector<Home>& homes) {
  const RegularPlaces regular(all, homes);
  std::vector<Run> runs;
  std::optional<Sighting> at_home;
  bool open = false;
  bool from_regular = false;
  const auto close = [&](bool to_regular) {
    if (!open) return;
    open = false;
    const Coordinates home = *home_on(homes, runs.back().journey.away.front().day())->spot.at;
    const bool on_the_road = std::all_of(
        runs.back().journey.away.begin(), runs.back().journey.away.end(), [&](const Sighting& sighting) {
          return sighting.on_the_move ||
                 ((from_regular || to_regular) && regular.on_the_way(home, sighting.at));
        });
    if (on_the_road) runs.pop_back();
  };
  bool last_regular = false;
  bool last_away = true;
  double home_km = 0;
  for (const Sighting& sighting : all) {
    const bool at_regular = regular.contains(sighting.at);
    const double km = km_from_home(sighting, homes);
    if (km <= far_km || at_regular) {
      home_km = last_away ? km : std::min(home_km, km);
      last_away = false;
      if (open) runs.back().journey.after = sighting;
      close(at_regular);
      at_home = sighting;
      last_regular = at_regular;
      continue;
    }
    if (open && sighting.day() - runs.back().journey.away.back().day() > longest_silence) {
      close(false);
      at_home.reset();
    }
    if (!open) {
      runs.emplace_back();
      runs.back().journey.before = at_home;
      runs.back().home_km_before = home_km;
      from_regular = last_regular;
    }
    open = true;
    last_away = true;
    runs.back().journey.away.push_back(sighting);
  }
  close(false);
  return runs;
}

/// Runs between which one was at home, but did not sleep there, are one journey.
std::vector<Run> joined(std::vector<Run> all) {
  std::vector<Run> runs;
  for (Run& run : all) {
    const bool apart = runs.empty() || !runs.back().journey.after || !run.journey.before;
    if (apart || slept_at_home(runs.back(), run)) {
      runs.push_back(std::move(run));
      continue;
    }
    Journey& journey = runs.back().journey;
    journey.away.insert(journey.away.end(), run.journey.away.begin(), run.journey.away.end());
    journey.after = run.journey.after;
  }
  return runs;
}

}  // namespace

std::vector<Journey> find_journeys(const std::vector<Sighting>& sightings, const std::vector<Home>& homes) {
  if (homes.empty()) return {};
  std::vector<Sighting> all = without_impossible(along_visits(sightings));
  mark_moves(all);
  std::vector<Journey> journeys;
  for (Run& run : joined(runs_away(all, homes))) {
    journeys.push_back(finish(std::move(run.journey), homes));
    add_the_way(journeys.back(), all, homes);
  }
  return journeys;
}

}  // namespace hoego
