#include "analysis/stays.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "analysis/speed.h"

namespace hoego {
namespace {

constexpr double one_place_km = 25;
constexpr std::int64_t hour = 3600;
/// A picture without a position belongs to the place of the nearest sighting, up to this far in time.
constexpr std::int64_t reach = 12 * hour;
/// The middle of a night: whatever was seen nearest to it tells where one slept.
constexpr int middle_of_night = 3 * 3600;
constexpr double by_air_km = 300;
constexpr double long_flight_km = 1400;
constexpr double longest_transit_hours = 15;
constexpr double longest_seen_in_transit = 8;

/// A place is named by where its evenings and mornings were: an airport nearby is photographed at noon.
std::size_t vote_of(const Sighting& sighting) {
  const int hour_of_day = sighting.wall.second_of_day() / 3600;
  return hour_of_day >= 19 || hour_of_day < 9 ? 5 : 1;
}

struct Cluster {
  Coordinates centre;
  std::vector<std::size_t> members;  ///< indices of sightings
  Place place;
};

/// Neighbourhoods of sightings, the fullest first.
std::vector<Cluster> clusters_of(const std::vector<Sighting>& away, const Places& atlas) {
  std::map<std::pair<int, int>, std::vector<std::size_t>> cells;  // about 5 km
  for (std::size_t i = 0; i < away.size(); ++i) {
    cells[{static_cast<int>(away[i].at.latitude * 20), static_cast<int>(away[i].at.longitude * 20)}]
        .push_back(i);
  }
  std::vector<const std::vector<std::size_t>*> order;
  for (const auto& [cell, members] : cells) order.push_back(&members);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) { return a->size() > b->size(); });
  std::vector<Cluster> clusters;
  for (const auto* members : order) {
    const Coordinates at = away[members->front()].at;
    const auto near = std::find_if(clusters.begin(), clusters.end(), [&](const Cluster& cluster) {
      return distance_km(cluster.centre, at) <= one_place_km;
    });
    if (near == clusters.end())
      clusters.push_back({at, *members, {}});
    else
      near->members.insert(near->members.end(), members->begin(), members->end());
  }
  for (Cluster& cluster : clusters) {
    double latitude = 0;
    double longitude = 0;
    std::map<std::uint32_t, std::pair<std::size_t, Place>> towns;
    for (const std::size_t i : cluster.members) {
      latitude += away[i].at.latitude;
      longitude += away[i].at.longitude;
    }
    const auto count = static_cast<double>(cluster.members.size());
    cluster.centre = {latitude / count, longitude / count};
    const std::size_t step = std::max<std::size_t>(1, cluster.members.size() / 50);
    for (std::size_t k = 0; k < cluster.members.size(); k += step) {
      const auto place = atlas.place_of(away[cluster.members[k]].at);
      if (!place) continue;
      auto& [votes, known] = towns[place->town_id];
      votes += vote_of(away[cluster.members[k]]);
      known = *place;
    }
    std::size_t most = 0;
    for (const auto& [id, town] : towns) {
      if (town.first > most) {
        most = town.first;
        cluster.place = town.second;
      }
    }
  }
  return clusters;
}

std::vector<std::size_t> labels_of(const std::vector<Cluster>& clusters, std::size_t count) {
  std::vector<std::size_t> labels(count, 0);
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    for (const std::size_t i : clusters[c].members) labels[i] = c;
  }
  return labels;
}

/// Sightings one after the other in one cluster.
struct Spell {
  std::size_t cluster = 0;
  std::size_t first = 0;
  std::size_t last = 0;  ///< indices of sightings
  bool transit = false;
};

double hours_between(const Sighting& a, const Sighting& b) {
  return static_cast<double>(b.time.seconds - a.time.seconds) / hour;
}

