#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "story/ko_numbers.h"
#include "story/moulds.h"
#include "story/names.h"
#include "story/particles.h"

namespace hoego::ko {
namespace {

std::string name_of(const Trip& trip) {
  return trip_name(trip, Language::Korean);
}

std::string with(std::string_view stem, Particle particle) {
  return with_particle(stem, particle);
}

struct Night {
  std::string place;
  int nights;
};

/// Where one slept, in order; a place entered twice running is one.
std::vector<Night> nights_of(const Trip& trip) {
  std::vector<Night> nights;
  for (const Stay& stay : trip.stays) {
    const std::string place = place_name(stay.spot.place, Language::Korean);
    if (stay.nights == 0 || place.empty()) continue;
    if (!nights.empty() && nights.back().place == place) {
      nights.back().nights += stay.nights;
    } else {
      nights.push_back({place, stay.nights});
    }
  }
  return nights;
}

/// 퀘벡과 몬트리올과 밴프에서 2박씩, 밴쿠버에서 1박.
std::string shared_nights(const std::vector<Night>& nights, std::size_t from) {
  std::string said;
  for (std::size_t i = from; i < nights.size();) {
    std::vector<std::string> places;
    const int each = nights[i].nights;
    for (; i < nights.size() && nights[i].nights == each; ++i) places.push_back(nights[i].place);
    said += fmt::format("{}{}에서 {}박{}", said.empty() ? "" : ", ", all_of(places), each,
                        places.size() > 1 ? "씩" : "");
  }
  return said;
}

std::string nights_listed(const std::vector<Night>& nights) {
  std::vector<std::string> items;
  items.reserve(nights.size());
  for (const Night& night : nights) items.push_back(fmt::format("{} {}박", night.place, night.nights));
  return listed(items);
}

std::vector<std::string> booked(const Trip& trip, const Setting& setting) {
  const std::string day = date(*trip.planned->booked, setting.year);
  const std::string ahead = lead(trip.days.from - *trip.planned->booked);
  const auto nights = nights_of(trip);
  if (nights.size() == 1 && nights[0].place == name_of(trip)) {
    return {fmt::format("{}에 떠난 {} 여행은 {} 전인 {}에 예약해 둔 것이었어요",
                        date(trip.days.from, setting.year), name_of(trip), ahead, day)};
  }
  return {
      fmt::format("{} 여행은 떠나기 {} 전인 {}에 예약해 뒀어요", name_of(trip), ahead, day),
      fmt::format("{} 여행은 {}에 예약했고, 떠나는 날까지는 {} 남아 있었어요", name_of(trip), day, ahead)};
}

std::vector<std::string> route(const Trip& trip, const Setting& setting) {
  constexpr std::size_t most = 6;
  const auto nights = nights_of(trip);
  const std::string from = date(trip.days.from, setting.year);
  if (nights.size() == 1) {
    return {fmt::format("{}부터 {}에서 {}박을 묵었어요", from, nights[0].place, nights[0].nights)};
  }
  if (nights.size() > most) {
    return {fmt::format("{} {}에서 시작해 {} 옮겨 다니며 묵었고, 마지막은 {}", from, nights.front().place,
                        with(figure(static_cast<long long>(nights.size()), "곳"), Particle::Object),
                        with(nights.back().place, Particle::Was))};
  }
  return {fmt::format("{} {}에서 시작해 {}박을 하고, {} 묵었어요", from, nights[0].place, nights[0].nights,
                      with(shared_nights(nights, 1), Particle::Object)),
          fmt::format("{}에 떠나 {} 묵었어요", from, with(shared_nights(nights, 0), Particle::Object)),
          fmt::format("묵은 곳은 차례로 {}이에요", nights_listed(nights))};
}

std::vector<std::string> length(const Trip& trip, const Setting& setting) {
  const std::string days = span(trip.days, setting.year);
  const std::string long_ = nights_and_days(trip.nights, trip.days.days());
  const std::string place = name_of(trip);
  if (trip.photos == 0) {
    return {fmt::format("{}에서는 {} {}을 보냈어요", place, days, long_),
            fmt::format("{} {}은 {}에 있었어요", days, long_, place)};
  }
  const std::string photos = figure(trip.photos, "장");
  return {fmt::format("{}에서는 {} {}을 보냈고, 사진은 {} 남았어요", place, days, long_, photos),
          fmt::format("{}에서 보낸 {} {} 동안 사진 {} 찍었어요", place, days, long_,
                      with(photos, Particle::Object))};
}

/// 15일부터 18일까지 behind the month, with the month where the trip goes on into the next.
std::string days_in_month(const Trip& trip) {
  const DateRange& days = trip.days;
  const bool one_month = days.from.year() == days.to.year() && days.from.month() == days.to.month();
  return fmt::format("{}일부터 {}까지", days.from.day(),
                     one_month ? fmt::format("{}일", days.to.day()) : date(days.to, days.from.year()));
}

std::vector<std::string> brief(const Trip& trip, const Setting& setting) {
  const std::string place = name_of(trip);
  const std::string in = month(trip.days.from, setting.year);
  const std::string from = date(trip.days.from, setting.year);
  const std::string days = span(trip.days, setting.year);
  const std::string long_ = nights_and_days(trip.nights, trip.days.days());
  const std::string photos = figure(trip.photos, "장");
  const std::string took = fmt::format("사진 {} 찍었어요", with(photos, Particle::Object));
  std::string ahead;
  if (trip.planned && trip.planned->booked && trip.days.from - *trip.planned->booked >= 7) {
    ahead = lead(trip.days.from - *trip.planned->booked);
  }
  const std::string there = fmt::format("{}의 {}", in, with(place, Particle::Topic));
  if (!ahead.empty()) {
    if (trip.photos == 0) {
      return {
          fmt::format("{} 떠나기 {} 전에 예약한 {}이었어요", there, ahead, long_),
          fmt::format("{} 여행은 {} 전에 예약해 두었고, {}부터 {}을 보냈어요", place, ahead, from, long_)};
    }
    return {
        fmt::format("{} 떠나기 {} 전에 예약한 {}이었고, 사진은 {} 남았어요", there, ahead, long_, photos),
        fmt::format("{} 전에 예약한 {}에서는 {} 머물며 {}", ahead, place, days, took),
        fmt::format("{} {}, 예약은 {} 전에 해 두었고 {}", there, days_in_month(trip) + "였고", ahead, took)};
  }
  // The first three moulds are those of booked trips, so that the chooser tells them apart.
  if (trip.photos == 0) {
    return {{},
            {},
            {},
            fmt::format("{}에는 {}에서 {} {}을 보냈어요", in, place, days_in_month(trip), long_),
            fmt::format("{}부터 {}로 {}에 다녀왔어요", from, long_, place),
            fmt::format("{} {}에 머물렀어요", days, place)};
  }
  return {{},
          {},
          {},
          fmt::format("{}에는 {}에서 {} {}을 보내며 {}", in, place, days_in_month(trip), long_, took),
          fmt::format("{}에서는 {} {}을 보내며 {}", place, days, long_, took),
          fmt::format("{} {}이었고, 사진은 {} 남았어요", there,
                      fmt::format("{} {}", days_in_month(trip), long_), photos)};
}

std::vector<std::string> best_place(const Trip& trip) {
  const Stay& best = *std::max_element(trip.stays.begin(), trip.stays.end(),
                                       [](const Stay& a, const Stay& b) { return a.photos < b.photos; });
  const std::string place = place_name(best.spot.place, Language::Korean);
  const std::string photos = figure(best.photos, "장");
  return {
      fmt::format("사진은 {}에서 {} 가장 많이 찍었어요", place, with(photos, Particle::Toward)),
      fmt::format("가장 많이 찍은 곳은 {}, {}", with(place, Particle::Toward), with(photos, Particle::Was))};
}

std::vector<std::string> back(const Trip& trip, const Setting& setting) {
  const std::string planned = date(trip.planned->days.to, setting.year);
  const std::string home = date(trip.days.to, trip.planned->days.to.year());
  return {fmt::format("달력에는 {}까지였는데, 돌아온 건 {}", planned,
                      with(home, setting.current ? Particle::Is : Particle::Was)),
          fmt::format("{}까지로 적혀 있던 여행인데 {}에 돌아왔어요", planned, home)};
}

std::vector<std::string> delay(const Trip& trip, const Setting& setting) {
  const double late = *trip.planned->delay_hours;
  // The first picture after landing is some time after it.
  const std::string time = hours(std::round(std::abs(late))) + "쯤";
  if (late < 0) return {fmt::format("집에는 예정보다 {} 일찍 돌아왔어요", time)};
  if (trip.planned->days.to < trip.days.to) {
    return {fmt::format("달력에는 {}까지였는데, 예정보다 {} 늦은 {}에 돌아왔어요",
                        date(trip.planned->days.to, setting.year), time,
                        date(trip.days.to, trip.planned->days.to.year()))};
  }
  return {fmt::format("집에는 예정보다 {} 늦게 돌아왔어요", time),
          fmt::format("돌아오는 길은 예정보다 {} 늦어졌어요", time)};
}

std::vector<std::string> more_trips(const Point& point) {
  std::vector<std::string> places;
  for (const Trip* trip : point.trips) {
    const std::string place = name_of(*trip);
    if (places.size() < 5 && std::find(places.begin(), places.end(), place) == places.end())
      places.push_back(place);
  }
  return {fmt::format("이 밖에 {}에도 다녀왔어요", listed(places))};
}

std::vector<std::string> day_trip(const Trip& trip, const Setting& setting) {
  const std::string day = date(trip.days.from, setting.year);
  return {fmt::format("{}에는 {}에 당일로 다녀왔어요", day, name_of(trip)),
          fmt::format("하루 다녀온 곳은 {}의 {}", day, with(name_of(trip), Particle::Was))};
}

std::vector<std::string> day_trips(const Point& point, const Setting& setting) {
  std::vector<std::string> items;
  const bool with_days = point.trips.size() <= 3;
  for (const Trip* trip : point.trips) {
    std::string item = name_of(*trip);
    if (with_days) item = fmt::format("{} {}", date(trip->days.from, setting.year), item);
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
  }
  if (with_days) {
    return {fmt::format("당일로는 {}에 다녀왔어요", listed(items)),
            fmt::format("당일치기로 다녀온 곳은 {}", with(listed(items), Particle::Was))};
  }
  const std::string count = counted(point.number, "번");
  std::vector<std::string> in_months;
  for (const Trip* trip : point.trips) {
    in_months.push_back(fmt::format("{}에 {}", month(trip->days.from, setting.year), name_of(*trip)));
  }
  if (in_months.size() > 6) {
    return {fmt::format("당일치기는 {}의 {}부터 {}의 {}까지 모두 {} 다녀왔어요",
                        month(point.trips.front()->days.from, setting.year), name_of(*point.trips.front()),
                        month(point.trips.back()->days.from, setting.year), name_of(*point.trips.back()),
                        count)};
  }
  return {fmt::format("당일로는 {}까지 {} 다녀왔어요", listed(in_months), count)};
}

std::vector<std::string> best_day_trip(const Trip& trip, const Setting& setting) {
  const std::string where = fmt::format("{} {}", date(trip.days.from, setting.year), name_of(trip));
  return {fmt::format("그 가운데 사진이 가장 많이 남은 건 {}, {} 찍었어요", with(where, Particle::Toward),
                      with(figure(trip.photos, "장"), Particle::Object))};
}

/// What the calendar alone says of a trip; the doubt is said each time, in other words.
std::vector<std::string> calendar_trip(const Point& point, const Setting& setting) {
  const Trip& trip = *point.trips[0];
  const std::string title = quoted(title_in_text(trip.planned->title));
  const std::string days = span(trip.days, setting.year);
  if (point.number == 0) {
    return {fmt::format("달력에는 {} {} 적혀 있는데, 사진이나 위치가 없어서 다녀왔는지는 알 수 없어요",
                        trip.day_trip ? days + "에" : days, with(title, Particle::Subject))};
  }
  if (point.number == 1) {
    return {fmt::format("{} 적힌 {} 달력에만 있어요", trip.day_trip ? days + "에" : days, title + "도")};
  }
  return {fmt::format("{}의 {}도 달력 말고는 남은 기록이 없어요", days, title)};
}

std::vector<std::string> clock(const Point& point, const Setting& setting) {
  const ClockFinding& clock = *point.clock;
  const std::string camera = title_in_text(clock.camera);
  const std::string shift = hours(std::abs(clock.shift) / 3600.0);
  const std::string pictures = with(figure(clock.pictures, "장"), Particle::Topic);
  const std::string when = point.trips.empty() ? span(clock.days, setting.year) + " " : std::string{};
  if (clock.stated) {
    return {fmt::format("{}설정에 적힌 대로 {} 사진 {} 시각을 {} 옮겼어요", when, camera, pictures, shift)};
  }
  return {fmt::format("{}{} 시계가 {} 어긋나 있어서, 사진 {}의 시각을 바로잡았어요", when, camera, shift,
                      figure(clock.pictures, "장")),
          fmt::format("{}{} 사진 {} 시계가 {} 어긋난 채로 찍혀 있어서 시각을 고쳐 뒀어요", when, camera,
                      pictures, shift)};
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

}  // namespace hoego::ko
