#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/document.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;
using testing_life::on;

/// The sentences about time, in whatever chapter.
std::vector<std::string> told(const Findings& findings, Language language, Tone tone = Tone::Plain) {
  std::vector<std::string> sentences;
  for (const Section& section : tell(findings, language, tone).sections) {
    for (const Sentence& sentence : section.sentences) {
      const std::string& id = sentence.finding;
      const bool time = id.rfind("area-", 0) == 0 || id == "commute" || id == "code-and-prompts";
      if (time) sentences.push_back(sentence.text);
    }
  }
  return sentences;
}

AreaTime area(Findings& all, const char* id, const char* ko, const char* en, double hours, int evenings,
              std::optional<double> there, Difference difference) {
  AreaTime time;
  time.id = id;
  time.label = {ko, en};
  time.hours = hours;
  time.evenings = {evenings, 294};
  time.share_of_evenings = evenings / 294.0;
  time.low = evenings / 294.0 - 0.04;
  time.high = evenings / 294.0 + 0.04;
  time.against_share_of_evenings = there;
  time.against_evenings = difference;
  time.evidence =
      testing_life::evidence(all, Kind::Event, std::string("event-") + id, on("2024-01-02"), 2, 171);
  return time;
}

Findings year_with_areas() {
  Findings all = testing_life::life();
  all.areas = {
      area(all, "music", "음악", "music", 318.5, 151, 0.18, Difference::More),
      area(all, "study", "공부와 글", "study and writing", 96.2, 20, 0.07, Difference::NoClearDifference),
      area(all, "health", "몸", "health", 44.5, 6, 0.1, Difference::Less)};
  return all;
}

TEST(Areas, korean_says_where_the_hours_and_the_evenings_went) {
  EXPECT_THAT(
      told(year_with_areas(), Language::Korean),
      UnorderedElementsAre(
          AnyOf(HasSubstr("음악에 319시간, 공부와 글에 96시간, 몸에 45시간을 썼다."),
                HasSubstr("음악이 319시간, 공부와 글이 96시간, 몸이 45시간이었다.")),
          AnyOf("저녁 294번 가운데 음악에 쓴 저녁은 151번으로, 작년 같은 기간의 18%에서 51%로 늘었다.",
                "저녁의 절반쯤을 음악에 썼고, 작년 이맘때까지는 18%였다."),
          AnyOf("저녁의 2%를 몸에 썼고, 작년 이맘때까지는 10%였다.",
                "저녁 294번 가운데 몸에 쓴 저녁은 6번으로, 작년 같은 기간의 10%에서 2%로 줄었다.")));
}

TEST(Areas, english_says_the_same) {
  EXPECT_THAT(told(year_with_areas(), Language::English),
              UnorderedElementsAre(HasSubstr("319 hours to music, 96 to study and writing and 45 to health."),
                                   testing::AllOf(HasSubstr("usic"), HasSubstr("18 percent")),
                                   testing::AllOf(HasSubstr("ealth"), HasSubstr("10 percent"))));
}

TEST(Areas, where_last_year_is_unknown_it_is_left_out) {
  Findings all = year_with_areas();
  all.areas = {
      area(all, "music", "음악", "music", 318.5, 151, std::nullopt, Difference::Unknown),
      area(all, "study", "공부와 글", "study and writing", 96.2, 20, std::nullopt, Difference::Unknown)};
  const auto sentences = told(all, Language::Korean);
  EXPECT_THAT(sentences, Contains("저녁 294번 가운데 음악에 쓴 저녁은 151번이었다."));
  EXPECT_THAT(sentences, Not(Contains(HasSubstr("작년"))));
}

TEST(Areas, evenings_that_no_record_reaches_are_not_among_those_told) {
  Findings all = year_with_areas();
  all.areas[0].evenings = {140, 260};
  all.areas[0].share_of_evenings = 140 / 260.0;
  EXPECT_THAT(told(all, Language::Korean), Contains(HasSubstr("기록이 닿는 저녁")));
}

