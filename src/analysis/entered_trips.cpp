#include "analysis/entered_trips.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>

#include "analysis/evidence.h"
#include "analysis/tickets.h"
#include "analysis/trip_certainty.h"
#include "analysis/trip_plans.h"
#include "analysis/trips.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr double far_km = 35;
constexpr double elsewhere_km = 100;
constexpr int longest_stay = 60;  ///< days between two flights of one journey

/// What is told of one trip.
struct Told {
  DateRange days;
  NamedPlace place;
  const Record* event = nullptr;
  std::vector<Leg> tickets;
};

std::string end_of(const Leg& leg, const char* code, const char* name) {
  const std::string* found = leg.record->find_trait(code);
  if (found == nullptr || found->empty()) found = leg.record->find_trait(name);
  return found == nullptr ? std::string() : *found;
}

std::string from(const Leg& leg) {
  return end_of(leg, trait::departs, "departs_name");
}
std::string to(const Leg& leg) {
  return end_of(leg, trait::arrives, "arrives_name");
}

/// Where the longest time was spent between two of the flights.
const Leg& leg_there(const std::vector<Leg>& legs) {
  std::size_t best = 0;
  for (std::size_t i = 1; i + 1 < legs.size(); ++i) {
    const auto stay = [&](std::size_t at) { return legs[at + 1].departs.seconds - legs[at].lands.seconds; };
    if (stay(i) > stay(best)) best = i;
  }
  return legs[best];
}

std::optional<NamedPlace> town_of(const Leg& leg, const Places& atlas) {
  for (const char* key : {"arrives_name", trait::arrives}) {
    const std::string* name = leg.record->find_trait(key);
    if (name == nullptr) continue;
    const auto towns = atlas.find_town(*name);
    if (!towns.empty()) return NamedPlace{towns.front().first, towns.front().second};
    if (auto named = place_in_title(atlas, *name)) return named;
  }
  return std::nullopt;
}

/// Flights one after the other, from a place and back to it.
std::vector<Told> told_by_tickets(const SeenLife& life) {
  std::vector<Told> found;
  const auto records = life.timeline.records();
  if (records.empty()) return found;
  const DateRange all{records.front().day(), records.back().day()};
  std::vector<Leg> open;
  for (const Leg& leg : legs_of(life.timeline, all, records.front().offset)) {
    if (leg.record->kind != Kind::Reservation || from(leg).empty() || to(leg).empty()) continue;
    const bool goes_on = !open.empty() && to(open.back()) == from(leg) &&
                         leg.departs_on - open.back().lands_on <= longest_stay;
    if (!goes_on) open.clear();
    open.push_back(leg);
    if (to(open.back()) != from(open.front()) || open.size() < 2) continue;
    const auto place = town_of(leg_there(open), life.atlas);
    const DateRange days{open.front().departs_on, open.back().lands_on};
    if (place && days.days() > 1) found.push_back({days, *place, nullptr, open});
    open.clear();
  }
  return found;
}

void add_told_by_calendar(std::vector<Told>& all, const SeenLife& life) {
  for (const Record& event : life.timeline.records()) {
    if (event.kind != Kind::Event || !event.mine || !event.all_day || !still_stands(event)) continue;
    if (event.last_day() == event.day()) continue;
    if (!tells_of_a_trip(event, home_on(life.homes, event.day()), life.atlas)) continue;
    const auto named = place_in_title(life.atlas, event.title);
    const DateRange days{event.day(), event.last_day()};
    const auto same =
        std::find_if(all.begin(), all.end(), [days](const Told& told) { return intersect(told.days, days); });
    if (same != all.end())
      same->event = same->event == nullptr ? &event : same->event;
    else if (named)
      all.push_back({days, *named, &event, {}});
  }
}

/// What was seen in the days of a life, day by day.
class Looks {
 public:
  explicit Looks(const SeenLife& life) {
    for (const Sighting& sighting : life.sightings) {
      const Date day = sighting.day();
      seen_.insert(day);
      if (life.homes.empty()) continue;
      if (distance_km(*home_on(life.homes, day)->spot.at, sighting.at) <= far_km) at_home_.insert(day);
    }
    if (seen_.empty()) return;
    int days_away = 0;
    int seen_away = 0;
    for (const Trip& trip : life.known) {
      if (trip.nights < 2) continue;
      days_away += trip.days.days();
      for (Date day = trip.days.from; day <= trip.days.to; day = day + 1)
        seen_away += seen_.count(day) > 0 ? 1 : 0;
    }
    const int days = *seen_.rbegin() - *seen_.begin() + 1;
    const auto share = [](int part, int whole) { return std::min(0.95, (part + 0.5) / (whole + 1)); };
    at_home_share_ = share(static_cast<int>(seen_.size()) - seen_away, days - days_away);
    // A few trips say little of how often one is seen on any.
    away_share_ = share(seen_away + static_cast<int>(10 * at_home_share_), days_away + 10);
  }

