#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "bench/truth/told_facts_parts.h"
#include "geo/gazetteer.h"
#include "story/names.h"

namespace hoego::truth::parts {
namespace {

constexpr double sure = 0.8;

/// Countries and towns that are put in the place of others.
constexpr std::array<const char*, 18> countries_elsewhere = {"JP", "CA", "US", "VN", "TH", "TW",
                                                             "FR", "DE", "IT", "ES", "GB", "AU",
                                                             "NZ", "PT", "TR", "MX", "AR", "CH"};
constexpr std::array<std::pair<const char*, const char*>, 12> towns_elsewhere = {{{"나고야", "Nagoya"},
                                                                                  {"토론토", "Toronto"},
                                                                                  {"파리", "Paris"},
                                                                                  {"부산", "Busan"},
                                                                                  {"리스본", "Lisbon"},
                                                                                  {"하노이", "Hanoi"},
                                                                                  {"시드니", "Sydney"},
                                                                                  {"뮌헨", "Munich"},
                                                                                  {"제주", "Jeju"},
                                                                                  {"시카고", "Chicago"},
                                                                                  {"피렌체", "Florence"},
                                                                                  {"오사카", "Osaka"}}};

Label label_of_country(const std::string& code) {
  return {country_name(code, "ko"), country_name(code, "en")};
}

Label label_of(const Place& place) {
  return {place_name(place, Language::Korean), place_name(place, Language::English)};
}

/// The months that days touch.
std::set<int> months_of(DateRange days) {
  std::set<int> months;
  for (Date day = days.from; day <= days.to; day = day + 1) months.insert(day.month());
  return months;
}

/// What a town or a country is in every trip of the year.
using Key = std::string;
std::set<Key> keys_of(const Trip& trip, bool of_towns) {
  if (!of_towns) return {trip.countries.begin(), trip.countries.end()};
  std::set<Key> towns;
  for (const Stay& stay : trip.stays) towns.insert(label_of(stay.spot.place).en);
  return towns;
}

class Journeys {
 public:
  Journeys(const Findings& findings, std::vector<Fact>& facts) : findings_(findings), facts_(facts) {}

  void add_all() {
    int trips = 0;
    int trips_abroad = 0;
    bool all_whole = true;
    std::set<std::string> abroad;
    for (const Trip& trip : findings_.trips) {
      all_whole = all_whole && !trip.clipped && trip.certainty >= sure;
      if (!trip.day_trip) ++trips;
      if (!trip.day_trip && trip.abroad) ++trips_abroad;
      if (trip.abroad) abroad.insert(trip.countries.begin(), trip.countries.end());
      add(trip);
    }
    // Day trips among them, or those abroad alone, are trips to a reader too.
    const std::vector<double> also = {static_cast<double>(findings_.trips.size()),
                                      static_cast<double>(trips_abroad)};
    if (all_whole && trips > 0) add_number("trips", trips, also);
    for (const Home& home : findings_.homes) abroad.erase(home.spot.place.country);
    if (all_whole && !abroad.empty()) add_number("countries", static_cast<double>(abroad.size()), {});
    for (const Home& home : findings_.homes) add(home);
    add_commute();
  }

 private:
  void add_number(const char* kind, double number, const std::vector<double>& also) {
    Fact fact;
    fact.kind = kind;
    fact.finding = period_id(findings_.period);
    fact.told["n"] = count(number, also);
    facts_.push_back(std::move(fact));
  }

  void add(const Trip& trip) {
    if (trip.clipped || trip.certainty < sure) return;
    if (trip.stays.size() == 1) add_to_town(trip, trip.stays.front());
    const bool one_country = trip.countries.size() == 1 && trip.abroad;
    if (one_country && !trip.day_trip && is_alone(trip, trip.countries.front(), false)) add_to_country(trip);
  }

  /// Whether no other trip and no home has to do with it.
  bool is_alone(const Trip& trip, const Key& key, bool of_towns) const {
    for (const Trip& other : findings_.trips) {
      if (other.id != trip.id && keys_of(other, of_towns).count(key) > 0) return false;
    }
    for (const Home& home : findings_.homes) {
      const Place& place = home.spot.place;
      if (key == (of_towns ? label_of(place).en : place.country)) return false;
    }
    return true;
  }

  void tell_days(const Trip& trip, Fact& fact) const {
    const int last = findings_.period.lived_to().month();
    const std::set<int> months = months_of(trip.days);
    std::vector<int> others;
    for (int month = 1; month <= last; ++month) {
      if (months.count(month) == 0) others.push_back(month);
    }
    if (months.size() == 1) fact.told["month"] = month(*months.begin(), others);
    const std::vector<int> touched(months.begin(), months.end());
    fact.told["date"] = fact.told["from"] = day(trip.days.from, last, touched);
    fact.told["to"] = day(trip.days.to, last, touched);
  }

