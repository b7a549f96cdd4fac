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

TEST(Trips, the_parents_seen_once_a_month_are_no_trip) {
  Life life;
  for (Date date = day("2024-01-01"); date < day("2024-08-01"); date = date + 1) {
    const bool visit = (date - day("2024-01-01")) % 28 < 2 && date > day("2024-01-02");
    life.photo((date.iso() + "T15:00:00").c_str(), visit ? Coordinates{37.34, 127.92} : seoul);
  }
  EXPECT_TRUE(trips_of(life).empty());
}

TEST(Trips, the_road_to_a_regular_place_is_no_day_trip) {
  Life life;
  const Coordinates cabin{37.34, 127.92};
  const Coordinates half_way{37.43, 127.43};
  for (Date date = day("2024-01-01"); date < day("2024-08-01"); date = date + 1) {
    const bool visit = date.weekday() == 6;
    if (visit) life.photo((date.iso() + "T10:00:00").c_str(), half_way);
    life.photo((date.iso() + "T15:00:00").c_str(), visit ? cabin : seoul);
    life.photo((date.iso() + "T22:00:00").c_str(), visit ? cabin : seoul);
  }
  EXPECT_TRUE(trips_of(life).empty());
}

TEST(Trips, some_hours_at_home_between_two_flights_part_no_trip) {
  Life life = at_home("2024-03-15", "2024-03-20");
  life.photo("2024-03-15T13:00:00", nagoya).photo("2024-03-16T13:00:00", nagoya);
  life.photo("2024-03-17T09:00:00", nagoya).photo("2024-03-17T14:00:00", seoul);
  life.photo("2024-03-17T20:00:00", sokcho).photo("2024-03-18T13:00:00", sokcho);
  life.photo("2024-03-19T13:00:00", sokcho);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].days.from.iso(), "2024-03-15");
  EXPECT_EQ(trips[0].days.to.iso(), "2024-03-19");
}

TEST(Trips, a_night_at_ones_own_airport_parts_no_trip) {
  Life life = at_home("2024-03-15", "2024-03-21");
  const Coordinates airport{37.46, 126.61};
  life.photo("2024-03-15T13:00:00", nagoya).photo("2024-03-17T19:00:00", nagoya);
  life.photo("2024-03-17T23:30:00", airport).photo("2024-03-18T05:30:00", airport);
  life.photo("2024-03-18T12:00:00", nagoya).photo("2024-03-20T13:00:00", nagoya);
  EXPECT_EQ(trips_of(life).size(), 1U);
}

TEST(Trips, positions_over_a_country_are_no_visit) {
  Life life = at_home("2024-03-15", "2024-03-20");
  life.photo("2024-03-15T12:00:00", nagoya).photo("2024-03-15T14:00:00", {45.0, -170.0}, 9);
  life.photo("2024-03-15T16:30:00", vancouver_airport, 9).photo("2024-03-15T20:30:00", toronto, 9);
  for (int i = 16; i < 20; ++i)
    life.photo(("2024-03-" + std::to_string(i) + "T12:00:00").c_str(), toronto, -4);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].countries, std::vector<std::string>{"CA"});
  ASSERT_EQ(trips[0].stays.size(), 1U);
  EXPECT_EQ(trips[0].stays[0].spot.place.town_en, "Toronto");
}

TEST(Trips, the_first_night_after_a_connection_is_slept_where_one_goes) {
  Life life = at_home("2024-09-28", "2024-10-05");
  life.photo("2024-09-28T16:00:00", seoul).photo("2024-09-28T12:00:00", vancouver_airport, -7);
  life.photo("2024-09-29T10:00:00", toronto, -4).photo("2024-09-30T10:00:00", toronto, -4);
  life.photo("2024-10-03T18:00:00", toronto, -4);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  ASSERT_EQ(trips[0].stays.size(), 1U);
  EXPECT_EQ(trips[0].stays[0].days.from.iso(), "2024-09-28");
  EXPECT_EQ(trips[0].stays[0].spot.place.town_en, "Toronto");
}

TEST(Trips, a_visit_is_seen_where_it_ends_too) {
  Life life;
  life.visits(day("2024-01-01"), day("2024-04-30"), seoul);
  life.visit("2024-05-01T13:00:00", "2024-05-03T11:00:00", sokcho);
  life.visits(day("2024-05-03"), day("2024-06-30"), seoul);
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].days.from.iso(), "2024-05-01");
  EXPECT_EQ(trips[0].days.to.iso(), "2024-05-03");
  EXPECT_FALSE(trips[0].evidence.records.empty());
}

TEST(Trips, one_reading_of_a_log_far_away_is_no_trip) {
  Life life = at_home();
  life.photo("2024-04-10T15:00:00", toronto).last_is(Kind::Measurement);
  EXPECT_TRUE(trips_of(life).empty());
}

