#include <algorithm>
#include <cmath>
#include <numbers>

#include "bench/truth/life_parts.h"

namespace hoego::truth {
namespace {

constexpr int shortest_stay = 70;  ///< days in one home

double any_bearing(Draw& draw) {
  return 2 * std::numbers::pi * draw.uniform();
}

/// A point on land of the same country; the point itself where none is found.
Coordinates near_town(Draw& draw, Coordinates at, double least_km, double most_km, const Gazetteer& atlas) {
  const auto here = atlas.place_of(at);
  for (int i = 0; i < 20; ++i) {
    const double km = least_km + (most_km - least_km) * draw.uniform();
    const Coordinates point = point_at(at, km, any_bearing(draw));
    const auto there = atlas.place_of(point);
    if (here && there && there->country == here->country && there->town_id != 0) return point;
  }
  return point_at(at, least_km, any_bearing(draw));
}

TrueHome home_at(Draw& draw, Coordinates at, const Gazetteer& atlas) {
  TrueHome home;
  home.at = at;
  home.zone = Zone::find(atlas.zone_of(at)).value_or(Zone::utc());
  if (const auto place = atlas.place_of(at)) home.country = place->country;
  home.airport = near_town(draw, at, 10, 50, atlas);
  const bool far_worker = draw.chance(0.1);
  home.work = far_worker ? near_town(draw, at, 38, 65, atlas) : near_town(draw, at, 3, 25, atlas);
  return home;
}

/// Days on which one moves: with a stay between them that can be told from a journey.
std::vector<Date> move_days(Draw& draw, DateRange days, int count) {
  std::vector<Date> moves;
  for (int tries = 0; tries < 100 && static_cast<int>(moves.size()) < count; ++tries) {
    const Date day = days.from + draw.below(days.days());
    const bool apart = std::all_of(moves.begin(), moves.end(),
                                   [&](Date other) { return std::abs(other - day) >= shortest_stay; });
    if (apart && day - days.from >= shortest_stay && days.to - day >= shortest_stay) moves.push_back(day);
  }
  std::sort(moves.begin(), moves.end());
  return moves;
}

/// The next home: across town, in another town of the country, or in another country.
TrueHome next_home(Draw& draw, const TrueHome& old, const Gazetteer& atlas) {
  const double kind = draw.uniform();
  if (kind < 0.6) {
    TrueHome home = home_at(draw, near_town(draw, old.at, 5, 30, atlas), atlas);
    home.airport = old.airport;
    if (distance_km(home.at, old.work) < 35 && distance_km(home.at, old.work) > 3) home.work = old.work;
    return home;
  }
  std::vector<const Town*> others;
  for (const Town& town : towns()) {
    const bool same_country = old.country == town.country;
    if (same_country == (kind < 0.8) && distance_km(town.at, old.at) > 80) others.push_back(&town);
  }
  if (others.empty()) return home_at(draw, near_town(draw, old.at, 5, 30, atlas), atlas);
  const Town& town = *others[static_cast<std::size_t>(draw.below(static_cast<int>(others.size())))];
  return home_at(draw, near_town(draw, town.at, 0.5, 8, atlas), atlas);
}

/// One goes over land or by air to another town; from noon on, and does not come back.
void add_the_way(Life& life, const TrueHome& old, const TrueHome& home) {
  const double km = distance_km(old.at, home.at);
  if (km < 40) return;
  const Instant noon = old.zone.resolve(WallTime::at(home.days.from, 12 * 3600));
  Path path(noon, old.at, -1);
  path.travel(home.at, km < 400 ? km / 80 : km / 850 + 2, km < 400 ? Doing::OnTheRoad : Doing::InTheAir);
  for (const Stretch& stretch : path.take()) life.stretches.push_back(stretch);
}

}  // namespace

void draw_homes(Life& life, std::uint64_t seed, const Gazetteer& atlas) {
  Draw draw(seed, "homes");
  life.days.from = *Date::from_ymd(2021, 1, 1) + draw.below(365);
  life.days.to = life.days.from + 365 + draw.below(730);
  const Town& town = towns()[static_cast<std::size_t>(draw.below(static_cast<int>(towns().size())))];
  life.homes.push_back(home_at(draw, near_town(draw, town.at, 0.5, 10, atlas), atlas));
  life.homes.front().days = life.days;
  const auto moves = move_days(draw, life.days, draw.below(4));
  const bool year_abroad = moves.size() >= 2 && draw.chance(0.4);
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const TrueHome old = life.homes.back();
    const bool back = year_abroad && i == 1;
    TrueHome home = back ? life.homes.front() : next_home(draw, old, atlas);
    home.days = {moves[i], life.days.to};
    life.homes.back().days.to = moves[i] - 1;
    life.homes.push_back(home);
    add_the_way(life, old, home);
  }
  life.has_second_place = draw.chance(0.35);
  if (life.has_second_place) life.second_place = near_town(draw, life.homes.front().at, 45, 120, atlas);
  if (draw.chance(0.5)) life.decisions.home_zone = life.homes.front().zone;
}

}  // namespace hoego::truth
