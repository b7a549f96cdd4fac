#include "analysis/trip_days.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hoego {
namespace {

constexpr double one_place_km = 25;
constexpr double standing_km = 0.5;
constexpr std::size_t most_towns = 6;
constexpr std::size_t most_points = 60;

/// All that was seen of a journey, on the way too, by time.
std::vector<Sighting> whole_way(const Journey& journey) {
  std::vector<Sighting> way = journey.away;
  if (journey.on_the_way_out && journey.on_the_way_out->time < way.front().time)
    way.insert(way.begin(), *journey.on_the_way_out);
  if (journey.on_the_way_back && journey.on_the_way_back->time > way.back().time)
    way.push_back(*journey.on_the_way_back);
  return way;
}

/// Names of where one was: that of the stay where there is one, asked once for each five kilometres.
class Towns {
 public:
  Towns(const Trip& trip, const Places& atlas) : trip_(trip), atlas_(atlas) {}

  std::optional<Spot> at(const Sighting& sighting) {
    for (const Stay& stay : trip_.stays) {
      if (stay.days.contains(sighting.day()) && stay.spot.at &&
          distance_km(*stay.spot.at, sighting.at) <= one_place_km)
        return stay.spot;
    }
    const std::pair cell(std::lround(sighting.at.latitude * 20), std::lround(sighting.at.longitude * 20));
    const auto known = known_.find(cell);
    if (known != known_.end()) return known->second;
    std::optional<Spot> spot;
    const auto place = atlas_.place_of(sighting.at);
    if (place && place->town_id != 0) spot = Spot{*place, sighting.at};
    known_.emplace(cell, spot);
    return spot;
  }

 private:
  const Trip& trip_;
  const Places& atlas_;
  std::map<std::pair<long, long>, std::optional<Spot>> known_;
};

/// The towns of one day, those seen most where there are too many, in the order in which one came.
class TownsOfDay {
 public:
  void add(const Spot& spot) {
    const auto same = std::find_if(towns_.begin(), towns_.end(), [&spot](const Seen& seen) {
      return seen.spot.place.town_id == spot.place.town_id;
    });
    if (same != towns_.end())
      ++same->times;
    else
      towns_.push_back({spot, 1});
  }

  std::vector<Spot> take() {
    std::vector<std::size_t> times;
    for (const Seen& seen : towns_) times.push_back(seen.times);
    std::sort(times.rbegin(), times.rend());
    const std::size_t least = times.size() > most_towns ? times[most_towns - 1] : 0;
    std::vector<Spot> spots;
    for (const Seen& seen : towns_) {
      if (seen.times >= least && spots.size() < most_towns) spots.push_back(seen.spot);
    }
    towns_.clear();
    return spots;
  }

 private:
  struct Seen {
    Spot spot;
    std::size_t times = 0;
  };
  std::vector<Seen> towns_;
};

void thin_out(std::vector<Coordinates>& path) {
  if (path.size() <= most_points) return;
  std::vector<Coordinates> kept;
  for (std::size_t i = 0; i < most_points; ++i)
    kept.push_back(path[i * (path.size() - 1) / (most_points - 1)]);
  path = std::move(kept);
}

/// Goes along a journey, day by day.
class Along {
 public:
  /// `days`: those of the trip, filled by `go`.
  Along(const Trip& trip, const Places& atlas, std::vector<TripDay>& days)
      : towns_(trip, atlas), days_(days) {}

  void go(const Journey& journey) {
    if (journey.before) stand(*journey.before);
    for (const Sighting& sighting : whole_way(journey)) see(sighting);
    if (journey.after) arrive_home(*journey.after);
    leave_day();
  }

 private:
  TripDay* day_of(const Sighting& sighting) {
    const int at = sighting.day() - days_.front().day;
    const bool inside = at >= 0 && static_cast<std::size_t>(at) < days_.size();
    return inside ? &days_[static_cast<std::size_t>(at)] : nullptr;
  }

  void stand(const Sighting& sighting) {
    last_ = sighting.at;
    clock_ = sighting.record->offset;
  }

  void see(const Sighting& sighting) {
    TripDay* day = day_of(sighting);
    if (day == nullptr) return stand(sighting);
    enter(*day);
    walk_to(sighting, *day);
    if (sighting.on_the_move) return;
    if (const auto town = towns_.at(sighting)) today_.add(*town);
  }

  void arrive_home(const Sighting& sighting) {
    TripDay* day = day_of(sighting);
    if (day == nullptr) return;
    enter(*day);
    walk_to(sighting, *day);
  }

  void enter(TripDay& day) {
    if (day_ == &day) return;
    leave_day();
    day_ = &day;
  }

  void leave_day() {
    if (day_ == nullptr) return;
    day_->towns = today_.take();
    thin_out(day_->path);
    day_ = nullptr;
  }

  void walk_to(const Sighting& sighting, TripDay& day) {
    if (!day.km) day.km = 0;
    if (clock_ && *clock_ != sighting.record->offset) {
      day.clock = ClockChange{day.clock ? day.clock->from : *clock_, sighting.record->offset};
      if (day.clock->from == day.clock->to) day.clock.reset();
    }
    clock_ = sighting.record->offset;
    if (day.path.empty()) day.path.push_back(sighting.at);
    if (last_) {
      const double km = distance_km(*last_, sighting.at);
      if (km < standing_km) return;
      *day.km += km;
      day.path.push_back(sighting.at);
    }
    last_ = sighting.at;
  }

  Towns towns_;
  std::vector<TripDay>& days_;
  TripDay* day_ = nullptr;
  TownsOfDay today_;
  std::optional<Coordinates> last_;
  std::optional<Offset> clock_;
};

}  // namespace

std::vector<TripDay> days_of(const Trip& trip, const Journey* journey,
                             const std::vector<const Record*>& pictures, const Places& atlas) {
  std::vector<TripDay> days;
  for (Date day = trip.days.from; day <= trip.days.to; day = day + 1) {
    days.emplace_back();
    days.back().day = day;
    for (std::size_t i = 0; i < trip.stays.size(); ++i) {
      const Stay& stay = trip.stays[i];
      if (stay.nights > 0 && stay.days.from <= day && day < stay.days.to) days.back().slept = i;
    }
  }
  for (const Record* picture : pictures) {
    if (trip.days.contains(picture->day()))
      ++days[static_cast<std::size_t>(picture->day() - trip.days.from)].pictures;
  }
  if (journey != nullptr) Along(trip, atlas, days).go(*journey);
  return days;
}

}  // namespace hoego
