#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

using Keys = std::vector<std::string>;

void push(Keys& keys, const std::string& key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

Keys places_of(const Place& place) {
  Keys keys;
  if (!place.town_en.empty() || !place.town_ko.empty()) push(keys, town_key(place));
  if (!place.admin_en.empty()) push(keys, "admin:" + place.country + "/" + place.admin_en);
  if (!place.country.empty()) push(keys, country_key(place.country));
  return keys;
}

/// Facts of one trip.
class Builder {
 public:
  Builder(const Findings& findings, const Trip& trip, Facts& to) : all_(findings), trip_(trip), to_(to) {
    std::set<std::string> towns;
    for (const Stay& stay : trip.stays) {
      for (const std::string& key : places_of(stay.spot.place)) push(places_, key);
      towns.insert(town_key(stay.spot.place));
    }
    for (const std::string& country : trip.countries) push(places_, country_key(country));
    one_town_ = towns.size() == 1;
    of_ = {finding_key(trip.id)};
    // A trip at home is called by its towns, one abroad by its countries as well.
    for (const std::string& country : trip.countries) {
      if (trip.abroad) push(of_, country_key(country));
    }
    if (one_town_ || !trip.abroad) {
      for (const Stay& stay : trip.stays) {
        for (const std::string& key : places_of(stay.spot.place)) {
          if (trip.abroad || key != country_key(stay.spot.place.country)) push(of_, key);
        }
      }
    }
    for (const Home& home : findings.homes) {
      for (const std::string& key : places_of(home.spot.place)) push(beside_, key);
    }
    for (const std::string& key : places_) push(beside_, key);
  }

  void build() {
    for (const std::string& key : places_) to_.been.push_back(key);
    lengths();
    dates();
    stays();
    plan();
    for (const Money& sum : trip_.cost) {
      NumberFact& fact = number(sum.amount, {SaidUnit::Money}, Stated::Money);
      fact.currency = sum.currency;
      fact.finding = cost_id(trip_.id);
      if (trip_.nights == 0) continue;
      for (const auto& [per, parts] :
           {std::pair(SaidUnit::Night, trip_.nights), {SaidUnit::Day, static_cast<int>(trip_.days.days())}}) {
        NumberFact& each = number(sum.amount / parts, {SaidUnit::Money}, Stated::Money);
        each.currency = sum.currency;
        each.per = per;
      }
    }
  }

 private:
  NumberFact& number(double value, std::vector<SaidUnit> units, Stated stated) {
    NumberFact fact;
    fact.of = of_;
    fact.places = beside_;
    fact.value = value;
    fact.units = std::move(units);
    fact.stated = stated;
    fact.finding = trip_.id;
    fact.days = trip_.days;
    to_.numbers.push_back(std::move(fact));
    return to_.numbers.back();
  }
  DateFact& date(DateRange days, Cues needs, bool inside = false) {
    DateFact fact;
    fact.of = places_;
    push(fact.of, finding_key(trip_.id));
    fact.places = beside_;
    fact.days = days;
    fact.inside = inside;
    fact.needs = needs;
    fact.finding = trip_.id;
    to_.dates.push_back(std::move(fact));
    return to_.dates.back();
  }

  void lengths() {
    if (trip_.nights > 0) number(trip_.nights, {SaidUnit::Night}, Stated::Duration);
    number(trip_.days.days(), {SaidUnit::Day}, Stated::Duration).never = {Cue::Lead};
    to_.numbers.back().never = {Cue::Booked};
    const int weeks = trip_.days.days() / 7;
    if (weeks * 7 == trip_.days.days()) number(weeks, {SaidUnit::Week}, Stated::Duration);
    if (trip_.photos > 0) number(trip_.photos, {SaidUnit::Photo, SaidUnit::Bare}, Stated::Count);
    for (const Activity& activity : all_.activities) {
      if (activity.kind != Kind::Photo || activity.count == 0 || trip_.photos == 0) continue;
      const double share = static_cast<double>(trip_.photos) / activity.count;
      number(share * 100, {SaidUnit::Percent}, Stated::Share);
      number(share, {SaidUnit::Fraction}, Stated::Share);
    }
    std::set<std::string> towns;
    for (const Stay& stay : trip_.stays) towns.insert(town_key(stay.spot.place));
    number(static_cast<double>(towns.size()), {SaidUnit::Place}, Stated::Count);
    std::size_t places = 0;
    std::string last;
    for (const Stay& stay : trip_.stays) {
      const std::string key = town_key(stay.spot.place);
      if (stay.nights > 0 && key != last) ++places;
      if (stay.nights > 0) last = key;
    }
    number(static_cast<double>(places), {SaidUnit::Place}, Stated::Count);
  }

  void dates() {
    // The calendar may have had it end on another day.
    const bool other = trip_.planned && trip_.planned->days != trip_.days;
    const Cues never = other ? Cues{Cue::Calendar} : Cues{};
    date(trip_.days, {}).never = never;
    date({trip_.days.from, trip_.days.from}, {Cue::Leave, Cue::Start}).never = never;
    date({trip_.days.to, trip_.days.to}, {Cue::Return, Cue::End}).never = never;
    to_.dates.back().of.emplace_back("homecoming");
    date(trip_.days, {Cue::Static, Cue::Return, Cue::Most}, true).never =
        other ? Cues{Cue::Leave, Cue::Calendar} : Cues{Cue::Leave};
    // The month of departure goes for the whole of it.
    date({trip_.days.from, trip_.days.from}, {}).never = {Cue::End, Cue::Return, Cue::Calendar, Cue::Booked};
    if (trip_.day_trip) date({trip_.days.from, trip_.days.from}, {});
  }

  void stays() {
    std::map<std::string, Stay> towns;
    for (const Stay& stay : trip_.stays) {
      const std::string key = town_key(stay.spot.place);
      auto [same, fresh] = towns.emplace(key, stay);
      if (!fresh) {
        same->second.nights += stay.nights;
        same->second.photos += stay.photos;
        same->second.days.to = std::max(same->second.days.to, stay.days.to);
      }
      if (!one_town_) one_stay(stay);
    }
    for (const auto& [key, stay] : towns) {
      if (!one_town_) one_stay(stay);
    }
  }

  void one_stay(const Stay& stay) {
    const Keys of = {town_key(stay.spot.place)};
    const Keys places = places_of(stay.spot.place);
    const auto note = [&](NumberFact& fact) {
      fact.of = of;
      fact.places = places;
      fact.days = stay.days;
    };
    if (stay.nights > 0) note(number(stay.nights, {SaidUnit::Night, SaidUnit::Bare}, Stated::Duration));
    note(number(stay.days.days(), {SaidUnit::Day}, Stated::Duration));
    if (stay.photos > 0) note(number(stay.photos, {SaidUnit::Photo, SaidUnit::Bare}, Stated::Count));
    if (stay.photos > 0 && trip_.photos > 0) {
      const double share = static_cast<double>(stay.photos) / trip_.photos;
      note(number(share * 100, {SaidUnit::Percent}, Stated::Share));
      note(number(share, {SaidUnit::Fraction}, Stated::Share));
    }
    for (const bool inside : {false, true}) {
      DateFact& fact = date(stay.days, {}, inside);
      fact.of = of;
      fact.places = places;
      if (inside) fact.needs = {Cue::Static, Cue::Most};
      if (inside) fact.never = {Cue::Leave};
    }
    DateFact& arrival = date({stay.days.from, stay.days.from}, {Cue::Leave, Cue::Start});
    arrival.of = of;
    arrival.places = places;
    DateFact& leaving = date({stay.days.to, stay.days.to}, {Cue::End, Cue::Return, Cue::Leave});
    leaving.of = of;
    leaving.places = places;
  }

  void plan() {
    if (!trip_.planned) return;
    const Plan& plan = *trip_.planned;
    if (plan.booked) {
      date({*plan.booked, *plan.booked}, {Cue::Booked});
      const int days = trip_.days.from - *plan.booked;
      for (const auto& [unit, length] : {std::pair(SaidUnit::Day, 1.0),
                                         {SaidUnit::Week, 7.0},
                                         {SaidUnit::Month, 365.2425 / 12},
                                         {SaidUnit::Year, 365.2425}}) {
        NumberFact& fact = number(days / length, {unit}, Stated::Duration);
        fact.needs = {Cue::Booked, Cue::Lead};
        fact.days = std::nullopt;
      }
    }
    if (plan.days.to != trip_.days.to) {
      NumberFact& off = number(std::abs(trip_.days.to - plan.days.to), {SaidUnit::Day}, Stated::Duration);
      off.of.emplace_back("homecoming");
      off.needs = trip_.days.to > plan.days.to ? Cues{Cue::Late} : Cues{Cue::Early};
      off.days = std::nullopt;
      date({plan.days.to, plan.days.to}, {Cue::Calendar, Cue::End, Cue::Late, Cue::Early});
      to_.dates.back().of.emplace_back("homecoming");
    }
    if (plan.days.from != trip_.days.from)
      date({plan.days.from, plan.days.from}, {Cue::Calendar, Cue::Start, Cue::Late, Cue::Early});
    if (plan.days != trip_.days) date(plan.days, {Cue::Calendar});
    if (plan.delay_hours) {
      const double late = *plan.delay_hours;
      const Cues words = late < 0 ? Cues{Cue::Early} : Cues{Cue::Late};
      const Cues wrong = late < 0 ? Cues{Cue::Late} : Cues{Cue::Early};
      for (const auto& [unit, factor] :
           {std::pair(SaidUnit::Hour, 1.0), {SaidUnit::Minute, 60.0}, {SaidUnit::Day, 1.0 / 24}}) {
        NumberFact& fact = number(std::abs(late) * factor, {unit}, Stated::Duration);
        fact.of.insert(fact.of.end(), places_.begin(), places_.end());
        fact.of.emplace_back("homecoming");
        fact.needs = words;
        fact.never = wrong;
        fact.days = std::nullopt;
      }
    }
  }

  const Findings& all_;
  const Trip& trip_;
  Facts& to_;
  Keys of_;
  Keys places_;
  Keys beside_;
  bool one_town_ = false;
};

}  // namespace

