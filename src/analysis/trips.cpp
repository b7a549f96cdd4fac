#include "analysis/trips.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "analysis/evidence.h"
#include "analysis/journeys.h"
#include "analysis/tickets.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr double far_km = 35;
constexpr double calendar_alone = 0.6;

bool is_picture(const Record& record) {
  return record.kind == Kind::Photo || record.kind == Kind::Video;
}

struct Span {
  Instant from;
  Instant to;
};

/// From when to when sightings belong to a journey. Far ones begin and end on the way: at the airport of
/// one's own town, which lies within reach of home, but not near it.
Span seen_span(const Journey& journey) {
  return {journey.on_the_way_out.value_or(journey.away.front()).time,
          journey.on_the_way_back.value_or(journey.away.back()).time};
}

/// A picture without a position may be taken somewhat before the first or after the last sighting: up to half
/// way to the sighting at home, and three hours.
Span bare_span(const Journey& journey, Span seen) {
  constexpr std::int64_t longest = 3 * 3600;
  const std::int64_t before = journey.before ? (seen.from.seconds - journey.before->time.seconds) / 2 : 0;
  const std::int64_t after = journey.after ? (journey.after->time.seconds - seen.to.seconds) / 2 : 0;
  return {{seen.from.seconds - std::clamp<std::int64_t>(before, 0, longest)},
          {seen.to.seconds + std::clamp<std::int64_t>(after, 0, longest)}};
}

std::vector<const Record*> own_pictures(const Timeline& timeline, const Journey& journey) {
  const Span seen = seen_span(journey);
  const Span bare = bare_span(journey, seen);
  std::vector<const Record*> pictures;
  for (const Record* record : timeline.on({journey.days.from - 1, journey.days.to + 1})) {
    if (!record->mine || !is_picture(*record) || record->all_day) continue;
    const Instant at = record->begin_instant();
    const Span& span = record->position ? seen : bare;
    if (span.from <= at && at <= span.to) pictures.push_back(record);
  }
  return pictures;
}

std::vector<std::string> countries_of(const std::vector<Stay>& stays) {
  std::vector<std::string> countries;
  for (const Stay& stay : stays) {
    const std::string& country = stay.spot.place.country;
    if (country.empty() || std::find(countries.begin(), countries.end(), country) != countries.end())
      continue;
    countries.push_back(country);
  }
  return countries;
}

const Stay* main_stay(const Trip& trip) {
  const Stay* best = nullptr;
  for (const Stay& stay : trip.stays) {
    if (best == nullptr || std::pair(stay.nights, stay.photos) > std::pair(best->nights, best->photos))
      best = &stay;
  }
  return best;
}

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

/// How far the sightings carry a trip: many, on several days, between sightings at home, in the calendar too.
double certainty_of(const Journey& journey, bool planned) {
  std::set<Date> days;
  for (const Sighting& sighting : journey.away) days.insert(sighting.day());
  double doubt = 0.5 / static_cast<double>(std::min<std::size_t>(journey.away.size(), 10));
  if (!journey.before || !journey.after) doubt += 0.05;
  if (planned) doubt *= 0.5;
  return std::clamp(0.99 - doubt, 0.0, 0.98);
}

int days_in_common(DateRange a, DateRange b) {
  const auto common = intersect(a, b);
  return common ? common->days() : 0;
}

/// The calendar entry that tells most of the trip beforehand.
const Record* plan_of(const Timeline& timeline, DateRange days, const Home* home, const Places& atlas) {
  const Record* best = nullptr;
  int most = 0;
  for (const Record* event : timeline.on({days.from - 40, days.to})) {
    if (event->kind != Kind::Event || !event->mine || !still_stands(*event)) continue;
    const DateRange entered{event->day(), event->last_day()};
    if (entered.days() < 2 || entered.days() > days.days() + 6 || !tells_of_a_trip(*event, home, atlas))
      continue;
    const int common = days_in_common(entered, days);
    if (common > most) {
      most = common;
      best = event;
    }
  }
  return most * 2 >= days.days() ? best : nullptr;
}

Plan plan_from(const Record& event, Offset home) {
  Plan plan;
  plan.title = event.title;
  plan.days = {event.day(), event.last_day()};
  plan.booked = booked_on(event, home);
  if (plan.booked && *plan.booked > plan.days.from) plan.booked.reset();  // entered afterwards
  return plan;
}

/// What tickets alone tell beforehand: from the first departure to the last landing.
Plan plan_from(const std::vector<Leg>& tickets) {
  Plan plan;
  plan.title = tickets.front().record->title;
  plan.days = {tickets.front().departs_on, tickets.front().lands_on};
  for (const Leg& ticket : tickets) plan.days.to = std::max(plan.days.to, ticket.lands_on);
  return plan;
}

