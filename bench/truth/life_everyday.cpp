#include <algorithm>
#include <cmath>
#include <numbers>

#include "bench/truth/life_parts.h"

namespace hoego::truth {
namespace {

/// How someone lives between trips.
struct Habits {
  bool works = true;
  double evenings_out = 0.3;
  double weekends_out = 0.5;
  int weeks_between_visits = 4;  ///< to the second place
};

Instant at_hour(const TrueHome& home, Date day, double hours) {
  return home.zone.resolve(WallTime::at(day, static_cast<int>(hours * 3600)));
}

/// Puts one outing into the life if nothing else is there and one lives at this home.
class Everyday {
 public:
  Everyday(Life& life, std::uint64_t seed) : life_(life), draw_(seed, "everyday") {
    for (const Stretch& stretch : life.stretches) taken_.push_back({stretch.from, stretch.to});
    for (const TrueTrip& trip : life.trips) taken_.push_back({trip.leaves, trip.returns});
    std::sort(taken_.begin(), taken_.end());
    habits_.works = draw_.chance(0.8);
    habits_.evenings_out = 0.5 * draw_.uniform();
    habits_.weeks_between_visits = draw_.chance(0.5) ? 4 : 1 + draw_.below(2);
  }

  void live() {
    int next_visit = draw_.below(14);
    for (Date day = life_.days.from; day < life_.days.to; day = day + 1) {
      const TrueHome& home = life_.home_on(day);
      const bool moving = day == home.days.from || day == home.days.to;
      if (moving) continue;
      if (day.weekday() == 6 && life_.has_second_place && day - life_.days.from >= next_visit &&
          visit_second_place(home, day)) {
        next_visit = (day - life_.days.from) + 7 * habits_.weeks_between_visits;
        continue;
      }
      if (day.weekday() <= 5 && habits_.works && draw_.chance(0.93)) work(home, day);
      if (day.weekday() >= 6 && draw_.chance(habits_.weekends_out))
        go_out(home, day, 11, 2 + 4 * draw_.uniform(), 25);
      if (draw_.chance(habits_.evenings_out)) go_out(home, day, 19 + draw_.uniform(), 2 + draw_.uniform(), 8);
    }
  }

 private:
  bool is_free(Instant from, Instant to) const {
    return std::none_of(taken_.begin(), taken_.end(), [&](const auto& span) {
      return span.first.seconds < to.seconds + hour && from.seconds < span.second.seconds + hour;
    });
  }

  bool add(Path&& path, Instant from) {
    const Instant to = path.now();
    if (!is_free(from, to)) return false;
    for (const Stretch& stretch : path.take()) life_.stretches.push_back(stretch);
    added_.push_back({from, to});
    return true;
  }

  /// There, a while, and back; nothing where one is elsewhere then.
  bool go(const TrueHome& home, Instant from, Coordinates to, double stay_hours, Doing doing) {
    if (!added_.empty() && from < added_.back().second) return false;
    const double km = distance_km(home.at, to);
    const double way = 0.2 + km / 55;
    Path path(from, home.at, -1);
    path.travel(to, way, Doing::OnTheRoad);
    path.stay(static_cast<std::int64_t>(stay_hours * hour), doing);
    path.travel(home.at, way, Doing::OnTheRoad);
    return add(std::move(path), from);
  }

  void work(const TrueHome& home, Date day) {
    go(home, at_hour(home, day, 8 + draw_.uniform()), home.work, 8 + draw_.uniform(), Doing::AtWork);
  }

  void go_out(const TrueHome& home, Date day, double from, double hours, double most_km) {
    const Coordinates to =
        point_at(home.at, 0.5 + (most_km - 0.5) * draw_.uniform(), 2 * std::numbers::pi * draw_.uniform());
    go(home, at_hour(home, day, from), to, hours, Doing::Out);
  }

  bool visit_second_place(const TrueHome& home, Date saturday) {
    const double km = distance_km(home.at, life_.second_place);
    if (km < 40 || km > 200) return false;  // one has moved away
    const double hours = draw_.chance(0.2) ? 6 : 28 + 4 * draw_.uniform();
    return go(home, at_hour(home, saturday, 9 + 3 * draw_.uniform()), life_.second_place, hours,
              Doing::AtSecondPlace);
  }

  Life& life_;
  Draw draw_;
  Habits habits_;
  std::vector<std::pair<Instant, Instant>> taken_;
  std::vector<std::pair<Instant, Instant>> added_;
};

}  // namespace

void draw_everyday(Life& life, std::uint64_t seed) {
  Everyday(life, seed).live();
}

}  // namespace hoego::truth