  void tell_numbers(const Trip& trip, Fact& fact) const {
    const std::vector<double> both = {static_cast<double>(trip.nights),
                                      static_cast<double>(trip.days.days())};
    fact.told["nights"] = count(trip.nights);
    fact.told["days"] = count(trip.days.days());
    if (trip.photos > 1) fact.told["photos"] = count(trip.photos);
  }

  /// Whether a sentence of one trip might be true of another one.
  static bool resembles(const Trip& one, const Trip& other) {
    const std::set<int> months = months_of(one.days);
    const std::set<int> others = months_of(other.days);
    const bool meet =
        std::any_of(months.begin(), months.end(), [&](int month) { return others.count(month) > 0; });
    return meet || one.nights == other.nights || one.days.days() == other.days.days() ||
           one.photos == other.photos;
  }

  /// The trips of the year to a place, of which none resembles this one.
  bool is_false_of(const Trip& trip, const Key& key, bool of_towns) const {
    for (const Trip& other : findings_.trips) {
      if (keys_of(other, of_towns).count(key) > 0 && (other.id == trip.id || resembles(trip, other)))
        return false;
    }
    return true;
  }

  void add_to_town(const Trip& trip, const Stay& stay) {
    const Label town = label_of(stay.spot.place);
    if (stay.spot.place.town_en.empty() || town.ko.empty() || !is_alone(trip, town.en, true)) return;
    Fact fact;
    fact.kind = trip.day_trip ? "day-trip" : "trip";
    fact.finding = trip.id;
    Told& told = fact.told["town"] = name(town);
    for (const Trip& other : findings_.trips) {
      for (const Stay& there : other.stays) add_town(trip, label_of(there.spot.place), told);
    }
    for (const auto& [ko, en] : towns_elsewhere) add_town(trip, {ko, en}, told);
    tell_days(trip, fact);
    const bool is_all = stay.nights == trip.nights && stay.days == trip.days && stay.photos == trip.photos;
    if (is_all && !trip.day_trip) tell_numbers(trip, fact);
    facts_.push_back(std::move(fact));
  }

  void add_town(const Trip& trip, const Label& town, Told& told) const {
    if (!town.ko.empty() && is_false_of(trip, town.en, true) && town.en != told.value.name.en)
      told.wrong.push_back({Falsehood::Country, Value::of(town)});
  }

  void add_to_country(const Trip& trip) {
    Fact fact;
    fact.kind = "trip-abroad";
    fact.finding = trip.id;
    fact.told["country"] = country_of(trip, trip.countries.front());
    tell_days(trip, fact);
    tell_numbers(trip, fact);
    facts_.push_back(std::move(fact));
  }

  Told country_of(const Trip& trip, const std::string& code) const {
    Told told = name(label_of_country(code));
    std::set<std::string> others(countries_elsewhere.begin(), countries_elsewhere.end());
    for (const Trip& other : findings_.trips) others.insert(other.countries.begin(), other.countries.end());
    for (const Home& home : findings_.homes) others.erase(home.spot.place.country);
    for (const std::string& other : others) {
      if (other != code && is_false_of(trip, other, false))
        told.wrong.push_back({Falsehood::Country, Value::of(label_of_country(other))});
    }
    return told;
  }

  void add(const Home& home) {
    const bool moved =
        home.days.from > findings_.period.from && home.days.from <= findings_.period.lived_to();
    const Label town = label_of(home.spot.place);
    if (!moved || home.certainty < sure || home.spot.place.town_en.empty() || town.ko.empty()) return;
    int in_year = 0;
    for (const Home& other : findings_.homes) in_year += label_of(other.spot.place).en == town.en ? 1 : 0;
    if (in_year > 1) return;
    Fact fact;
    fact.kind = "home";
    fact.finding = home.id;
    Told& told = fact.told["town"] = name(town);
    for (const auto& [ko, en] : towns_elsewhere) {
      if (town.en != en) told.wrong.push_back({Falsehood::Country, Value::of(Label{ko, en})});
    }
    const int last = findings_.period.lived_to().month();
    std::vector<int> others;
    for (int month = 1; month <= last; ++month) {
      if (std::abs(month - home.days.from.month()) > 1) others.push_back(month);
    }
    fact.told["month"] = month(home.days.from.month(), others);
    fact.told["date"] = day(home.days.from, last);
    facts_.push_back(std::move(fact));
  }

  void add_commute() {
    if (!findings_.commute || findings_.commute->journeys == 0) return;
    const Commute& commute = *findings_.commute;
    Fact fact;
    fact.kind = "commute";
    fact.finding = commute.id;
    fact.told["hours"] = count(commute.hours, {});
    fact.told["n"] = count(commute.journeys);
    // How long one way took is told as about so many minutes: one more is no falsehood.
    if (commute.by_home.size() == 1)
      fact.told["minutes"] = {Value::of(std::round(commute.by_home.front().minutes))};
    facts_.push_back(std::move(fact));
  }

  const Findings& findings_;
  std::vector<Fact>& facts_;
};

}  // namespace

void add_journeys(const Findings& findings, std::vector<Fact>& facts) {
  Journeys(findings, facts).add_all();
}

}  // namespace hoego::truth::parts
