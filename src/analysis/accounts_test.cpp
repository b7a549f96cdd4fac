#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/costs.h"
#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::SizeIs;

const Period year_2024{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};

Findings look(const Life& life, const Settings& settings = {}) {
  return look_back(life.timeline(), settings, world(), year_2024, year_before(year_2024));
}

const Activity& find(const Findings& findings, const std::string& id) {
  for (const Activity& activity : findings.activities) {
    if (activity.id == id) return activity;
  }
  throw std::runtime_error("no activity " + id);
}

/// At home but for a week in Canada, left and come back to by way of the sky.
Life canada() {
  Life life;
  life.evenings(day("2024-08-01"), day("2024-09-27"), seoul);
  for (int i = 28; i <= 30; ++i) {
    for (const char* time : {"T10:00:00", "T14:00:00", "T20:00:00"})
      life.photo(("2024-09-" + std::to_string(i) + time).c_str(), toronto, -4);
  }
  for (int i = 1; i <= 4; ++i)
    life.photo(("2024-10-0" + std::to_string(i) + "T15:00:00").c_str(), toronto, -4);
  life.photo("2024-10-06T16:30:00", seoul);
  life.evenings(day("2024-10-07"), day("2024-10-19"), seoul);
  return life;
}

Life& flight(Life& life, const char* title, const char* from, int from_offset, const char* to, int to_offset,
             const char* booked) {
  return life.reservation(title, from, from_offset, to, to_offset)
      .last_with(trait::what, "flight")
      .last_with(trait::booked, booked);
}

TEST(Tickets, a_ticket_tells_when_a_trip_was_booked_and_how_late_one_came_home) {
  Life life = canada();
  flight(life, "KE73 ICN → YYZ", "2024-09-28T09:00:00", 9, "2024-09-28T08:30:00", -4, "2023-11-30T10:00:00Z");
  flight(life, "KE74 YYZ → ICN", "2024-10-05T13:00:00", -4, "2024-10-06T16:00:00", 9, "2023-12-01T10:00:00Z")
      .last_with(trait::first_planned, "2024-10-04T17:00:00");
  const Findings findings = look(life);
  ASSERT_THAT(findings.trips, SizeIs(1));
  const Trip& trip = findings.trips[0];
  ASSERT_TRUE(trip.planned);
  EXPECT_EQ(trip.planned->booked, day("2023-11-30"));
  EXPECT_EQ(trip.planned->days.from, day("2024-09-28"));
  EXPECT_EQ(trip.planned->days.to, day("2024-10-05")) << "as it was booked, not as it was moved";
  // The ticket said 20:00 on the 5th; the first picture at home is of 16:30 the day after.
  ASSERT_TRUE(trip.planned->delay_hours);
  EXPECT_THAT(*trip.planned->delay_hours, DoubleNear(20.5, 0.01));
}

TEST(Tickets, a_cancelled_ticket_plans_nothing) {
  Life life = canada();
  flight(life, "KE73", "2024-09-28T09:00:00", 9, "2024-09-28T08:30:00", -4, "2023-11-30T10:00:00Z")
      .last_with(trait::status, "cancelled");
  flight(life, "OZ1", "2024-12-01T09:00:00", 9, "2024-12-01T11:00:00", 9, "2024-09-30T10:00:00Z")
      .last_with(trait::status, "cancelled");
  const Findings findings = look(life);
  ASSERT_THAT(findings.trips, SizeIs(1));
  EXPECT_FALSE(findings.trips[0].planned);
  EXPECT_THAT(findings.planned, SizeIs(0));
}

TEST(Tickets, a_ticket_for_a_trip_in_the_calendar_is_its_evidence_and_not_another_plan) {
  Life life = canada();
  life.all_day("나고야 여행", day("2024-12-21"), day("2024-12-24"), "2024-09-01T10:00:00Z");
  flight(life, "KE757", "2024-12-21T09:00:00", 9, "2024-12-21T11:00:00", 9, "2024-08-30T10:00:00Z");
  flight(life, "KE999", "2024-12-30T09:00:00", 9, "2024-12-30T11:00:00", 9, "2024-08-30T10:00:00Z");
  const Findings findings = look(life);
  ASSERT_THAT(findings.planned, SizeIs(2));
  EXPECT_EQ(findings.planned[0].title, "나고야 여행");
  EXPECT_EQ(findings.planned[0].booked, day("2024-08-30"));
  EXPECT_EQ(findings.planned[0].evidence.count, 2U);
  EXPECT_EQ(findings.planned[1].title, "KE999");
}

