#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "sample/random.h"
#include "sample/story_parts.h"
#include "sample/trips.h"

namespace hoego::sample {
namespace {

struct Near {
  std::string_view place;
  int flight_minutes = 0;
};

constexpr std::array near_abroad = {Near{"osaka", 110},   Near{"nagoya", 110},  Near{"fukuoka", 80},
                                    Near{"sapporo", 165}, Near{"taipei", 155},  Near{"hongkong", 225},
                                    Near{"danang", 275},  Near{"bangkok", 340}, Near{"singapore", 380}};
constexpr std::array in_korea = {"jeju", "busan", "sokcho", "yeosu", "gyeongju"};
constexpr std::array for_a_day = {"chuncheon", "gangneung", "daejeon", "cheonan",
                                  "wonju",     "jeonju",    "gongju"};

Route route_canada() {
  return {"캐나다 여행", "YYZ", "yvr",
          15 * 60 + 50,  630,   "yvr",
          310,           265,   {{"toronto", 3, 0, 330}, {"banff", 3, 0, 240}, {"vancouver", 1, 0, 0}},
          13 * 60,       660,   0};
}
Route route_europe() {
  return {"런던·파리 여행", "LHR", "cdg", 11 * 60, 840, "", 0, 0, {{"london", 4, 0, 200}, {"paris", 4, 0, 0}},
          19 * 60,          720,   0};
}
Route route_australia() {
  return {
      "호주 여행", "SYD", "mel", 8 * 60 + 15, 620, "", 0, 0, {{"sydney", 4, 0, 180}, {"melbourne", 3, 0, 0}},
      9 * 60 + 40, 630,   0};
}
Route route_hawaii() {
  return {
      "하와이 여행", "ITO", "hnl", 21 * 60, 510, "hnl", 150, 55, {{"hilo", 3, 0, 150}, {"honolulu", 4, 0, 0}},
      12 * 60 + 10,  570,   0};
}
Route route_new_zealand() {
  return {"뉴질랜드 여행",
          "AKL",
          "akl",
          16 * 60,
          690,
          "",
          0,
          0,
          {{"queenstown", 4, 0, 210}, {"auckland", 3, 0, 0}},
          10 * 60,
          710,
          0};
}

Route drawn_route(Random& random) {
  constexpr std::array routes = {route_canada, route_europe, route_australia, route_hawaii,
                                 route_new_zealand};
  Route route = routes[static_cast<std::size_t>(random.below(routes.size()))]();
  for (Stop& stop : route.stops) stop.photos = 60 + stop.nights * random.between(180, 420);
  route.camera_percent = random.between(35, 60);
  return route;
}

/// Between one and two hours the clocks there and here differ too little to tell from the pictures alone: the
/// camera is then left at home.
bool camera_comes_along(const Place& there, Date day) {
  const int hours = std::abs(zone_of(there).offset_at(at(there, day, 12 * 60)).seconds / 3600 - 9);
  return hours == 0 || hours >= 3;
}

Near drawn_near(Random& random) {
  return near_abroad[static_cast<std::size_t>(random.below(near_abroad.size()))];
}

/// A Saturday or Sunday of the month without a trip.
Date free_weekend_day(const Story& story, Random& random, int year, int month) {
  const Date first = *Date::from_ymd(year, month, 1);
  for (;;) {
    const Date date = first + random.below(days_in_month(year, month));
    const auto taken = [&](int shift) { return story.quiet(date + shift); };
    if (date.weekday() >= 6 && !taken(-1) && !taken(0) && !taken(1)) return date;
  }
}

/// That day, or the first one after it (so many days apart) on which regular things are done.
Date free_from(const Story& story, Date date, int step) {
  while (story.quiet(date)) date = date + step;
  return date;
}

void sort_trips(Story& story) {
  std::sort(story.trips.begin(), story.trips.end(),
            [](const Trip& a, const Trip& b) { return a.from < b.from; });
}

void nights_away(Story& story, Random& random) {
  // Each draw is a statement of its own: the order of arguments is the compiler's choice.
  const auto korea = [&](Date first, int days, int least, int most) {
    const Date from = first + random.below(days);
    const int photos = random.between(least, most);
    const auto* where = in_korea[static_cast<std::size_t>(random.below(in_korea.size()))];
    const int nights = random.between(1, 3);
    story.trips.push_back(trip_in_korea(where, from, nights, photos, random.between(0, 30)));
  };
  const auto abroad = [&](Date first, int days, int least, int most) {
    const Date from = first + random.below(days);
    const int photos = random.between(least, most);
    const Near near = drawn_near(random);
    const int percent = random.between(15, 35);
    const int nights = random.between(2, 4);
    const Date booked = from - random.between(20, 90);
    const int camera = camera_comes_along(place(near.place), from) ? percent : 0;
    story.trips.push_back(
        short_trip_abroad(near.place, from, nights, photos, near.flight_minutes, camera, booked));
  };
  korea(day("2022-09-02"), 40, 90, 240);
  abroad(day("2023-04-20"), 40, 180, 420);
  korea(day("2023-08-01"), 20, 80, 200);
  if (random.chance(70)) abroad(day("2024-03-01"), 40, 250, 700);
  korea(day("2024-07-25"), 15, 80, 200);

  constexpr std::array delays = {0, 95, 20 * 60 + 30, 26 * 60};
  const int late = delays[static_cast<std::size_t>(random.below(delays.size()))];
  const Date leaves = day("2024-09-14") + random.below(12);
  Route route = drawn_route(random);
  if (!camera_comes_along(place(route.stops.front().place), leaves)) route.camera_percent = 0;
  story.trips.push_back(long_trip(route, leaves, late, leaves - random.between(150, 320)));
  const Trip& far = story.trips.back();
  for (const Stay& stay : far.stays) {
    const std::string country(stay.place->country);
    auto& promised = story.promised_countries;
    if (std::find(promised.begin(), promised.end(), country) == promised.end()) promised.push_back(country);
  }
  story.lull = {far.to + 1, far.to + random.between(5, 9)};

  const Near ahead = drawn_near(random);
  const Date from = day("2024-12-10") + random.below(14);
  const int nights = random.between(2, 3);
  const Date booked = day("2024-08-01") + random.below(60);
  story.trips.push_back(short_trip_abroad(ahead.place, from, nights, 0, ahead.flight_minutes, 0, booked));
  story.trips.back().ahead = true;
}

void days_away(Story& story, Random& random) {
  const auto go = [&](int year, int month) {
    const auto* where = for_a_day[static_cast<std::size_t>(random.below(for_a_day.size()))];
    const Date on = free_weekend_day(story, random, year, month);
    story.trips.push_back(day_trip(where, on, random.between(20, 65)));
  };
  for (int month : {4, 6, 11}) go(2022, month);
  for (int month : {1, 2, 3, 6, 7, 9, 11}) {
    if (random.chance(75)) go(2023, month);
  }
  for (int month : {1, 2, 4, 5, 6, 8}) {
    if (random.chance(60)) go(2024, month);
  }
}

void music(Story& story, Random& random) {
  story.drums_grew = day("2024-01-29") + 7 * random.below(10);
  story.ensembles = {{day("2023-01-25"), random.between(45, 65)},
                     {day("2024-01-08"), random.between(60, 80)},
                     {story.drums_grew, random.between(190, 260)}};
  story.practice = {{day("2023-02-06"), random.between(20, 35)},
                    {story.drums_grew, random.between(150, 210)}};
  const Date winter = free_from(story, day("2023-12-02") + 7 * random.below(4), 7);
  story.drums_break = {winter + 1, winter + random.between(12, 22)};
  story.shows.push_back(winter);
  for (int month : {4, 6, 8}) story.shows.push_back(free_weekend_day(story, random, 2024, month));
  story.shows.push_back(day("2024-11-02") + 7 * random.below(3));
  story.shows.push_back(day("2024-11-30"));
}

void body_and_mind(Story& story, Random& random) {
  story.pilates = {day("2023-01-03"), free_from(story, day("2024-01-20") + random.below(30), 1)};
  story.pilates_hundredths = random.between(140, 190);
  story.gym_from = free_from(story, day("2024-02-26") + 7 * random.below(5), 7);
  story.gym_faded = story.gym_from + 7 * random.between(11, 15);
  story.gym_hundredths = random.between(220, 270);
  story.gym_last = free_from(story, story.gym_faded + random.between(50, 80), 1);
  story.gym_afterwards = random.between(3, 5);
  const Date tuesday = day("2024-01-30") + 7 * random.below(5);
  story.study = {tuesday, tuesday + 7 * random.between(17, 20)};
  story.study_skipped = random.between(2, 5);
  const Date saturday = day("2023-01-07");
  story.writers = {saturday, saturday + 14 * random.between(11, 16)};
  story.writers_again = day("2024-10-19");
  for (int i = 0; i < 5; ++i) story.writers_deadlines.push_back(day("2024-10-27") + 14 * i);
}

void words_and_code(Story& story, std::uint64_t seed, Random& random) {
  story.posts = posts_until(seed, day("2023-12-31"));
  const Date last = day("2024-03-10") + random.below(110);
  for (Date next = day("2024-01-07"); next < last - 8; next = next + random.between(14, 26)) {
    story.posts.push_back(next);
  }
  story.posts.push_back(last);
  story.commits = {{day("2021-10-18"), 0, 4},
                   {first_day(), 1, 5},
                   {day("2023-01-01"), 1, 6},
                   {day("2024-01-01"), 0, random.between(2, 6)}};
  story.translation_from = day("2024-01-15") + random.below(80);
}

void friends(Story& story, Random& random) {
  const auto album = [&](std::string_view whose, int year, int month) {
    const Place& where = place(in_korea[static_cast<std::size_t>(random.below(in_korea.size()))]);
    story.friend_albums.push_back({fmt::format("{} {}", whose, where.korean),
                                   free_weekend_day(story, random, year, month), &where,
                                   random.between(14, 26)});
  };
  album("민지가 보낸", 2023, 2);
  album("수빈이와 친구들의", 2024, 5);
  album("지호의", 2024, 6);
}

}  // namespace

Story drawn_story(std::uint64_t seed) {
  Random random(seed, "story");
  Story story;
  const Date moved = day("2023-10-14") + 7 * random.below(14);
  story.homes = {{&place("dongjak"), first_day()}, {&place("gimpo"), moved}};
  nights_away(story, random);
  days_away(story, random);
  sort_trips(story);
  music(story, random);
  body_and_mind(story, random);
  words_and_code(story, seed, random);
  friends(story, random);
  return story;
}

}  // namespace hoego::sample
