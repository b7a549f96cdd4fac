#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "bench/truth/life_parts.h"
#include "record/observation.h"

namespace hoego::truth {
namespace {

constexpr std::int64_t day_seconds = 86400;

std::string stamp(Instant at) {
  return wall_time(at, Offset{0}).iso() + "Z";
}

/// Writes what was entered, booked and said.
class Papers {
 public:
  Papers(Life& life, std::uint64_t seed, const Gazetteer& atlas)
      : life_(life), draw_(seed, "papers"), atlas_(atlas) {}

  void write() {
    if (has_source(life_, "calendar")) write_calendar();
    if (has_source(life_, "tickets")) write_tickets();
    if (has_source(life_, "messages")) write_messages();
  }

 private:
  Instant start_of(Date day) const { return instant(WallTime::at(day), Offset{0}); }

  void keep(Observation observation, const char* source) {
    Origin origin{source, observation.identity, ""};
    life_.observations.push_back({std::move(observation), std::move(origin)});
  }

  bool at_home_around(DateRange days) const {
    return std::none_of(life_.trips.begin(), life_.trips.end(), [&days](const TrueTrip& trip) {
      return intersect({trip.days.from - 2, trip.days.to + 2}, days).has_value();
    });
  }

  Observation event(const std::string& title) {
    Observation entry;
    entry.kind = Kind::Event;
    entry.identity = fmt::format("event-{}", ++entries_);
    entry.title = title;
    entry.traits[trait::calendar] = "me";
    entry.traits[trait::status] = "confirmed";
    return entry;
  }

  void days_away(const std::string& title, DateRange days, bool cancelled) {
    Observation entry = event(title);
    entry.begin = When::on(days.from);
    entry.end = When::on(days.to + 1);
    entry.traits[trait::booked] =
        stamp({start_of(days.from).seconds - (3 + draw_.below(200)) * day_seconds + 30000});
    if (cancelled) entry.traits[trait::status] = "cancelled";
    keep(std::move(entry), "calendar");
  }

  std::string some_title(const std::string& en, const std::string& ko) {
    const double style = draw_.uniform();
    if (style < 0.2) return draw_.chance(0.5) ? "vacation" : "휴가";
    return style < 0.6 && !ko.empty() ? ko + " 여행" : en + " trip";
  }

  /// As it was meant to be: delays are not known beforehand.
  DateRange planned_days(const TrueTrip& trip) {
    const std::int64_t late = trip.flights.empty() ? 0 : trip.flights.back().late;
    const TrueHome& home = life_.home_on(trip.days.from);
    const Instant back{trip.returns.seconds - late};
    DateRange days{trip.days.from, wall_time(back, home.zone.offset_at(back)).date()};
    if (draw_.chance(0.08)) days.from = days.from + 1;
    if (draw_.chance(0.08)) days.to = days.to - 1;
    return {days.from, std::max(days.from, days.to)};
  }

  void write_calendar() {
    for (const TrueTrip& trip : life_.trips) {
      if (!trip.day_trip && draw_.chance(0.6))
        days_away(some_title(trip.title_en, trip.title_ko), planned_days(trip), false);
    }
    for (Date day = life_.days.from + 20; day < life_.days.to - 20; day = day + 30 + draw_.below(200)) {
      const DateRange days{day, day + 2 + draw_.below(6)};
      if (!at_home_around(days)) continue;
      const Town& town = towns()[static_cast<std::size_t>(draw_.below(static_cast<int>(towns().size())))];
      if (distance_km(town.at, life_.home_on(day).at) < 100) continue;
      days_away(some_title(town.en, town.ko), days, draw_.chance(0.6));  // the rest were simply not held
    }
    write_lesson();
    write_appointments();
    life_.claims.push_back(
        {"calendar", {Kind::Event, CoverageClass::Complete, "me", life_.days.from, life_.days.to}});
  }

  void write_lesson() {
    const bool kept_in_absence = draw_.chance(0.5);
    const int weekday = 1 + draw_.below(5);
    for (Date day = life_.days.from; day < life_.days.to; day = day + 1) {
      if (day.weekday() != weekday || (!kept_in_absence && !at_home_around({day, day}))) continue;
      Observation entry = event("Drum lesson");
      const std::string& zone = life_.home_on(day).zone.name();
      entry.begin = When::at(WallTime::at(day, 19 * 3600), zone);
      entry.end = When::at(WallTime::at(day, 20 * 3600), zone);
      keep(std::move(entry), "calendar");
    }
  }

