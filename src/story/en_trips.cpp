#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

std::string name_of(const Trip& trip) {
  return trip_name(trip, Language::English);
}

struct Night {
  std::string place;
  int nights;
};

/// Where one slept, in order; a place entered twice running is one.
std::vector<Night> nights_of(const Trip& trip) {
  std::vector<Night> nights;
  for (const Stay& stay : trip.stays) {
    const std::string place = place_name(stay.spot.place, Language::English);
    if (stay.nights == 0 || place.empty()) continue;
    if (!nights.empty() && nights.back().place == place) {
      nights.back().nights += stay.nights;
    } else {
      nights.push_back({place, stay.nights});
    }
  }
  return nights;
}

/// two each in Québec, Montréal and Banff, and one in Vancouver.
std::string shared_nights(const std::vector<Night>& nights, std::size_t from) {
  std::vector<std::string> parts;
  for (std::size_t i = from; i < nights.size();) {
    std::vector<std::string> places;
    const int each = nights[i].nights;
    for (; i < nights.size() && nights[i].nights == each; ++i) places.push_back(nights[i].place);
    parts.push_back(fmt::format("{}{} in {}", small(each), places.size() > 1 ? " each" : "", all_of(places)));
  }
  std::string said;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    said += i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ";
    said += parts[i];
  }
  return said;
}

std::vector<std::string> booked(const Trip& trip, const Setting& setting) {
  const std::string day = date(*trip.planned->booked, setting.year);
  const std::string ahead = lead(trip.days.from - *trip.planned->booked);
  return {fmt::format("The trip to {} was booked on {}, {} ahead", name_of(trip), day, ahead),
          fmt::format("I had booked {} on {}, {} before leaving", name_of(trip), day, ahead)};
}

std::vector<std::string> route(const Trip& trip, const Setting& setting) {
  constexpr std::size_t most = 6;
  const auto nights = nights_of(trip);
  const std::string from = date(trip.days.from, setting.year);
  if (nights.size() == 1) {
    return {
        fmt::format("From {} I slept {} in {}", from, counted(nights[0].nights, "night"), nights[0].place)};
  }
  if (nights.size() > most) {
    return {fmt::format("It began in {} on {} and went through {}, the last of them {}", nights.front().place,
                        from, counted(static_cast<long long>(nights.size()), "place"), nights.back().place)};
  }
  return {fmt::format("It began in {} on {}: {} there, then {}", nights[0].place, from,
                      counted(nights[0].nights, "night"), shared_nights(nights, 1)),
          fmt::format("From {} I slept {} in {}, then {}", from, counted(nights[0].nights, "night"),
                      nights[0].place, shared_nights(nights, 1)),
          fmt::format("I left on {}, stayed {} in {}, then {}", from, counted(nights[0].nights, "night"),
                      nights[0].place, shared_nights(nights, 1))};
}

std::vector<std::string> length(const Trip& trip, const Setting& setting) {
  const std::string days = span(trip.days, setting.year);
  const std::string long_ = days_and_nights(trip.days.days(), trip.nights);
  const std::string place = name_of(trip);
  if (trip.photos == 0) {
    return {fmt::format("{} lasted {}, from {}", place, long_, days),
            fmt::format("I was in {} for {}, from {}", place, long_, days)};
  }
  const std::string photos = counted(trip.photos, "photo");
  return {fmt::format("{}, from {}, lasted {} and left {}", place, days, long_, photos),
          fmt::format("I spent {} in {}, from {}, and took {}", long_, place, days, photos)};
}

std::vector<std::string> brief(const Trip& trip, const Setting& setting) {
  const std::string place = name_of(trip);
  const std::string days = span(trip.days, setting.year);
  const std::string from = date(trip.days.from, setting.year);
  const std::string long_ = days_and_nights(trip.days.days(), trip.nights);
  const std::string nights = counted(trip.nights, "night");
  const std::string photos = counted(trip.photos, "photo");
  const bool took = trip.photos > 0;
  if (trip.planned && trip.planned->booked && trip.days.from - *trip.planned->booked >= 7) {
    const std::string ahead = lead(trip.days.from - *trip.planned->booked);
    return {took ? fmt::format("{}, from {}, lasted {}, was booked {} ahead and left {}", place, days, long_,
                               ahead, photos)
                 : fmt::format("{}, from {}, lasted {} and was booked {} ahead", place, days, long_, ahead),
            took ? fmt::format("There were {} in {} from {}, booked {} before; {} remain of them", nights,
                               place, from, ahead, photos)
                 : fmt::format("There were {} in {} from {}, booked {} before", nights, place, from, ahead),
            took ? fmt::format("I left for {} on {}, as booked {} earlier, stayed {} and took {}", place,
                               from, ahead, nights, photos)
                 : fmt::format("I left for {} on {}, as booked {} earlier, and stayed {}", place, from, ahead,
                               nights)};
  }
  return {took ? fmt::format("{}, from {}, lasted {} and left {}", place, days, long_, photos)
               : fmt::format("{} lasted {}, from {}", place, long_, days),
          took ? fmt::format("There were {} in {} from {}, and {} from them", nights, place, from, photos)
               : fmt::format("There were {} in {}, from {}", nights, place, from),
          took ? fmt::format("I spent {} in {} and took {}", days, place, photos)
               : fmt::format("I spent {} in {}", days, place)};
}

