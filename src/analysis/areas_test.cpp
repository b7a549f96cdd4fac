#include "analysis/areas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/share.h"
#include "analysis/year.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Period year_2024{day("2024-01-01"), day("2024-12-31"), day("2024-10-20")};

ActivityRule rule(const char* id, const char* area, const char* title,
                  std::optional<double> hours = std::nullopt) {
  ActivityRule rule;
  rule.id = id;
  rule.label = {id, id};
  rule.area = area;
  rule.hours = hours;
  Matcher matcher;
  matcher.patterns.emplace_back("title", std::make_shared<const Pattern>(title));
  rule.match = {matcher};
  return rule;
}

Settings settings() {
  Settings settings;
  settings.activities = {rule("drums", "music", "^드럼"), rule("ensemble", "music", "^합주"),
                         rule("meeting", "work", "^회의"), rule("translation", "work", "^번역", 0.5),
                         rule("walk", "", "^산책")};
  settings.areas = {{"music", {"음악", "music"}}};
  return settings;
}

Findings look(const Life& life, const Settings& how = settings()) {
  return look_back(life.timeline(), how, world(), year_2024, year_before(year_2024));
}

const AreaTime& find(const Findings& findings, const std::string& id) {
  for (const AreaTime& area : findings.areas) {
    if (area.id == id) return area;
  }
  throw std::runtime_error("no area " + id);
}

Life& covered(Life& life, const char* from = "2022-01-01", const char* to = "2024-10-20") {
  return life.covered("밴드", day(from), day(to));
}

TEST(Areas, overlapping_hours_of_one_area_count_once) {
  Life life;
  life.event("드럼", "2024-03-04T19:00:00", 2).event("합주", "2024-03-04T20:00:00", 3);
  life.event("드럼", "2024-03-05T19:00:00", 2).event("드럼", "2024-03-05T19:30:00", 1);
  covered(life);
  const Findings findings = look(life);
  ASSERT_THAT(findings.areas, SizeIs(1));
  EXPECT_THAT(findings.areas[0].hours, DoubleNear(4 + 2, 1e-9));
  EXPECT_EQ(findings.areas[0].label.ko, "음악");
  EXPECT_EQ(findings.areas[0].evidence.count, 4U);
}

TEST(Areas, an_hour_of_two_areas_is_divided_so_that_all_hours_were_lived) {
  Life life;
  life.event("드럼", "2024-03-04T19:00:00", 3).event("회의", "2024-03-04T21:00:00", 2);
  covered(life);
  const Findings findings = look(life);
  ASSERT_THAT(findings.areas, SizeIs(2));
  EXPECT_THAT(find(findings, "music").hours, DoubleNear(2.5, 1e-9));
  EXPECT_THAT(find(findings, "work").hours, DoubleNear(1.5, 1e-9));
  ASSERT_TRUE(find(findings, "music").share);
  EXPECT_THAT(*find(findings, "music").share, DoubleNear(2.5 / 4, 1e-9));
  EXPECT_EQ(find(findings, "work").label.ko, "work")
      << "an area the settings do not name is called by its id";
}

TEST(Areas, what_has_no_duration_takes_its_activitys_hours_and_whole_days_take_none) {
  Life life;
  life.event("번역", "2024-03-04T19:00:00", 0).event("번역", "2024-03-04T19:15:00", 0);
  life.all_day("회의 주간", day("2024-03-05"), day("2024-03-07"));
  life.event("드럼", "2024-03-04T10:00:00", 0);
  life.event("산책", "2024-03-04T12:00:00", 1);
  covered(life);
  const Findings findings = look(life);
  ASSERT_THAT(findings.areas, SizeIs(1)) << "nothing is known of music's hours, and a walk has no area";
  EXPECT_EQ(findings.areas[0].id, "work");
  EXPECT_THAT(findings.areas[0].hours, DoubleNear(0.75, 1e-9));
}

/// Drums on Tuesdays and Thursdays of this year, on Tuesdays alone of last year.
Life drummer() {
  Life life;
  for (Date date = day("2023-01-01"); date <= day("2024-10-20"); date = date + 1) {
    const bool plays = date.weekday() == 2 || (date.weekday() == 4 && date.year() == 2024);
    if (plays) life.event("드럼", (date.iso() + "T19:30:00").c_str(), 2);
  }
  return life;
}