/// A stop of hours between two flights: no longer than that fits between what was seen before and after; or,
/// where little was seen, it lies alone between two long flights.
bool is_transit(const Journey& journey, const std::vector<Spell>& spells, std::size_t at) {
  const Spell& spell = spells[at];
  const Sighting& first = journey.away[spell.first];
  const Sighting& last = journey.away[spell.last];
  const Sighting* before = nullptr;
  if (at > 0)
    before = &journey.away[spells[at - 1].last];
  else if (journey.before)
    before = &*journey.before;
  const Sighting* after = nullptr;
  if (at + 1 < spells.size())
    after = &journey.away[spells[at + 1].first];
  else if (journey.after)
    after = &*journey.after;
  if (before == nullptr || after == nullptr || spells.size() == 1) return false;
  const double in_km = distance_km(before->at, first.at);
  const double out_km = distance_km(last.at, after->at);
  if (in_km < by_air_km || out_km < by_air_km) return false;
  const double most = hours_between(*before, *after) - shortest_hours(in_km) - shortest_hours(out_km);
  if (most < longest_transit_hours) return true;
  return in_km >= long_flight_km && out_km >= long_flight_km &&
         hours_between(first, last) < longest_seen_in_transit;
}

/// The journey as spells, without what was seen on the way.
std::vector<Spell> spells_of(const Journey& journey, const std::vector<std::size_t>& labels) {
  const bool stopped = std::any_of(journey.away.begin(), journey.away.end(),
                                   [](const Sighting& sighting) { return !sighting.on_the_move; });
  std::vector<Spell> spells;
  for (std::size_t i = 0; i < journey.away.size(); ++i) {
    if (stopped && journey.away[i].on_the_move) continue;
    if (spells.empty() || spells.back().cluster != labels[i]) spells.push_back({labels[i], i, i});
    spells.back().last = i;
  }
  std::vector<bool> transits;
  for (std::size_t at = 0; at < spells.size(); ++at) transits.push_back(is_transit(journey, spells, at));
  if (std::find(transits.begin(), transits.end(), false) == transits.end()) return spells;
  for (std::size_t at = 0; at < spells.size(); ++at) spells[at].transit = transits[at];
  return spells;
}

/// Whether the middle of a night goes by in the air and at airports: one cannot have arrived before it, nor
/// have left after it.
bool between_flights(const Sighting& from, const Sighting& to, WallTime middle) {
  constexpr double wait = 3;  // hours, at the airport
  const double km = distance_km(from.at, to.at);
  if (km < by_air_km) return false;
  const auto way = static_cast<std::int64_t>((shortest_hours(km) + wait) * hour);
  const WallTime arrives = wall_time({from.time.seconds + way}, to.record->offset);
  const WallTime leaves = wall_time({to.time.seconds - way}, from.record->offset);
  return arrives > middle && leaves <= middle;
}

/// What was seen nearest to the middle of a night, before or after it.
struct Look {
  const Sighting* sighting = nullptr;
  const Spell* spell = nullptr;  ///< none for a sighting at home
};

/// The last look before the middle of a night, and the first one after it; with or without transits.
std::pair<Look, Look> around(const Journey& journey, const std::vector<Spell>& spells, WallTime middle,
                             bool transits) {
  Look before;
  Look after;
  for (const Spell& spell : spells) {
    if (spell.transit && !transits) continue;
    for (std::size_t i = spell.first; i <= spell.last && after.sighting == nullptr; ++i) {
      const Sighting& sighting = journey.away[i];
      if (sighting.on_the_move && i != spell.first && i != spell.last) continue;
      (sighting.wall <= middle ? before : after) = {&sighting, &spell};
    }
  }
  return {before, after};
}

/// The cluster slept in during one night, by what was seen on either side of its middle. Nothing where it
/// went by on the way.
std::optional<std::size_t> slept_in_night(const Journey& journey, const std::vector<Spell>& spells,
                                          WallTime middle) {
  auto [left, reached] = around(journey, spells, middle, true);
  if (left.spell != nullptr && left.spell == reached.spell && left.spell->transit) return std::nullopt;
  if (left.sighting == nullptr && journey.before) left.sighting = &*journey.before;
  if (reached.sighting == nullptr && journey.after) reached.sighting = &*journey.after;
  if (left.sighting != nullptr && reached.sighting != nullptr &&
      between_flights(*left.sighting, *reached.sighting, middle))
    return std::nullopt;
  const auto [before, after] = around(journey, spells, middle, false);
  if (before.spell == nullptr && after.spell == nullptr) return std::nullopt;
  if (before.spell == nullptr || (left.spell != nullptr && left.spell->transit && after.spell != nullptr))
    return after.spell->cluster;
  if (after.spell == nullptr || (reached.spell != nullptr && reached.spell->transit))
    return before.spell->cluster;
  const bool nearer_before =
      middle.seconds - before.sighting->wall.seconds <= after.sighting->wall.seconds - middle.seconds;
  return (nearer_before ? before : after).spell->cluster;
}

