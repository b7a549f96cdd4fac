#include <algorithm>
#include <cmath>
#include <numbers>

#include "bench/truth/life_parts.h"

namespace hoego::truth {
namespace {

constexpr int days_around_a_move = 4;
constexpr double two_trips_in_a_row = 0.12;
constexpr double straight_on = 0.1;

/// Makes the trips of one life, one after the other.
class Travels {
 public:
  Travels(Life& life, std::uint64_t seed, const Gazetteer& atlas)
      : life_(life), draw_(seed, "trips"), atlas_(atlas) {}

  void make_all() {
    const double trips = 1.5 + 6 * draw_.uniform();
    const double day_trips = 10 * draw_.uniform();
    Date day = life_.days.from + 15 + draw_.below(30);
    while (day < life_.days.to - 40) {
      const bool by_day = draw_.chance(day_trips / (trips + day_trips));
      if (by_day && draw_.chance(0.7)) day = day + (13 - day.weekday()) % 7;  // a Saturday
      const auto made = by_day ? make_day_trip(day) : make_trip(day);
      if (!made) {
        day = day + 3;
        continue;
      }
      const bool in_a_row = !by_day && draw_.chance(two_trips_in_a_row);
      const double gap = -std::log(draw_.uniform()) * 365 / (trips + day_trips);
      day = *made + (in_a_row ? 1 : 3 + static_cast<int>(gap));
    }
  }

 private:
  Zone zone_at(Coordinates at) const { return Zone::find(atlas_.zone_of(at)).value_or(Zone::utc()); }
  std::string country_at(Coordinates at) const {
    const auto place = atlas_.place_of(at);
    return place ? place->country : std::string();
  }

  std::optional<Coordinates> on_land(Coordinates from, double least_km, double most_km,
                                     const std::string& country) {
    for (int i = 0; i < 25; ++i) {
      const double km = least_km + (most_km - least_km) * draw_.uniform();
      const Coordinates point = point_at(from, km, 2 * std::numbers::pi * draw_.uniform());
      const auto place = atlas_.place_of(point);
      if (!place || place->country != country || place->town_id == 0) continue;
      const Coordinates home = life_.home_on(day_).at;
      if (distance_km(point, home) < least_km) continue;
      if (life_.has_second_place && distance_km(point, life_.second_place) < 20) continue;
      return point;
    }
    return std::nullopt;
  }

  /// Walks and museums by day, a bed at night, until it is time to leave.
  void stay_until(Path& path, Instant leaving) {
    const Coordinates bed = path.at();
    const Zone zone = zone_at(bed);
    while (path.now() < leaving) {
      const Date today = wall_time(path.now(), zone.offset_at(path.now())).date();
      Instant out = zone.resolve(WallTime::at(today, static_cast<int>((9 + 2 * draw_.uniform()) * 3600)));
      if (out <= path.now())
        out = zone.resolve(WallTime::at(today + 1, static_cast<int>((9 + 2 * draw_.uniform()) * 3600)));
      const auto hours = static_cast<std::int64_t>((3 + 6 * draw_.uniform()) * hour);
      if (out.seconds + hours + hour >= leaving.seconds) {
        path.stay(leaving.seconds - path.now().seconds, Doing::OnTrip);
        return;
      }
      path.stay(out.seconds - path.now().seconds, Doing::OnTrip);
      const Coordinates sight =
          point_at(bed, 0.5 + 9 * draw_.uniform(), 2 * std::numbers::pi * draw_.uniform());
      path.travel(sight, 0.4, Doing::OnTrip);
      path.stay(hours, Doing::OnTrip);
      path.travel(bed, 0.4, Doing::OnTrip);
    }
  }

  /// The moment after so many nights, at an hour of the place.
  Instant after_nights(const Path& path, int nights, double hours) const {
    const Zone zone = zone_at(path.at());
    const Date today = wall_time(path.now(), zone.offset_at(path.now())).date();
    return zone.resolve(WallTime::at(today + nights, static_cast<int>(hours * 3600)));
  }

  void drive(Path& path, Coordinates to, Doing doing = Doing::OnTheRoad) {
    path.travel(to, 0.3 + distance_km(path.at(), to) / 80, doing);
  }