TEST(Areas, the_share_of_evenings_is_of_covered_evenings_and_stands_beside_last_years) {
  Life life = drummer();
  covered(life);
  const Findings findings = look(life);
  const AreaTime& music = find(findings, "music");
  EXPECT_THAT(music.evenings, ElementsAre(84, 294));
  ASSERT_TRUE(music.share_of_evenings && music.low && music.high);
  EXPECT_THAT(*music.share_of_evenings, DoubleNear(84 / 294.0, 1e-9));
  EXPECT_LT(*music.low, 84 / 294.0);
  EXPECT_GT(*music.high, 84 / 294.0);
  EXPECT_LT(*music.high - *music.low, 0.02) << "a strict week is no coin";
  ASSERT_TRUE(music.against_share_of_evenings);
  EXPECT_THAT(*music.against_share_of_evenings, DoubleNear(42 / 293.0, 1e-9));
  EXPECT_EQ(music.against_evenings, Difference::More);
  EXPECT_THAT(music.weekend_days, ElementsAre(0, 84));
  EXPECT_EQ(music.share_of_weekends, 0.0);
}

TEST(Areas, an_evening_needs_half_an_hour_of_it_between_six_and_midnight) {
  Life life;
  life.event("드럼", "2024-03-04T16:00:00", 2.4);  // to 18:24
  life.event("드럼", "2024-03-05T16:00:00", 2.5);  // to 18:30
  life.event("드럼", "2024-03-06T23:40:00", 3);    // twenty minutes before midnight
  life.event("드럼", "2024-03-07T18:00:00", 0.25).event("드럼", "2024-03-07T20:00:00", 0.25);
  life.event("드럼", "2024-03-09T10:00:00", 1);  // a Saturday
  covered(life);
  const Findings findings = look(life);
  EXPECT_EQ(find(findings, "music").evenings[0], 2);
  EXPECT_EQ(find(findings, "music").weekend_days[0], 1);
}

TEST(Areas, without_coverage_hours_are_told_and_shares_are_not) {
  Life life = drummer();
  const Findings findings = look(life);
  const AreaTime& music = find(findings, "music");
  EXPECT_THAT(music.hours, DoubleNear(168, 1e-9));
  EXPECT_FALSE(music.share);
  EXPECT_FALSE(music.share_of_evenings);
  EXPECT_FALSE(music.low);
  EXPECT_FALSE(music.share_of_weekends);
  EXPECT_FALSE(music.against_share_of_evenings);
  EXPECT_EQ(music.against_evenings, Difference::Unknown);
}

TEST(Areas, a_calendar_that_begins_in_summer_does_not_tell_the_years_evenings) {
  Life life = drummer();
  covered(life, "2024-06-01");
  EXPECT_FALSE(find(look(life), "music").share_of_evenings);
  Life known = drummer();
  covered(known, "2024-01-20");
  const Findings findings = look(known);
  const AreaTime& music = find(findings, "music");
  EXPECT_EQ(music.evenings[1], 275) << "of the covered evenings";
  EXPECT_FALSE(music.against_share_of_evenings);
  EXPECT_EQ(music.against_evenings, Difference::Unknown);
}

TEST(Areas, one_uncovered_source_of_an_area_makes_its_evenings_unknown) {
  Life life = drummer();
  covered(life);
  life.event("합주", "2024-03-04T20:00:00", 3, "다른 달력");
  EXPECT_FALSE(find(look(life), "music").share_of_evenings);
}

TEST(Areas, what_was_given_up_is_told_by_the_other_periods_records) {
  Life life;
  for (Date date = day("2023-01-03"); date <= day("2023-10-17"); date = date + 7)
    life.event("드럼", (date.iso() + "T19:30:00").c_str(), 2);
  covered(life);
  const Findings findings = look(life);
  const AreaTime& music = find(findings, "music");
  EXPECT_EQ(music.hours, 0);
  EXPECT_EQ(music.share_of_evenings, 0.0);
  EXPECT_FALSE(music.share) << "nothing over nothing";
  EXPECT_EQ(music.against_evenings, Difference::Less);
  EXPECT_EQ(music.evidence.count, 42U);
}

TEST(Areas, without_areas_there_is_nothing_to_tell) {
  Life life = drummer();
  covered(life);
  EXPECT_THAT(look(life, Settings{}).areas, IsEmpty());
}

WeeklyShare weeks(std::vector<int> successes) {
  const std::size_t count = successes.size();
  return {std::move(successes), std::vector<int>(count, 7)};
}

