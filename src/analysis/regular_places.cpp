#include "analysis/regular_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace hoego {
namespace {

constexpr double far_km = 35;
/// The day of a move is known to a week: around it one is at home in either home.
constexpr int days_around_a_move = 8;
/// What belongs to a regular place: its neighbourhood.
constexpr double regular_km = 6;
constexpr double near_regular_km = 150;
/// In so many weeks, at most so many days apart on the average: the fewer, the closer.
struct Habit {
  std::size_t weeks;
  int days_apart;
};
constexpr std::array<Habit, 3> habits = {{{3, 35}, {4, 60}, {5, 90}}};
constexpr std::size_t far_days = 24;
constexpr std::size_t far_weeks = 12;

/// When a place far from home was seen.
struct Seen {
  Coordinates at;
  double km = 0;  ///< from home, the nearest
  std::set<Date> days;
  std::set<int> weeks;
};

bool is_regular(const Seen& seen) {
  if (seen.km > near_regular_km) return seen.days.size() >= far_days && seen.weeks.size() >= far_weeks;
  const int span = *seen.days.rbegin() - *seen.days.begin();
  const int gaps = static_cast<int>(seen.weeks.size()) - 1;
  return std::any_of(habits.begin(), habits.end(), [&](const Habit& habit) {
    return seen.weeks.size() >= habit.weeks && span <= habit.days_apart * gaps;
  });
}

}  // namespace

double km_from_home(const Sighting& sighting, const std::vector<Home>& homes) {
  const Date day = sighting.day();
  const Home* home = home_on(homes, day);
  double km = distance_km(*home->spot.at, sighting.at);
  const auto at = static_cast<std::size_t>(home - homes.data());
  if (at > 0 && day - home->days.from < days_around_a_move)
    km = std::min(km, distance_km(*homes[at - 1].spot.at, sighting.at));
  if (at + 1 < homes.size() && home->days.to - day < days_around_a_move)
    km = std::min(km, distance_km(*homes[at + 1].spot.at, sighting.at));
  return km;
}

RegularPlaces::RegularPlaces(const std::vector<Sighting>& all, const std::vector<Home>& homes) {
  std::map<std::pair<int, int>, Seen> cells;  // about a kilometre
  for (const Sighting& sighting : all) {
    const double km = km_from_home(sighting, homes);
    if (km < far_km || sighting.on_the_move) continue;
    Seen& seen = cells[{static_cast<int>(std::floor(sighting.at.latitude * 100)),
                        static_cast<int>(std::floor(sighting.at.longitude * 100))}];
    if (seen.days.empty()) {
      seen.at = sighting.at;
      seen.km = km;
    }
    seen.km = std::min(seen.km, km);
    seen.days.insert(sighting.day());
    seen.weeks.insert(sighting.day().days / 7);
  }
  std::vector<const Seen*> order;
  for (const auto& [cell, seen] : cells) order.push_back(&seen);
  std::stable_sort(order.begin(), order.end(),
                   [](const Seen* a, const Seen* b) { return a->days.size() > b->days.size(); });
  std::vector<Seen> joined;
  for (const Seen* seen : order) {
    const auto near = std::find_if(joined.begin(), joined.end(), [seen](const Seen& other) {
      return distance_km(other.at, seen->at) <= regular_km;
    });
    if (near == joined.end()) {
      joined.push_back(*seen);
      continue;
    }
    near->km = std::min(near->km, seen->km);
    near->days.insert(seen->days.begin(), seen->days.end());
    near->weeks.insert(seen->weeks.begin(), seen->weeks.end());
  }
  for (const Seen& seen : joined) {
    if (is_regular(seen)) places_.push_back(seen.at);
  }
}

bool RegularPlaces::contains(Coordinates at) const {
  return std::any_of(places_.begin(), places_.end(),
                     [at](Coordinates place) { return distance_km(place, at) <= regular_km; });
}

bool RegularPlaces::on_the_way(Coordinates home, Coordinates at) const {
  return std::any_of(places_.begin(), places_.end(), [&](Coordinates place) {
    const double straight = distance_km(home, place);
    return distance_km(home, at) + distance_km(at, place) <= 1.15 * straight + 5;
  });
}

}  // namespace hoego
