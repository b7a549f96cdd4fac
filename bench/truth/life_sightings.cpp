#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "bench/truth/life_parts.h"
#include "record/observation.h"

namespace hoego::truth {
namespace {

constexpr std::int64_t day_seconds = 86400;
constexpr double metres_of_noise = 0.0003;  ///< degrees

/// How the owner's devices see.
struct Devices {
  double photos_at_home = 0.5;  ///< scenes a day
  double photos_away = 6;
  double share_with_gps = 1;
  bool phone_states_offset = true;
  double positions_a_day = 8;
  bool positions_in_flight = false;
  double wild_positions = 0;      ///< share of positions that are far off
  std::vector<DateRange> silent;  ///< positions off
};

/// Tells what the devices saw of a life.
class Watching {
 public:
  Watching(Life& life, std::uint64_t seed, const Gazetteer& atlas)
      : life_(life), draw_(seed, "devices"), atlas_(atlas) {
    devices_.photos_at_home = draw_.chance(0.3) ? 0.15 + 0.2 * draw_.uniform() : 0.35 + 1.2 * draw_.uniform();
    devices_.photos_away = 1.5 + 8 * draw_.uniform();
    constexpr std::array<double, 6> shares = {1, 1, 0.95, 0.95, 0.5, 0};
    devices_.share_with_gps = shares[static_cast<std::size_t>(draw_.below(6))];
    devices_.phone_states_offset = draw_.chance(0.7);
    devices_.positions_a_day = 4 + 6 * draw_.uniform();
    devices_.positions_in_flight = draw_.chance(0.3);
    devices_.wild_positions = draw_.chance(0.3) ? 0.002 : 0;
    for (int n = draw_.chance(0.4) ? 1 + draw_.below(2) : 0; n > 0; --n) {
      const Date from = life.days.from + draw_.below(life.days.days());
      devices_.silent.push_back({from, from + 4 + draw_.below(30)});
    }
    for (const TrueTrip& trip : life.trips) sparse_.push_back(!trip.day_trip && draw_.chance(0.2));
  }

  void watch() {
    if (has_source(life_, "positions")) log_positions();
    if (has_source(life_, "visits")) log_visits();
    take_photos();
    if (has_source(life_, "friends")) receive_photos();
    for (const auto& [source, kind] : {std::pair{"positions", Kind::Measurement}, {"visits", Kind::Visit}}) {
      if (!has_source(life_, source)) continue;
      life_.claims.push_back({source, {kind, CoverageClass::Sensor, "", life_.days.from, life_.days.to}});
    }
  }

 private:
  Instant start_of(Date day) const { return instant(WallTime::at(day), Offset{0}); }

  Coordinates seen(Coordinates at) {
    return {at.latitude + metres_of_noise * draw_.normal(), at.longitude + metres_of_noise * draw_.normal()};
  }

  Date home_day(Instant at) const {
    const Date rough = wall_time(at, life_.homes.front().zone.offset_at(at)).date();
    return wall_time(at, life_.home_on(rough).zone.offset_at(at)).date();
  }

  void keep(Observation observation, const char* source, const std::string& folder = "") {
    Origin origin{source, folder + observation.identity, observation.locator};
    life_.observations.push_back({std::move(observation), std::move(origin)});
  }

  void keep_fix(const char* source, Instant at, const Moment& moment) {
    if (moment.doing == Doing::InTheAir) return;
    life_.fixes.push_back({at, home_day(at), moment.at, source, moment.doing, moment.trip});
  }

  void keep_day(const std::string& identity, Instant at, const Moment& moment, bool states, bool home_time) {
    if (moment.doing == Doing::InTheAir) return;
    life_.true_days[identity] = {wall_time(at, moment.offset).date(), at, moment.offset, states, home_time};
  }

  void log_positions() {
    const auto step = static_cast<std::int64_t>(day_seconds / devices_.positions_a_day);
    for (Instant at = start_of(life_.days.from); at < start_of(life_.days.to);
         at.seconds += step / 2 + static_cast<std::int64_t>(static_cast<double>(step) * draw_.uniform())) {
      const Date day = wall_time(at, Offset{0}).date();
      const bool off = std::any_of(devices_.silent.begin(), devices_.silent.end(),
                                   [day](const DateRange& range) { return range.contains(day); });
      if (off || draw_.chance(0.1)) continue;
      const Moment moment = where(life_, at, atlas_);
      if (moment.doing == Doing::InTheAir && !devices_.positions_in_flight) continue;
      const bool wild = draw_.chance(devices_.wild_positions);
      Observation fix;
      fix.kind = Kind::Measurement;
      fix.identity = fmt::format("position-{}", at.seconds);
      fix.begin = When::at(at);
      fix.position =
          wild ? point_at(moment.at, 60 + 400 * draw_.uniform(), 6.2 * draw_.uniform()) : seen(moment.at);
      if (!wild) {
        keep_fix("positions", at, moment);
        keep_day(fix.identity, at, moment, true, false);
      }
      keep(std::move(fix), "positions");
    }
  }

  void log_visit(Instant from, Instant to) {
    if (to.seconds - from.seconds < hour / 2 || draw_.chance(0.08)) return;
    const Moment moment = where(life_, from, atlas_);
    Observation visit;
    visit.kind = Kind::Visit;
    visit.identity = fmt::format("visit-{}", from.seconds);
    visit.begin = When::at(from);
    visit.end = When::at(to);
    visit.position = seen(moment.at);
    keep_fix("visits", from, moment);
    keep_fix("visits", {to.seconds - 1}, moment);
    keep_day(visit.identity, from, moment, true, false);
    keep(std::move(visit), "visits");
  }