Settings gym_rule() {
  Settings settings;
  ActivityRule gym;
  gym.id = "gym";
  gym.label = {"헬스장", "gym"};
  Matcher matcher;
  matcher.patterns.emplace_back("title", std::make_shared<const Pattern>("헬스"));
  gym.match = {matcher};
  settings.activities = {gym};
  return settings;
}

TEST(Costs, a_trip_cost_what_was_paid_on_its_days_without_what_belongs_at_home) {
  Life life = canada();
  life.expense("호텔", "2024-09-29T20:00:00", 300'000)
      .expense("식당", "2024-10-01T12:00:00", 45'000)
      .expense("환불", "2024-10-02T12:00:00", -15'000)
      .expense("취소된 것", "2024-10-02T13:00:00", 99'000)
      .last_with(trait::status, "cancelled")
      .expense("헬스클럽", "2024-10-01T09:00:00", 60'000)
      .expense("편의점", "2024-10-15T09:00:00", 3'000)
      .expense("Diner", "2024-10-03T09:00:00", 12.5, "CAD");
  const Findings findings = look(life, gym_rule());
  ASSERT_THAT(findings.trips, SizeIs(1));
  const Trip& trip = findings.trips[0];
  ASSERT_THAT(trip.cost, SizeIs(2));
  EXPECT_EQ(trip.cost[0].currency, "KRW");
  EXPECT_EQ(trip.cost[0].amount, 330'000);
  EXPECT_EQ(trip.cost[0].payments, 3);
  EXPECT_EQ(trip.cost[1].amount, 12.5);
  EXPECT_EQ(trip.cost_evidence.count, 4U);
}

TEST(Costs, a_payment_is_what_an_activity_cost_and_not_one_time_more) {
  Life life;
  for (int week = 0; week < 10; ++week)
    life.event("헬스", ((day("2024-01-08") + 7 * week).iso() + "T07:00:00").c_str(), 1);
  life.expense("헬스클럽", "2024-01-02T09:00:00", 300'000);
  const Findings findings = look(life, gym_rule());
  const Activity& gym = find(findings, "gym");
  EXPECT_EQ(gym.count, 10);
  ASSERT_THAT(gym.cost, SizeIs(1));
  EXPECT_EQ(gym.cost[0].amount, 300'000);
}

TEST(Costs, without_rules_payments_are_counted_as_payments) {
  Life life;
  life.expense("편의점", "2024-01-02T09:00:00", 3'000).expense("빵집", "2024-01-03T09:00:00", 5'000);
  const Findings findings = look(life);
  const Activity& expenses = find(findings, "expenses");
  EXPECT_EQ(expenses.count, 2);
  EXPECT_EQ(expenses.cost[0].amount, 8'000);
}

TEST(Open, what_is_merged_later_was_still_open_on_the_day_of_looking_back) {
  Life life;
  life.pull_request("번역 1", "2024-03-01T10:00:00", "me").last_with(trait::merged, "2024-03-05T10:00:00Z");
  life.pull_request("번역 2", "2024-05-01T10:00:00", "me").last_with(trait::merged, "2024-11-05T10:00:00Z");
  life.pull_request("번역 3", "2024-06-01T10:00:00", "me").last_with(trait::closed, "2024-06-02T10:00:00Z");
  life.pull_request("남의 것", "2024-07-01T10:00:00", "other", false).last_with(trait::awaits, "Someone, ME");
  life.pull_request("남의 것 2", "2024-07-02T10:00:00", "other", false).last_with(trait::awaits, "someone");
  const Findings findings = look(life);
  ASSERT_THAT(findings.open, SizeIs(2));
  EXPECT_EQ(findings.open[0].title, "번역 2");
  EXPECT_FALSE(findings.open[0].asked);
  EXPECT_EQ(findings.open[1].title, "남의 것");
  EXPECT_TRUE(findings.open[1].asked);
  const Activity& requests = find(findings, "pull_requests");
  EXPECT_EQ(requests.count, 3);
  EXPECT_THAT(requests.outcomes,
              ElementsAre(testing::Pair("closed", 1), testing::Pair("merged", 1), testing::Pair("open", 1)));
}

}  // namespace
}  // namespace hoego
