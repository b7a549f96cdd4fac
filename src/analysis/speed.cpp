#include "analysis/speed.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace hoego {
namespace {

constexpr std::int64_t hour = 3600;
constexpr double fastest_km_per_hour = 1300;
constexpr double one_stop_km = 2;
constexpr double shortest_stop_hours = 1;

double hours_between(Instant a, Instant b) {
  return static_cast<double>(b.seconds - a.seconds) / hour;
}

bool impossible(const Sighting& a, const Sighting& b) {
  const double km = distance_km(a.at, b.at);
  return km > 50 && km > fastest_km_per_hour * std::max(std::abs(hours_between(a.time, b.time)), 0.02);
}

}  // namespace

double shortest_hours(double km) {
  return km < 300 ? km / 130 : 1.3 + km / 900;
}

std::vector<Sighting> without_impossible(const std::vector<Sighting>& all) {
  std::vector<Sighting> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool jump_before = i > 0 && impossible(all[i - 1], all[i]);
    const bool jump_after = i + 1 < all.size() && impossible(all[i], all[i + 1]);
    if (!(jump_before && jump_after)) kept.push_back(all[i]);
  }
  return kept;
}

void mark_moves(std::vector<Sighting>& all) {
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && distance_km(all[begin].at, all[end].at) <= one_stop_km) ++end;
    if (begin > 0 && end < all.size()) {
      const Sighting& before = all[begin - 1];
      const Sighting& after = all[end];
      const double left = hours_between(before.time, after.time) -
                          shortest_hours(distance_km(before.at, all[begin].at)) -
                          shortest_hours(distance_km(all[end - 1].at, after.at));
      const double seen = hours_between(all[begin].time, all[end - 1].time);
      const bool moves = left < shortest_stop_hours && seen < shortest_stop_hours;
      for (std::size_t i = begin; moves && i < end; ++i) all[i].on_the_move = true;
    }
    begin = end;
  }
}

}  // namespace hoego
