#include "sample/story.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "sample/random.h"
#include "sample/story_parts.h"
#include "sample/trips.h"

namespace hoego::sample {
namespace {

Route canada() {
  Route route;
  route.title = "캐나다 여행";
  route.arrives_at = "YYZ";
  route.home_from = "yvr";
  route.departs = 15 * 60 + 50;
  route.out_minutes = 630;
  route.change_at = "yvr";
  route.change_minutes = 310;
  route.onward_minutes = 265;
  route.stops = {{"toronto", 3, 1204, 240},
                 {"quebec", 2, 1918, 210},
                 {"montreal", 2, 1106, 420},
                 {"banff", 2, 3021, 240},
                 {"vancouver", 0, 188, 0}};
  route.home_departs = 17 * 60 + 40;
  route.home_minutes = 660;
  route.camera_percent = 56;
  return route;
}

void travel(Story& story) {
  story.trips = {
      day_trip("chuncheon", day("2022-04-16"), 28),
      day_trip("gongju", day("2022-06-11"), 31),
      trip_in_korea("jeju", day("2022-10-08"), 2, 212, 20),
      day_trip("wonju", day("2022-11-05"), 24),
      day_trip("cheonan", day("2023-01-29"), 22),
      day_trip("jeonju", day("2023-03-12"), 38),
      day_trip("gangneung", day("2023-04-15"), 44),
      short_trip_abroad("osaka", day("2023-05-12"), 3, 261, 110, 30, day("2023-03-02")),
      day_trip("daejeon", day("2023-06-04"), 26),
      trip_in_korea("busan", day("2023-08-11"), 2, 143, 25),
      day_trip("gongju", day("2023-09-03"), 33),
      day_trip("wonju", day("2023-10-09"), 29),
      day_trip("chuncheon", day("2023-11-05"), 35),
      day_trip("cheonan", day("2024-02-18"), 24),
      short_trip_abroad("nagoya", day("2024-03-15"), 3, 731, 110, 35, day("2024-02-20")),
      day_trip("chuncheon", day("2024-04-20"), 61),
      day_trip("jeonju", day("2024-06-02"), 42),
      day_trip("gangneung", day("2024-07-14"), 37),
      trip_in_korea("sokcho", day("2024-08-15"), 2, 163, 20),
      long_trip(canada(), day("2024-09-28"), 20 * 60 + 30, day("2023-11-30")),
      short_trip_abroad("sapporo", day("2024-12-21"), 3, 0, 165, 0, day("2024-08-30")),
  };
  story.trips.back().ahead = true;
  story.promised_countries = {"CA"};
  story.lull = {day("2024-10-10"), day("2024-10-17")};
}

void habits(Story& story) {
  story.homes = {{&place("dongjak"), first_day()}, {&place("gimpo"), day("2023-12-09")}};
  story.drums_break = {day("2023-12-17"), day("2024-01-05")};
  story.drums_grew = day("2024-02-26");
  story.ensembles = {{day("2023-01-25"), 53}, {day("2024-01-08"), 75}, {story.drums_grew, 220}};
  story.practice = {{day("2023-02-06"), 28}, {story.drums_grew, 185}};
  for (const auto* date :
       {"2023-12-16", "2024-04-27", "2024-06-22", "2024-08-31", "2024-09-21", "2024-11-16", "2024-12-14"}) {
    story.shows.push_back(day(date));
  }
  story.pilates = {day("2023-01-03"), day("2024-02-03")};
  story.pilates_hundredths = 168;
  story.gym_from = day("2024-03-04");
  story.gym_faded = day("2024-06-10");
  story.gym_last = day("2024-08-24");
  story.gym_hundredths = 243;
  story.gym_afterwards = 4;
  story.study = {day("2024-02-06"), day("2024-06-25")};
  story.study_skipped = 4;
  story.writers = {day("2023-01-07"), day("2023-07-22")};
  story.writers_again = day("2024-10-19");
  for (const auto* date : {"2024-10-27", "2024-11-10", "2024-11-24", "2024-12-08", "2024-12-22"}) {
    story.writers_deadlines.push_back(day(date));
  }
  story.commits = {
      {day("2021-10-18"), 0, 4}, {first_day(), 1, 5}, {day("2023-01-01"), 1, 6}, {day("2024-01-01"), 0, 4}};
  story.translation_from = day("2024-02-27");
}

Story the_person() {
  Story story;
  travel(story);
  habits(story);
  story.posts = posts_until(story.seed, day("2023-12-31"));
  for (const auto* date :
       {"2024-01-07", "2024-01-28", "2024-02-11", "2024-02-25", "2024-03-24", "2024-04-14"}) {
    story.posts.push_back(day(date));
  }
  story.friend_albums = {{"민지가 보낸 부산", day("2023-02-18"), &place("busan"), 19},
                         {"강릉 다녀온 친구들", day("2024-05-18"), &place("gangneung"), 23},
                         {"지호의 제주", day("2024-07-27"), &place("jeju"), 18}};
  return story;
}

}  // namespace

Date first_day() {
  return day("2022-01-01");
}
Date today() {
  return day("2024-10-20");
}

Date day(std::string_view iso) {
  const auto date = Date::parse(iso);
  assert(date);
  return date.value_or(Date{});
}

std::vector<Date> posts_until(std::uint64_t seed, Date last) {
  Random random(seed, "posts");
  std::vector<Date> posts;
  for (Date next = day("2022-01-16"); next <= last;) {
    posts.push_back(next);
    next = next + (next.year() == 2022 ? random.between(24, 45) : random.between(12, 24));
  }
  return posts;
}

const Trip* Story::trip_on(Date day) const {
  for (const Trip& trip : trips) {
    if (!trip.ahead && trip.from <= day && day <= trip.to) return &trip;
  }
  return nullptr;
}

const Place& Story::home_on(Date day) const {
  const Home* home = &homes.front();
  for (const Home& next : homes) {
    if (next.from <= day) home = &next;
  }
  return *home->place;
}

bool Story::quiet(Date day) const {
  const bool moving =
      std::any_of(homes.begin() + 1, homes.end(), [&](const Home& h) { return h.from == day; });
  return moving || lull.contains(day) || day == today() || trip_on(day) != nullptr;
}

Story make_story(std::uint64_t seed) {
  Story story = seed == 2024 ? the_person() : drawn_story(seed);
  story.seed = seed;
  return story;
}

}  // namespace hoego::sample
