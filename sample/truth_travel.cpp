#include <algorithm>
#include <map>

#include "sample/truth_parts.h"

namespace hoego::sample {
namespace {

bool mine(const Photo& photo) {
  return photo.camera != Camera::Friend;
}

template <typename Test>
int count(const std::vector<Photo>& photos, Test test) {
  return static_cast<int>(std::count_if(photos.begin(), photos.end(), test));
}

Json countries_of(const Trip& trip) {
  std::vector<std::string> out;
  for (const Stay& stay : trip.stays) {
    const std::string country(stay.place->country);
    if (std::find(out.begin(), out.end(), country) == out.end()) out.push_back(country);
  }
  return out;
}

Json stays_json(const Life& life, const Trip& trip) {
  Json out = Json::array();
  for (const Stay& stay : trip.stays) {
    Json one = {{"place", place_json(*stay.place)},
                {"from", stay.from.iso()},
                {"to", stay.to.iso()},
                {"nights", stay.to - stay.from}};
    one["photos"] = count(life.photos, [&](const Photo& p) { return p.stay == &stay; });
    out.push_back(std::move(one));
  }
  return out;
}

/// All of the owner's photos on each local day of the trip, wherever on that day they were taken.
Json days_json(const Life& life, const Trip& trip) {
  std::map<Date, int> days;
  for (Date date = trip.from; date <= trip.to; date = date + 1) days[date] = 0;
  for (const Photo& photo : life.photos) {
    const auto found = days.find(photo.local_day());
    if (mine(photo) && found != days.end()) ++found->second;
  }
  Json out = Json::object();
  for (const auto& [date, photos] : days) out[date.iso()] = photos;
  return out;
}

Json planned_of(const Trip& trip) {
  if (!trip.booked) return nullptr;
  Json out = {{"from", trip.from.iso()}, {"to", trip.planned_to.iso()}, {"booked", trip.booked->iso()}};
  if (trip.landing && !trip.flights.empty()) {
    const std::int64_t late = trip.landing->seconds - trip.flights.back().ends.seconds;
    out["lands_home"] = local_time(trip.flights.back().ends, place("icn")).iso();
    out["landed_home"] = local_time(*trip.landing, place("icn")).iso();
    out["delay_hours"] = static_cast<double>(late) / 3600.0;
  }
  return out;
}

Json trip_json(const Life& life, const Trip& trip) {
  int nights_slept = 0;
  for (const Stay& stay : trip.stays) nights_slept += stay.to - stay.from;
  Json out;
  out["name"] = trip.title;
  out["from"] = trip.from.iso();
  out["to"] = trip.to.iso();
  out["nights"] = trip.to - trip.from;
  out["nights_on_the_way"] = trip.to - trip.from - nights_slept;
  out["abroad"] = trip.abroad();
  out["day_trip"] = trip.day_trip;
  out["countries"] = countries_of(trip);
  out["places"] = stays_json(life, trip);
  out["photos"] = count(life.photos, [&](const Photo& p) { return p.trip == &trip; });
  out["photos_on_the_way"] =
      count(life.photos, [&](const Photo& p) { return p.trip == &trip && p.stay == nullptr; });
  out["photos_by_day"] = days_json(life, trip);
  out["planned"] = planned_of(trip);
  return out;
}

}  // namespace

Json homes_json(const Life& life) {
  Json out = Json::array();
  const auto& homes = life.story.homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    Json one = {{"place", place_json(*homes[i].place)}, {"from", homes[i].from.iso()}, {"to", nullptr}};
    if (i + 1 < homes.size()) one["to"] = (homes[i + 1].from - 1).iso();
    out.push_back(std::move(one));
  }
  return out;
}

Json trips_json(const Life& life) {
  Json out = Json::array();
  for (const Trip& trip : life.story.trips) {
    if (!trip.ahead) out.push_back(trip_json(life, trip));
  }
  return out;
}

