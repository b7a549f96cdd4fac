#include "analysis/commute.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/coverage.h"
#include "analysis/evidence.h"
#include "analysis/stops.h"

namespace hoego {
namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 3600;
constexpr std::int64_t longest_journey = 3 * hour;
constexpr std::int64_t longest_unknown_end = 20 * minute;
constexpr std::int64_t longest_unseen_on_the_way = hour;
constexpr std::int64_t least_dwell = 4 * hour;
constexpr std::size_t fewest_days = 20;
constexpr std::size_t fewest_nights_at_home = 3;
constexpr double shortest_way_km = 0.6;
constexpr double home_within_km = 3;
constexpr double most_unknown = 0.2;
constexpr double most_nights_there = 0.1;
constexpr double fewest_on_workdays = 0.6;

/// The place of each home, in the order of the homes; absent where its nights were not seen.
std::vector<std::optional<std::size_t>> places_of(const std::vector<Home>& homes,
                                                  const std::vector<StopPlace>& places) {
  std::vector<std::optional<std::size_t>> found(homes.size());
  for (std::size_t home = 0; home < homes.size(); ++home) {
    std::size_t most = fewest_nights_at_home - 1;
    for (std::size_t place = 0; place < places.size(); ++place) {
      if (distance_km(places[place].at, *homes[home].spot.at) > home_within_km) continue;
      const auto nights = static_cast<std::size_t>(
          std::count_if(places[place].nights.begin(), places[place].nights.end(),
                        [&](Date night) { return homes[home].days.contains(night); }));
      if (nights <= most) continue;
      most = nights;
      found[home] = place;
    }
  }
  return found;
}

/// One journey, from a stop to a stop.
struct OneWay {
  std::size_t home = 0;  ///< index of the home's place
  const PositionFix* left = nullptr;
  const PositionFix* arrived = nullptr;
  std::optional<double> seconds;  ///< absent where its ends are not known
  Date day() const { return left->day; }
};

/// What was seen of the way to one place.
struct Way {
  std::size_t place = 0;
  std::vector<OneWay> journeys;
  std::map<Date, std::int64_t> dwell;

  std::size_t timed() const {
    return static_cast<std::size_t>(std::count_if(
        journeys.begin(), journeys.end(), [](const OneWay& journey) { return journey.seconds.has_value(); }));
  }
};

class Ways {
 public:
  Ways(const std::vector<PositionFix>& fixes, const Stops& stops, std::set<std::size_t> homes)
      : fixes_(fixes), stops_(stops), homes_(std::move(homes)) {}

  Way to(std::size_t place) const {
    Way way{place, {}, {}};
    std::optional<std::size_t> before;
    Steps steps;
    for (std::size_t i = 0; i < stops_.stops.size(); ++i) {
      const Stop& stop = stops_.stops[i];
      const bool there = stop.place == place;
      if (!there && homes_.count(stop.place) == 0) continue;
      if (there) way.dwell[fixes_[stop.first].day] += length(stop);
      if (before && (stops_.stops[*before].place == place) != there) add(*before, i, way, steps);
      before = i;
    }
    const double first_steps = steps.ends == 0 ? 0 : steps.seconds / steps.ends;
    for (OneWay& journey : way.journeys) {
      const int unseen_ends = (journey.left->edge ? 0 : 1) + (journey.arrived->edge ? 0 : 1);
      if (journey.seconds) *journey.seconds += unseen_ends * first_steps;
    }
    return way;
  }

 private:
  /// Time spent between once and twice as far from a stop as its fixes scatter: what the steps within that
  /// distance take, which cannot be told from staying.
  struct Steps {
    double seconds = 0;
    int ends = 0;
  };

  std::int64_t length(const Stop& stop) const { return fixes_[stop.last].time - fixes_[stop.first].time; }

  void add(std::size_t from, std::size_t to, Way& way, Steps& steps) const {
    const Stop& left = stops_.stops[from];
    const Stop& reached = stops_.stops[to];
    const std::size_t home = left.place == way.place ? reached.place : left.place;
    const double km = distance_km(stops_.places[left.place].at, stops_.places[reached.place].at);
    const std::int64_t apart = fixes_[reached.first].time - fixes_[left.last].time;
    if (km < shortest_way_km || apart > longest_journey) return;
    const auto seconds = time(from, to);
    way.journeys.push_back({home, &fixes_[left.last], &fixes_[reached.first], seconds});
    if (!seconds) return;
    for (std::size_t i = left.last + 1; i < reached.first; ++i) {
      const double near = std::min(distance_km(left.at, fixes_[i].at) / left.scatter_km,
                                   distance_km(reached.at, fixes_[i].at) / reached.scatter_km);
      if (near > 1 && near <= 2)
        steps.seconds += static_cast<double>(fixes_[i + 1].time - fixes_[i - 1].time) / 2;
    }
    steps.ends += 2;
  }

