#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/document.h"
#include "story/life_for_tests.h"
#include "story/plan.h"

namespace hoego {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing_life::on;

std::vector<std::string> told(const Findings& findings, Language language, Tone tone = Tone::Plain) {
  std::vector<std::string> sentences;
  for (const Section& section : tell(findings, language, tone).sections) {
    for (const Sentence& sentence : section.sentences) sentences.push_back(sentence.text);
  }
  return sentences;
}

Occasion first(Subject subject, const char* key, const char* name, const char* date, int count,
               Kind kind = Kind::Commit) {
  Occasion one;
  one.id = std::string("first-") + key;
  one.subject = subject;
  one.key = key;
  one.label = {name, name};
  one.date = on(date);
  one.count = count;
  one.reaches_back_to = on("2022-06-01");
  one.kind = kind;
  return one;
}

Best best(BestKind what, const char* activity, double value, const char* from, const char* to,
          const char* since) {
  Best one;
  one.id = std::string(name(what)) + "-" + activity;
  one.what = what;
  one.activity = activity;
  one.value = value;
  one.days = {on(from), on(to)};
  one.reaches_back_to = on(since);
  return one;
}

/// The made-up life with a few days to remember.
Findings remembered() {
  Findings all = testing_life::life();
  all.firsts = {first(Subject::Person, "서연", "서연", "2024-02-01", 40, Kind::Message),
                first(Subject::Tool, "claude", "Claude", "2024-03-06", 33, Kind::Chat),
                first(Subject::Tool, "model/gpt-4o", "gpt-4o", "2024-05-14", 33, Kind::Chat),
                first(Subject::Country, "JP", "일본", "2024-03-15", 9),
                first(Subject::Town, "JP/Nagoya", "나고야", "2024-03-15", 9),
                first(Subject::Town, "KR/Chuncheon", "춘천", "2024-04-20", 61),
                first(Subject::Topic, "streamlit", "Streamlit", "2024-05-03", 12),
                first(Subject::Topic, "kubernetes", "Kubernetes", "2024-07-01", 5),
                first(Subject::Topic, "송년회", "송년회", "2024-08-01", 3),
                first(Subject::Town, "KR/Paju", "파주", "2024-06-02", 18)};
  Occasion thesis = first(Subject::Repository, "thesis", "thesis", "2024-03-04", 20);
  thesis.id = "last-repository-thesis";
  thesis.reaches_back_to.reset();
  thesis.silent_to = on("2024-10-20");
  all.lasts = {thesis};
  all.bests = {best(BestKind::Week, "drums", 9, "2024-09-09", "2024-09-15", "2022-03-14"),
               best(BestKind::Week, "commits", 30, "2024-01-08", "2024-01-14", "2023-11-20"),
               best(BestKind::RoundCount, "commits", 1000, "2024-05-03", "2024-05-03", "2022-01-03"),
               best(BestKind::RoundCount, "reviews", 100, "2024-06-03", "2024-06-03", "2022-01-03")};
  Best lull = best(BestKind::Lull, "", 6, "2024-10-10", "2024-10-15", "2024-01-01");
  lull.id = "lull-trip-2024-09-ca";
  lull.after = "trip-2024-09-ca";
  lull.reaches_back_to.reset();
  all.bests.push_back(lull);
  all.milestones.push_back(
      {"milestone-age-27", {"나이", "age"}, on("1997-05-01"), on("2024-05-01"), 27, {}, MilestoneKind::Age});
  all.milestones.push_back({"milestone-first-drums-1",
                            {"드럼", "drums"},
                            on("2023-01-07"),
                            on("2024-01-07"),
                            1,
                            {},
                            MilestoneKind::Found});
  return all;
}

TEST(Occasions, korean_tells_them_with_how_far_the_records_reach) {
  const auto sentences = told(remembered(), Language::Korean, Tone::Polite);
  EXPECT_THAT(sentences, Contains(HasSubstr("Claude를 처음 쓴")));
  EXPECT_THAT(sentences, Contains(HasSubstr("Streamlit(5월 3일)과 Kubernetes(7월 1일)")));
  EXPECT_THAT(sentences, Contains(HasSubstr("춘천과 파주")));
  EXPECT_THAT(sentences,
              Contains("thesis 저장소는 3월 4일이 마지막이고, 10월 20일까지 230일 동안 손대지 않았어요."));
  EXPECT_THAT(sentences, Contains(HasSubstr("2022년 3월 뒤로 가장 많")));
  EXPECT_THAT(sentences, Contains(HasSubstr("1,000개를 채")));
  EXPECT_THAT(sentences, Contains(HasSubstr("6일")));
  EXPECT_THAT(sentences, Contains(HasSubstr("만 27살이")));
  EXPECT_THAT(sentences, Contains(HasSubstr("드럼을 시작한 지")));
  for (const std::string& sentence : sentences) {
    if (sentence.find("처음 쓴") == std::string::npos && sentence.find("처음 나온") == std::string::npos)
      continue;
    EXPECT_THAT(sentence, HasSubstr("2022년 6월")) << "says how far it knows";
  }
}

TEST(Occasions, english_says_the_same) {
  const auto sentences = told(remembered(), Language::English);
  EXPECT_THAT(sentences, Contains(HasSubstr("Streamlit (May 3) and Kubernetes (July 1)")));
  EXPECT_THAT(sentences,
              Contains("I last touched thesis on March 4; 230 days without it followed, up to October 20."));
  EXPECT_THAT(sentences, Contains("Counted from January 2022, I reached 1,000 commits on May 3."));
  EXPECT_THAT(sentences, Contains("I turned 27 on May 1."));
  EXPECT_THAT(sentences, Contains("January 7 marked one year since I began with drums."));
}

TEST(Occasions, people_models_and_what_is_told_otherwise_are_not_told) {
  for (const Language language : {Language::Korean, Language::English}) {
    for (const std::string& sentence : told(remembered(), language)) {
      for (const char* word : {"서연", "gpt-4o", "송년회", "일본", "Japan"})
        EXPECT_THAT(sentence, Not(HasSubstr(word)));
      EXPECT_THAT(sentence, Not(HasSubstr("30개"))) << "the best week since November is no rarity";
    }
  }
}

TEST(Occasions, few_are_told_however_many_were_found) {
  Findings all = remembered();
  for (int i = 0; i < 30; ++i) {
    Occasion one = first(Subject::Topic, "name", "Name", "2024-07-01", 4);
    one.id = one.key = "name-" + std::to_string(i);
    all.firsts.push_back(one);
    one = all.lasts.front();
    one.id = "last-" + std::to_string(i);
    all.lasts.push_back(one);
  }
  std::size_t sentences = 0;
  for (const Chapter& chapter : plan(all)) {
    if (chapter.id != "occasions") continue;
    sentences = chapter.points.size();
    for (const Point& point : chapter.points) EXPECT_LE(point.occasions.size(), 5U);
  }
  EXPECT_LE(sentences, 4U + 2U);
  EXPECT_GE(sentences, 4U);
}

TEST(Occasions, a_single_one_is_told_with_the_activities) {
  Findings all = testing_life::life();
  all.firsts = {first(Subject::Tool, "claude", "Claude", "2024-03-06", 33, Kind::Chat)};
  bool told = false;
  for (const Chapter& chapter : plan(all)) {
    EXPECT_NE(chapter.id, "occasions");
    told = told || (chapter.points.size() > 1 && chapter.points.back().topic == Topic::FirstTimes);
  }
  EXPECT_TRUE(told);
}

TEST(Occasions, every_sentence_has_a_plain_form_and_its_finding) {
  const Findings all = remembered();
  const auto polite = tell(all, Language::Korean, Tone::Polite);
  const auto plain = tell(all, Language::Korean, Tone::Plain);
  for (std::size_t i = 0; i < polite.sections.size(); ++i) {
    for (std::size_t k = 0; k < polite.sections[i].sentences.size(); ++k) {
      EXPECT_NE(polite.sections[i].sentences[k].text, plain.sections[i].sentences[k].text);
      EXPECT_FALSE(polite.sections[i].sentences[k].finding.empty());
    }
  }
}

}  // namespace
}  // namespace hoego