Json photos_json(const Life& life) {
  Json years = Json::object();
  std::map<Date, int> days;
  Json sent = Json::array();
  for (int year = first_day().year(); year <= today().year(); ++year) {
    const auto that_year = [&](const Photo& p) { return p.local_day().year() == year; };
    years[std::to_string(year)] = count(life.photos, [&](const Photo& p) { return mine(p) && that_year(p); });
  }
  for (const Photo& photo : life.photos) {
    if (mine(photo) && photo.local_day().year() == today().year()) ++days[photo.local_day()];
  }
  const auto best = std::max_element(days.begin(), days.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  for (const FriendAlbum& album : life.story.friend_albums) {
    const int photos =
        count(life.photos, [&](const Photo& p) { return !mine(p) && p.local_day() == album.day; });
    sent.push_back({{"album", album.folder},
                    {"day", album.day.iso()},
                    {"place", place_json(*album.place)},
                    {"photos", photos}});
  }
  Json loose = Json::array();
  for (const Photo& photo : life.photos) {
    if (photo.camera == Camera::Unnamed) loose.push_back(wall_time(photo.taken, photo.offset).iso());
  }
  const auto by = [&](Camera camera) {
    return count(life.photos, [&](const Photo& p) { return p.camera == camera; });
  };
  return {
      {"mine_by_year", years},
      {"best_day", {{"day", best->first.iso()}, {"photos", best->second}}},
      {"cameras", {{"Apple iPhone 13 mini", by(Camera::Phone)}, {"FUJIFILM X-T4", by(Camera::Camera)}}},
      {"without_position",
       count(life.photos, [](const Photo& p) { return mine(p) && p.place == nullptr; }) + by(Camera::Camera)},
      {"loose", loose},
      {"friends", {{"photos", by(Camera::Friend)}, {"albums", sent}}}};
}

Json clocks_json(const Life& life) {
  constexpr Offset korea{9 * 3600};
  struct Shift {
    DateRange days;
    int photos = 0;
  };
  Json out = Json::array();
  for (const Trip& trip : life.story.trips) {
    Json shifts = Json::array();
    DateRange days{trip.to, trip.from};
    int photos = 0;
    for (const Stay& stay : trip.stays) {
      // Where the clocks are changed during a stay there are two.
      std::map<Offset, Shift> here;
      for (const Photo& photo : life.photos) {
        if (photo.stay != &stay || photo.camera != Camera::Camera || photo.offset == korea) continue;
        const Date day = photo.local_day();
        Shift& shift = here.try_emplace(photo.offset, Shift{{day, day}}).first->second;
        shift.days = {std::min(shift.days.from, day), std::max(shift.days.to, day)};
        ++shift.photos;
        ++photos;
      }
      for (const auto& [offset, shift] : here) {
        shifts.push_back({{"from", shift.days.from.iso()},
                          {"to", shift.days.to.iso()},
                          {"shift", Offset{offset.seconds - korea.seconds}.iso()},
                          {"photos", shift.photos}});
        days = {std::min(days.from, shift.days.from), std::max(days.to, shift.days.to)};
      }
    }
    if (photos == 0) continue;
    out.push_back({{"camera", "FUJIFILM X-T4"},
                   {"from", days.from.iso()},
                   {"to", days.to.iso()},
                   {"shows", korea.iso()},
                   {"photos", photos},
                   {"shifts", shifts}});
  }
  return out;
}

Json firsts_json(const Life& life) {
  std::map<std::string, Date> countries;
  for (const Trip& trip : life.story.trips) {
    if (trip.ahead) continue;
    for (const Stay& stay : trip.stays) {
      if (stay.place->country != "KR") countries.emplace(stay.place->country, stay.from);
    }
    // A change of planes in the country of the first stop is where one sets foot in it.
    for (const Glimpse& seen : trip.on_the_way) {
      if (seen.place == nullptr) continue;
      const auto found = countries.find(std::string(seen.place->country));
      if (found == countries.end()) continue;
      found->second = std::min(found->second, local_time(seen.from, *seen.place).date());
    }
  }
  Json out = Json::array();
  for (const auto& [country, date] : countries) out.push_back({{"country", country}, {"date", date.iso()}});
  return out;
}

}  // namespace hoego::sample