  /// Kept ones, with the place at which they were.
  void write_appointments() {
    for (Date day = life_.days.from; day < life_.days.to; day = day + 5 + draw_.below(40)) {
      if (!at_home_around({day, day}) || day.weekday() > 5) continue;
      const TrueHome& home = life_.home_on(day);
      const auto town = atlas_.place_of(home.at);
      Observation entry = event("Dentist");
      if (town) entry.traits[trait::location] = "Dr. Molar, " + town->town_en;
      entry.begin = When::at(WallTime::at(day, 17 * 3600), home.zone.name());
      entry.end = When::at(WallTime::at(day, 18 * 3600), home.zone.name());
      keep(std::move(entry), "calendar");
    }
  }

  std::string town_at(Coordinates at) const {
    const Town* nearest = nullptr;
    for (const Town& town : towns()) {
      if (nearest == nullptr || distance_km(town.at, at) < distance_km(nearest->at, at)) nearest = &town;
    }
    if (distance_km(nearest->at, at) < 60) return nearest->en;
    const auto place = atlas_.place_of(at);
    return place ? place->town_en : std::string();
  }

  When local(Instant at, Coordinates place) const {
    const Zone zone = Zone::find(atlas_.zone_of(place)).value_or(Zone::utc());
    const Offset offset = zone.offset_at(at);
    return When::at(wall_time(at, offset), offset);
  }

  void write_flight(const TrueTrip::Flight& flight, Instant booked, bool cancelled) {
    Observation ticket;
    ticket.kind = Kind::Reservation;
    ticket.identity = fmt::format("ticket-{}", ++entries_);
    ticket.traits[trait::what] = "flight";
    ticket.traits["departs_name"] = town_at(flight.from);
    ticket.traits["arrives_name"] = town_at(flight.to);
    ticket.title =
        fmt::format("ZQ{} {} → {}", 100 + draw_.below(800), town_at(flight.from), town_at(flight.to));
    ticket.begin = local({flight.departs.seconds - flight.late}, flight.from);
    ticket.end = local({flight.lands.seconds - flight.late}, flight.to);
    ticket.traits[trait::status] = cancelled ? "cancelled" : "confirmed";
    ticket.traits[trait::booked] = stamp(booked);
    keep(std::move(ticket), "tickets");
  }

  void write_tickets() {
    for (const TrueTrip& trip : life_.trips) {
      const Instant booked{trip.leaves.seconds - (2 + draw_.below(200)) * day_seconds};
      if (trip.flights.empty() || !draw_.chance(0.75)) continue;
      for (const TrueTrip::Flight& flight : trip.flights) write_flight(flight, booked, false);
    }
    for (Date day = life_.days.from + 30; day < life_.days.to - 30; day = day + 60 + draw_.below(400)) {
      if (!at_home_around({day, day + 5})) continue;
      const Town& town = towns()[static_cast<std::size_t>(draw_.below(static_cast<int>(towns().size())))];
      const TrueHome& home = life_.home_on(day);
      if (distance_km(town.at, home.at) < 300) continue;
      const auto hours = static_cast<std::int64_t>((0.5 + distance_km(town.at, home.at) / 850) * hour);
      const Instant out{start_of(day).seconds + 40000};
      const Instant back{out.seconds + 4 * day_seconds};
      const bool cancelled = draw_.chance(0.7);  // the rest were let go
      const Instant booked{out.seconds - 50 * day_seconds};
      write_flight({home.airport, town.at, out, {out.seconds + hours}, 0}, booked, cancelled);
      write_flight({town.at, home.airport, back, {back.seconds + hours}, 0}, booked, cancelled);
    }
  }

  void write_messages() {
    const double a_day = 0.3 + 2 * draw_.uniform();
    for (Date day = life_.days.from; day < life_.days.to; day = day + 1) {
      for (int n = draw_.poisson(a_day); n > 0; --n) {
        const Instant at{start_of(day).seconds + draw_.below(day_seconds)};
        const Moment moment = where(life_, at, atlas_);
        const int clock = wall_time(at, moment.offset).second_of_day() / 3600;
        if (clock < 7 || moment.doing == Doing::InTheAir) continue;
        Observation message;
        message.kind = Kind::Message;
        message.identity = fmt::format("message-{}", ++entries_);
        message.traits[trait::sent_by] = "me";
        message.traits[trait::chat] = "friends";
        message.begin = When::at(at);
        life_.true_days[message.identity] = {wall_time(at, moment.offset).date(), at, moment.offset};
        keep(std::move(message), "messages");
      }
    }
  }

  Life& life_;
  Draw draw_;
  const Gazetteer& atlas_;
  int entries_ = 0;
};

}  // namespace

void draw_papers(Life& life, std::uint64_t seed, const Gazetteer& atlas) {
  Papers(life, seed, atlas).write();
}

}  // namespace hoego::truth
