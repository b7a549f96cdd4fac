#include "sample/trips.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace hoego::sample {
namespace {

Instant later(Instant instant, int minutes) {
  return {instant.seconds + std::int64_t{60} * minutes};
}

std::string airport(std::string_view id) {
  std::string code(id);
  std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return std::toupper(c); });
  return code;
}

void fly_out(Trip& trip, Instant departs, const Place& clock, int minutes) {
  const Place& icn = place("icn");
  trip.on_the_way.push_back({later(departs, -100), 80, &icn, &icn, 34});
  trip.on_the_way.push_back({later(departs, minutes / 4), minutes / 6, nullptr, &clock, 9});
}

void fly_home(Trip& trip, Instant departs, int minutes, const Place& from, const Place& clock) {
  const Place& icn = place("icn");
  const Instant lands = later(departs, minutes);
  trip.on_the_way.push_back({later(departs, -110), 90, &from, &clock, 41});
  trip.on_the_way.push_back({later(departs, minutes / 5), minutes / 6, nullptr, &clock, 12});
  trip.on_the_way.push_back({lands, 35, &icn, &icn, 21});
  trip.landing = lands;
  trip.to = local_time(lands, icn).date();
}

}  // namespace

bool Trip::abroad() const {
  return std::any_of(stays.begin(), stays.end(),
                     [](const Stay& stay) { return stay.place->country != "KR"; });
}

Trip long_trip(const Route& route, Date from, int late, Date booked) {
  const Place& icn = place("icn");
  Trip trip;
  trip.title = route.title;
  trip.from = from;
  trip.booked = booked;
  trip.camera_percent = route.camera_percent;

  const Instant departs = at(icn, from, route.departs);
  fly_out(trip, departs, icn, route.out_minutes);
  Instant arrives = later(departs, route.out_minutes);
  if (!route.change_at.empty()) {
    const Place& change = place(route.change_at);
    trip.on_the_way.push_back({later(arrives, 30), route.change_minutes - 60, &change, &change, 58});
    arrives = later(arrives, route.change_minutes + route.onward_minutes);
  }
  const Place& first = place(route.stops.front().place);
  trip.flights.push_back({fmt::format("ICN→{}", route.arrives_at), departs, &icn, arrives, &first});

  Instant here = arrives;
  for (const Stop& stop : route.stops) {
    const Place& where = place(stop.place);
    const WallTime arrival = local_time(here, where);
    const Date leaves = arrival.date() + stop.nights;
    trip.stays.push_back({&where, arrival.date(), minute_of_day(arrival), leaves, 11 * 60, stop.photos});
    here = later(at(where, leaves, 11 * 60), stop.travel_minutes);
  }

  Stay& last = trip.stays.back();
  const Instant ticket = at(*last.place, last.to, route.home_departs);
  const Instant actual = later(ticket, late);
  const WallTime leaves = local_time(later(actual, -180), *last.place);
  last.to = leaves.date();
  last.leave = minute_of_day(leaves);
  trip.flights.push_back({fmt::format("{}→ICN", airport(route.home_from)), ticket, last.place,
                          later(ticket, route.home_minutes), &icn});
  trip.planned_to = local_time(later(ticket, route.home_minutes), icn).date();
  fly_home(trip, actual, route.home_minutes, place(route.home_from), *last.place);
  return trip;
}

Trip short_trip_abroad(std::string_view where, Date from, int nights, int photos, int flight_minutes,
                       int camera_percent, Date booked) {
  const Place& icn = place("icn");
  const Place& there = place(where);
  Trip trip;
  trip.title = fmt::format("{} 여행", there.korean);
  trip.from = from;
  trip.booked = booked;
  trip.camera_percent = camera_percent;

  const Instant departs = at(icn, from, 9 * 60 + 30);
  const Instant arrives = later(departs, flight_minutes);
  // Home by half past eight in the evening, whatever the length of the flight.
  const Instant back = later(at(icn, from + nights, 20 * 60 + 30), -flight_minutes);
  const WallTime arrival = local_time(later(arrives, 60), there);
  const WallTime leaves = local_time(later(back, -150), there);
  trip.stays.push_back(
      {&there, arrival.date(), minute_of_day(arrival), leaves.date(), minute_of_day(leaves), photos});
  trip.flights.push_back({fmt::format("인천→{}", there.korean), departs, &icn, arrives, &there});
  trip.flights.push_back(
      {fmt::format("{}→인천", there.korean), back, &there, later(back, flight_minutes), &icn});
  trip.on_the_way.push_back({later(departs, -75), 60, &icn, &icn, 7});
  trip.on_the_way.push_back({later(back, flight_minutes + 10), 25, &icn, &icn, 4});
  trip.landing = later(back, flight_minutes);
  trip.to = from + nights;
  trip.planned_to = trip.to;
  return trip;
}

Trip trip_in_korea(std::string_view where, Date from, int nights, int photos, int camera_percent) {
  const Place& there = place(where);
  Trip trip;
  trip.title = fmt::format("{} 여행", there.korean);
  trip.from = from;
  trip.to = from + nights;
  trip.planned_to = trip.to;
  trip.camera_percent = camera_percent;
  trip.stays.push_back({&there, from, 11 * 60 + 20, trip.to, 15 * 60, photos});
  return trip;
}

Trip day_trip(std::string_view where, Date on, int photos) {
  Trip trip = trip_in_korea(where, on, 0, photos, 0);
  trip.day_trip = true;
  trip.stays.front().leave = 17 * 60 + 30;
  return trip;
}

}  // namespace hoego::sample
