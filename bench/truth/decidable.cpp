#include "bench/truth/decidable.h"

#include <algorithm>
#include <optional>

#include "base/zone.h"
#include "bench/truth/looked_back.h"
#include "resolve/identity.h"

namespace hoego::truth {
namespace {

constexpr double far_km = 35;
constexpr double neighbourhood_km = 2.5;
constexpr std::size_t fewest_days_at_home = 10;
constexpr std::size_t fewest_days_by_a_move = 8;
constexpr int days_by_a_move = 60;
constexpr int longest_gap_of_a_move = 14;
constexpr int widest_dates = 2;
constexpr std::int64_t around_a_day_trip = 36 * 3600;
constexpr std::int64_t around_a_record = 5 * 86400;
constexpr int fewest_shots = 5;

using Fixes = std::vector<const TrueFix*>;

Fixes left(const Life& life, const std::set<std::string>& sources) {
  Fixes fixes;
  for (const TrueFix& fix : life.fixes) {
    if (sources.count(fix.source) > 0) fixes.push_back(&fix);
  }
  return fixes;
}

bool home_is_known(const TrueHome& home, const Fixes& fixes) {
  std::set<Date> days;
  for (const TrueFix* fix : fixes) {
    const bool there = fix->doing == Doing::AtHome && distance_km(fix->position, home.at) < neighbourhood_km;
    if (there && home.days.contains(fix->day)) days.insert(fix->day);
  }
  return days.size() >= fewest_days_at_home;
}

/// The sightings of one trip that are far from home, and the ones around it.
struct Seen {
  Fixes far;
  const TrueFix* before = nullptr;
  const TrueFix* after = nullptr;
};

Seen seen_of(const Life& life, int index, const Fixes& fixes) {
  const TrueTrip& trip = life.trips[static_cast<std::size_t>(index)];
  const TrueHome& home = life.home_on(trip.days.from);
  Seen seen;
  for (const TrueFix* fix : fixes) {
    if (fix->trip == index && distance_km(fix->position, home.at) > far_km) seen.far.push_back(fix);
    if (fix->at <= trip.leaves) seen.before = fix;
    if (seen.after == nullptr && fix->at >= trip.returns) seen.after = fix;
  }
  return seen;
}

bool can_decide_trip(const Seen& seen) {
  if (seen.far.size() < 2 || seen.before == nullptr || seen.after == nullptr) return false;
  if (seen.far.front()->day == seen.far.back()->day) return false;
  return seen.before->trip < 0 && seen.after->trip < 0 &&
         seen.far.front()->day - seen.before->day <= widest_dates &&
         seen.after->day - seen.far.back()->day <= widest_dates;
}

bool can_decide_day_trip(const Seen& seen) {
  if (seen.far.empty() || seen.before == nullptr || seen.after == nullptr) return false;
  return seen.before->trip < 0 && seen.after->trip < 0 &&
         seen.after->at.seconds - seen.before->at.seconds <= around_a_day_trip;
}

bool can_decide_countries(const TrueTrip& trip, const Seen& seen) {
  return std::all_of(trip.countries.begin(), trip.countries.end(), [&](const std::string& country) {
    return std::any_of(seen.far.begin(), seen.far.end(), [&](const TrueFix* fix) {
      if (fix->doing != Doing::OnTrip && fix->doing != Doing::OnDayTrip) return false;
      const auto place = atlas().place_of(fix->position);
      return place && place->country == country;
    });
  });
}

bool can_decide_move(const TrueHome& old, const TrueHome& home, const Fixes& fixes) {
  std::set<Date> before;
  std::set<Date> after;
  for (const TrueFix* fix : fixes) {
    if (fix->doing != Doing::AtHome) continue;
    const int since = fix->day - home.days.from;
    if (since < 0 && since >= -days_by_a_move && distance_km(fix->position, old.at) < 1)
      before.insert(fix->day);
    if (since >= 0 && since < days_by_a_move && distance_km(fix->position, home.at) < 1)
      after.insert(fix->day);
  }
  if (before.size() < fewest_days_by_a_move || after.size() < fewest_days_by_a_move) return false;
  return *after.begin() - *before.rbegin() <= longest_gap_of_a_move;
}

/// The offset that holds all around a moment, if the sightings there agree.
std::optional<Offset> offset_around(const Fixes& fixes, const std::vector<Zone>& zones, Instant at) {
  const auto after = std::lower_bound(fixes.begin(), fixes.end(), at,
                                      [](const TrueFix* fix, Instant instant) { return fix->at < instant; });
  if (after == fixes.begin() || after == fixes.end()) return std::nullopt;
  if ((*after)->at.seconds - (*(after - 1))->at.seconds > around_a_record) return std::nullopt;
  const auto index = static_cast<std::size_t>(after - fixes.begin());
  if (!(zones[index] == zones[index - 1])) return std::nullopt;
  return zones[index].offset_at(at);
}

}  // namespace

Decidable decidable(const Life& life, const std::set<std::string>& sources) {
  const Fixes fixes = left(life, sources);
  std::vector<bool> known;
  for (const TrueHome& home : life.homes) known.push_back(home_is_known(home, fixes));
  Decidable can;
  for (std::size_t i = 0; i < life.trips.size(); ++i) {
    const TrueTrip& trip = life.trips[i];
    const Seen seen = seen_of(life, static_cast<int>(i), fixes);
    const auto home = static_cast<std::size_t>(&life.home_on(trip.days.from) - life.homes.data());
    const bool trip_seen = trip.day_trip ? can_decide_day_trip(seen) : can_decide_trip(seen);
    can.trips.push_back(known[home] && trip_seen);
    can.countries.push_back(can_decide_countries(trip, seen));
  }
  for (std::size_t i = 0; i + 1 < life.homes.size(); ++i)
    can.moves.push_back(can_decide_move(life.homes[i], life.homes[i + 1], fixes));
  return can;
}

std::map<std::string, Date> knowable_days(const Life& life, const std::set<std::string>& sources) {
  const Fixes fixes = left(life, sources);
  std::vector<Zone> zones;
  std::map<int, int> seen_on_trip;
  for (const TrueFix* fix : fixes) {
    zones.push_back(Zone::find(atlas().zone_of(fix->position)).value_or(Zone::utc()));
    ++seen_on_trip[fix->trip];
  }
  const auto trip_at = [&life](Instant at) {
    for (std::size_t i = 0; i < life.trips.size(); ++i) {
      if (life.trips[i].leaves <= at && at < life.trips[i].returns) return static_cast<int>(i);
    }
    return -1;
  };
  std::map<int, int> shots_on_trip;
  for (const auto& [identity, day] : life.true_days) {
    if (day.on_home_time) ++shots_on_trip[trip_at(day.at)];
  }
  std::map<std::string, Date> knowable;
  for (const SourcedObservation& item : life.observations) {
    const auto truth = life.true_days.find(item.observation.identity);
    if (truth == life.true_days.end() || sources.count(item.origin.source) == 0) continue;
    const TrueDay& day = truth->second;
    const auto around = offset_around(fixes, zones, day.at);
    bool can = day.states_zone || (around && *around == day.offset);
    if (day.on_home_time) {
      const int trip = trip_at(day.at);
      can = can && trip >= 0 && shots_on_trip[trip] >= fewest_shots && seen_on_trip[trip] >= fewest_shots;
    }
    if (can) knowable[record_id(item.observation.kind, item.observation.identity)] = day.day;
  }
  return knowable;
}

}  // namespace hoego::truth
