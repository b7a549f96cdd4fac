#include "bench/truth/life.h"

#include <algorithm>

#include "bench/truth/life_parts.h"

namespace hoego::truth {
namespace {

Zone zone_at(Coordinates at, const Gazetteer& atlas) {
  return Zone::find(atlas.zone_of(at)).value_or(Zone::utc());
}

void order(Life& life) {
  std::stable_sort(life.stretches.begin(), life.stretches.end(),
                   [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
  std::stable_sort(life.fixes.begin(), life.fixes.end(),
                   [](const TrueFix& a, const TrueFix& b) { return a.at < b.at; });
}

/// Two sources of three sorts at least, one of which says where its owner was or meant to be.
void draw_sources(Life& life, std::uint64_t seed) {
  Draw draw(seed, "sources");
  struct Likely {
    const char* name;
    double chance;
  };
  for (const Likely& source : {Likely{"positions", 0.35},
                               {"visits", 0.25},
                               {"phone", 0.85},
                               {"camera", 0.35},
                               {"friends", 0.4},
                               {"calendar", 0.6},
                               {"tickets", 0.5},
                               {"messages", 0.7}}) {
    if (draw.chance(source.chance)) life.sources.emplace_back(source.name);
  }
  const auto tells = [&life](const char* name) { return has_source(life, name); };
  if (!tells("positions") && !tells("visits") && !tells("phone") && !tells("calendar"))
    life.sources.emplace_back("phone");
}

}  // namespace

const TrueHome& Life::home_on(Date day) const {
  for (const TrueHome& home : homes) {
    if (day <= home.days.to) return home;
  }
  return homes.back();
}

bool has_source(const Life& life, const std::string& source) {
  return std::find(life.sources.begin(), life.sources.end(), source) != life.sources.end();
}

Moment where(const Life& life, Instant at, const Gazetteer& atlas) {
  const auto after =
      std::upper_bound(life.stretches.begin(), life.stretches.end(), at,
                       [](Instant instant, const Stretch& stretch) { return instant < stretch.from; });
  if (after != life.stretches.begin() && at < (after - 1)->to) {
    const Stretch& stretch = *(after - 1);
    const double share = static_cast<double>(at.seconds - stretch.from.seconds) /
                         static_cast<double>(stretch.to.seconds - stretch.from.seconds);
    const Coordinates here = between(stretch.at, stretch.until, share);
    return {here, stretch.doing, stretch.trip, zone_at(here, atlas).offset_at(at)};
  }
  // Which day it is at home depends on the zone of the home, and that on the day: a move is at noon.
  Offset guess = life.homes.front().zone.offset_at(at);
  const TrueHome* home = &life.homes.front();
  for (const TrueHome& one : life.homes) {
    guess = one.zone.offset_at(at);
    home = &one;
    if (wall_time(at, guess).seconds < WallTime::at(one.days.to + 1, 12 * 3600).seconds) break;
  }
  return {home->at, Doing::AtHome, -1, guess};
}

Life draw_life(std::uint64_t seed, const Gazetteer& atlas) {
  Life life;
  draw_sources(life, seed);
  draw_homes(life, seed, atlas);
  draw_trips(life, seed, atlas);
  draw_everyday(life, seed);
  order(life);
  draw_sightings(life, seed, atlas);
  draw_papers(life, seed, atlas);
  order(life);
  return life;
}

void Path::stay(std::int64_t seconds, Doing doing) {
  if (seconds <= 0) return;
  const Instant end{now_.seconds + seconds};
  stretches_.push_back({now_, end, at_, at_, doing, trip_});
  now_ = end;
}

void Path::travel(Coordinates to, double hours, Doing doing) {
  const Instant end{now_.seconds + static_cast<std::int64_t>(hours * hour)};
  stretches_.push_back({now_, end, at_, to, doing, trip_});
  now_ = end;
  at_ = to;
}

}  // namespace hoego::truth
