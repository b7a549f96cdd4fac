#include "analysis/trip_account.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/trips.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Coordinates incheon{37.46, 126.44};

/// A timeline with all that outlives its account.
struct Told {
  Timeline timeline;
  Settings settings;
  Places atlas = world();
  AllTime all;
  std::optional<TripAccount> account;

  Told(const Life& life, const std::string& id, const char* as_of, std::size_t most = 20)
      : timeline(life.timeline()), all(over_all_time(timeline, settings, atlas, day(as_of))) {
    account = trip_account(all, id, most);
  }
  const TripAccount& operator*() const { return account.value(); }
};

/// Ten days in Canada, over the date line: the flight home was moved and landed a day late.
Life canada() {
  Life life;
  life.evenings(day("2024-05-01"), day("2024-09-27"), seoul);
  life.all_day("캐나다 여행", day("2024-09-28"), day("2024-10-04"), "2023-11-30T01:00:00Z");
  life.reservation("AB1 ICN → YYZ", "2024-09-28T15:50:00", 9, "2024-09-28T22:55:00", -4)
      .last_with(trait::what, "flight");
  life.photo("2024-09-28T15:20:00", incheon);
  life.photo("2024-09-29T09:00:00", toronto, -4).photo("2024-09-29T20:00:00", toronto, -4);
  life.photo("2024-09-30T21:00:00", toronto, -4).photo("2024-10-01T08:00:00", toronto, -4);
  life.photo("2024-10-01T19:00:00", banff, -6).photo("2024-10-02T12:00:00", banff, -6);
  life.bare_photo("2024-10-02T12:10:00", -6);
  life.photo("2024-10-03T20:00:00", banff, -6).photo("2024-10-04T09:00:00", banff, -6);
  life.reservation("AB2 YYC → ICN", "2024-10-04T14:00:00", -6, "2024-10-05T17:00:00", 9)
      .last_with(trait::what, "flight")
      .last_with(trait::first_planned, "2024-10-03T14:00:00");
  life.photo("2024-10-05T17:30:00", incheon).photo("2024-10-05T21:00:00", seoul);
  life.evenings(day("2024-10-06"), day("2024-12-20"), seoul);
  return life;
}

TEST(TripAccount, tells_each_day_where_one_was_how_far_one_went_and_when_the_clock_changed) {
  const Told told(canada(), "trip-2024-09-ca", "2024-12-31");
  ASSERT_TRUE(told.account);
  const std::vector<TripDay>& days = (*told).days;
  ASSERT_THAT(days, SizeIs(8));
  EXPECT_EQ(days[0].day.iso(), "2024-09-28");
  ASSERT_TRUE(days[0].km);
  EXPECT_LT(*days[0].km, 60) << "the flight is of the day on which one was seen again";
  EXPECT_FALSE(days[0].clock);
  ASSERT_TRUE(days[1].clock);
  EXPECT_EQ(days[1].clock->from.iso(), "+09:00");
  EXPECT_EQ(days[1].clock->to.iso(), "-04:00");
  EXPECT_NEAR(*days[1].km, distance_km(incheon, toronto), 1);
  EXPECT_FALSE(days[2].clock);
  ASSERT_THAT(days[3].towns, SizeIs(2));
  EXPECT_EQ(days[3].towns[0].place.town_en, "Toronto");
  EXPECT_EQ(days[3].towns[1].place.town_en, "Banff");
  EXPECT_EQ((*told).trip.stays.at(days[3].slept.value()).spot.place.town_en, "Banff");
  EXPECT_EQ(days[4].pictures, 2) << "with a position and without";
  EXPECT_EQ(days[4].km, 0) << "nothing but standing";
  EXPECT_EQ(days[5].pictures, 1);
  EXPECT_EQ(days[6].slept, std::nullopt) << "the night was in the air";
  ASSERT_TRUE(days[7].clock);
  EXPECT_EQ(days[7].clock->to.iso(), "+09:00");
  EXPECT_EQ((*told).home->place.town_en, "Seoul");
}