/// The plan of a journey, and the records that tell it: a calendar entry over its days, tickets.
std::optional<Plan> plan_for(const Journey& journey, const Timeline& timeline, const Home* home,
                             const Places& atlas, std::vector<const Record*>& told_by) {
  const Offset home_offset = (journey.before ? *journey.before : journey.away.front()).record->offset;
  const std::vector<Leg> legs = legs_of(timeline, journey.days, home_offset);
  std::vector<Leg> tickets;
  std::copy_if(legs.begin(), legs.end(), std::back_inserter(tickets),
               [](const Leg& leg) { return leg.record->kind == Kind::Reservation; });
  std::optional<Plan> plan;
  if (const Record* event = plan_of(timeline, journey.days, home, atlas)) {
    plan = plan_from(*event, home_offset);
    told_by.push_back(event);
  } else if (!tickets.empty()) {
    plan = plan_from(tickets);
  }
  if (!plan) return plan;
  for (const Leg& ticket : tickets) {
    told_by.push_back(ticket.record);
    const bool earlier = ticket.booked && (!plan->booked || *ticket.booked < *plan->booked);
    if (earlier && *ticket.booked <= plan->days.from) plan->booked = ticket.booked;
  }
  for (const Record* reserved : reservations_on(timeline, journey.days)) told_by.push_back(reserved);
  plan->delay_hours = delay_of(journey, legs);
  return plan;
}

Trip trip_of(const Journey& journey, const Timeline& timeline, const std::vector<Home>& homes,
             const Places& atlas) {
  const Home* home = home_on(homes, journey.days.from);
  const std::string& home_country = home->spot.place.country;
  std::vector<const Record*> pictures = own_pictures(timeline, journey);
  Trip trip;
  trip.days = journey.days;
  trip.nights = journey.nights();
  trip.day_trip = trip.nights == 0;
  trip.stays = stays_of(journey, pictures, atlas);
  trip.countries = countries_of(trip.stays);
  trip.abroad = std::any_of(trip.countries.begin(), trip.countries.end(),
                            [&](const std::string& country) { return country != home_country; });
  trip.photos = static_cast<int>(pictures.size());
  std::vector<const Record*> told_by;
  if (!trip.day_trip) trip.planned = plan_for(journey, timeline, home, atlas, told_by);
  if (!told_by.empty() && told_by.front()->kind == Kind::Event) trip.name = told_by.front()->title;
  trip.certainty = certainty_of(journey, trip.planned.has_value());
  pictures.insert(pictures.begin(), told_by.begin(), told_by.end());
  trip.evidence = evidence_of(pictures);
  trip.id = trip_id(trip, home_country);
  return trip;
}

/// Whether a sighting near home on a day inside contradicts an entry that says "away".
bool contradicted(const Record& event, const std::vector<Sighting>& all, const std::vector<Home>& homes) {
  return std::any_of(all.begin(), all.end(), [&](const Sighting& sighting) {
    const Date day = sighting.day();
    if (day <= event.day() || day >= event.last_day()) return false;
    return distance_km(*home_on(homes, day)->spot.at, sighting.at) <= far_km;
  });
}

Trip trip_from_calendar(const Record& event, const NamedPlace& named, const Home* home) {
  Trip trip;
  trip.days = {event.day(), event.last_day()};
  trip.nights = trip.days.to - trip.days.from;
  trip.countries = {named.place.country};
  trip.abroad = home != nullptr && home->spot.place.country != named.place.country;
  trip.stays = {{{named.place, named.at}, trip.days, trip.nights, 0}};
  trip.name = event.title;
  trip.planned = plan_from(event, event.offset);
  trip.certainty = calendar_alone;
  trip.evidence = evidence_of({&event});
  trip.id = trip_id(trip, home == nullptr ? std::string() : home->spot.place.country);
  return trip;
}

std::vector<Trip> trips_only_in_calendars(const Timeline& timeline, const std::vector<Trip>& known,
                                          const std::vector<Sighting>& all, const std::vector<Home>& homes,
                                          const Places& atlas, Date as_of) {
  std::vector<Trip> trips;
  for (const Record& event : timeline.records()) {
    if (event.kind != Kind::Event || !event.mine || !event.all_day || !still_stands(event)) continue;
    if (event.last_day() > as_of || event.last_day() == event.day()) continue;
    const Home* home = home_on(homes, event.day());
    if (!tells_of_a_trip(event, home, atlas)) continue;
    const auto named = place_in_title(atlas, event.title);
    if (!named || (home != nullptr && contradicted(event, all, homes))) continue;
    const DateRange days{event.day(), event.last_day()};
    const auto overlaps = [days](const Trip& trip) { return intersect(trip.days, days).has_value(); };
    if (std::any_of(known.begin(), known.end(), overlaps)) continue;
    if (std::any_of(trips.begin(), trips.end(), overlaps)) continue;
    trips.push_back(trip_from_calendar(event, *named, home));
  }
  return trips;
}

void make_ids_unique(std::vector<Trip>& trips) {
  std::set<std::string> used;
  for (Trip& trip : trips) {
    const std::string base = trip.id;
    for (int again = 2; !used.insert(trip.id).second; ++again) trip.id = fmt::format("{}-{}", base, again);
  }
}

}  // namespace

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
                             Date as_of) {
  const std::vector<Sighting> all = sightings(timeline);
  std::vector<Trip> trips;
  for (const Journey& journey : find_journeys(all, homes)) {
    if (journey.away.front().day() > as_of) continue;
    trips.push_back(trip_of(journey, timeline, homes, atlas));
  }
  std::vector<Trip> entered = trips_only_in_calendars(timeline, trips, all, homes, atlas, as_of);
  trips.insert(trips.end(), std::make_move_iterator(entered.begin()), std::make_move_iterator(entered.end()));
  std::stable_sort(trips.begin(), trips.end(),
                   [](const Trip& a, const Trip& b) { return a.days.from < b.days.from; });
  make_ids_unique(trips);
  return trips;
}

}  // namespace hoego
