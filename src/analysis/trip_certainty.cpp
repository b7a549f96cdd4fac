#include "analysis/trip_certainty.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace hoego {
namespace {

constexpr std::int64_t hour = 3600;

/// The weights of one thing, by steps: that of the first upper bound which the value does not exceed, else
/// the last.
template <std::size_t count>
struct Steps {
  std::array<double, count> upper_bounds;
  std::array<double, count + 1> weights;

  double operator()(double value) const {
    std::size_t at = 0;
    while (at < count && value > upper_bounds[at]) ++at;
    return weights[at];
  }
};

// Fitted on 9,606 trips that were told of 400 tuning lives, with all their sources and with two thirds.
constexpr double bias = 0.18;
constexpr Steps<4> departure_days = {{1, 2, 3, 5}, {0.52, -0.13, 0, -0.18, -0.41}};
constexpr Steps<4> return_days = {{1, 2, 3, 5}, {0.59, -0.04, -0.12, -0.12, -0.74}};
constexpr Steps<4> stops = {{1, 2, 4, 8}, {-1.94, -0.43, 0.47, 1.26, 2.52}};
constexpr Steps<3> days_seen = {{1, 2, 4}, {-0.47, 1.09, 0.95, 0.79}};
constexpr Steps<3> nights = {{0, 1, 3}, {2.49, -1.99, -0.86, -1.26}};
constexpr Steps<3> farthest_km = {{60, 150, 300}, {1.30, 1.17, -0.20, -1.45}};
constexpr Steps<2> planned_dates = {{0, 1}, {-0.16, -0.16, 3.52}};
constexpr Steps<3> home_certainty = {{0.8, 0.9, 0.95}, {-0.32, -0.21, -0.04, 0.27}};
constexpr double seen_once_by_a_log = -2.55;
constexpr double seen_otherwise = 0.90;

struct Knot {
  double score;
  double probability;
};
/// What such scores came to, on 54,000 trips that were told of 2,100 tuning lives.
constexpr std::array<Knot, 12> knots = {{{-5.61, 0.02},
                                         {-2.03, 0.053},
                                         {-1.25, 0.06},
                                         {-0.75, 0.44},
                                         {-0.40, 0.58},
                                         {0.15, 0.61},
                                         {0.40, 0.75},
                                         {1.59, 0.865},
                                         {2.68, 0.932},
                                         {3.54, 0.974},
                                         {4.48, 0.985},
                                         {5.90, 0.99}}};

double probability(double score) {
  if (score <= knots.front().score) return knots.front().probability;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot& below = knots[i - 1];
    const Knot& above = knots[i];
    if (score > above.score) continue;
    const double share = (score - below.score) / (above.score - below.score);
    return below.probability + share * (above.probability - below.probability);
  }
  return knots.back().probability;
}

}  // namespace

TripSupport support_of(const Journey& journey, double certainty_of_home, int dates_named) {
  TripSupport support;
  support.departure_days = journey.departs.days();
  support.return_days = journey.returns.days();
  support.nights = journey.nights();
  support.farthest_km = journey.farthest_km;
  support.planned_dates = dates_named;
  support.home_certainty = certainty_of_home;
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
  const bool lone_reading = support.one_instrument && support.stops <= 1;
  return probability(bias + departure_days(support.departure_days) + return_days(support.return_days) +
                     stops(support.stops) + days_seen(support.days_seen) + nights(support.nights) +
                     farthest_km(support.farthest_km) + planned_dates(support.planned_dates) +
                     home_certainty(support.home_certainty) +
                     (lone_reading ? seen_once_by_a_log : seen_otherwise));
}

bool is_likely_a_glitch(const Journey& journey) {
  constexpr double by_air_km = 300;
  const TripSupport support = support_of(journey, 1, 0);
  const bool lone_reading = support.one_instrument && support.stops <= 1;
  return lone_reading && (support.nights > 0 || support.farthest_km > by_air_km);
}

double certainty_of(const EnteredSupport& support) {
  constexpr double silent = -0.5;  // a day or two without the usual sightings
  const double told = support.in_calendar && support.tickets ? 2.2 : support.tickets ? 0.6 : 0.75;
  const double score = told - (support.silence < silent ? 2.3 : 0.0) - (support.kept_appointment ? 4.0 : 0.0);
  return 1 / (1 + std::exp(-score));
}

}  // namespace hoego
