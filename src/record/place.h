#pragma once
#include <optional>
#include <string>

namespace hoego {

/// WGS 84 degrees: latitude -90..90, longitude -180..180. (0,0) is never one: it is how devices say
/// "unknown".
struct Coordinates {
  double latitude = 0;
  double longitude = 0;
  bool operator==(const Coordinates&) const = default;
};

/// Nothing unless both are finite, in range and not (0,0).
std::optional<Coordinates> coordinates(double latitude, double longitude);

/// Great-circle distance in kilometres on a sphere of 6371.0088 km (IUGG mean radius), haversine.
double distance_km(Coordinates a, Coordinates b);

}  // namespace hoego