TEST(Share, busy_stretches_make_it_less_sure_than_the_same_evenings_spread_evenly) {
  std::vector<int> even(40, 2);
  std::vector<int> mixed;
  std::vector<int> stretches;
  for (int week = 0; week < 40; ++week) {
    even[static_cast<std::size_t>(week)] = week % 2 == 0 ? 2 : 3;
    mixed.push_back(std::vector<int>{1, 4, 2, 3}[static_cast<std::size_t>(week * 7 % 4)]);
    stretches.push_back(week / 10 % 2 == 0 ? 4 : 1);
  }
  const auto width = [](const std::optional<Share>& share) { return share->high - share->low; };
  const auto spread = share_of(weeks(even));
  const auto some = share_of(weeks(mixed));
  const auto clumped = share_of(weeks(stretches));
  EXPECT_THAT(spread->share, DoubleNear(clumped->share, 1e-9));
  EXPECT_LT(width(spread), width(some));
  EXPECT_LT(2 * width(some), width(clumped));
}

TEST(Share, none_and_all_are_known_to_one_side) {
  const auto none = share_of(weeks(std::vector<int>(40, 0)));
  EXPECT_EQ(none->low, 0);
  EXPECT_GT(none->high, 0.001);
  EXPECT_LT(none->high, 0.02);
  const auto all = share_of(weeks(std::vector<int>(40, 7)));
  EXPECT_EQ(all->high, 1);
  EXPECT_THAT(all->low, DoubleNear(1 - none->high, 1e-9));
  EXPECT_FALSE(share_of(weeks({}))) << "nothing over nothing is unknown";
}

TEST(Share, a_difference_within_the_intervals_is_none) {
  EXPECT_EQ(difference({0.3, 0.25, 0.35}, {0.33, 0.28, 0.38}), Difference::NoClearDifference);
  EXPECT_EQ(difference({0.3, 0.25, 0.35}, {0.5, 0.45, 0.55}), Difference::More);
  EXPECT_EQ(difference({0.5, 0.45, 0.55}, {0.3, 0.25, 0.35}), Difference::Less);
}

/// A life at the keyboard: commits and prompts, each on weekdays of their own.
class Keyboard {
 public:
  void add(Kind kind, Date date) {
    Record record;
    record.kind = kind;
    record.id = std::string(name(kind)) + date.iso();
    record.begin = record.end = WallTime::at(date, 11 * 3600);
    record.offset = record.end_offset = Offset{9 * 3600};
    record.origins = {{"work", record.id, ""}};
    if (kind == Kind::Commit) record.traits[trait::repository] = "work";
    records_.push_back(std::move(record));
  }
  Timeline timeline(Date prompts_from) const {
    const Date to = day("2024-10-20");
    return {records_,
            {{"repos", "work", Kind::Commit, CoverageClass::Complete, {day("2022-01-01"), to}},
             {"chats", "", Kind::Chat, CoverageClass::Complete, {prompts_from, to}}},
            {}};
  }

 private:
  std::vector<Record> records_;
};

Keyboard keyboard() {
  Keyboard keys;
  for (Date date = day("2023-01-01"); date <= day("2024-10-20"); date = date + 1) {
    const bool this_year = date.year() == 2024;
    if (date.weekday() <= (this_year ? 2 : 4)) keys.add(Kind::Commit, date);
    if (date.weekday() <= (this_year ? 4 : 1)) keys.add(Kind::Chat, date);
  }
  return keys;
}

TEST(CodeAndPrompts, days_of_either_show_how_the_work_moved) {
  const Findings findings =
      look_back(keyboard().timeline(day("2022-01-01")), {}, world(), year_2024, year_before(year_2024));
  ASSERT_TRUE(findings.code_and_prompts);
  const CodeAndPrompts& found = *findings.code_and_prompts;
  EXPECT_EQ(found.code, "commits");
  EXPECT_EQ(found.prompts, "chats");
  EXPECT_THAT(found.code_days, ElementsAre(168, 84));
  EXPECT_THAT(found.prompt_days, ElementsAre(42, 168));
  EXPECT_THAT(found.share[1], DoubleNear(168.0 / 252, 1e-9));
  EXPECT_EQ(found.verdict, Difference::More);
  EXPECT_EQ(found.evidence.count, 252U);
}

TEST(CodeAndPrompts, an_account_that_does_not_reach_back_is_no_comparison) {
  const Findings findings =
      look_back(keyboard().timeline(day("2023-09-01")), {}, world(), year_2024, year_before(year_2024));
  EXPECT_FALSE(findings.code_and_prompts);
}

}  // namespace
}  // namespace hoego
