#include "analysis/trips.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "analysis/corrected_trips.h"
#include "analysis/entered_trips.h"
#include "analysis/evidence.h"
#include "analysis/journeys.h"
#include "analysis/trip_certainty.h"
#include "analysis/trip_pictures.h"
#include "analysis/trip_plans.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr double far_km = 35;
constexpr std::size_t enough_pictures = 5;

bool is_picture(const Record& record) {
  return record.kind == Kind::Photo || record.kind == Kind::Video;
}

const Stay* main_stay(const Trip& trip) {
  const Stay* best = nullptr;
  for (const Stay& stay : trip.stays) {
    if (best == nullptr || std::pair(stay.nights, stay.photos) > std::pair(best->nights, best->photos))
      best = &stay;
  }
  return best;
}

/// Where few pictures were taken, other sightings show where one was.
void add_sightings(std::vector<const Record*>& evidence, const Journey& journey) {
  for (const Sighting& sighting : journey.away) {
    if (is_picture(*sighting.record) || (!evidence.empty() && evidence.back() == sighting.record)) continue;
    evidence.push_back(sighting.record);
  }
}

Trip trip_of(Journey journey, const Timeline& timeline, const std::vector<Home>& homes, const Places& atlas) {
  const Home* home = home_on(homes, journey.days.from);
  const Entered entered = entered_for(journey, timeline, home, atlas);
  const int planned_dates = date_by_plan(journey, entered);
  const std::string& home_country = home->spot.place.country;
  std::vector<const Record*> pictures = pictures_of(journey, timeline);
  Trip trip;
  trip.days = journey.days;
  trip.nights = journey.nights();
  trip.day_trip = trip.nights == 0;
  trip.stays = stays_of(journey, pictures, atlas);
  trip.countries = countries_of(trip.stays);
  trip.abroad = std::any_of(trip.countries.begin(), trip.countries.end(),
                            [&](const std::string& country) { return country != home_country; });
  trip.photos = static_cast<int>(pictures.size());
  std::vector<const Record*> evidence;
  if (!trip.day_trip) trip.planned = plan_for(journey, entered, timeline, evidence);
  if (!evidence.empty() && evidence.front()->kind == Kind::Event) trip.name = evidence.front()->title;
  trip.certainty = certainty_of(support_of(journey, home->certainty, planned_dates));
  evidence.insert(evidence.end(), pictures.begin(), pictures.end());
  if (pictures.size() < enough_pictures) add_sightings(evidence, journey);
  trip.evidence = evidence_of(evidence);
  trip.id = trip_id(trip, home_country);
  return trip;
}

void make_ids_unique(std::vector<Trip>& trips) {
  std::set<std::string> used;
  for (Trip& trip : trips) {
    const std::string base = trip.id;
    for (int again = 2; !used.insert(trip.id).second; ++again) trip.id = fmt::format("{}-{}", base, again);
  }
}

}  // namespace

std::string trip_id(const Trip& trip, const std::string& home_country) {
  std::string id =
      fmt::format("{}-{}", trip.day_trip ? "daytrip" : "trip", trip.days.from.iso().substr(0, 7));
  if (trip.day_trip) id = "daytrip-" + trip.days.from.iso();
  for (const std::string& country : trip.countries) {
    if (country != home_country || trip.countries.size() == 1) id += "-" + slug(country);
  }
  const Stay* stay = main_stay(trip);
  if (!trip.abroad && stay != nullptr && !stay->spot.place.town_en.empty())
    id += "-" + slug(stay->spot.place.town_en);
  return id;
}

bool still_stands(const Record& event) {
  const std::string* status = event.find_trait(trait::status);
  return status == nullptr || (*status != "cancelled" && *status != "declined");
}

bool tells_of_a_trip(const Record& event, const Home* home, const Places& atlas) {
  static const Pattern words("여행|출장|휴가|trip|travel|vacation|holiday in|flight");
  const auto named = place_in_title(atlas, event.title);
  const bool several_days = event.last_day() > event.day();
  if (!named) return several_days && words.matches(event.title);
  if (!several_days && !words.matches(event.title)) return false;
  if (home == nullptr) return true;
  if (named->at) return distance_km(*home->spot.at, *named->at) > far_km;
  return named->place.country != home->spot.place.country;
}

std::vector<Trip> find_trips(const Timeline& timeline, const std::vector<Home>& homes, const Places& atlas,
                             Date as_of, const Corrections& corrections) {
  const std::vector<Sighting> all = sightings(timeline);
  std::vector<Trip> trips;
  for (const Journey& journey : find_journeys(all, homes, corrections)) {
    if (journey.away.front().day() > as_of) continue;
    if (!is_likely_a_glitch(journey)) trips.push_back(trip_of(journey, timeline, homes, atlas));
  }
  std::vector<Trip> entered = entered_trips({timeline, trips, all, homes, atlas}, as_of, corrections);
  trips.insert(trips.end(), std::make_move_iterator(entered.begin()), std::make_move_iterator(entered.end()));
  std::stable_sort(trips.begin(), trips.end(),
                   [](const Trip& a, const Trip& b) { return a.days.from < b.days.from; });
  correct(trips, corrections);
  make_ids_unique(trips);
  return trips;
}

}  // namespace hoego