TEST(TripAccount, a_day_on_which_nothing_was_seen_has_no_kilometres) {
  Life life;
  life.evenings(day("2024-01-01"), day("2024-03-14"), seoul);
  life.photo("2024-03-15T13:00:00", nagoya).photo("2024-03-17T20:00:00", nagoya);
  life.photo("2024-03-18T10:00:00", nagoya);
  life.evenings(day("2024-03-18"), day("2024-06-30"), seoul);
  const Told told(life, "trip-2024-03-jp", "2024-12-31");
  ASSERT_TRUE(told.account);
  ASSERT_THAT((*told).days, SizeIs(4));
  EXPECT_EQ((*told).days[1].km, std::nullopt);
  EXPECT_EQ((*told).days[1].pictures, 0);
  EXPECT_THAT((*told).days[1].towns, IsEmpty());
  EXPECT_EQ((*told).days[1].slept, 0U);
  EXPECT_GT(*(*told).days[3].km, 800) << "the way home is of the day on which one was home";
}

TEST(TripAccount, puts_a_ticket_beside_what_was_seen_and_its_delay_where_the_finding_tells_it) {
  const Told told(canada(), "trip-2024-09-ca", "2024-12-31");
  ASSERT_TRUE(told.account);
  ASSERT_THAT((*told).ways, SizeIs(2));
  const TripWay& out = (*told).ways[0];
  EXPECT_EQ(out.last_seen->wall.iso(), "2024-09-28T15:20:00");
  EXPECT_EQ(out.first_seen->wall.iso(), "2024-09-29T09:00:00");
  EXPECT_EQ(out.delay_hours, std::nullopt) << "seen late is not landed late";
  EXPECT_FALSE(out.now_departs);
  const TripWay& back = (*told).ways[1];
  EXPECT_EQ(wall_time(back.departs.at, back.departs.offset).iso(), "2024-10-03T14:00:00");
  EXPECT_EQ(wall_time(back.now_departs->at, back.now_departs->offset).iso(), "2024-10-04T14:00:00");
  EXPECT_EQ(back.first_seen->wall.iso(), "2024-10-05T17:30:00");
  ASSERT_TRUE(back.delay_hours);
  EXPECT_EQ(*back.delay_hours, *(*told).trip.planned->delay_hours);
  EXPECT_NEAR(*back.delay_hours, 24.5, 0.01);
  ASSERT_TRUE((*told).elapsed_hours);
  EXPECT_NEAR(*(*told).elapsed_hours, 7 * 24 + 2 + 10.0 / 60, 0.01) << "whatever the clocks showed";
}

TEST(TripAccount, a_ticket_and_the_calendar_entry_of_the_same_hours_are_one_way) {
  Life life = canada();
  life.reservation("ICN→YYZ", "2024-09-28T16:00:00", 9, "2024-09-28T23:00:00", -4).last_is(Kind::Event);
  const Told told(life, "trip-2024-09-ca", "2024-12-31");
  ASSERT_TRUE(told.account);
  ASSERT_THAT((*told).ways, SizeIs(2));
  ASSERT_THAT((*told).ways[0].told_by, SizeIs(2));
  EXPECT_EQ((*told).ways[0].told_by[0]->kind, Kind::Reservation);
}

TEST(TripAccount, costs_stand_by_currency_and_category_and_nothing_is_converted) {
  Life life = canada();
  life.expense("HOTEL", "2024-09-29T12:00:00", 200, "CAD").last_with(trait::category, "숙박");
  life.expense("CAFE", "2024-09-30T12:00:00", 10, "CAD").last_with(trait::category, "식비");
  life.expense("CAFE", "2024-09-30T13:00:00", 12, "CAD").last_with(trait::category, "식비");
  life.expense("보험", "2024-09-28T09:00:00", 30000);
  const Told told(life, "trip-2024-09-ca", "2024-12-31");
  ASSERT_TRUE(told.account);
  const std::vector<CostLine>& cost = (*told).cost;
  ASSERT_THAT(cost, SizeIs(3));
  EXPECT_EQ(cost[0].category, "숙박");
  EXPECT_EQ(cost[0].money.currency, "CAD");
  EXPECT_EQ(cost[1].category, "식비");
  EXPECT_EQ(cost[1].money.amount, 22);
  EXPECT_EQ(cost[1].money.payments, 2);
  EXPECT_EQ(cost[2].money.currency, "KRW");
  EXPECT_EQ(cost[2].category, "");
}

