#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/change_words.h"
#include "story/document.h"
#include "story/life_for_tests.h"
#include "story/names.h"
#include "story/plan.h"

namespace hoego {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing_life::on;

std::vector<std::string> told(const Findings& findings, Language language) {
  std::vector<std::string> sentences;
  for (const Section& section : tell(findings, language, Tone::Polite).sections) {
    for (const Sentence& sentence : section.sentences) sentences.push_back(sentence.text);
  }
  return sentences;
}

Activity& find(Findings& all, const std::string& id) {
  for (Activity& activity : all.activities) {
    if (activity.id == id) return activity;
  }
  throw std::runtime_error("no activity " + id);
}

Change change(const char* id, ChangeKind kind, const char* date, int half, double before, double after) {
  Change found;
  found.id = id;
  found.kind = kind;
  found.date = on(date);
  found.low = on(date) - half;
  found.high = on(date) + half;
  found.before_per_week = before;
  found.after_per_week = after;
  found.certainty = 0.97;
  return found;
}

/// The gym faded in June, and its last ten weeks hold what `count` says.
Findings year_with(Change found, const char* activity = "gym") {
  Findings all = testing_life::life();
  found.evidence = testing_life::evidence(all, Kind::Event, "event-before", found.date - 5, 3, 40);
  find(all, activity).changes = {found};
  return all;
}

TEST(ToldChanges, what_faded_is_told_with_its_rates_and_when) {
  const Findings all = year_with(change("gym-faded-2024-06", ChangeKind::Faded, "2024-06-10", 14, 2.4, 0.2));
  EXPECT_THAT(told(all, Language::Korean), Contains(HasSubstr("6월 초 무렵")));
  EXPECT_THAT(told(all, Language::Korean), Contains(HasSubstr("일주일에 두세 번꼴이던 헬스장이")));
  EXPECT_THAT(told(all, Language::English), Contains(HasSubstr("two or three times a week")));
  EXPECT_THAT(told(all, Language::English), Contains(HasSubstr("around early June")));
}

TEST(ToldChanges, what_stopped_is_told_with_its_last_day) {
  const Findings all = year_with(change("gym-stopped-2024-06", ChangeKind::Stopped, "2024-06-10", 2, 2.0, 0));
  EXPECT_THAT(told(all, Language::Korean), Contains(HasSubstr("6월 7일")));
  EXPECT_THAT(told(all, Language::English), Contains(HasSubstr("June 7")));
}

TEST(ToldChanges, what_began_grew_or_came_back_has_its_own_words) {
  const auto korean = [](ChangeKind kind, double before, double after) {
    return told(year_with(change("drums-x", kind, "2024-03-14", 9, before, after), "drums"),
                Language::Korean);
  };
  EXPECT_THAT(korean(ChangeKind::Grew, 0.75, 2.0), Contains(HasSubstr("3월 중순")));
  EXPECT_THAT(korean(ChangeKind::Grew, 0.75, 2.0), Contains(HasSubstr("한 달에 세 번꼴")));
  EXPECT_THAT(korean(ChangeKind::Started, 0, 2.0),
              Contains(AnyOf(HasSubstr("시작해"), HasSubstr("새로 생겨"))));
  EXPECT_THAT(korean(ChangeKind::Resumed, 0, 2.0), Contains(HasSubstr("다시")));
}

TEST(ToldChanges, what_is_doubtful_or_dated_by_no_season_is_left_out) {
  Change doubtful = change("gym-x", ChangeKind::Faded, "2024-06-10", 14, 2.4, 0.2);
  doubtful.certainty = 0.7;
  EXPECT_THAT(told(year_with(doubtful), Language::Korean), Not(Contains(HasSubstr("6월 초 무렵"))));
  const Change vague = change("gym-x", ChangeKind::Faded, "2024-06-10", 60, 2.4, 0.2);
  EXPECT_THAT(told(year_with(vague), Language::Korean), Not(Contains(HasSubstr("6월 무렵"))));
}

TEST(ToldChanges, a_change_is_told_once_and_instead_of_the_months) {
  const Findings all = year_with(change("gym-stopped-2024-06", ChangeKind::Stopped, "2024-06-10", 2, 2.0, 0));
  int tellings = 0;
  bool months = false;
  for (const Chapter& chapter : plan(all)) {
    for (const Point& point : chapter.points) {
      const bool gym = !point.activities.empty() && point.activities[0]->id == "gym";
      tellings += gym && (point.topic == Topic::Change || point.topic == Topic::Silence ||
                          point.topic == Topic::LongestSilence);
      months = months || (gym && point.topic == Topic::Months);
    }
  }
  EXPECT_EQ(tellings, 1);
  EXPECT_FALSE(months);
}

TEST(Pace, is_said_in_a_unit_that_comes_out_whole) {
  const auto same = [](Pace pace, Pace::Unit unit, int low, int high) {
    return pace.unit == unit && pace.low == low && pace.high == high;
  };
  EXPECT_TRUE(same(pace(2.05), Pace::Unit::Week, 2, 2));
  EXPECT_TRUE(same(pace(2.4), Pace::Unit::Week, 2, 3));
  EXPECT_TRUE(same(pace(24.3), Pace::Unit::Week, 24, 24));
  EXPECT_TRUE(same(pace(0.5), Pace::Unit::Month, 2, 2));
  EXPECT_TRUE(same(pace(0.05), Pace::Unit::Year, 3, 3) || same(pace(0.05), Pace::Unit::Year, 2, 3));
  EXPECT_EQ(pace(0.001).unit, Pace::Unit::Never);
}

}  // namespace
}  // namespace hoego
