#include "analysis/corrections.h"

#include <gtest/gtest.h>

#include "analysis/corrected_trips.h"
#include "analysis/trips.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using What = TripCorrection::What;

std::vector<Trip> trips_of(const Life& life, const Corrections& corrections) {
  const Timeline timeline = life.timeline();
  const std::vector<Home> homes = find_homes(sightings(timeline), world());
  return find_trips(timeline, homes, world(), day("2024-12-31"), corrections);
}

Corrections one(What what, const char* from, const char* to, const char* name = "") {
  return {{{what, {day(from), day(to)}, name, "corrections.toml, line 1"}}, {}};
}

/// Six days in Nagoya in March, four in Sokcho in May; else at home.
Life two_trips() {
  Life life;
  life.evenings(day("2024-01-01"), day("2024-03-14"), seoul);
  for (int i = 15; i <= 20; ++i) life.photo(("2024-03-" + std::to_string(i) + "T13:00:00").c_str(), nagoya);
  life.evenings(day("2024-03-21"), day("2024-05-03"), seoul);
  for (int i = 4; i <= 7; ++i) life.photo(("2024-05-0" + std::to_string(i) + "T13:00:00").c_str(), sokcho);
  life.evenings(day("2024-05-08"), day("2024-06-30"), seoul);
  return life;
}

TEST(Corrections, a_trip_gets_the_name_its_owner_gives_it) {
  const auto trips = trips_of(two_trips(), one(What::Name, "2024-03-16", "2024-03-16", "장어덮밥"));
  ASSERT_EQ(trips.size(), 2U);
  EXPECT_EQ(trips[0].name, "장어덮밥");
  EXPECT_EQ(trips[1].name, "");
}

TEST(Corrections, where_there_was_no_trip_none_is_found) {
  const auto trips = trips_of(two_trips(), one(What::Never, "2024-05-04", "2024-05-07"));
  ASSERT_EQ(trips.size(), 1U);
  EXPECT_EQ(trips[0].countries, std::vector<std::string>{"JP"});
}

TEST(Corrections, a_trip_that_only_a_calendar_tells_of_can_be_none_too) {
  Life life = two_trips();
  life.all_day("캐나다 여행", day("2024-06-10"), day("2024-06-13"));
  const std::size_t all = trips_of(life, {}).size();
  const auto trips = trips_of(life, one(What::Never, "2024-06-10", "2024-06-13"));
  EXPECT_EQ(trips.size(), 2U);
  EXPECT_GE(all, trips.size());
}

TEST(Corrections, days_at_home_between_are_no_boundary_inside_one_trip) {
  Life life = two_trips();
  life.photo("2024-03-24T13:00:00", nagoya).photo("2024-03-25T13:00:00", nagoya);
  ASSERT_GE(trips_of(life, {}).size(), 3U);
  const auto trips = trips_of(life, one(What::Same, "2024-03-15", "2024-03-26"));
  ASSERT_EQ(trips.size(), 2U);
  EXPECT_EQ(trips[0].days.from.iso(), "2024-03-15");
  EXPECT_GE(trips[0].days.to.iso(), "2024-03-25");
  EXPECT_LE(trips[0].days.to.iso(), "2024-03-26");
  EXPECT_GE(trips[0].photos, 8);
}

TEST(Corrections, one_trip_becomes_two_that_meet_on_a_day) {
  const auto trips = trips_of(two_trips(), one(What::Split, "2024-03-18", "2024-03-18"));
  ASSERT_EQ(trips.size(), 3U);
  EXPECT_EQ(trips[0].days.to.iso(), "2024-03-18");
  EXPECT_EQ(trips[1].days.from.iso(), "2024-03-18");
  EXPECT_EQ(trips[0].nights + trips[1].nights, trips_of(two_trips(), {}).at(0).nights);
  EXPECT_NE(trips[0].id, trips[1].id);
  EXPECT_EQ(trips[0].photos + trips[1].photos, 6);
}

TEST(Corrections, a_trip_that_its_owner_confirms_is_certain) {
  const auto before = trips_of(two_trips(), {});
  ASSERT_LT(before[1].certainty, 1);
  const auto trips = trips_of(two_trips(), one(What::Sure, "2024-05-05", "2024-05-05"));
  ASSERT_EQ(trips.size(), 2U);
  EXPECT_EQ(trips[1].certainty, 1);
  EXPECT_EQ(trips[0].certainty, before[0].certainty) << "the other one is as it was";
}

TEST(Corrections, they_hold_after_a_new_import) {
  Life life = two_trips();
  life.photo("2024-03-17T18:00:00", nagoya).photo("2024-05-05T18:00:00", sokcho);
  EXPECT_EQ(trips_of(life, one(What::Split, "2024-03-18", "2024-03-18")).size(), 3U);
  EXPECT_EQ(trips_of(life, one(What::Never, "2024-05-04", "2024-05-07")).size(), 1U);
}

TEST(Corrections, one_that_applies_to_nothing_names_the_nearest) {
  const std::vector<Trip> found = trips_of(two_trips(), {});
  for (const What what : {What::Name, What::Same, What::Split, What::Never, What::Sure}) {
    const Corrections wrong = one(what, "2024-02-10", "2024-02-10", "x");
    const auto unused = unused_corrections(wrong, found, trips_of(two_trips(), wrong));
    ASSERT_EQ(unused.size(), 1U);
    EXPECT_EQ(unused[0].where, "corrections.toml, line 1");
    ASSERT_EQ(unused[0].candidates.size(), 2U);
    EXPECT_EQ(unused[0].candidates[0], "trip-2024-03-jp (2024-03-15..2024-03-20)");
  }
}

TEST(Corrections, one_that_applies_is_no_problem) {
  const std::vector<Trip> found = trips_of(two_trips(), {});
  const std::vector<Corrections> right = {
      one(What::Name, "2024-03-16", "2024-03-16", "x"), one(What::Never, "2024-05-04", "2024-05-07"),
      one(What::Split, "2024-03-18", "2024-03-18"), one(What::Same, "2024-03-15", "2024-03-20"),
      one(What::Sure, "2024-05-04", "2024-05-04")};
  for (const Corrections& corrections : right) {
    EXPECT_TRUE(unused_corrections(corrections, found, trips_of(two_trips(), corrections)).empty());
  }
}

}  // namespace
}  // namespace hoego