TEST(TripAccount, tells_what_else_was_done_but_not_what_could_not_be) {
  Life life = canada();
  life.thing(Kind::Post, "숲에서", "2024-10-02T22:00:00").thing(Kind::Post, "공항", "2024-10-04T10:00:00");
  life.thing(Kind::Book, "돌", "2024-10-01T22:00:00")
      .thing(Kind::Post, "남의 글", "2024-10-01T22:00:00", false);
  life.event("주간 회의", "2024-09-30T10:00:00");
  life.event("1:1", "2024-10-05T16:00:00");
  life.event("저녁 약속", "2024-10-05T19:00:00");
  life.visit("2024-10-02T10:00:00", "2024-10-02T11:00:00", banff);
  const Told told(life, "trip-2024-09-ca", "2024-12-31");
  ASSERT_TRUE(told.account);
  const std::vector<Meanwhile>& meanwhile = (*told).meanwhile;
  ASSERT_THAT(meanwhile, SizeIs(3));
  EXPECT_EQ(meanwhile[0].kind, Kind::Post);
  EXPECT_EQ(meanwhile[0].count, 2U);
  EXPECT_THAT(meanwhile[0].by_day, ElementsAre(0, 0, 0, 0, 1, 0, 1, 0));
  EXPECT_EQ(meanwhile[0].told[0]->title, "숲에서");
  for (const Meanwhile& group : meanwhile) {
    if (group.kind != Kind::Event) continue;
    EXPECT_EQ(group.told.at(0)->title, "저녁 약속") << "the others were missed";
  }
}

TEST(TripAccount, names_whom_the_pictures_name_the_most_frequent_first) {
  Life life = canada();
  life.photo("2024-10-02T13:00:00", banff, -6).last_with(trait::person, "지수; Bob");
  life.photo("2024-10-02T14:00:00", banff, -6).last_with(trait::person, "Bob");
  const Told told(life, "trip-2024-09-ca", "2024-12-31");
  ASSERT_TRUE(told.account);
  ASSERT_THAT((*told).companions, SizeIs(2));
  EXPECT_EQ((*told).companions[0].name, "Bob");
  EXPECT_EQ((*told).companions[0].records, 2U);
  EXPECT_EQ((*told).companions[1].name, "지수");
}

TEST(TripAccount, of_what_is_ahead_it_tells_the_plan_alone) {
  Life life = canada();
  life.all_day("나고야 여행", day("2025-01-10"), day("2025-01-12"), "2024-12-01T01:00:00Z");
  life.reservation("CD1 ICN → NGO", "2025-01-10T09:00:00", 9, "2025-01-10T11:00:00", 9)
      .last_with(trait::what, "flight");
  life.reservation("호텔", "2025-01-10T15:00:00", 9, "2025-01-12T11:00:00", 9)
      .last_with(trait::what, "lodging");
  const Told told(life, "planned-2025-01-10-나고야-여행", "2024-12-31");
  ASSERT_TRUE(told.account);
  EXPECT_TRUE((*told).ahead);
  EXPECT_EQ((*told).trip.nights, 2);
  EXPECT_TRUE((*told).trip.abroad);
  EXPECT_THAT((*told).trip.countries, ElementsAre("JP"));
  EXPECT_THAT((*told).days, IsEmpty());
  EXPECT_THAT((*told).choice.pictures, IsEmpty());
  ASSERT_THAT((*told).ways, SizeIs(1));
  EXPECT_FALSE((*told).ways[0].first_seen);
  ASSERT_THAT((*told).reserved, SizeIs(1));
  EXPECT_EQ((*told).reserved[0]->title, "호텔");
  EXPECT_EQ((*told).trip.planned->booked->iso(), "2024-12-01");
}

TEST(TripAccount, of_an_unknown_id_there_is_none_and_of_a_calendar_alone_nothing_was_seen) {
  EXPECT_FALSE(Told(canada(), "trip-2024-09-us", "2024-12-31").account);
  EXPECT_FALSE(Told(canada(), "", "2024-12-31").account);
  Life life;
  life.evenings(day("2024-01-01"), day("2024-03-14"), seoul);
  life.all_day("일본 여행", day("2024-03-15"), day("2024-03-18"));
  life.evenings(day("2024-03-19"), day("2024-06-30"), seoul);
  const Told told(life, "trip-2024-03-jp", "2024-12-31");
  ASSERT_TRUE(told.account);
  ASSERT_THAT((*told).days, SizeIs(4));
  for (const TripDay& one : (*told).days) {
    EXPECT_EQ(one.km, std::nullopt);
    EXPECT_FALSE(one.clock);
  }
  EXPECT_EQ((*told).elapsed_hours, std::nullopt);
}

}  // namespace
}  // namespace hoego