TEST(Areas, an_unknown_share_is_not_told_as_none) {
  Findings all = year_with_areas();
  for (AreaTime& one : all.areas) {
    one.share_of_evenings.reset();
    one.evenings = {};
    one.against_evenings = Difference::Unknown;
  }
  EXPECT_THAT(told(all, Language::Korean), Not(Contains(HasSubstr("저녁"))));
}

Commute commute(Findings& all) {
  Commute way;
  way.hours = 303.4;
  way.journeys = 402;
  way.covered_days = 290;
  way.between = {all.homes[1].spot, testing_life::spot("서울", "Seoul", "KR", 37.5, 127.04)};
  way.by_home = {{"home-2022-01", {on("2024-01-01"), on("2024-02-02")}, 40, 22.1, 33, 33},
                 {"home-2024-02", {on("2024-02-03"), on("2024-10-20")}, 362, 281.3, 47, 257}};
  way.evidence = testing_life::evidence(all, Kind::Measurement, "measurement-way", on("2024-01-02"), 2, 804);
  return way;
}

TEST(Commute, the_way_and_what_the_move_made_of_it_are_told) {
  Findings all = year_with_areas();
  all.commute = commute(all);
  const auto korean = told(all, Language::Korean);
  EXPECT_THAT(korean, Contains(AnyOf(HasSubstr("서울의 한 곳을 402번 오"),
                                     HasSubstr("서울의 한 곳을 오간 것은 402번"))));
  EXPECT_THAT(korean, Contains(HasSubstr("303시간")));
  EXPECT_THAT(korean, Contains(testing::AllOf(HasSubstr("33분쯤"), HasSubstr("47분"))));
  const auto english = told(all, Language::English);
  EXPECT_THAT(
      english,
      Contains("I went between home and one place in Seoul 402 times and spent 303 hours on the way."));
  EXPECT_THAT(english, Contains(testing::AllOf(HasSubstr("33 minutes"), HasSubstr("47 minutes"))));
}

TEST(Commute, of_a_year_half_seen_the_days_seen_are_told_and_a_handful_of_journeys_tells_no_move) {
  Findings all = year_with_areas();
  all.commute = commute(all);
  all.commute->covered_days = 150;
  all.commute->by_home[0].journeys = 4;
  const auto korean = told(all, Language::Korean);
  EXPECT_THAT(korean, Contains(HasSubstr("위치 기록이 닿는 150일 동안")));
  EXPECT_THAT(korean, Not(Contains(HasSubstr("33분"))));
}

TEST(CodeAndPrompts, the_weight_of_work_is_told_by_days) {
  Findings all = year_with_areas();
  CodeAndPrompts found;
  found.code = "commits";
  found.prompts = "chats";
  found.code_days = {168, 84};
  found.prompt_days = {42, 168};
  found.share = {0.2, 0.67};
  found.low = 0.62;
  found.high = 0.71;
  found.verdict = Difference::More;
  found.evidence = testing_life::evidence(all, Kind::Commit, "commit-y", on("2024-01-02"), 2, 252);
  all.code_and_prompts = found;
  EXPECT_THAT(told(all, Language::Korean),
              Contains("작년 같은 기간과 견주면 커밋을 남긴 날은 168일에서 84일로, 프롬프트를 쓴 날은 "
                       "42일에서 168일로 바뀌어 무게가 프롬프트 쪽으로 옮겨 갔다."));
  EXPECT_THAT(told(all, Language::English),
              Contains("Beside the same months of 2023, days with commits went from 168 to 84 and days with "
                       "prompts from 42 to 168, so that the weight moved to prompts."));
  all.code_and_prompts->verdict = Difference::NoClearDifference;
  EXPECT_THAT(told(all, Language::Korean), Contains(HasSubstr("뚜렷한 차이가 없다")));
}

}  // namespace
}  // namespace hoego