  /// To the airport, through the air, perhaps by way of a hub, to an airport near `to`.
  void fly(Path& path, Coordinates from_airport, Coordinates to_airport, TrueTrip& trip, std::int64_t late) {
    drive(path, from_airport);
    path.stay(2 * hour + static_cast<std::int64_t>(hour * draw_.uniform()), Doing::InTransit);
    const auto hop = [&](Coordinates to, std::int64_t delay) {
      path.stay(delay, Doing::InTransit);
      const Instant departs = path.now();
      const Coordinates from = path.at();
      path.travel(to, 0.5 + distance_km(from, to) / 850, Doing::InTheAir);
      trip.flights.push_back({from, to, departs, path.now(), delay});
    };
    const double km = distance_km(from_airport, to_airport);
    if (km > 4500 && draw_.chance(0.5)) {
      if (const Town* hub = hub_between(from_airport, to_airport)) {
        hop(point_at(hub->at, 15, 1), late);
        path.stay(2 * hour + static_cast<std::int64_t>(7 * hour * draw_.uniform()), Doing::InTransit);
        late = 0;
      }
    }
    hop(to_airport, late);
    path.stay(hour / 2, Doing::InTransit);
  }

  const Town* hub_between(Coordinates from, Coordinates to) {
    std::vector<const Town*> hubs;
    for (const Town& town : towns()) {
      const double there = distance_km(from, town.at);
      const double on = distance_km(town.at, to);
      if (there > 1500 && on > 1500 && there + on < 1.25 * distance_km(from, to)) hubs.push_back(&town);
    }
    if (hubs.empty()) return nullptr;
    return hubs[static_cast<std::size_t>(draw_.below(static_cast<int>(hubs.size())))];
  }

  const Town* any_town(Coordinates from, double least_km, double most_km) {
    std::vector<const Town*> found;
    for (const Town& town : towns()) {
      const double km = distance_km(from, town.at);
      if (km >= least_km && km <= most_km && distance_km(town.at, life_.home_on(day_).at) > 150)
        found.push_back(&town);
    }
    if (found.empty()) return nullptr;
    return found[static_cast<std::size_t>(draw_.below(static_cast<int>(found.size())))];
  }

  std::int64_t some_delay() {
    if (!draw_.chance(0.1)) return 0;
    return static_cast<std::int64_t>((2 + 20 * draw_.uniform()) * hour);
  }

  bool by_road(Path& path, TrueTrip& trip) {
    const TrueHome& home = life_.home_on(day_);
    const auto first = on_land(home.at, 60, 280, home.country);
    if (!first) return false;
    name(trip, *first);
    drive(path, *first);
    const int nights = draw_.chance(0.8) ? 1 + draw_.below(3) : 4 + draw_.below(4);
    stay_until(path, after_nights(path, nights, 9 + 9 * draw_.uniform()));
    if (draw_.chance(0.3)) {
      if (const auto second = on_land(*first, 60, 150, home.country)) {
        drive(path, *second);
        stay_until(path, after_nights(path, 1 + draw_.below(2), 9 + 9 * draw_.uniform()));
      }
    }
    return true;
  }

  bool by_air(Path& path, TrueTrip& trip) {
    const TrueHome& home = life_.home_on(day_);
    const bool far = draw_.chance(0.5);
    const Town* town = far ? any_town(home.at, 3000, 20000) : any_town(home.at, 300, 3000);
    if (town == nullptr) return false;
    if (trip.title_en.empty()) {
      trip.title_en = town->en;
      trip.title_ko = town->ko;
    }
    Coordinates airport =
        point_at(town->at, 10 + 20 * draw_.uniform(), 2 * std::numbers::pi * draw_.uniform());
    fly(path, home.airport, airport, trip, draw_.chance(0.5) ? 0 : some_delay());
    int left = far ? 4 + draw_.below(16) : 2 + draw_.below(6);
    for (int stop = 0;; ++stop) {
      drive(path, point_at(town->at, 3 * draw_.uniform(), 2 * std::numbers::pi * draw_.uniform()));
      const bool goes_on = stop < 2 && left > 3 && draw_.chance(0.4);
      const Town* next = goes_on ? any_town(town->at, 150, 1200) : nullptr;
      const int nights = next == nullptr ? left : 1 + draw_.below(left - 2);
      left -= nights;
      stay_until(path, after_nights(path, nights, 7 + 14 * draw_.uniform()));
      if (next == nullptr) break;
      if (distance_km(town->at, next->at) < 500) {
        path.travel(next->at, 0.5 + distance_km(town->at, next->at) / 150, Doing::OnTheRoad);
      } else {
        const Coordinates there = point_at(next->at, 20, 2 * std::numbers::pi * draw_.uniform());
        fly(path, airport, there, trip, 0);
        airport = there;
      }
      town = next;
      airport = point_at(town->at, 20, 2 * std::numbers::pi * draw_.uniform());
    }
    fly(path, airport, home.airport, trip, some_delay());
    return true;
  }

