#include "record/place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hoego {

std::optional<Coordinates> coordinates(double latitude, double longitude) {
  if (!std::isfinite(latitude) || !std::isfinite(longitude)) return std::nullopt;
  if (std::abs(latitude) > 90 || std::abs(longitude) > 180) return std::nullopt;
  if (latitude == 0 && longitude == 0) return std::nullopt;
  return Coordinates{latitude, longitude};
}

double distance_km(Coordinates a, Coordinates b) {
  constexpr double radius_km = 6371.0088;
  constexpr double radian = std::numbers::pi / 180;
  const double sin_lat = std::sin((b.latitude - a.latitude) * radian / 2);
  const double sin_lon = std::sin((b.longitude - a.longitude) * radian / 2);
  const double h =
      sin_lat * sin_lat + std::cos(a.latitude * radian) * std::cos(b.latitude * radian) * sin_lon * sin_lon;
  return 2 * radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace hoego
