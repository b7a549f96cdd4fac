#include "analysis/repeated_titles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/support/life.h"

namespace hoego {
namespace {

using namespace life;
using testing::ElementsAre;

void weekly(Life& life, const std::string& title, const char* from, int times) {
  for (int i = 0; i < times; ++i) life.event(title, ((day(from) + 7 * i).iso() + "T19:00:00").c_str());
}

Settings with_rule(const char* title) {
  ActivityRule rule;
  rule.id = "주간";
  Matcher matcher;
  matcher.patterns.emplace_back("title", std::make_shared<const Pattern>(title));
  rule.match.push_back(matcher);
  Settings settings;
  settings.activities.push_back(rule);
  return settings;
}

Life meetings() {
  Life life;
  weekly(life, "주간 회의 #1", "2024-01-01", 4);
  weekly(life, "주간 회의", "2024-02-05", 6);
  weekly(life, "[본부] 월례회", "2024-01-02", 5);
  weekly(life, "회식", "2024-01-03", 4);
  return life;
}

TEST(RepeatedTitles, are_those_that_came_five_times_in_three_weeks_with_their_usual_spelling_first) {
  const std::vector<RepeatedTitle> titles = repeated_titles(meetings().timeline(), {});
  ASSERT_EQ(titles.size(), 2U) << "four times are too few";
  EXPECT_EQ(titles[1].reduced, "주간 회의");
  EXPECT_THAT(titles[1].spellings, ElementsAre("주간 회의", "주간 회의 #1"));
  EXPECT_EQ(titles[1].times, 10U);
  EXPECT_EQ(titles[1].weeks, 10U);
  EXPECT_EQ(titles[1].last, day("2024-03-11"));
}

TEST(RepeatedTitles, that_a_rule_names_wait_for_no_name) {
  const std::vector<RepeatedTitle> titles = repeated_titles(meetings().timeline(), with_rule("회의"));
  ASSERT_EQ(titles.size(), 1U);
  EXPECT_EQ(titles[0].reduced, "월례회");
}

TEST(RepeatedTitles, have_a_pattern_that_takes_every_spelling_and_little_else) {
  const std::vector<RepeatedTitle> titles = repeated_titles(meetings().timeline(), {});
  EXPECT_EQ(pattern_of(titles[1]), "^주간 회의");
  EXPECT_EQ(pattern_of(titles[0]), "월례회") << "not all begin with it";
  EXPECT_FALSE(Pattern(pattern_of(titles[1])).matches("회의 주간"));
  const RepeatedTitle odd{"c++ (가", {"C++ 3. (가"}, 5, 5, day("2024-01-01")};
  EXPECT_EQ(pattern_of(odd), "^c\\+\\+.*\\(가");
  EXPECT_TRUE(Pattern(pattern_of(odd)).matches(odd.spellings[0]));
}

TEST(RepeatedTitles, get_an_id_that_no_other_has) {
  EXPECT_EQ(free_id("회의", {}), "회의");
  EXPECT_EQ(free_id("books", {}), "calendar-books") << "that is a kind of records";
  EXPECT_EQ(free_id("주간", with_rule("회의")), "calendar-주간");
}

}  // namespace
}  // namespace hoego
