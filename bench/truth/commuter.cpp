#include "bench/truth/commuter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hoego::truth {
namespace {

constexpr int weeks = 26;
constexpr double km_per_degree = 111.2;

Coordinates away_from(Coordinates at, double km, double direction) {
  const double north = km * std::cos(direction) / km_per_degree;
  const double east =
      km * std::sin(direction) / km_per_degree / std::cos(at.latitude * std::numbers::pi / 180);
  return {at.latitude + north, at.longitude + east};
}

double direction(Draw& draw) {
  return 2 * std::numbers::pi * draw.uniform();
}

/// How a phone notes positions.
struct Habit {
  double every_minutes = 5;
  double noise_km = 0.02;
  bool sleeps = false;       ///< nothing between midnight and half past six
  bool underground = false;  ///< nothing in the middle of a way
};

/// A phone that is carried about: where it is at each second, and what it writes down.
class Phone {
 public:
  Phone(Draw& draw, Habit habit, Coordinates at, std::vector<DateRange> off, SimulatedWays& out)
      : draw_(draw), habit_(habit), at_(at), off_(std::move(off)), out_(out) {
    now_ = next_ = WallTime::at(out.days.from).seconds;
  }

  void stay_until(std::int64_t until) {
    for (; next_ < until; step()) note(at_);
    now_ = std::max(now_, until);
  }

  /// Door to door; the first and the last minutes are walked.
  void go(Coordinates to, double minutes) {
    const double seconds = minutes * 60;
    const double km = distance_km(at_, to);
    const double walk = std::min(0.2, 0.3 / km);           // of the distance, at each end
    const double walking = std::min(0.25, 300 / seconds);  // of the time
    const std::int64_t arrival = now_ + static_cast<std::int64_t>(seconds);
    for (; next_ < arrival; step()) {
      const double time = static_cast<double>(next_ - now_) / seconds;
      const bool below = habit_.underground && time > walking * 1.5 && time < 1 - walking * 1.5;
      if (!below) note(between(at_, to, part_of_way(time, walking, walk)));
    }
    at_ = to;
    now_ = arrival;
  }

  std::int64_t now() const { return now_; }

 private:
  static double part_of_way(double time, double walking, double walk) {
    if (time < walking) return walk * time / walking;
    if (time > 1 - walking) return 1 - walk * (1 - time) / walking;
    return walk + (1 - 2 * walk) * (time - walking) / (1 - 2 * walking);
  }
  static Coordinates between(Coordinates a, Coordinates b, double part) {
    return {a.latitude + part * (b.latitude - a.latitude), a.longitude + part * (b.longitude - a.longitude)};
  }
  void step() {
    next_ +=
        std::max<std::int64_t>(20, std::llround(habit_.every_minutes * 60 * (0.7 + 0.6 * draw_.uniform())));
  }

  void note(Coordinates at) {
    const WallTime wall{next_};
    if (habit_.sleeps && wall.second_of_day() < 6 * 3600 + 1800) return;
    if (std::any_of(off_.begin(), off_.end(), [&](DateRange gap) { return gap.contains(wall.date()); }))
      return;
    const bool astray = draw_.chance(0.003);
    const double km = astray ? 0.3 + draw_.uniform() : std::abs(draw_.normal()) * habit_.noise_km;
    Record record;
    record.kind = Kind::Measurement;
    record.id = fmt::format("measurement-{:06}", out_.records.size());
    record.begin = record.end = wall;
    record.offset = record.end_offset = Offset{9 * 3600};
    record.position = away_from(at, km, direction(draw_));
    out_.records.push_back(std::move(record));
  }

  Draw& draw_;
  Habit habit_;
  Coordinates at_;
  std::vector<DateRange> off_;
  SimulatedWays& out_;
  std::int64_t now_ = 0;
  std::int64_t next_ = 0;
};

std::int64_t time_on(Date day, double hour) {
  return WallTime::at(day).seconds + std::llround(hour * 3600);
}

/// One person: places, ways and habits.
class Person {
 public:
  Person(Draw& draw, Ways ways, SimulatedWays& out) : draw_(draw), ways_(ways), out_(out) {
    const Date from = *Date::from_ymd(2024, 1, 1);
    out.days = {from, from + 7 * weeks - 1};
    home_ = {37.45 + 0.15 * draw.uniform(), 126.9 + 0.2 * draw.uniform()};
    office_ = away_from(home_, 2 + 20 * draw.uniform(), direction(draw));
    gym_ = away_from(home_, 0.8 + draw.uniform(), direction(draw));
    parents_ = away_from(home_, 10 + 20 * draw.uniform(), direction(draw));
    out.moved = draw.chance(0.4);
    move_on_ = from + 7 * (weeks / 2) + draw.below(14);
    goes_ = 0.6 + 0.4 * draw.uniform();
    pace_ = 2 + 1.5 * draw.uniform();
    for (int gap = draw.below(3); gap > 0; --gap) {
      const Date begin = from + 20 + draw.below(7 * weeks - 60);
      off_.push_back({begin, begin + 2 + draw.below(12)});
    }
  }