  /// Seconds on the way from one stop to another, without the steps within their scatter.
  std::optional<double> time(std::size_t from, std::size_t to) const {
    const std::size_t left = stops_.stops[from].last;
    const std::size_t arrived = stops_.stops[to].first;
    for (std::size_t i = left; i < arrived; ++i) {
      if (fixes_[i + 1].time - fixes_[i].time > longest_unseen_on_the_way) return std::nullopt;
    }
    const std::int64_t unknown_start = fixes_[left].edge ? 0 : fixes_[left + 1].time - fixes_[left].time;
    const std::int64_t unknown_end =
        fixes_[arrived].edge ? 0 : fixes_[arrived].time - fixes_[arrived - 1].time;
    if (std::max(unknown_start, unknown_end) > longest_unknown_end) return std::nullopt;
    double seconds = static_cast<double>(fixes_[arrived].time - fixes_[left].time) -
                     static_cast<double>(unknown_start + unknown_end) / 2;
    for (std::size_t i = from + 1; i < to; ++i) seconds -= stayed(stops_.stops[i]);
    return std::max(0.0, seconds);
  }

  /// Seconds at a stop on the way: from the middle of the gap before it to that of the gap after it.
  double stayed(const Stop& stop) const {
    const auto half = [this](std::size_t later) {
      const std::int64_t gap = fixes_[later].time - fixes_[later - 1].time;
      return gap > longest_unknown_end ? 0.0 : static_cast<double>(gap) / 2;
    };
    return static_cast<double>(length(stop)) + (fixes_[stop.first].edge ? 0.0 : half(stop.first)) +
           (fixes_[stop.last].edge ? 0.0 : half(stop.last + 1));
  }

