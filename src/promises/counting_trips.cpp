#include <algorithm>
#include <map>
#include <set>

#include "analysis/costs.h"
#include "promises/counting_parts.h"

namespace hoego {
namespace {

/// A country of a trip, from the first local day in it, as far as it counts: by a night, or as where a day
/// trip went.
struct Visited {
  std::string country;
  Date day;
};

std::vector<Visited> visited(const Trip& trip) {
  std::vector<Visited> found;
  for (const Stay& stay : trip.stays) {
    if (stay.nights > 0 || trip.day_trip) found.push_back({stay.spot.place.country, stay.days.from});
  }
  for (const std::string& country : trip.countries) {
    const bool told = std::any_of(found.begin(), found.end(),
                                  [&country](const Visited& one) { return one.country == country; });
    if (!told && found.empty()) found.push_back({country, trip.days.from});
  }
  if (found.empty()) found.push_back({"", trip.days.from});
  return found;
}

/// The text a key of a filter is held against.
bool text_matches(const Filter& filter, const std::vector<std::string>& titles,
                  const std::vector<const Place*>& places) {
  return std::all_of(filter.where.begin(), filter.where.end(), [&](const auto& one) {
    const std::string& key = one.first;
    const auto matches = [&one](const std::string& text) { return one.second->matches(text); };
    if (key == "title") return std::any_of(titles.begin(), titles.end(), matches);
    return std::any_of(places.begin(), places.end(), [&](const Place* place) {
      return matches(place->town_ko) || matches(place->town_en) || matches(place->admin_ko) ||
             matches(place->admin_en) || matches(country_name(place->country, "ko")) ||
             matches(country_name(place->country, "en"));
    });
  });
}

bool text_matches(const Filter& filter, const Trip& trip) {
  std::vector<const Place*> places;
  for (const Stay& stay : trip.stays) places.push_back(&stay.spot.place);
  return text_matches(filter, {trip.name, trip.planned ? trip.planned->title : std::string()}, places);
}

/// Entries for one journey to come: a flight, a hotel and an entry over its days are one.
struct Journey {
  DateRange days;
  std::vector<const Planned*> entries;
};

std::vector<Journey> journeys_ahead(const std::vector<Planned>& planned) {
  std::vector<Journey> found;
  for (const Planned& entry : planned) {
    if (!entry.trip) continue;
    if (!found.empty() && entry.days.from <= found.back().days.to + 1) {
      found.back().days.to = std::max(found.back().days.to, entry.days.to);
      found.back().entries.push_back(&entry);
    } else {
      found.push_back({entry.days, {&entry}});
    }
  }
  return found;
}

class Trips {
 public:
  Trips(const Check& check, const CountingGround& ground, DateRange days)
      : check_(check), ground_(ground), days_(days) {}

  void add(const Trip& trip, Tallying& tallying) const {
    if (!text_matches(check_.filter, trip)) return;
    switch (check_.measure.kind) {
      case MeasureKind::NightsAway:
        return add_nights(trip, tallying);
      case MeasureKind::Countries:
        return add_countries(trip, tallying);
      default:
        return add_once(trip, tallying);
    }
  }

  void add(const Journey& journey, Tallying& tallying) const {
    if (check_.measure.kind == MeasureKind::DayTrips && journey.days.days() > 1) return;
    for (const Planned* entry : journey.entries) {
      static const Place nowhere;
      const Place& place = entry->where ? entry->where->place : nowhere;
      if (!text_matches(check_.filter, {entry->title}, {&place})) continue;
      if (ground_.is_meant(check_.filter, place.country, entry->days.from) != Answer::Yes) continue;
      CountedItem item;
      item.day = journey.days.from;
      item.amount = check_.measure.kind == MeasureKind::NightsAway ? journey.days.days() - 1 : 1;
      item.title = entry->title;
      item.evidence = entry->evidence;
      tallying.ahead.push_back(std::move(item));
      return;
    }
  }

 private:
  /// A stop of today may yet turn out to be a transit.
  bool may_be_a_transit(const Trip& trip) const {
    return trip.days.to >= ground_.all().as_of && trip.day_trip;
  }

  CountedItem item_of(const Trip& trip, Date day, Answer meant) const {
    CountedItem item;
    item.day = day;
    item.title = trip.name;
    item.evidence = trip.evidence;
    const bool sure = meant == Answer::Yes && trip.certainty >= likely_trip && !may_be_a_transit(trip);
    (sure ? item.amount : item.possible) = 1;
    return item;
  }

  void put(CountedItem item, Tallying& tallying) const {
    if (days_.contains(item.day)) tallying.items.push_back(std::move(item));
  }

