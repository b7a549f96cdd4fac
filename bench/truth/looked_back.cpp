#include "bench/truth/looked_back.h"

#include <algorithm>

#include "analysis/homes.h"
#include "analysis/trips.h"
#include "bench/truth/draw.h"
#include "geo/holidays.h"
#include "resolve/assemble.h"
#include "resolve/derive.h"

namespace hoego::truth {

const Gazetteer& atlas() {
  static const Gazetteer opened = Gazetteer::open();
  return opened;
}

Places places() {
  Places all;
  all.place_of = [](Coordinates at) { return atlas().place_of(at); };
  all.find_town = [](std::string_view name) { return atlas().find_town(name); };
  all.country_by_name = [](std::string_view name) { return country_by_name(name); };
  all.holidays = [](std::string_view country, int year) {
    std::vector<Date> days;
    for (const Holiday& holiday : holidays(atlas(), country, year)) days.push_back(holiday.day);
    return days;
  };
  return all;
}

LookedBack look_back_on(const Life& life, const std::set<std::string>& sources) {
  std::vector<SourcedObservation> observations;
  for (const SourcedObservation& observation : life.observations) {
    if (sources.count(observation.origin.source) > 0) observations.push_back(observation);
  }
  std::vector<SourcedClaim> claims;
  for (const SourcedClaim& claim : life.claims) {
    if (sources.count(claim.source) > 0) claims.push_back(claim);
  }
  Derived derived =
      derive(std::move(observations), life.decisions, [](Coordinates at) { return atlas().zone_of(at); });
  LookedBack found;
  found.timeline = assemble(std::move(derived.records), claims, life.decisions, life.days.to);
  const Places all = places();
  found.homes = find_homes(sightings(found.timeline), all);
  found.trips = find_trips(found.timeline, found.homes, all, life.days.to);
  return found;
}

std::set<std::string> all_sources(const Life& life) {
  return {life.sources.begin(), life.sources.end()};
}

std::set<std::string> two_thirds_of_sources(const Life& life, std::uint64_t seed) {
  Draw draw(seed, "sources gone");
  std::vector<std::string> left = life.sources;
  if (left.size() < 2) return all_sources(life);
  for (std::size_t gone = std::max<std::size_t>(1, (left.size() + 1) / 3); gone > 0; --gone)
    left.erase(left.begin() + draw.below(static_cast<int>(left.size())));
  return {left.begin(), left.end()};
}

}  // namespace hoego::truth
