#include <gtest/gtest.h>

#include "claims/past_claim.h"

namespace hoego {
namespace {

Activity activity(const std::string& id, const std::string& ko, const std::string& en, int count,
                  bool absence_known) {
  Activity one;
  one.id = id;
  one.label = {ko, en};
  one.count = count;
  one.days = count;
  one.absence_known = absence_known;
  one.evidence.records = {"r-" + id};
  return one;
}

Comparison beside(int count, Difference verdict, double ratio, double low, double high) {
  Comparison out;
  out.count = count;
  out.verdict = verdict;
  out.ratio = ratio;
  out.low = low;
  out.high = high;
  return out;
}

/// A year with 7,612 photos of Canada, 9 books, 90 times drums.
Findings a_year() {
  Findings all;
  all.period = {*Date::from_ymd(2024, 1, 1), *Date::from_ymd(2024, 12, 31), *Date::from_ymd(2024, 12, 31)};
  all.activities.push_back(activity("photos", "사진", "photos", 9100, false));
  all.activities.push_back(activity("books", "책", "books", 9, true));
  all.activities.back().against = beside(22, Difference::Less, 0.41, 0.2, 0.8);
  all.activities.push_back(activity("drums", "드럼", "drums", 90, true));
  all.activities.back().hours = 181.5;
  all.activities.back().against = beside(44, Difference::More, 2.05, 1.6, 2.6);
  all.activities.push_back(activity("posts", "글", "posts", 12, true));
  all.activities.back().against = beside(14, Difference::NoClearDifference, 0.86, 0.5, 1.5);
  all.activities.push_back(activity("pull_requests", "PR", "pull requests", 31, true));
  Trip canada;
  canada.id = "trip-2024-09-ca";
  canada.days = {*Date::from_ymd(2024, 9, 28), *Date::from_ymd(2024, 10, 9)};
  canada.abroad = true;
  canada.nights = 11;
  canada.countries = {"CA"};
  canada.photos = 7612;
  canada.evidence.records = {"photo-1"};
  all.trips.push_back(canada);
  Trip nagoya = canada;
  nagoya.id = "trip-2024-03-jp";
  nagoya.countries = {"JP"};
  nagoya.photos = 300;
  nagoya.nights = 3;
  all.trips.push_back(nagoya);
  return all;
}

std::optional<std::string> country(std::string_view name) {
  if (name == "캐나다" || name == "Canada" || name == "canada") return "CA";
  if (name == "일본" || name == "Japan" || name == "japan") return "JP";
  return std::nullopt;
}

Vocabulary names_in(const Findings& findings) {
  Vocabulary names;
  for (const Activity& activity : findings.activities) {
    for (const std::string& written : {activity.id, activity.label.ko, activity.label.en})
      names.activities.push_back({activity.id, written});
  }
  return names;
}

std::vector<CheckedClaim> told(const std::string& text, const Findings& findings) {
  std::vector<CheckedClaim> out;
  for (const PastClaim& claim : past_claims(sentences_of(text), names_in(findings), country))
    out.push_back(checked(claim, findings));
  return out;
}

struct Expected {
  std::string text;
  ClaimOutcome outcome;
  double found;
};

TEST(Claims, counts_are_put_beside_what_was_found) {
  const Findings year = a_year();
  const std::vector<Expected> all = {
      {"책을 9권 읽었다.", ClaimOutcome::Agrees, 9},
      {"책을 12권 읽었다.", ClaimOutcome::Differs, 9},
      {"올해 읽은 책은 아홉 권이었다.", ClaimOutcome::Agrees, 9},
      {"책을 열 권쯤 읽었다.", ClaimOutcome::Agrees, 9},
      {"책을 다섯 권밖에 못 읽었다.", ClaimOutcome::Differs, 9},
      {"책을 아홉 권밖에 못 읽었다.", ClaimOutcome::Agrees, 9},
      {"드럼을 90번 쳤다.", ClaimOutcome::Agrees, 90},
      {"드럼을 100시간 넘게 쳤습니다.", ClaimOutcome::Agrees, 181.5},
      {"- PR 31개", ClaimOutcome::Agrees, 31},
      {"캐나다에서 사진을 7,600장 넘게 찍었다.", ClaimOutcome::Agrees, 7612},
      {"사진을 9천 장 넘게 찍었어요.", ClaimOutcome::Agrees, 9100},
      {"사진을 1만 장 찍었다.", ClaimOutcome::CannotBeKnown, 9100},
      {"사진을 천 장밖에 안 찍었다.", ClaimOutcome::Differs, 9100},
      {"해외여행을 두 번 다녀왔다.", ClaimOutcome::Agrees, 2},
      {"해외여행을 한 번 다녀왔다.", ClaimOutcome::Differs, 2},
      {"I read 9 books this year.", ClaimOutcome::Agrees, 9},
      {"I published 40 posts.", ClaimOutcome::Differs, 12},
      {"I only read five books.", ClaimOutcome::Differs, 9},
      {"I took more than 7,600 photos in Canada.", ClaimOutcome::Agrees, 7612},
      {"I played the drums 90 times.", ClaimOutcome::Agrees, 90},
      {"I opened about thirty pull requests.", ClaimOutcome::Agrees, 31},
  };
  for (const Expected& one : all) {
    const auto found = told(one.text, year);
    ASSERT_EQ(found.size(), 1U) << one.text;
    EXPECT_EQ(name(found[0].outcome), name(one.outcome)) << one.text;
    ASSERT_TRUE(found[0].found) << one.text;
    EXPECT_DOUBLE_EQ(*found[0].found, one.found) << one.text;
    EXPECT_FALSE(found[0].evidence.empty()) << one.text;
  }
}

TEST(Claims, comparisons_follow_the_verdict) {
  const Findings year = a_year();
  const std::vector<Expected> all = {
      {"작년보다 책을 못 읽었다.", ClaimOutcome::Agrees, 9},
      {"작년보다 책을 더 많이 읽었다.", ClaimOutcome::Differs, 9},
      {"작년보다 드럼을 더 자주 쳤다.", ClaimOutcome::Agrees, 90},
      {"드럼은 작년의 두 배를 쳤다.", ClaimOutcome::Agrees, 90},
      {"드럼은 작년의 세 배를 쳤다.", ClaimOutcome::Differs, 90},
      {"글은 작년보다 덜 썼다.", ClaimOutcome::NoClearDifference, 12},
      {"I read less than last year.", ClaimOutcome::Agrees, 9},
      {"I wrote fewer posts than last year.", ClaimOutcome::NoClearDifference, 12},
      {"I played the drums twice as often as last year.", ClaimOutcome::Agrees, 90},
  };
  for (const Expected& one : all) {
    const auto found = told(one.text, year);
    ASSERT_EQ(found.size(), 1U) << one.text;
    EXPECT_EQ(name(found[0].outcome), name(one.outcome)) << one.text;
    EXPECT_DOUBLE_EQ(found[0].found.value_or(-1), one.found) << one.text;
    EXPECT_TRUE(found[0].found_then) << one.text;
  }
}

TEST(Claims, what_is_no_claim_of_this_year_is_left_alone) {
  const Findings year = a_year();
  for (const char* text :
       {"작년에는 책을 20권 읽었다.", "책을 24권 읽으려고 했다.", "일주일에 두 번 드럼을 쳤다.",
        "책을 몇 권이나 읽었을까?", "I wanted to read 24 books.", "I played the drums twice a week.",
        "3월 5일에 드럼을 시작했다.", "친구는 책을 50권 읽었다.", "내년에는 책을 24권 읽고 싶다."}) {
    EXPECT_TRUE(told(text, year).empty()) << text;
  }
}

TEST(Claims, without_coverage_fewer_than_claimed_is_not_known) {
  Findings year = a_year();
  for (Activity& one : year.activities) one.absence_known = false;
  EXPECT_EQ(told("책을 12권 읽었다.", year).at(0).outcome, ClaimOutcome::CannotBeKnown);
  EXPECT_EQ(told("책을 아홉 권밖에 못 읽었다.", year).at(0).outcome, ClaimOutcome::CannotBeKnown);
  EXPECT_EQ(told("책을 다섯 권밖에 못 읽었다.", year).at(0).outcome, ClaimOutcome::Differs);
  EXPECT_EQ(told("책을 다섯 권 넘게 읽었다.", year).at(0).outcome, ClaimOutcome::Agrees);
}

}  // namespace
}  // namespace hoego
