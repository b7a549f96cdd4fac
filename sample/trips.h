#pragma once
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

struct Stop {
  std::string_view place;
  int nights = 0;
  int photos = 0;
  int travel_minutes = 0;  ///< from there to the next stop
};

/// A long trip: a flight out (perhaps with a change), stops, a flight home that may be late.
struct Route {
  std::string title;
  std::string_view arrives_at;  ///< airport code of the ticket
  std::string_view home_from;   ///< id of the airport the flight home leaves from
  int departs = 0;              ///< minute of the day in Korea
  int out_minutes = 0;
  std::string_view change_at;  ///< id of an airport; empty for a direct flight
  int change_minutes = 0;
  int onward_minutes = 0;
  std::vector<Stop> stops;
  int home_departs = 0;  ///< minute of the last planned day, at the last stop
  int home_minutes = 0;
  int camera_percent = 0;
};

/// `late` minutes: how much later than the ticket the flight home left and landed.
Trip long_trip(const Route& route, Date from, int late, Date booked);
/// A flight in the morning, one place, a flight home in the evening of the last day.
Trip short_trip_abroad(std::string_view place, Date from, int nights, int photos, int flight_minutes,
                       int camera_percent, Date booked);
Trip trip_in_korea(std::string_view place, Date from, int nights, int photos, int camera_percent);
Trip day_trip(std::string_view place, Date on, int photos);

}  // namespace hoego::sample
