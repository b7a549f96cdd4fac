#include "analysis/trip_account.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "analysis/costs.h"
#include "analysis/journeys.h"
#include "analysis/trip_pictures.h"
#include "analysis/trips.h"
#include "analysis/year.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {
namespace {

/// The journey that a trip was told from: the one that shares most of its days.
std::optional<Journey> journey_of(const Trip& trip, const AllTime& all) {
  std::optional<Journey> best;
  int most = 0;
  for (Journey& journey : find_journeys(all.sightings, all.homes, all.settings.corrections)) {
    const auto common = intersect(journey.days, trip.days);
    if (!common || common->days() <= most) continue;
    most = common->days();
    best = std::move(journey);
  }
  if (best) best->days = trip.days;
  return best;
}

/// Where nothing was seen with a position, all that the owner took on these days.
std::vector<const Record*> pictures_on(DateRange days, const Timeline& timeline) {
  std::vector<const Record*> pictures;
  for (const Record* record : timeline.on(days)) {
    const bool picture = record->kind == Kind::Photo || record->kind == Kind::Video;
    if (picture && record->mine && !record->all_day) pictures.push_back(record);
  }
  return pictures;
}

std::vector<CostLine> cost_lines(const std::vector<const Record*>& paid, const std::vector<Money>& sums) {
  std::map<std::pair<std::string, std::string>, CostLine> lines;
  for (const Record* expense : paid) {
    const auto money = money_of(*expense);
    if (!money) continue;
    const std::string* category = expense->find_trait(trait::category);
    CostLine& line = lines[{money->currency, category == nullptr ? "" : *category}];
    line.category = category == nullptr ? "" : *category;
    line.money.currency = money->currency;
    line.money.amount += money->amount;
    ++line.money.payments;
  }
  const auto rank = [&sums](const std::string& currency) {
    return std::find_if(sums.begin(), sums.end(),
                        [&](const Money& sum) { return sum.currency == currency; }) -
           sums.begin();
  };
  std::vector<CostLine> all;
  for (auto& [key, line] : lines) all.push_back(std::move(line));
  std::stable_sort(all.begin(), all.end(), [&rank](const CostLine& a, const CostLine& b) {
    const auto [first, second] = std::pair(rank(a.money.currency), rank(b.money.currency));
    return first != second ? first < second : a.money.amount > b.money.amount;
  });
  return all;
}

/// From the first to the last time that a journey was seen; nothing where it was not.
struct Span {
  Instant from;
  Instant to;
  double hours() const { return static_cast<double>(to.seconds - from.seconds) / 3600; }
};

Span span_of(const Journey& journey) {
  const Instant last = journey.on_the_way_back.value_or(journey.away.back()).time;
  return {journey.on_the_way_out.value_or(journey.away.front()).time, landing_of(journey).value_or(last)};
}

/// What one does; not what an instrument saw of it, and not what the trip itself is told by.
bool is_a_deed(Kind kind) {
  switch (kind) {
    case Kind::Photo:
    case Kind::Video:
    case Kind::Expense:
    case Kind::Reservation:
    case Kind::Visit:
    case Kind::Measurement:
    case Kind::Sleep:
      return false;
    default:
      return true;
  }
}

bool is_of_the_plan(const Record& record, const Home* home, const Places& atlas) {
  return record.kind == Kind::Event &&
         (record.offset != record.end_offset || tells_of_a_trip(record, home, atlas));
}

/// An appointment at home that began while one was abroad.
bool was_missed(const Record& record, const Trip& trip, const Span& away) {
  const bool there = record.all_day || record.position || record.find_trait(trait::location) != nullptr;
  return record.kind == Kind::Event && trip.abroad && !there && away.from <= record.begin_instant() &&
         record.begin_instant() < away.to;
}

std::vector<Meanwhile> meanwhile_of(const Trip& trip, const Span& away, const AllTime& all) {
  const Home* home = home_on(all.homes, trip.days.from);
  std::map<std::pair<std::string, Kind>, Meanwhile> groups;
  for (const Record* record : all.timeline.on(trip.days)) {
    if (!record->mine || !is_a_deed(record->kind) || is_of_the_plan(*record, home, all.atlas)) continue;
    if (record->kind == Kind::Event && !was_held(*record, all.trips)) continue;
    if (was_missed(*record, trip, away)) continue;
    const std::string activity = all.assignment.of(*record);
    Meanwhile& group = groups[{activity, record->kind}];
    if (group.count++ == 0) {
      group.activity = activity;
      if (!activity.empty()) group.label = all.assignment.label_of(activity);
      group.kind = record->kind;
      group.by_day.assign(static_cast<std::size_t>(trip.days.days()), 0);
    }
    ++group.by_day[static_cast<std::size_t>(record->day() - trip.days.from)];
    if (group.told.size() < Meanwhile::most_told) group.told.push_back(record);
  }
  std::vector<Meanwhile> found;
  for (auto& [key, group] : groups) found.push_back(std::move(group));
  std::stable_sort(found.begin(), found.end(),
                   [](const Meanwhile& a, const Meanwhile& b) { return a.count > b.count; });
  return found;
}

std::vector<Companion> companions_in(const std::vector<const Record*>& pictures) {
  constexpr std::size_t most = 12;
  std::map<std::string, std::size_t> names;
  for (const Record* picture : pictures) {
    const std::string* people = picture->find_trait(trait::person);
    for (std::size_t at = 0; people != nullptr && at < people->size();) {
      const std::size_t end = std::min(people->find(';', at), people->size());
      const std::string name(trim(std::string_view(*people).substr(at, end - at)));
      if (!name.empty()) ++names[name];
      at = end + 1;
    }
  }
  std::vector<Companion> found;
  for (const auto& [name, count] : names) found.push_back({name, count});
  std::stable_sort(found.begin(), found.end(),
                   [](const Companion& a, const Companion& b) { return a.records > b.records; });
  if (found.size() > most) found.resize(most);
  return found;
}

Offset offset_at_home(const Journey& journey) {
  return (journey.before ? *journey.before : journey.away.front()).record->offset;
}

void add_home(TripAccount& account, const AllTime& all) {
  if (const Home* home = home_on(all.homes, account.trip.days.from)) account.home = home->spot;
}

TripAccount account_of(const Trip& found, const AllTime& all, std::size_t most_pictures) {
  TripAccount account;
  std::vector<Trip> costed{found};
  add_costs(costed, all.timeline, all.settings);
  account.trip = costed.front();
  const Trip& trip = account.trip;
  add_home(account, all);
  const std::optional<Journey> journey = journey_of(trip, all);
  const std::vector<const Record*> pictures =
      journey ? pictures_of(*journey, all.timeline) : pictures_on(trip.days, all.timeline);
  account.days = days_of(trip, journey ? &*journey : nullptr, pictures, all.atlas);
  if (trip.planned) {
    const Offset home = journey ? offset_at_home(*journey) : Offset{};
    account.ways = ways_of(legs_of(all.timeline, trip.days, home), journey ? &*journey : nullptr,
                           trip.planned->delay_hours);
    account.reserved = reservations_on(all.timeline, trip.days);
  }
  const Span away = journey ? span_of(*journey) : Span{};
  if (away.from < away.to) account.elapsed_hours = away.hours();
  account.cost = cost_lines(payments_on(trip, all.timeline, all.settings), trip.cost);
  account.meanwhile = meanwhile_of(trip, away, all);
  account.companions = companions_in(pictures);
  account.choice = choose_pictures(trip.stays, pictures, most_pictures);
  return account;
}

TripAccount account_of(const Planned& planned, const AllTime& all) {
  TripAccount account;
  account.ahead = true;
  Trip& trip = account.trip;
  trip.id = planned.id;
  trip.name = planned.title;
  trip.days = planned.days;
  trip.nights = planned.days.days() - 1;
  trip.day_trip = trip.nights == 0;
  trip.planned = Plan{planned.title, planned.days, planned.booked, std::nullopt};
  trip.evidence = planned.evidence;
  if (planned.where) {
    trip.stays.push_back({*planned.where, planned.days, trip.nights, 0});
    if (!planned.where->place.country.empty()) trip.countries = {planned.where->place.country};
  }
  add_home(account, all);
  trip.abroad =
      account.home && !trip.countries.empty() && trip.countries.front() != account.home->place.country;
  account.ways = ways_of(legs_of(all.timeline, trip.days, Offset{}), nullptr, std::nullopt);
  account.reserved = reservations_on(all.timeline, trip.days);
  return account;
}

/// As far ahead as anybody books.
constexpr int days_ahead = 3 * 366;

}  // namespace

std::optional<TripAccount> trip_account(const AllTime& all, const std::string& id,
                                        std::size_t most_pictures) {
  for (const Trip& trip : all.trips) {
    if (trip.id == id) return account_of(trip, all, most_pictures);
  }
  const Period ahead{all.as_of, all.as_of + days_ahead, all.as_of};
  for (const Planned& planned : find_planned(all.timeline, all.settings, all.homes, all.atlas, ahead)) {
    if (planned.trip && planned.id == id) return account_of(planned, all);
  }
  return std::nullopt;
}

}  // namespace hoego
