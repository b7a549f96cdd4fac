#include "analysis/activities.h"

#include <gtest/gtest.h>

#include "analysis/coverage.h"
#include "analysis/distribution.h"
#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;

const Period year_2024{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};

Findings look(const Life& life, const Settings& settings = {}) {
  return look_back(life.timeline(), settings, world(), year_2024, year_before(year_2024));
}

const Activity* find(const Findings& findings, const std::string& id) {
  for (const Activity& activity : findings.activities) {
    if (activity.id == id) return &activity;
  }
  return nullptr;
}

TEST(Activities, a_title_that_keeps_coming_is_one_whatever_its_number) {
  Life life;
  for (int week = 0; week < 6; ++week) {
    life.event("합주 " + std::to_string(week + 1) + "회",
               ((day("2024-03-05") + 7 * week).iso() + "T19:00:00").c_str());
  }
  life.event("치과", "2024-03-06T10:00:00");
  const Findings findings = look(life);
  const Activity* rehearsals = find(findings, "합주");
  ASSERT_NE(rehearsals, nullptr);
  EXPECT_EQ(rehearsals->count, 6);
  EXPECT_EQ(rehearsals->hours, 12);
  EXPECT_EQ(rehearsals->longest_streak_weeks, 6);
  EXPECT_EQ(find(findings, "치과"), nullptr);
}

TEST(Activities, cancelled_declined_and_impossible_entries_did_not_happen) {
  Life life;
  life.evenings(day("2024-01-01"), day("2024-03-14"), seoul)
      .evenings(day("2024-03-19"), day("2024-06-01"), seoul);
  for (int i = 15; i < 19; ++i) {
    const std::string date = "2024-03-" + std::to_string(i);
    for (const char* time : {"T10:00:00", "T12:00:00", "T15:00:00"})
      life.photo((date + time).c_str(), nagoya);
  }
  for (int week = 0; week < 8; ++week)
    life.event("레슨", ((day("2024-02-02") + 7 * week).iso() + "T19:00:00").c_str());
  life.event("레슨", "2024-03-16T19:00:00");  // in Nagoya
  life.event("레슨", "2024-05-01T19:00:00").last_with(trait::status, "cancelled");
  life.event("레슨", "2024-05-08T19:00:00").last_with(trait::status, "declined");
  const Findings findings = look(life);
  const Activity* lessons = find(findings, "레슨");
  ASSERT_NE(lessons, nullptr);
  EXPECT_EQ(lessons->count, 8) << "seven at home and the one on the day of departure";
}

TEST(Activities, unknown_is_not_zero) {
  Life life;
  life.covered("밴드", day("2024-02-01"), day("2024-05-31"));
  for (int week = 0; week < 8; ++week)
    life.event("합주", ((day("2024-02-06") + 7 * week).iso() + "T19:00:00").c_str());
  const Findings findings = look(life);
  const Activity* rehearsals = find(findings, "합주");
  ASSERT_NE(rehearsals, nullptr);
  EXPECT_FALSE(rehearsals->by_month[0]) << "January is not covered";
  EXPECT_EQ(rehearsals->by_month[4], 0) << "May is covered, and there was nothing";
  EXPECT_FALSE(rehearsals->by_month[5]);
  EXPECT_FALSE(rehearsals->by_month[11]) << "December is still ahead";
  EXPECT_FALSE(rehearsals->absence_known);
  EXPECT_EQ(rehearsals->against->verdict, Difference::Unknown);
}

TEST(Activities, the_first_rule_that_matches_wins_and_exceptions_are_out) {
  Settings settings;
  const auto rule = [](const char* id, const char* title, const char* except) {
    ActivityRule out;
    out.id = id;
    out.label = {id, id};
    out.match = {{Kind::Event, {{"title", std::make_shared<Pattern>(title)}}}};
    if (*except != '\0') out.except = {{std::nullopt, {{"title", std::make_shared<Pattern>(except)}}}};
    return out;
  };
  settings.activities = {rule("drums", "드럼|합주", "취소"), rule("music", "합주|콘서트", "")};
  Life life;
  life.event("합주", "2024-03-05T19:00:00")
      .event("합주 취소", "2024-03-06T19:00:00")
      .event("회식", "2024-03-07T19:00:00");
  const Findings findings = look(life, settings);
  EXPECT_EQ(find(findings, "drums")->count, 1);
  EXPECT_EQ(find(findings, "music")->count, 1);
  EXPECT_EQ(findings.activities.size(), 2U);
}

TEST(Planned, what_is_ahead_is_never_summed_with_what_was) {
  Life life;
  life.evenings(day("2024-01-01"), day("2024-10-20"), seoul);
  for (int week = 0; week < 6; ++week)
    life.event("합주", ((day("2024-09-24") + 7 * week).iso() + "T19:00:00").c_str());
  life.all_day("나고야 여행", day("2024-12-21"), day("2024-12-24"), "2024-08-30T01:00:00Z");
  const Findings findings = look(life);
  EXPECT_EQ(find(findings, "합주")->count, 4);
  ASSERT_EQ(findings.planned.size(), 3U);
  EXPECT_EQ(findings.planned.back().title, "나고야 여행");
  EXPECT_TRUE(findings.planned.back().trip);
  EXPECT_EQ(findings.planned.back().booked->iso(), "2024-08-30");
  EXPECT_FALSE(findings.planned.front().trip);
}

TEST(Days, are_united_and_their_gaps_told) {
  Days days;
  days.add({day("2024-01-01"), day("2024-01-10")});
  days.add({day("2024-01-11"), day("2024-01-15")});
  days.add({day("2024-02-01"), day("2024-02-02")});
  const auto gaps = days.gaps({day("2023-12-31"), day("2024-02-03")});
  ASSERT_EQ(gaps.size(), 3U);
  EXPECT_EQ(gaps[1].from.iso(), "2024-01-16");
  EXPECT_EQ(days.count({day("2024-01-10"), day("2024-02-01")}), 7);
}

}  // namespace
}  // namespace hoego