  void live() {
    Habit habit{2 + 6 * draw_.uniform(), 0.01 + 0.02 * draw_.uniform(), draw_.chance(0.3), draw_.chance(0.3)};
    if (ways_ == Ways::Hourly) habit = {60, 0.02, false, false};
    if (ways_ == Ways::Pictures) habit = {240, 0.01, true, false};
    Phone phone(draw_, habit, home_, off_, out_);
    for (Date day = out_.days.from; day <= out_.days.to; day = day + 1) {
      if (out_.moved && day == move_on_) move(phone, day);
      if (day.weekday() <= 5)
        ways_ == Ways::AtHome ? workday_at_home(phone, day) : workday(phone, day);
      else
        weekend(phone, day);
      if (!away_) phone.stay_until(time_on(day + 1, 0));
    }
    finish();
  }

 private:
  double minutes_to(Coordinates from, Coordinates to) const {
    return (10 + pace_ * distance_km(from, to)) * (1 + 0.1 * std::clamp(draw_.normal(), -2.0, 2.0));
  }

  bool is_seen(Date day) const {
    return std::none_of(off_.begin(), off_.end(), [day](DateRange gap) { return gap.contains(day); });
  }

  void count(Date day, double minutes) {
    if (!is_seen(day)) return;
    ++out_.journeys;
    out_.hours += minutes / 60;
    (moved_ ? after_ : before_).push_back(minutes);
  }

  void move(Phone& phone, Date day) {
    phone.stay_until(time_on(day, 5));
    home_ = away_from(home_, 5 + 8 * draw_.uniform(), direction(draw_));
    gym_ = away_from(home_, 0.8 + draw_.uniform(), direction(draw_));
    phone.go(home_, 40);
    moved_ = true;
  }

  void to_and_fro(Phone& phone, Date day, double hour, Coordinates place, double hours) {
    phone.stay_until(time_on(day, hour));
    phone.go(place, minutes_to(home_, place));
    phone.stay_until(phone.now() + std::llround(hours * 3600));
    phone.go(home_, minutes_to(home_, place));
  }

  void workday(Phone& phone, Date day) {
    if (!draw_.chance(goes_)) {
      if (draw_.chance(0.3)) to_and_fro(phone, day, 15, gym_, 1.2);
      return;
    }
    phone.stay_until(time_on(day, 7.3 + 2 * draw_.uniform()));
    const double out = minutes_to(home_, office_);
    phone.go(office_, out);
    count(day, out);
    phone.stay_until(time_on(day, 17.2 + 1.5 * draw_.uniform()));
    if (draw_.chance(0.2)) return dinner(phone, day);
    const double back = minutes_to(home_, office_);
    phone.go(home_, back);
    count(day, back);
  }

  /// Before going home: a bite on the way, or an evening out after which the way home is none from work.
  void dinner(Phone& phone, Date day) {
    const Coordinates inn = away_from(office_, 0.8 + draw_.uniform(), direction(draw_));
    const bool bite = draw_.chance(0.5);
    const double there = minutes_to(office_, inn);
    phone.go(inn, there);
    phone.stay_until(phone.now() + std::llround((bite ? 0.6 + 0.4 * draw_.uniform() : 3.2) * 3600));
    const double back = minutes_to(inn, home_);
    phone.go(home_, back);
    if (bite) count(day, there + back);
  }

  void workday_at_home(Phone& phone, Date day) {
    if (draw_.chance(0.4)) to_and_fro(phone, day, 13 + draw_.uniform(), gym_, 1.5);
    if (draw_.chance(0.3)) to_and_fro(phone, day, 18.5, office_, 2.5);  // a band room
    if (day.weekday() == 5 && draw_.chance(0.8)) {
      phone.stay_until(time_on(day, 22.5));
      phone.go(parents_, 50);
      away_ = true;
    }
  }

  void weekend(Phone& phone, Date day) {
    if (away_) {
      if (day.weekday() == 6) return phone.stay_until(time_on(day + 1, 0));
      phone.stay_until(time_on(day, 16));
      phone.go(home_, 50);
      away_ = false;
      return;
    }
    if (draw_.chance(0.7))
      to_and_fro(phone, day, 11 + 2 * draw_.uniform(),
                 away_from(home_, 1 + 12 * draw_.uniform(), direction(draw_)), 1 + 3 * draw_.uniform());
  }

  void finish() {
    for (std::vector<double>* minutes : {&before_, &after_}) {
      if (minutes->empty()) continue;
      std::sort(minutes->begin(), minutes->end());
      out_.minutes_by_home.push_back((*minutes)[minutes->size() / 2]);
    }
  }

  Draw& draw_;
  Ways ways_;
  SimulatedWays& out_;
  Coordinates home_, office_, gym_, parents_;
  Date move_on_;
  double goes_ = 1;
  double pace_ = 2;
  bool moved_ = false;
  bool away_ = false;
  std::vector<DateRange> off_;
  std::vector<double> before_, after_;
};

}  // namespace

std::vector<Sighting> SimulatedWays::sightings() const {
  std::vector<Sighting> all;
  for (const Record& record : records)
    all.push_back({&record, *record.position, record.begin_instant(), record.begin});
  return all;
}

SimulatedWays simulate_ways(Draw& draw, Ways ways) {
  SimulatedWays out;
  Person(draw, ways, out).live();
  return out;
}

}  // namespace hoego::truth
