#include "analysis/homes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "analysis/evidence.h"

namespace hoego {
namespace {

constexpr double neighbourhood_km = 2.5;
constexpr double fewest_day_weights = 12;  ///< days seen, below which no place is a home
constexpr double price_of_a_move = 18;     ///< in day weights
constexpr std::size_t most_candidates = 12;

struct Candidate {
  Coordinates centre;
  std::map<Date, double> weight_by_day;  ///< 1 for a day seen at night, less for one seen by day only
  std::vector<const Record*> records;
};

/// How much a sighting says that its owner lives there: nights, mornings and evenings more than working
/// hours.
double weight_of(const Sighting& sighting) {
  const int hour = sighting.wall.second_of_day() / 3600;
  return hour >= 20 || hour < 9 ? 1.0 : 0.35;
}

double total_weight(const Candidate& candidate) {
  double total = 0;
  for (const auto& [day, weight] : candidate.weight_by_day) total += weight;
  return total;
}

/// Cells of about a kilometre, the heaviest first, each joining the first centre within the neighbourhood.
std::vector<Candidate> candidates(const std::vector<Sighting>& all) {
  std::map<std::pair<int, int>, Candidate> cells;
  for (const Sighting& sighting : all) {
    const std::pair<int, int> cell{static_cast<int>(std::floor(sighting.at.latitude * 100)),
                                   static_cast<int>(std::floor(sighting.at.longitude * 100))};
    Candidate& candidate = cells[cell];
    candidate.centre = {(cell.first + 0.5) / 100, (cell.second + 0.5) / 100};
    double& weight = candidate.weight_by_day[sighting.record->day()];
    weight = std::max(weight, weight_of(sighting));
    candidate.records.push_back(sighting.record);
  }
  std::vector<const Candidate*> order;
  for (const auto& [cell, candidate] : cells) order.push_back(&candidate);
  std::stable_sort(order.begin(), order.end(), [](const Candidate* a, const Candidate* b) {
    return total_weight(*a) > total_weight(*b);
  });
  std::vector<Candidate> joined;
  for (const Candidate* cell : order) {
    const auto near = std::find_if(joined.begin(), joined.end(), [&](const Candidate& other) {
      return distance_km(other.centre, cell->centre) <= neighbourhood_km;
    });
    if (near == joined.end()) {
      joined.push_back(*cell);
      continue;
    }
    for (const auto& [day, weight] : cell->weight_by_day) {
      double& known = near->weight_by_day[day];
      known = std::max(known, weight);
    }
    near->records.insert(near->records.end(), cell->records.begin(), cell->records.end());
  }
  std::erase_if(joined,
                [](const Candidate& candidate) { return total_weight(candidate) < fewest_day_weights; });
  std::stable_sort(joined.begin(), joined.end(),
                   [](const Candidate& a, const Candidate& b) { return total_weight(a) > total_weight(b); });
  if (joined.size() > most_candidates) joined.resize(most_candidates);
  return joined;
}

double weight_on(const Candidate& candidate, Date day) {
  const auto found = candidate.weight_by_day.find(day);
  return found == candidate.weight_by_day.end() ? 0 : found->second;
}

/// The candidate of each day from first to last: greatest sum of weights minus the price of moves.
std::vector<std::size_t> best_sequence(const std::vector<Candidate>& all, DateRange days) {
  const auto length = static_cast<std::size_t>(days.days());
  std::vector<std::vector<std::size_t>> came_from(length, std::vector<std::size_t>(all.size(), 0));
  std::vector<double> score(all.size(), 0);
  for (std::size_t day = 0; day < length; ++day) {
    const auto best = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    std::vector<double> next(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool moved = score[best] - price_of_a_move > score[i];
      came_from[day][i] = moved ? best : i;
      next[i] = (moved ? score[best] - price_of_a_move : score[i]) +
                weight_on(all[i], days.from + static_cast<int>(day));
    }
    score = std::move(next);
  }
  std::vector<std::size_t> path(length);
  auto at = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (std::size_t day = length; day-- > 0;) {
    path[day] = at;
    at = came_from[day][at];
  }
  return path;
}

Home home_of(const Candidate& candidate, DateRange days, const Places& atlas) {
  Home home;
  home.id = fmt::format("home-{}", days.from.iso().substr(0, 7));
  home.days = days;
  std::vector<const Record*> records;
  double latitude = 0;
  double longitude = 0;
  std::set<Date> seen;
  for (const Record* record : candidate.records) {
    if (!days.contains(record->day())) continue;
    records.push_back(record);
    seen.insert(record->day());
    latitude += record->position->latitude;
    longitude += record->position->longitude;
  }
  std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
    return std::pair(a->begin_instant(), a->id) < std::pair(b->begin_instant(), b->id);
  });
  const auto count = static_cast<double>(std::max<std::size_t>(records.size(), 1));
  home.spot.at = records.empty() ? candidate.centre : Coordinates{latitude / count, longitude / count};
  if (auto place = atlas.place_of(*home.spot.at)) home.spot.place = *place;
  home.certainty = static_cast<double>(seen.size()) / (static_cast<double>(seen.size()) + 3);
  home.evidence = evidence_of(records);
  return home;
}

}  // namespace

std::vector<Sighting> sightings(const Timeline& timeline) {
  std::vector<Sighting> all;
  for (const Record& record : timeline.records()) {
    const bool entered = record.kind == Kind::Event || record.kind == Kind::Reservation;
    if (!record.mine || !record.position || entered || record.all_day) continue;
    all.push_back({&record, *record.position, record.begin_instant(), record.begin});
  }
  return all;
}

std::vector<Home> find_homes(const std::vector<Sighting>& all, const Places& atlas) {
  if (all.empty()) return {};
  const std::vector<Candidate> places = candidates(all);
  if (places.empty()) return {};
  DateRange days{all.front().record->day(), all.front().record->day()};
  for (const Sighting& sighting : all) {
    days = {std::min(days.from, sighting.record->day()), std::max(days.to, sighting.record->day())};
  }
  const std::vector<std::size_t> path = best_sequence(places, days);
  std::vector<Home> homes;
  for (std::size_t begin = 0; begin < path.size();) {
    std::size_t end = begin;
    while (end < path.size() && path[end] == path[begin]) ++end;
    const DateRange stretch{days.from + static_cast<int>(begin), days.from + static_cast<int>(end) - 1};
    homes.push_back(home_of(places[path[begin]], stretch, atlas));
    begin = end;
  }
  return homes;
}

const Home* home_on(const std::vector<Home>& homes, Date day) {
  if (homes.empty()) return nullptr;
  for (const Home& home : homes) {
    if (day <= home.days.to) return &home;
  }
  return &homes.back();
}

}  // namespace hoego
