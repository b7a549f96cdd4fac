#include "analysis/trip_certainty.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace hoego {
namespace {

constexpr std::int64_t hour = 3600;

double probability(double log_odds) {
  return std::clamp(1 / (1 + std::exp(-log_odds)), 0.02, 0.99);
}

/// Index of the step that a value falls on: the first whose upper bound it does not exceed.
template <std::size_t count>
std::size_t step(const std::array<double, count>& upper_bounds, double value) {
  std::size_t at = 0;
  while (at < count && value > upper_bounds[at]) ++at;
  return at;
}

}  // namespace

TripSupport support_of(const Journey& journey, double home_certainty, int planned_dates) {
  TripSupport support;
  support.departure_days = journey.departs.days();
  support.return_days = journey.returns.days();
  support.nights = journey.nights();
  support.farthest_km = journey.farthest_km;
  support.planned_dates = planned_dates;
  support.home_certainty = home_certainty;
  std::set<Date> days;
  support.stops = 0;
  Instant last{};
  for (const Sighting& sighting : journey.away) {
    days.insert(sighting.day());
    if (sighting.record->kind != Kind::Measurement) support.one_instrument = false;
    if (sighting.on_the_move || (support.stops > 0 && sighting.time.seconds - last.seconds < hour)) continue;
    ++support.stops;
    last = sighting.time;
  }
  support.days_seen = static_cast<int>(days.size());
  return support;
}

double certainty_of(const TripSupport& support) {
  return probability(support.stops > 1 ? 2 : 0);
}

double certainty_of(const EnteredSupport& support) {
  return probability((support.tickets ? 1.5 : 0.5) + 0.5 * support.silence -
                     (support.kept_appointment ? 2 : 0));
}

}  // namespace hoego