  void log_visits() {
    Instant since = start_of(life_.days.from);
    for (const Stretch& stretch : life_.stretches) {
      log_visit(since, stretch.from);
      if (distance_km(stretch.at, stretch.until) < 0.05) log_visit(stretch.from, stretch.to);
      since = std::max(since, stretch.to);
    }
    log_visit(since, start_of(life_.days.to));
  }

  /// Moments at which something was worth a picture.
  std::vector<Instant> scenes() {
    std::vector<Instant> found;
    for (Date day = life_.days.from; day < life_.days.to; day = day + 1) {
      constexpr double awake_share = 15.0 / 24;
      const double most = std::max(devices_.photos_away, devices_.photos_at_home) / awake_share;
      for (int n = draw_.poisson(most); n > 0; --n) {
        const Instant at{start_of(day).seconds + draw_.below(day_seconds)};
        const Moment moment = where(life_, at, atlas_);
        const int clock = wall_time(at, moment.offset).second_of_day() / 3600;
        const bool away = moment.trip >= 0;
        double rate = away ? devices_.photos_away : devices_.photos_at_home;
        if (moment.doing == Doing::AtSecondPlace) rate = 1.5 * devices_.photos_at_home;
        if (away && sparse_[static_cast<std::size_t>(moment.trip)])
          rate = std::min(rate, 4.0 / (1 + life_.trips[static_cast<std::size_t>(moment.trip)].days.days()));
        const bool asleep = clock < 8 || clock >= 23;
        if (asleep || moment.doing == Doing::InTheAir || !draw_.chance(rate / awake_share / most)) continue;
        found.push_back(at);
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  void take_photos() {
    for (const Instant at : scenes()) {
      const Moment moment = where(life_, at, atlas_);
      if (has_source(life_, "phone") && draw_.chance(0.85)) take_phone(at, moment);
      const bool carried = moment.trip >= 0 || draw_.chance(0.05);
      if (!has_source(life_, "camera") || !carried || !draw_.chance(0.7)) continue;
      for (int n = 1 + draw_.below(4); n > 0; --n) take_camera({at.seconds + draw_.below(400)}, moment);
    }
  }

  void take_phone(Instant at, const Moment& moment) {
    Observation photo;
    photo.kind = Kind::Photo;
    photo.identity = fmt::format("phone-{}", ++shots_);
    photo.title = fmt::format("IMG_{:05}.HEIC", shots_);
    photo.traits[trait::camera] = "Apple iPhone 13 mini";
    photo.traits[trait::time_from] = "exif";
    const WallTime wall = wall_time(at, moment.offset);
    photo.begin = devices_.phone_states_offset ? When::at(wall, moment.offset) : When::floating(wall);
    if (draw_.chance(devices_.share_with_gps)) photo.position = seen(moment.at);
    if (photo.position) keep_fix("phone", at, moment);
    keep_day(photo.identity, at, moment, devices_.phone_states_offset || photo.position, false);
    keep(std::move(photo), "phone");
  }

  void take_camera(Instant at, const Moment& moment) {
    const bool home_time =
        moment.trip >= 0 && life_.trips[static_cast<std::size_t>(moment.trip)].camera_on_home_time;
    const Zone& home = life_.home_on(home_day(at)).zone;
    const Offset clock = home_time ? home.offset_at(at) : moment.offset;
    Observation photo;
    photo.kind = Kind::Photo;
    photo.identity = fmt::format("camera-{}", ++shots_);
    photo.title = fmt::format("DSCF{:05}.JPG", shots_);
    photo.traits[trait::camera] = "FUJIFILM X-T4";
    photo.traits[trait::time_from] = "exif";
    photo.begin = When::floating(wall_time(at, clock));
    keep_day(photo.identity, at, moment, false, clock.seconds != moment.offset.seconds);
    keep(std::move(photo), "camera");
  }

  /// What friends took where they were, and what they took on the owner's trips.
  void receive_photos() {
    const int years = std::max(1, life_.days.days() / 365);
    const bool names_cameras = draw_.chance(0.5);
    if (names_cameras) life_.decisions.cameras = {"Apple iPhone 13 mini", "FUJIFILM X-T4"};
    for (int n = draw_.poisson(30.0 * years); n > 0; --n) {
      const Instant at{start_of(life_.days.from).seconds +
                       static_cast<std::int64_t>(draw_.uniform() * life_.days.days() * day_seconds)};
      const Town& town = towns()[static_cast<std::size_t>(draw_.below(static_cast<int>(towns().size())))];
      const Zone zone = Zone::find(atlas_.zone_of(town.at)).value_or(Zone::utc());
      const WallTime wall = wall_time(at, zone.offset_at(at));
      Observation photo;
      photo.kind = Kind::Photo;
      photo.identity = fmt::format("friend-{}", ++shots_);
      photo.position = seen(town.at);
      photo.begin = When::floating(wall);
      photo.traits[trait::time_from] = "exif";
      const bool by_chat = !names_cameras || draw_.chance(0.5);
      photo.title = by_chat ? fmt::format("KakaoTalk_{}_{}.jpg", wall.date().iso(), shots_)
                            : fmt::format("IMG_{}.jpg", shots_);
      if (!by_chat) photo.traits[trait::camera] = "samsung SM-S911N";
      keep(std::move(photo), "friends", by_chat ? "KakaoTalk/" : "shared/");
    }
  }

  Life& life_;
  Draw draw_;
  const Gazetteer& atlas_;
  Devices devices_;
  std::vector<bool> sparse_;  ///< by trip
  int shots_ = 0;
};

}  // namespace

void draw_sightings(Life& life, std::uint64_t seed, const Gazetteer& atlas) {
  Watching(life, seed, atlas).watch();
}

}  // namespace hoego::truth