  /// On its first local day in a matching country; without a place on that of departure.
  void add_once(const Trip& trip, Tallying& tallying) const {
    const bool of_place = check_.filter.is_of_place();
    const bool only_day_trips = check_.measure.kind == MeasureKind::DayTrips;
    if (only_day_trips ? !trip.day_trip : trip.day_trip && !of_place) return;
    if (!of_place) return put(item_of(trip, trip.days.from, Answer::Yes), tallying);
    std::optional<Date> sure;
    std::optional<Date> perhaps;
    for (const Visited& one : visited(trip)) {
      const Answer meant = ground_.is_meant(check_.filter, one.country, one.day);
      std::optional<Date>& first = meant == Answer::Yes ? sure : perhaps;
      if (meant != Answer::No && (!first || one.day < *first)) first = one.day;
    }
    if (sure)
      put(item_of(trip, *sure, Answer::Yes), tallying);
    else if (perhaps)
      put(item_of(trip, *perhaps, Answer::Perhaps), tallying);
  }

  void add_nights(const Trip& trip, Tallying& tallying) const {
    for (int n = 0; n < trip.days.days() - 1; ++n) {
      const Date night = trip.days.from + n;
      std::string country;
      for (const Stay& stay : trip.stays) {
        const int into = night - stay.days.from;
        if (into >= 0 && into < stay.nights) country = stay.spot.place.country;
      }
      const Answer meant = ground_.is_meant(check_.filter, country, night);
      if (meant != Answer::No) put(item_of(trip, night, meant), tallying);
    }
  }

  void add_countries(const Trip& trip, Tallying& tallying) const {
    for (const Visited& one : visited(trip)) {
      // Home's own country is not one that was visited, unless it is asked for.
      if (check_.filter.in.empty() && one.country == ground_.home_country(one.day)) continue;
      const Answer meant =
          one.country.empty() ? Answer::Perhaps : ground_.is_meant(check_.filter, one.country, one.day);
      if (meant == Answer::No) continue;
      CountedItem item = item_of(trip, one.day, meant);
      item.title = one.country;
      put(std::move(item), tallying);
    }
  }

  const Check& check_;
  const CountingGround& ground_;
  DateRange days_;
};

/// Of each country the first, before `period_from` and from then on.
void keep_first_of_each(std::vector<CountedItem>& items, Date period_from) {
  std::stable_sort(items.begin(), items.end(), [](const CountedItem& a, const CountedItem& b) {
    return std::pair(a.day, -a.amount) < std::pair(b.day, -b.amount);
  });
  std::set<std::pair<std::string, bool>> seen;
  std::vector<CountedItem> kept;
  for (CountedItem& item : items) {
    const std::pair key(item.title, item.day < period_from);
    if (item.amount > 0 ? !seen.insert(key).second : seen.count(key) > 0) continue;
    kept.push_back(std::move(item));
  }
  items = std::move(kept);
}

}  // namespace

Tallying tally_trips(const Check& check, const CountingGround& ground, DateRange days, DateRange ahead,
                     Date period_from) {
  Tallying tallying;
  const Trips trips(check, ground, days);
  for (const Trip& trip : ground.all().trips) trips.add(trip, tallying);
  for (const Journey& journey : journeys_ahead(ground.planned())) {
    if (ahead.contains(journey.days.from)) trips.add(journey, tallying);
  }
  if (check.measure.kind == MeasureKind::Countries) keep_first_of_each(tallying.items, period_from);
  tallying.covered = ground.journeys_seen().at_all;
  tallying.seen_by = {{Kind::Measurement, {}}, {Kind::Visit, {}}, {Kind::Event, {}}, {Kind::Photo, {}}};
  return tallying;
}

Tallying tally_trip_costs(const Check& check, const CountingGround& ground, DateRange days) {
  Tallying tallying;
  const AllTime& all = ground.all();
  std::vector<std::pair<const Record*, Answer>> paid;
  for (const Trip& trip : all.trips) {
    if (trip.day_trip && !check.filter.is_of_place()) continue;
    if (trip.certainty < likely_trip || !text_matches(check.filter, trip)) continue;
    Answer meant = Answer::No;
    for (const Visited& one : visited(trip))
      meant = std::max(meant, ground.is_meant(check.filter, one.country, one.day));
    if (meant == Answer::No) continue;
    for (const Record* record : payments_on(trip, all.timeline, all.settings)) {
      if (days.contains(record->day())) paid.emplace_back(record, meant);
    }
  }
  std::vector<const Record*> records;
  for (const auto& [record, meant] : paid) records.push_back(record);
  const std::vector<Money> sums = sums_of(records);
  const std::string currency = !check.unit.empty() ? check.unit : sums.empty() ? "" : sums.front().currency;
  for (const auto& [record, meant] : paid) tallying.items.push_back(payment_item(*record, currency, meant));
  // Both must be known: that there was no other trip, and no other payment.
  tallying.covered =
      days_that_prove_absence(all.timeline, Kind::Expense, {}).common(ground.journeys_seen().at_all);
  tallying.seen_by = {{Kind::Expense, {}}, {Kind::Measurement, {}}, {Kind::Visit, {}}, {Kind::Event, {}}};
  return tallying;
}

}  // namespace hoego