void add_trip_facts(const Findings& findings, Facts& to) {
  for (const Trip& trip : findings.trips) Builder(findings, trip, to).build();
}

void add_travel_totals(const Findings& findings, Facts& to) {
  double trips = 0;
  double abroad = 0;
  double day_trips = 0;
  double nights = 0;
  double nights_abroad = 0;
  std::set<std::string> countries;
  std::set<std::string> towns;
  std::map<std::string, double> by_country;
  for (const Trip& trip : findings.trips) {
    (trip.day_trip ? day_trips : trips) += 1;
    abroad += trip.abroad ? 1 : 0;
    nights += trip.nights;
    nights_abroad += trip.abroad ? trip.nights : 0;
    for (const std::string& country : trip.countries) {
      if (trip.abroad) countries.insert(country);
      if (trip.abroad) ++by_country[country];
    }
    for (const Stay& stay : trip.stays) towns.insert(town_key(stay.spot.place));
  }
  Keys places;
  for (const Trip& trip : findings.trips) {
    for (const Stay& stay : trip.stays) {
      for (const std::string& key : places_of(stay.spot.place)) push(places, key);
    }
  }
  const auto number = [&](double value, Keys of, std::vector<SaidUnit> units, Cues never = {}) {
    NumberFact fact;
    fact.places = places;
    fact.of = std::move(of);
    fact.value = value;
    fact.units = std::move(units);
    fact.never = never;
    fact.finding = findings.trips.empty() ? std::string{} : findings.trips.front().id;
    to.numbers.push_back(std::move(fact));
  };
  const std::vector<SaidUnit> times = {SaidUnit::Time, SaidUnit::Trip, SaidUnit::Bare};
  number(trips, {"trips"}, times);
  number(trips + day_trips, {"trips"}, times);
  number(abroad, {"trips abroad"}, times);
  number(trips - abroad, {"trips at home"}, times);
  number(day_trips, {"day trips"}, times);
  number(nights, {"trips", "nights away"}, {SaidUnit::Night});
  number(nights_abroad, {"trips abroad"}, {SaidUnit::Night});
  number(static_cast<double>(countries.size()), {"trips abroad", "trips", "countries"}, {SaidUnit::Country});
  number(static_cast<double>(countries.size()), {"countries"}, {SaidUnit::Place, SaidUnit::Bare});
  number(static_cast<double>(towns.size()), {"trips"}, {SaidUnit::Place});
  for (const auto& [country, count] : by_country) number(count, {country_key(country)}, times);
}

}  // namespace hoego
