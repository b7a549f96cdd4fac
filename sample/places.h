#pragma once
#include <string>
#include <string_view>

#include "base/civil.h"
#include "base/zone.h"

namespace hoego::sample {

/// A real place. Coordinates are WGS 84 in units of 0.00001 degree, so that they are written without
/// rounding.
struct Place {
  std::string_view id;
  std::string_view korean;
  std::string_view english;
  std::string_view country;  ///< ISO 3166-1 alpha-2
  int latitude = 0;
  int longitude = 0;
  std::string_view zone;  ///< IANA name
};

/// The place of that id; a bug if there is none. Valid for the life of the program.
const Place& place(std::string_view id);

Zone zone_of(const Place& place);
/// What a clock in that place shows.
WallTime local_time(Instant instant, const Place& place);
/// The instant of a local day and minute (0..1439) in that place.
Instant at(const Place& place, Date day, int minute);
/// The instant at which clocks in Korea show that minute; 1440 and more are of the day after.
Instant korean(Date day, int minute);
/// `2024-03-15T10:02:11Z`
std::string utc_text(Instant instant);
/// The day by clocks in Korea.
Date korean_day(Instant instant);
/// 0..1439
int minute_of_day(WallTime wall);

}  // namespace hoego::sample
