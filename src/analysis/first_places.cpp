#include "analysis/first_places.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/evidence.h"

namespace hoego {
namespace {

constexpr double sure = 0.8;
constexpr double one_place_km = 25;

struct Seen {
  const Trip* trip = nullptr;
  Spot spot;
  DateRange days;
};

/// The first stay in each place; a trip that is not sure stands in the way of a later one.
using FirstStays = std::map<std::string, Seen>;

std::string town_key(const Place& place) {
  return place.town_en.empty() ? std::string() : place.country + "/" + place.town_en;
}

FirstStays first_stays(const std::vector<Trip>& trips, bool towns) {
  FirstStays first;
  for (const Trip& trip : trips) {
    for (const Stay& stay : trip.stays) {
      const std::string key = towns ? town_key(stay.spot.place) : stay.spot.place.country;
      if (!key.empty()) first.try_emplace(key, Seen{&trip, stay.spot, stay.days});
    }
  }
  return first;
}

std::set<std::string> of_homes(const std::vector<Home>& homes) {
  std::set<std::string> known;
  for (const Home& home : homes) known.insert({home.spot.place.country, town_key(home.spot.place)});
  return known;
}

/// Days with own positions, and since when there were some every few weeks.
class Positions {
 public:
  explicit Positions(const Timeline& timeline) : all_(sightings(timeline)) {
    std::set<Date> days;
    for (const Sighting& sighting : all_) days.insert(sighting.record->day());
    present_ = presence({days.begin(), days.end()});
  }

  std::optional<Date> reach(Date day) const {
    const auto run = run_of(present_, day - 1);
    return run && day - run->from >= least_reach ? std::optional(run->from) : std::nullopt;
  }

  /// Whether one was around there on several days before: a place one keeps going to is no trip, and known.
  bool known_before(Coordinates place, Date day) const {
    constexpr double around_km = 10;
    std::set<Date> days;
    for (const Sighting& sighting : all_) {
      if (sighting.record->day() >= day) break;
      if (distance_km(sighting.at, place) <= around_km) days.insert(sighting.record->day());
      if (days.size() > 1) return true;
    }
    return false;
  }

  /// Own records of these days that `belongs` picks by their place.
  template <class Belongs>
  std::vector<const Record*> on(DateRange days, Belongs belongs) const {
    std::vector<const Record*> found;
    for (const Sighting& sighting : all_) {
      if (days.contains(sighting.record->day()) && belongs(sighting.at)) found.push_back(sighting.record);
    }
    return found;
  }

 private:
  std::vector<Sighting> all_;
  Days present_;
};

Label label_of(Subject subject, const Place& place) {
  if (subject == Subject::Country)
    return {country_name(place.country, "ko"), country_name(place.country, "en")};
  return {place.town_ko.empty() ? place.town_en : place.town_ko, place.town_en};
}

std::vector<const Record*> records_of(Subject subject, const Seen& seen, const Positions& positions,
                                      const Places& atlas) {
  if (subject == Subject::Country) {
    // A change of planes in the country of the first stop is where one sets foot in it.
    return positions.on(seen.trip->days, [&](Coordinates at) {
      const auto place = atlas.place_of(at);
      return place && place->country == seen.spot.place.country;
    });
  }
  return positions.on(seen.days, [&](Coordinates at) {
    return seen.spot.at && distance_km(at, *seen.spot.at) <= one_place_km;
  });
}

std::optional<Occasion> first_place(Subject subject, const std::string& key, const Seen& seen,
                                    const Positions& positions, const Places& atlas) {
  const std::vector<const Record*> records = records_of(subject, seen, positions, atlas);
  if (records.empty()) return std::nullopt;
  if (subject == Subject::Town && positions.known_before(*seen.spot.at, seen.trip->days.from))
    return std::nullopt;
  const auto reach = positions.reach(seen.trip->days.from);
  if (!reach) return std::nullopt;
  Occasion first;
  first.id = fmt::format("first-{}-{}", name(subject), slug(key));
  first.subject = subject;
  first.key = key;
  first.label = label_of(subject, seen.spot.place);
  first.date = records.front()->day();
  first.count = static_cast<int>(records.size());
  first.reaches_back_to = reach;
  first.evidence = evidence_of(records);
  first.kind = Kind::Photo;
  return first;
}

}  // namespace

void add_first_places(const Lived& lived, DateRange days, std::vector<Occasion>& to) {
  const Positions positions(lived.timeline);
  const std::set<std::string> homes = of_homes(lived.homes);
  for (const Subject subject : {Subject::Country, Subject::Town}) {
    for (const auto& [key, seen] : first_stays(lived.trips, subject == Subject::Town)) {
      if (homes.count(key) > 0 || seen.trip->certainty < sure || !days.contains(seen.days.from)) continue;
      if (auto first = first_place(subject, key, seen, positions, lived.atlas))
        to.push_back(std::move(*first));
    }
  }
}

}  // namespace hoego