std::vector<std::string> best_place(const Trip& trip) {
  const Stay& best = *std::max_element(trip.stays.begin(), trip.stays.end(),
                                       [](const Stay& a, const Stay& b) { return a.photos < b.photos; });
  const std::string place = place_name(best.spot.place, Language::English);
  return {fmt::format("I took the most photos in {}, {} of them", place, grouped(best.photos)),
          fmt::format("Of all its places, {} has the most photos, {}", place, grouped(best.photos)),
          2 * best.photos > trip.photos
              ? fmt::format("Most of the photos are from {}, {} of them", place, grouped(best.photos))
              : std::string{}};
}

std::vector<std::string> back(const Trip& trip, const Setting& setting) {
  const std::string planned = date(trip.planned->days.to, setting.year);
  const std::string home = date(trip.days.to, trip.planned->days.to.year());
  return {fmt::format("The calendar had it end on {}; I was back on {}", planned, home),
          fmt::format("It was entered up to {}, and I came back on {}", planned, home)};
}

/// What the calendar alone says of a trip; the doubt is said each time, in other words.
std::vector<std::string> calendar_trip(const Point& point, const Setting& setting) {
  const Trip& trip = *point.trips[0];
  const std::string title = title_in_text(trip.planned->title);
  const std::string days = span(trip.days, setting.year);
  if (point.number == 0) {
    return {
        fmt::format("The calendar has “{}” for {}, but with no photo or position I cannot say whether it "
                    "took place",
                    title, days)};
  }
  if (point.number == 1) return {fmt::format("“{}”, {}, is known from the calendar alone too", title, days)};
  return {fmt::format("Of “{}”, {}, nothing but the entry is left either", title, days)};
}

std::vector<std::string> delay(const Trip& trip, const Setting& setting) {
  const double late = *trip.planned->delay_hours;
  // The first picture after landing is some time after it.
  const std::string time = "about " + hours(std::round(std::abs(late)));
  if (late < 0) return {fmt::format("I was home {} earlier than planned", time)};
  if (trip.planned->days.to < trip.days.to) {
    return {fmt::format("The calendar had it end on {}; I was home on {}, {} late",
                        date(trip.planned->days.to, setting.year),
                        date(trip.days.to, trip.planned->days.to.year()), time)};
  }
  return {fmt::format("I was home {} later than planned", time),
          fmt::format("The way home ended {} late", time)};
}

std::vector<std::string> more_trips(const Point& point) {
  std::vector<std::string> places;
  for (const Trip* trip : point.trips) {
    const std::string place = name_of(*trip);
    if (places.size() < 5 && std::find(places.begin(), places.end(), place) == places.end())
      places.push_back(place);
  }
  return {fmt::format("Other trips went to {}", all_of(places))};
}

std::vector<std::string> day_trip(const Trip& trip, const Setting& setting) {
  const std::string day = date(trip.days.from, setting.year);
  return {fmt::format("On {} I went to {} and back", day, name_of(trip)),
          fmt::format("{} was a day out on {}", name_of(trip), day)};
}

std::vector<std::string> day_trips(const Point& point, const Setting& setting) {
  std::vector<std::string> items;
  const bool with_days = point.trips.size() <= 3;
  for (const Trip* trip : point.trips) {
    std::string item = name_of(*trip);
    if (with_days) item = fmt::format("{} on {}", item, date(trip->days.from, setting.year));
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
  }
  const std::string count = counted(point.number, "day trip");
  if (!with_days) {
    items.clear();
    for (const Trip* trip : point.trips) {
      items.push_back(fmt::format("{} in {}", name_of(*trip), month(trip->days.from, setting.year)));
    }
  }
  if (items.size() > 6) return {fmt::format("I made {}, from {} to {}", count, items.front(), items.back())};
  return {fmt::format("I made {}: {}", count, all_of(items)),
          fmt::format("There were {}, to {}", count, all_of(items))};
}

std::vector<std::string> best_day_trip(const Trip& trip, const Setting& setting) {
  return {fmt::format("The one with the most photos, {}, was {} on {}", grouped(trip.photos), name_of(trip),
                      date(trip.days.from, setting.year))};
}

std::vector<std::string> clock(const Point& point, const Setting& setting) {
  const ClockFinding& clock = *point.clock;
  const std::string camera = title_in_text(clock.camera);
  const std::string shift = hours(std::abs(clock.shift) / 3600.0);
  const std::string pictures = counted(clock.pictures, "photo");
  const std::string when =
      point.trips.empty() ? fmt::format(" from {}", span(clock.days, setting.year)) : std::string{};
  if (clock.stated) {
    return {
        fmt::format("As the settings ask, {} of the {}{} were moved by {}", pictures, camera, when, shift)};
  }
  return {fmt::format("The clock of the {} was {} off, so {}{} were put on local time", camera, shift,
                      pictures, when),
          fmt::format("My {} was {} off the local clock, and {}{} were set right", camera, shift, pictures,
                      when)};
}

}  // namespace

std::vector<std::string> trip_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::TripBooked:
      return booked(*point.trips[0], setting);
    case Topic::TripRoute:
      return route(*point.trips[0], setting);
    case Topic::TripLength:
      return length(*point.trips[0], setting);
    case Topic::TripShort:
      return brief(*point.trips[0], setting);
    case Topic::TripBestPlace:
      return best_place(*point.trips[0]);
    case Topic::TripDelay:
      return delay(*point.trips[0], setting);
    case Topic::TripBack:
      return back(*point.trips[0], setting);
    case Topic::CalendarTrip:
      return calendar_trip(point, setting);
    case Topic::MoreTrips:
      return more_trips(point);
    case Topic::DayTrip:
      return day_trip(*point.trips[0], setting);
    case Topic::DayTrips:
      return day_trips(point, setting);
    case Topic::BestDayTrip:
      return best_day_trip(*point.trips[0], setting);
    default:
      return clock(point, setting);
  }
}

}  // namespace hoego::en
