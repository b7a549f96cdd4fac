#include <gtest/gtest.h>

#include <algorithm>

#include "story/life_for_tests.h"
#include "story/plan.h"

namespace hoego {
namespace {

bool among(const std::vector<Chapter>& chapters, Topic topic, const std::string& activity) {
  for (const Chapter& chapter : chapters) {
    for (const Point& point : chapter.points) {
      const bool named = std::any_of(point.activities.begin(), point.activities.end(),
                                     [&](const Activity* one) { return one->id == activity; });
      if (point.topic == topic && named) return true;
    }
  }
  return false;
}

Findings with_q(const std::string& activity, double q) {
  Findings all = testing_life::empty_year();
  testing_life::add_activities(all);
  for (Activity& one : all.activities) {
    if (one.id == activity) one.against->q = q;
  }
  return all;
}

TEST(Told, what_may_be_chance_among_many_is_no_clear_difference) {
  const Findings sure = with_q("commits", 0.01);
  EXPECT_TRUE(among(plan(sure), Topic::SummaryChanged, "commits"));
  const Findings unsure = with_q("commits", 0.2);
  EXPECT_FALSE(among(plan(unsure), Topic::SummaryChanged, "commits"));
  EXPECT_FALSE(among(plan(unsure), Topic::CountAgainst, "commits"));
  EXPECT_TRUE(among(plan(unsure), Topic::SummaryNoDifference, "commits"));
}

TEST(Told, not_once_before_is_seen_not_inferred) {
  const Findings unsure = with_q("reviews", 0.2);
  EXPECT_TRUE(among(plan(unsure), Topic::CountAgainst, "reviews"));
  EXPECT_FALSE(among(plan(unsure), Topic::SummaryChanged, "reviews"));
  EXPECT_FALSE(among(plan(unsure), Topic::SummaryNoDifference, "reviews"));
}

}  // namespace
}  // namespace hoego