  const std::vector<PositionFix>& fixes_;
  const Stops& stops_;
  std::set<std::size_t> homes_;
};

template <class Value>
Value median(std::vector<Value> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::set<Date> days_of(const Way& way) {
  std::set<Date> days;
  for (const OneWay& journey : way.journeys) days.insert(journey.day());
  return days;
}

bool is_commute(const Way& way, const StopPlace& place) {
  const std::set<Date> days = days_of(way);
  if (days.size() < fewest_days) return false;
  const auto count = static_cast<double>(days.size());
  if (static_cast<double>(way.timed()) < (1 - most_unknown) * static_cast<double>(way.journeys.size()))
    return false;
  if (static_cast<double>(place.nights.size()) > most_nights_there * count) return false;
  const auto workdays = std::count_if(days.begin(), days.end(), [](Date day) { return day.weekday() <= 5; });
  if (static_cast<double>(workdays) < fewest_on_workdays * count) return false;
  std::vector<std::int64_t> dwell;
  for (const Date day : days) {
    const auto found = way.dwell.find(day);
    if (found != way.dwell.end()) dwell.push_back(found->second);
  }
  return !dwell.empty() && median(dwell) >= least_dwell;
}

/// Days on which a journey would have been seen: not more than three hours unseen between two places, nor a
/// whole day.
Days covered_days(const std::vector<PositionFix>& fixes, DateRange period) {
  Days uncovered;
  uncovered.add({period.from, fixes.front().day - 1});
  uncovered.add({fixes.back().day + 1, period.to});
  for (std::size_t i = 0; i + 1 < fixes.size(); ++i) {
    const PositionFix& a = fixes[i];
    const PositionFix& b = fixes[i + 1];
    const std::int64_t gap = b.time - a.time;
    if (gap <= longest_journey || a.record == b.record) continue;
    const bool same_place = distance_km(a.at, b.at) <= 2 * Stop::radius_km;
    if (!same_place)
      uncovered.add({a.day, b.day});
    else if (gap > 24 * hour)
      uncovered.add({a.day + 1, b.day - 1});
  }
  Days covered;
  for (const DateRange& range : uncovered.gaps(period)) covered.add(range);
  return covered;
}

std::vector<CommuteLeg> legs_of(const Way& way, const std::vector<Home>& homes,
                                const std::vector<std::optional<std::size_t>>& home_places,
                                const Days& covered, DateRange period) {
  std::vector<std::vector<double>> minutes(homes.size());
  std::vector<int> journeys(homes.size(), 0);
  for (const OneWay& journey : way.journeys) {
    std::optional<std::size_t> best;  // of several homes at one place the one of the day
    for (std::size_t home = 0; home < homes.size(); ++home) {
      if (home_places[home] != journey.home) continue;
      if (!best || homes[home].days.contains(journey.day())) best = home;
    }
    ++journeys[*best];
    if (journey.seconds) minutes[*best].push_back(*journey.seconds / minute);
  }
  std::vector<CommuteLeg> legs;
  for (std::size_t home = 0; home < homes.size(); ++home) {
    const auto days = intersect(homes[home].days, period);
    if (minutes[home].empty() || !days) continue;
    CommuteLeg leg;
    leg.home = homes[home].id;
    leg.days = *days;
    leg.journeys = journeys[home];
    for (const double one : minutes[home]) leg.hours += one / 60;
    leg.hours *= static_cast<double>(journeys[home]) / static_cast<double>(minutes[home].size());
    leg.minutes = median(minutes[home]);
    leg.covered_days = covered.count(*days);
    legs.push_back(std::move(leg));
  }
  return legs;
}

Evidence evidence_for(const Way& way) {
  std::vector<const Record*> records;
  for (const OneWay& journey : way.journeys) {
    records.push_back(journey.left->record);
    records.push_back(journey.arrived->record);
  }
  return evidence_of(records);
}

std::optional<Way> most_used(const Ways& ways, const Stops& stops, const std::set<std::size_t>& homes) {
  std::optional<Way> best;
  for (std::size_t place = 0; place < stops.places.size(); ++place) {
    if (homes.count(place) > 0) continue;
    const Way way = ways.to(place);
    if (!is_commute(way, stops.places[place])) continue;
    if (!best || days_of(way).size() > days_of(*best).size()) best = way;
  }
  return best;
}

/// The way to work and what it is seen by.
struct Seen {
  std::vector<PositionFix> fixes;
  Stops stops;
  std::vector<std::optional<std::size_t>> home_places;
  std::optional<Way> way;
};

/// `seen.way` points into `seen.fixes`, so it is filled where it stays.
void see(Seen& seen, const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
         DateRange period) {
  seen.fixes = fixes_of(sightings, period);
  if (seen.fixes.empty() || homes.empty()) return;
  seen.stops = find_stops(seen.fixes);
  seen.home_places = places_of(homes, seen.stops.places);
  std::set<std::size_t> at_home;
  for (const auto& place : seen.home_places) {
    if (place) at_home.insert(*place);
  }
  seen.way = most_used(Ways(seen.fixes, seen.stops, at_home), seen.stops, at_home);
}

}  // namespace

std::optional<Commute> find_commute(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                    const Places& atlas, DateRange period) {
  Seen seen;
  see(seen, sightings, homes, period);
  if (!seen.way) return std::nullopt;
  const Days covered = covered_days(seen.fixes, period);
  Commute commute;
  commute.by_home = legs_of(*seen.way, homes, seen.home_places, covered, period);
  commute.covered_days = covered.count(period);
  for (const CommuteLeg& leg : commute.by_home) {
    commute.hours += leg.hours;
    commute.journeys += leg.journeys;
  }
  const auto last = std::find_if(homes.begin(), homes.end(),
                                 [&](const Home& home) { return home.id == commute.by_home.back().home; });
  commute.between[0] = last->spot;
  commute.between[1].at = seen.stops.places[seen.way->place].at;
  if (const auto place = atlas.place_of(*commute.between[1].at)) commute.between[1].place = *place;
  commute.evidence = evidence_for(*seen.way);
  return commute;
}

CommuteJourneys commute_journeys(const std::vector<Sighting>& sightings, const std::vector<Home>& homes,
                                 DateRange period) {
  Seen seen;
  see(seen, sightings, homes, period);
  CommuteJourneys found;
  if (seen.fixes.empty()) return found;
  found.covered = covered_days(seen.fixes, period);
  if (!seen.way) return found;
  double seconds = 0;
  for (const OneWay& journey : seen.way->journeys) seconds += journey.seconds.value_or(0);
  const double mean = seconds / static_cast<double>(std::max<std::size_t>(seen.way->timed(), 1));
  for (const OneWay& journey : seen.way->journeys)
    found.journeys.push_back({journey.day(), journey.seconds.value_or(mean) / hour, journey.left->record,
                              journey.arrived->record});
  return found;
}

}  // namespace hoego
