#include "analysis/homes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "analysis/evidence.h"

namespace hoego {
namespace {

constexpr double neighbourhood_km = 2.5;
constexpr double fewest_day_weights = 2.5;  ///< days seen, below which no place is a home
constexpr double price_of_a_move = 2.3;     ///< in weeks seen: there and back, a journey of a month is none
/// Days seen in a week, beyond which more of them say little more.
constexpr double enough_days = 1.5;
constexpr std::size_t most_candidates = 12;
constexpr std::int64_t between_looks = 8 * 3600;  ///< on a visit

struct Candidate {
  Coordinates centre;
  std::map<Date, double> weight_by_day;  ///< 1 for a day seen at night, less for one seen by day only
  std::vector<const Record*> records;
};

/// Whether it is part of a visit that lasts through the middle of a night.
bool through_a_night(const Record& record) {
  constexpr int middle = 3 * 3600;
  if (record.kind != Kind::Visit) return false;
  const Date day = record.begin.date();
  const WallTime night = WallTime::at(record.begin.second_of_day() < middle ? day : day + 1, middle);
  return record.begin <= night && night < record.end;
}

/// How much a sighting says that its owner lives there: nights and evenings more than working hours.
double weight_of(const Sighting& sighting) {
  if (through_a_night(*sighting.record)) return 1.0;
  const int hour = sighting.wall.second_of_day() / 3600;
  return hour >= 20 || hour < 8 ? 1.0 : 0.4;
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
    double& weight = candidate.weight_by_day[sighting.day()];
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

/// What a day's weights count: a week that is seen often counts as a week, not as so many days, so that weeks
/// of many photos on a journey do not outweigh weeks of few at home.
std::vector<double> worth_of_days(const std::vector<Candidate>& all, DateRange days) {
  constexpr int half_week = 3;
  const auto length = static_cast<std::size_t>(days.days());
  std::vector<double> seen(length, 0);
  for (const Candidate& candidate : all) {
    for (const auto& [day, weight] : candidate.weight_by_day)
      seen[static_cast<std::size_t>(day - days.from)] += weight;
  }
  std::vector<double> worth(length, 0);
  for (std::size_t day = 0; day < length; ++day) {
    double week = 0;
    const std::size_t end = std::min(length, day + half_week + 1);
    for (std::size_t i = day < half_week ? 0 : day - half_week; i < end; ++i) week += seen[i];
    if (week > 0) worth[day] = (1 - std::exp(-week / enough_days)) / week;
  }
  return worth;
}

/// The candidate of each day from first to last: greatest sum of weeks seen minus the price of moves.
std::vector<std::size_t> best_sequence(const std::vector<Candidate>& all, DateRange days) {
  const auto length = static_cast<std::size_t>(days.days());
  const std::vector<double> worth = worth_of_days(all, days);
  std::vector<std::vector<std::size_t>> came_from(length, std::vector<std::size_t>(all.size(), 0));
  std::vector<double> score(all.size(), 0);
  for (std::size_t day = 0; day < length; ++day) {
    const auto best = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    std::vector<double> next(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool moved = score[best] - price_of_a_move > score[i];
      came_from[day][i] = moved ? best : i;
      next[i] = (moved ? score[best] - price_of_a_move : score[i]) +
                worth[day] * weight_on(all[i], days.from + static_cast<int>(day));
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

/// A stretch of days in one home.
struct Stretch {
  std::size_t place;
  DateRange days;
  int unseen = 0;  ///< days between the last sighting at the home before and the first one here
};

std::vector<Stretch> stretches_of(const std::vector<std::size_t>& path, Date first) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Date day = first + static_cast<int>(i);
    if (stretches.empty() || stretches.back().place != path[i]) stretches.push_back({path[i], {day, day}});
    stretches.back().days.to = day;
  }
  return stretches;
}

/// Away from home for up to ten weeks and back in it is a long journey, not two moves.
void join_long_journeys(std::vector<Stretch>& stretches) {
  constexpr int ten_weeks = 70;
  std::vector<Stretch> joined;
  for (const Stretch& stretch : stretches) {
    const std::size_t known = joined.size();
    const bool back =
        known >= 2 && joined[known - 2].place == stretch.place && joined[known - 1].days.days() <= ten_weeks;
    if (!back) {
      joined.push_back(stretch);
      continue;
    }
    joined.pop_back();
    joined.back().days.to = stretch.days.to;
  }
  stretches = std::move(joined);
}

/// The sequence moves on the first day that allows it; where several do, the middle one is the least wrong.
void centre_moves(std::vector<Stretch>& stretches, const std::vector<Candidate>& all) {
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    Stretch& before = stretches[i - 1];
    Stretch& after = stretches[i];
    const auto& old_days = all[before.place].weight_by_day;
    const auto& new_days = all[after.place].weight_by_day;
    const auto past_last = old_days.lower_bound(after.days.from);
    const auto first = new_days.lower_bound(after.days.from);
    if (past_last == old_days.begin() || first == new_days.end()) continue;
    const Date last_seen = std::max(std::prev(past_last)->first, before.days.from);
    const Date first_seen = std::min(first->first, after.days.to);
    after.unseen = first_seen - last_seen;
    after.days.from = last_seen + std::max(1, (after.unseen + 1) / 2);
    before.days.to = after.days.from - 1;
  }
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
    if (!days.contains(record->day()) || (!records.empty() && records.back() == record)) continue;
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

std::vector<Sighting> along_visits(const std::vector<Sighting>& all) {
  std::vector<Sighting> spread;
  for (const Sighting& sighting : all) {
    spread.push_back(sighting);
    const Record& record = *sighting.record;
    if (record.kind != Kind::Visit || record.end_instant() <= record.begin_instant()) continue;
    const Instant last{record.end_instant().seconds - 1};
    for (Instant at{sighting.time.seconds + between_looks}; at < last; at.seconds += between_looks)
      spread.push_back({&record, sighting.at, at, wall_time(at, record.offset)});
    spread.push_back({&record, sighting.at, last, wall_time(last, record.end_offset)});
  }
  std::stable_sort(spread.begin(), spread.end(),
                   [](const Sighting& a, const Sighting& b) { return a.time < b.time; });
  return spread;
}

std::vector<Home> find_homes(const std::vector<Sighting>& sightings, const Places& atlas) {
  if (sightings.empty()) return {};
  const std::vector<Sighting> all = along_visits(sightings);
  const std::vector<Candidate> places = candidates(all);
  if (places.empty()) return {};
  DateRange days{all.front().record->day(), all.front().record->day()};
  for (const Sighting& sighting : all) {
    days = {std::min(days.from, sighting.day()), std::max(days.to, sighting.day())};
  }
  const std::vector<std::size_t> path = best_sequence(places, days);
  std::vector<Stretch> stretches = stretches_of(path, days.from);
  join_long_journeys(stretches);
  centre_moves(stretches, places);
  std::vector<Home> homes;
  for (const Stretch& stretch : stretches)
    homes.push_back(home_of(places[stretch.place], stretch.days, atlas));
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