  bool at_home_inside(DateRange days) const {
    const auto first = at_home_.upper_bound(days.from);
    return first != at_home_.end() && *first < days.to;
  }

  /// Log odds of away against home, of days on which nothing was seen.
  double silence(DateRange days) const {
    if (seen_.empty() || days.from < *seen_.begin() || days.to > *seen_.rbegin()) return 0;
    double odds = 0;
    for (Date day = days.from + 1; day < days.to; day = day + 1) {
      if (seen_.count(day) == 0) odds += std::log(1 - away_share_) - std::log(1 - at_home_share_);
    }
    return std::clamp(odds, -6.0, 6.0);
  }

 private:
  std::set<Date> seen_;
  std::set<Date> at_home_;
  double at_home_share_ = 0;
  double away_share_ = 0;
};

/// An appointment on a day inside, with a place that is not where the trip goes.
bool kept_an_appointment(const SeenLife& life, const Told& told) {
  if (!told.place.at || told.days.days() < 3) return false;
  const auto inside = life.timeline.on({told.days.from + 1, told.days.to - 1});
  return std::any_of(inside.begin(), inside.end(), [&](const Record* record) {
    const std::string* location = record->find_trait(trait::location);
    if (record->kind != Kind::Event || record->all_day || !record->mine || location == nullptr ||
        !still_stands(*record))
      return false;
    const auto named = place_in_title(life.atlas, *location);
    return named && named->at && distance_km(*named->at, *told.place.at) > elsewhere_km;
  });
}

Trip trip_from(const Told& told, const SeenLife& life, const Looks& looks) {
  const Home* home = home_on(life.homes, told.days.from);
  Trip trip;
  trip.days = told.days;
  trip.nights = trip.days.to - trip.days.from;
  trip.countries = {told.place.place.country};
  trip.abroad = home != nullptr && home->spot.place.country != told.place.place.country;
  trip.stays = {{{told.place.place, told.place.at}, trip.days, trip.nights, 0}};
  std::vector<const Record*> told_by;
  if (told.event != nullptr) {
    trip.name = told.event->title;
    trip.planned = plan_from(*told.event, told.event->offset);
    told_by.push_back(told.event);
  } else {
    trip.planned = plan_from(told.tickets);
    trip.planned->booked = told.tickets.front().booked;
  }
  for (const Leg& ticket : told.tickets) told_by.push_back(ticket.record);
  trip.certainty = certainty_of(EnteredSupport{told.event != nullptr, !told.tickets.empty(),
                                               looks.silence(told.days), kept_an_appointment(life, told)});
  trip.evidence = evidence_of(told_by);
  trip.id = trip_id(trip, home == nullptr ? std::string() : home->spot.place.country);
  return trip;
}

}  // namespace

std::vector<Trip> entered_trips(const SeenLife& life, Date as_of, const Corrections& corrections) {
  std::vector<Told> all = told_by_tickets(life);
  add_told_by_calendar(all, life);
  const Looks looks(life);
  std::vector<Trip> trips;
  for (const Told& told : all) {
    const DateRange days = told.days;
    const Home* home = home_on(life.homes, days.from);
    const bool near =
        home != nullptr && told.place.at && distance_km(*home->spot.at, *told.place.at) <= far_km;
    if (days.to > as_of || near || looks.at_home_inside(days)) continue;
    if (corrections.never(days.from) || corrections.never(days.to)) continue;
    const auto overlaps = [days](const Trip& trip) { return intersect(trip.days, days).has_value(); };
    if (std::any_of(life.known.begin(), life.known.end(), overlaps)) continue;
    if (std::any_of(trips.begin(), trips.end(), overlaps)) continue;
    trips.push_back(trip_from(told, life, looks));
  }
  return trips;
}

}  // namespace hoego