std::vector<std::optional<std::size_t>> nights_of(const Journey& journey,
                                                  const std::vector<std::size_t>& labels) {
  const std::vector<Spell> spells = spells_of(journey, labels);
  std::vector<std::optional<std::size_t>> nights;
  for (int n = 0; n < journey.nights(); ++n)
    nights.push_back(
        slept_in_night(journey, spells, WallTime::at(journey.days.from + n + 1, middle_of_night)));
  return nights;
}

/// The sighting nearest in time to a picture, within reach.
std::optional<std::size_t> nearest(const std::vector<Sighting>& away, Instant at) {
  const auto after =
      std::lower_bound(away.begin(), away.end(), at,
                       [](const Sighting& sighting, Instant time) { return sighting.time < time; });
  std::optional<std::size_t> best;
  std::int64_t best_gap = reach + 1;
  const auto consider = [&](std::vector<Sighting>::const_iterator sighting) {
    const std::int64_t gap = std::abs(sighting->time.seconds - at.seconds);
    if (gap < best_gap) {
      best_gap = gap;
      best = static_cast<std::size_t>(sighting - away.begin());
    }
  };
  if (after != away.end()) consider(after);
  if (after != away.begin()) consider(after - 1);
  return best;
}

struct LabelledStay {
  std::size_t cluster;
  Stay stay;
};

std::vector<LabelledStay> slept_in(const Journey& journey, const std::vector<Cluster>& clusters,
                                   const std::vector<std::optional<std::size_t>>& nights) {
  std::vector<LabelledStay> stays;
  for (std::size_t n = 0; n < nights.size(); ++n) {
    if (!nights[n]) continue;
    const Date evening = journey.days.from + static_cast<int>(n);
    const bool goes_on =
        !stays.empty() && stays.back().cluster == *nights[n] && stays.back().stay.days.to == evening;
    if (!goes_on) {
      const Cluster& cluster = clusters[*nights[n]];
      stays.push_back({*nights[n], {{cluster.place, cluster.centre}, {evening, evening}, 0, 0}});
    }
    stays.back().stay.days.to = evening + 1;
    ++stays.back().stay.nights;
  }
  return stays;
}

std::vector<LabelledStay> visited_by_day(const Journey& journey, const std::vector<Cluster>& clusters) {
  const Cluster& most = clusters.front();
  return {{0, {{most.place, most.centre}, journey.days, 0, 0}}};
}

void count_pictures(std::vector<LabelledStay>& stays, const Journey& journey,
                    const std::vector<std::size_t>& labels, const std::vector<const Record*>& pictures) {
  for (const Record* picture : pictures) {
    const auto sighting = nearest(journey.away, picture->begin_instant());
    if (!sighting) continue;
    LabelledStay* best = nullptr;
    for (LabelledStay& stay : stays) {
      if (stay.cluster != labels[*sighting]) continue;
      const bool inside = stay.stay.days.contains(picture->day());
      if (best == nullptr || inside) best = &stay;
      if (inside) break;
    }
    if (best != nullptr) ++best->stay.photos;
  }
}

}  // namespace

double travel_hours(double km) {
  return km < 300 ? km / 70 : km / 850 + 2.5;
}

std::vector<Stay> stays_of(const Journey& journey, const std::vector<const Record*>& pictures,
                           const Places& atlas) {
  const std::vector<Cluster> clusters = clusters_of(journey.away, atlas);
  const std::vector<std::size_t> labels = labels_of(clusters, journey.away.size());
  std::vector<LabelledStay> stays = slept_in(journey, clusters, nights_of(journey, labels));
  if (stays.empty()) stays = visited_by_day(journey, clusters);
  count_pictures(stays, journey, labels, pictures);
  std::vector<Stay> result;
  for (LabelledStay& labelled : stays) result.push_back(std::move(labelled.stay));
  return result;
}

}  // namespace hoego