TEST(Trips, tickets_date_what_few_photos_leave_open) {
  Life life = at_home("2024-03-13", "2024-03-22");
  life.photo("2024-03-16T13:00:00", nagoya).photo("2024-03-17T13:00:00", nagoya);
  life.flight("2024-03-14T10:00:00", "Seoul", "2024-03-14T12:00:00", "Nagoya");
  life.flight("2024-03-20T10:00:00", "Nagoya", "2024-03-20T12:00:00", "Seoul");
  const auto trips = trips_of(life);
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].days.from.iso(), "2024-03-14");
  EXPECT_EQ(trips[0].days.to.iso(), "2024-03-20");
}

TEST(Trips, tickets_alone_make_a_trip_of_lower_certainty) {
  Life life = at_home("2024-03-13", "2024-03-21");
  life.flight("2024-03-14T10:00:00", "Seoul", "2024-03-14T12:00:00", "Nagoya");
  life.flight("2024-03-18T10:00:00", "Nagoya", "2024-03-18T12:00:00", "Seoul");
  const auto alone = trips_of(life);
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_LT(alone[0].certainty, 0.8);
  EXPECT_EQ(alone[0].countries, std::vector<std::string>{"JP"});
  life.all_day("나고야 여행", day("2024-03-14"), day("2024-03-18"));
  const auto both = trips_of(life);
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both[0].name, "나고야 여행");
  EXPECT_GT(both[0].certainty, alone[0].certainty);
}

TEST(Trips, an_appointment_kept_at_home_speaks_against_an_entry) {
  Life life = at_home("2024-03-15", "2024-03-19");
  life.all_day("토론토 여행", day("2024-03-15"), day("2024-03-18"));
  const double before = trips_of(life).at(0).certainty;
  life.event("치과", "2024-03-16T10:00:00").last_with(trait::location, "서울 치과");
  EXPECT_LT(trips_of(life).at(0).certainty, before / 2);
}

TEST(Trips, few_sightings_are_less_certain_than_many) {
  Life few = at_home("2024-03-15", "2024-03-20");
  few.photo("2024-03-17T13:00:00", nagoya);
  Life many = at_home("2024-03-15", "2024-03-20");
  for (int i = 15; i < 20; ++i) {
    many.photo(("2024-03-" + std::to_string(i) + "T12:00:00").c_str(), nagoya);
    many.photo(("2024-03-" + std::to_string(i) + "T18:00:00").c_str(), nagoya);
  }
  EXPECT_LT(trips_of(few).at(0).certainty, trips_of(many).at(0).certainty);
  EXPECT_GT(trips_of(many).at(0).certainty, 0.8);
}

TEST(Places, the_longest_name_in_a_title_is_the_place) {
  Places atlas = world();
  const auto named = place_in_title(atlas, "Trip to Toronto in May");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->place.town_en, "Toronto");
  atlas.find_town = [](std::string_view name) -> std::vector<std::pair<Place, Coordinates>> {
    if (name == "New York") return {{{1, "New York", "", "", "", "US"}, {40.7, -74}}};
    if (name == "York") return {{{2, "York", "", "", "", "GB"}, {53.9, -1.1}}};
    return {};
  };
  EXPECT_EQ(place_in_title(atlas, "New York trip")->place.country, "US");
}

TEST(Homes, a_move_between_few_photos_is_dated_in_the_middle_of_what_is_open) {
  Life life;
  for (Date date = day("2023-06-01"); date < day("2023-11-27"); date = date + 5)
    life.photo((date.iso() + "T21:00:00").c_str(), seoul);
  for (Date date = day("2023-12-06"); date < day("2024-04-01"); date = date + 5)
    life.photo((date.iso() + "T21:00:00").c_str(), nagoya);
  const auto homes = find_homes(sightings(life.timeline()), world());
  ASSERT_EQ(homes.size(), 2U);
  EXPECT_EQ(homes[1].days.from.iso(), "2023-11-30");
}

TEST(Homes, where_visits_last_through_the_night_is_home_not_where_one_works) {
  Life life;
  for (Date date = day("2024-01-01"); date < day("2024-04-01"); date = date + 1) {
    life.visit((date.iso() + "T08:30:00").c_str(), (date.iso() + "T18:00:00").c_str(), seoul);
    life.visit((date.iso() + "T19:00:00").c_str(), ((date + 1).iso() + "T07:30:00").c_str(), gimpo);
  }
  const auto homes = find_homes(sightings(life.timeline()), world());
  ASSERT_EQ(homes.size(), 1U);
  EXPECT_EQ(homes[0].spot.place.town_en, "Gimpo");
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
