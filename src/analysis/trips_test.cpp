#include "analysis/trips.h"

#include <gtest/gtest.h>

#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;

std::vector<Trip> trips_of(const Life& life, const char* as_of = "2024-12-31") {
  const Timeline timeline = life.timeline();
  const std::vector<Home> homes = find_homes(sightings(timeline), world());
  return find_trips(timeline, homes, world(), day(as_of));
}

/// At home in Seoul from January on, but for the days of a trip.
Life at_home(const char* gone = nullptr, const char* back = nullptr) {
  Life life;
  life.evenings(day("2024-01-01"), gone == nullptr ? day("2024-06-30") : day(gone) - 1, seoul);
  if (back != nullptr) life.evenings(day(back), day("2024-06-30"), seoul);
  return life;
}

TEST(Trips, three_nights_in_nagoya_are_a_trip_abroad_with_its_dates) {
  Life life = at_home("2024-03-15", "2024-03-18");
  life.photo("2024-03-15T13:00:00", nagoya)
      .photo("2024-03-16T12:00:00", nagoya)
      .photo("2024-03-17T20:00:00", nagoya);
  life.photo("2024-03-18T10:00:00", nagoya);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].id, "trip-2024-03-jp");
  EXPECT_EQ(trips[0].days.from.iso(), "2024-03-15");
  EXPECT_EQ(trips[0].days.to.iso(), "2024-03-18");
  EXPECT_EQ(trips[0].nights, 3);
  EXPECT_TRUE(trips[0].abroad);
  EXPECT_EQ(trips[0].countries, std::vector<std::string>{"JP"});
  EXPECT_EQ(trips[0].photos, 4);
  ASSERT_EQ(trips[0].stays.size(), 1U);
  EXPECT_EQ(trips[0].stays[0].nights, 3);
}

TEST(Trips, an_id_outlives_new_photos) {
  Life life = at_home("2024-03-15", "2024-03-18");
  life.photo("2024-03-15T13:00:00", nagoya).photo("2024-03-17T20:00:00", nagoya);
  const std::string before = trips_of(life).at(0).id;
  for (int i = 0; i < 30; ++i) life.photo("2024-03-16T12:00:00", nagoya).bare_photo("2024-03-16T12:30:00");
  life.all_day("나고야 여행", day("2024-03-15"), day("2024-03-18"));
  EXPECT_EQ(trips_of(life).at(0).id, before);
}

TEST(Trips, friends_photos_never_make_a_trip) {
  Life life = at_home();
  life.photo("2024-03-15T13:00:00", nagoya, 9, false).photo("2024-03-16T13:00:00", nagoya, 9, false);
  EXPECT_TRUE(trips_of(life).empty());
}

TEST(Trips, a_stop_of_hours_at_an_airport_is_no_visit) {
  Life life = at_home("2024-03-15", "2024-03-25");
  life.photo("2024-03-15T10:00:00", honolulu, -10).photo("2024-03-15T13:00:00", honolulu, -10);
  for (int i = 16; i < 24; ++i)
    life.photo(("2024-03-" + std::to_string(i) + "T12:00:00").c_str(), toronto, -4);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].countries.back(), "CA");
}

TEST(Trips, over_the_date_line_the_local_days_count) {
  Life life = at_home("2024-03-15", "2024-03-20");
  // Leaves Seoul on the evening of the 15th and arrives in Honolulu on the morning of the same day.
  life.photo("2024-03-15T20:00:00", seoul).photo("2024-03-15T11:00:00", honolulu, -10);
  life.photo("2024-03-16T11:00:00", honolulu, -10).photo("2024-03-17T11:00:00", honolulu, -10);
  life.photo("2024-03-18T08:00:00", honolulu, -10);
  life.photo("2024-03-19T18:00:00", seoul);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].days.from.iso(), "2024-03-15");
  EXPECT_EQ(trips[0].days.to.iso(), "2024-03-19");
  EXPECT_EQ(trips[0].countries, std::vector<std::string>{"US"});
}

TEST(Trips, a_day_away_is_a_day_trip_and_not_a_trip) {
  Life life = at_home();
  life.photo("2024-04-20T11:00:00", sokcho).photo("2024-04-20T15:00:00", sokcho);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_TRUE(trips[0].day_trip);
  EXPECT_FALSE(trips[0].abroad);
  EXPECT_EQ(trips[0].id, "daytrip-2024-04-20-kr-sokcho");
}

TEST(Trips, two_back_to_back_are_kept_apart) {
  Life life = at_home("2024-03-15", "2024-03-25");
  life.photo("2024-03-15T13:00:00", nagoya).photo("2024-03-16T13:00:00", nagoya);
  life.photo("2024-03-17T20:00:00", seoul);
  life.photo("2024-03-18T13:00:00", sokcho).photo("2024-03-19T13:00:00", sokcho);
  EXPECT_EQ(trips_of(life).size(), 2U);
}

TEST(Trips, the_calendar_tells_when_it_was_booked) {
  Life life = at_home("2024-03-15", "2024-03-18");
  life.photo("2024-03-15T13:00:00", nagoya).photo("2024-03-17T13:00:00", nagoya);
  life.all_day("나고야 여행", day("2024-03-15"), day("2024-03-18"), "2024-02-19T23:30:00Z");
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  ASSERT_TRUE(trips[0].planned);
  EXPECT_EQ(trips[0].planned->booked->iso(), "2024-02-20") << "the local day at home";
  EXPECT_EQ(trips[0].name, "나고야 여행");
}

TEST(Trips, the_calendar_alone_makes_a_trip_of_lower_certainty_unless_contradicted) {
  Life alone = at_home("2024-03-15", "2024-03-19");
  alone.all_day("일본 여행", day("2024-03-15"), day("2024-03-18"));
  const auto trips = trips_of(alone);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_LT(trips[0].certainty, 0.8);
  Life at_home_all_along = at_home();
  at_home_all_along.all_day("일본 여행", day("2024-03-15"), day("2024-03-18"));
  EXPECT_TRUE(trips_of(at_home_all_along).empty());
}

TEST(Trips, a_second_home_one_keeps_going_to_is_no_trip) {
  Life life;
  for (Date date = day("2024-01-01"); date < day("2024-12-01"); date = date + 1) {
    const bool weekend = date.weekday() >= 6;
    life.photo((date.iso() + "T21:00:00").c_str(), weekend ? sokcho : seoul);
  }
  EXPECT_TRUE(trips_of(life).empty());
}

TEST(Homes, a_move_is_found_on_its_day_and_a_long_journey_is_none) {
  Life life;
  life.evenings(day("2023-06-01"), day("2023-12-08"), seoul);
  life.evenings(day("2023-12-09"), day("2024-03-14"), gimpo);
  life.evenings(day("2024-03-15"), day("2024-03-30"), nagoya);
  life.evenings(day("2024-03-31"), day("2024-06-30"), gimpo);
  const auto homes = find_homes(sightings(life.timeline()), world());
  ASSERT_EQ(homes.size(), 2U);
  EXPECT_EQ(homes[1].days.from.iso(), "2023-12-09");
  EXPECT_EQ(homes[1].spot.place.town_ko, "김포");
}

TEST(Homes, nothing_is_said_without_positions) {
  Life life;
  life.bare_photo("2024-03-15T13:00:00");
  EXPECT_TRUE(find_homes(sightings(life.timeline()), world()).empty());
  EXPECT_TRUE(trips_of(life).empty());
}

}  // namespace
}  // namespace hoego
