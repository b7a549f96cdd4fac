#include <algorithm>
#include <map>
#include <optional>

#include "story/plan_parts.h"
#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

using Keys = std::vector<std::string>;

/// What each place comes to.
class Tally {
 public:
  void add(const std::string& key, double value) { sums_[key] += value; }
  void raise(const std::string& key, double value) { sums_[key] = std::max(sums_[key], value); }
  /// Nothing where there are not two to choose from, or nothing to count.
  std::optional<PlaceOrder> order(Cues needs, Cues of, const std::string& finding) const {
    PlaceOrder order{needs, of, {}, {}, finding};
    double most = 0;
    for (const auto& [key, sum] : sums_) {
      order.among.push_back(key);
      if (sum > most) order.winners.clear();
      if (sum >= most && sum > 0) order.winners.push_back(key);
      if (sum > most) most = sum;
    }
    if (order.among.size() < 2 || order.winners.empty()) return std::nullopt;
    return order;
  }

 private:
  std::map<std::string, double> sums_;
};

struct Tallies {
  Tally photos;
  Tally nights;

  void add(const std::string& key, const Stay& stay) {
    photos.add(key, stay.photos);
    nights.add(key, stay.nights);
  }
  void put(const std::string& finding, Facts& to) const {
    const auto note = [&to](std::optional<PlaceOrder> order) {
      if (order) to.place_orders.push_back(std::move(*order));
    };
    note(photos.order({Cue::Most}, {Cue::Picture}, finding));
    note(nights.order({Cue::Longest}, {Cue::Stay, Cue::Travel, Cue::Static}, finding));
    note(nights.order({Cue::Most}, {Cue::Stay}, finding));
  }
};

/// The trip that led farthest, by its towns and its countries.
void add_farthest(const Findings& findings, Facts& to) {
  const Trip* trip = parts::farthest(findings);
  if (trip == nullptr) return;
  PlaceOrder order{{Cue::Farthest}, {Cue::Farthest}, {}, {}, trip->id};
  for (const Trip& one : findings.trips) {
    Keys& keys = &one == trip ? order.winners : order.among;
    for (const Stay& stay : one.stays) keys.push_back(town_key(stay.spot.place));
    for (const std::string& country : one.countries) keys.push_back(country_key(country));
  }
  to.place_orders.push_back(std::move(order));
}

}  // namespace

void add_place_orders(const Findings& findings, Facts& to) {
  Tallies towns;
  Tallies countries;
  Tallies at_home;
  Tally out_for_a_day;  // the best single day
  for (const Trip& trip : findings.trips) {
    Tallies here;
    for (const Stay& stay : trip.stays) {
      here.add(town_key(stay.spot.place), stay);
      towns.add(town_key(stay.spot.place), stay);
      if (!trip.abroad) at_home.add(town_key(stay.spot.place), stay);
      if (trip.day_trip) out_for_a_day.raise(town_key(stay.spot.place), trip.photos);
      if (trip.abroad) countries.add(country_key(stay.spot.place.country), stay);
    }
    here.put(trip.id, to);
  }
  const std::string id = findings.trips.empty() ? std::string{} : findings.trips.front().id;
  towns.put(id, to);
  countries.put(id, to);
  at_home.put(id, to);
  if (auto order = out_for_a_day.order({Cue::Most}, {Cue::Picture}, id)) to.place_orders.push_back(*order);
  add_farthest(findings, to);
}

}  // namespace hoego