  void name(TrueTrip& trip, Coordinates at) const {
    const auto place = atlas_.place_of(at);
    if (!place || !trip.title_en.empty()) return;
    trip.title_en = place->town_en;
    trip.title_ko = place->town_ko;
  }

  std::optional<Date> make_trip(Date day) {
    day_ = day;
    const TrueHome home = life_.home_on(day);
    TrueTrip trip;
    const int index = static_cast<int>(life_.trips.size());
    trip.leaves = home.zone.resolve(WallTime::at(day, static_cast<int>((5.5 + 14 * draw_.uniform()) * 3600)));
    Path path(trip.leaves, home.at, index);
    const bool flies = draw_.chance(0.6);
    if (!(flies ? by_air(path, trip) : by_road(path, trip))) return std::nullopt;
    if (flies && draw_.chance(straight_on)) go_straight_on(path, home, trip);
    drive(path, home.at);
    return keep(std::move(trip), path, home);
  }

  /// From the airport, or from home after some hours there, on to another place.
  void go_straight_on(Path& path, const TrueHome& home, TrueTrip& trip) {
    const WallTime clock = wall_time(path.now(), home.zone.offset_at(path.now()));
    const int landed = clock.second_of_day() / 3600;
    if (landed < 7 || landed > 14) {
      path.stay(3 * hour, Doing::InTransit);
      by_air(path, trip);
      return;
    }
    drive(path, home.at);
    path.stay(2 * hour, Doing::InTransit);
    if (!by_road(path, trip)) path.stay(0, Doing::InTransit);
  }

  std::optional<Date> make_day_trip(Date day) {
    day_ = day;
    const TrueHome home = life_.home_on(day);
    const auto to = on_land(home.at, 50, 150, home.country);
    if (!to) return std::nullopt;
    TrueTrip trip;
    trip.day_trip = true;
    name(trip, *to);
    trip.leaves = home.zone.resolve(WallTime::at(day, static_cast<int>((7 + 3 * draw_.uniform()) * 3600)));
    Path path(trip.leaves, home.at, static_cast<int>(life_.trips.size()));
    drive(path, *to);
    path.stay(static_cast<std::int64_t>((3 + 4 * draw_.uniform()) * hour), Doing::OnDayTrip);
    drive(path, home.at);
    trip.countries = {country_at(*to)};
    return keep(std::move(trip), path, home);
  }

  /// The day of return, if no move comes in between.
  std::optional<Date> keep(TrueTrip trip, Path& path, const TrueHome& home) {
    trip.returns = path.now();
    const auto day_of = [&home](Instant at) { return wall_time(at, home.zone.offset_at(at)).date(); };
    trip.days = {day_of(trip.leaves), day_of(trip.returns)};
    const DateRange around{trip.days.from - days_around_a_move, trip.days.to + days_around_a_move};
    const bool moves = std::any_of(life_.homes.begin() + 1, life_.homes.end(),
                                   [&around](const TrueHome& one) { return around.contains(one.days.from); });
    if (moves || trip.days.to > life_.days.to - 10) return std::nullopt;
    auto stretches = path.take();
    if (!trip.day_trip) trip.countries = slept_in(stretches);
    trip.abroad = std::any_of(trip.countries.begin(), trip.countries.end(),
                              [&home](const std::string& country) { return country != home.country; });
    trip.camera_on_home_time = draw_.chance(0.4);
    for (const Stretch& stretch : stretches) life_.stretches.push_back(stretch);
    life_.trips.push_back(std::move(trip));
    return life_.trips.back().days.to;
  }

  std::vector<std::string> slept_in(const std::vector<Stretch>& stretches) const {
    std::vector<std::string> countries;
    for (const Stretch& stretch : stretches) {
      if (stretch.doing != Doing::OnTrip || distance_km(stretch.at, stretch.until) > 0.01) continue;
      const Zone zone = zone_at(stretch.at);
      const WallTime from = wall_time(stretch.from, zone.offset_at(stretch.from));
      const WallTime to = wall_time(stretch.to, zone.offset_at(stretch.to));
      const Date night = from.second_of_day() < 3 * 3600 ? from.date() : from.date() + 1;
      if (to < WallTime::at(night, 3 * 3600)) continue;
      const std::string country = country_at(stretch.at);
      if (std::find(countries.begin(), countries.end(), country) == countries.end())
        countries.push_back(country);
    }
    return countries;
  }

  Life& life_;
  Draw draw_;
  const Gazetteer& atlas_;
  Date day_;
};

}  // namespace

void draw_trips(Life& life, std::uint64_t seed, const Gazetteer& atlas) {
  Travels(life, seed, atlas).make_all();
}

}  // namespace hoego::truth
