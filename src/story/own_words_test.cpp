#include "story/own_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "story/called.h"
#include "story/life_for_tests.h"
#include "story/promises_for_tests.h"
#include "story/weight.h"

namespace hoego {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

struct Found {
  std::string section;
  std::size_t at = 0;
  Sentence sentence;
  Sentence before;
};

std::vector<Found> owners(const Document& document) {
  std::vector<Found> found;
  for (const Section& section : document.sections) {
    for (std::size_t i = 0; i < section.sentences.size(); ++i) {
      const Sentence& sentence = section.sentences[i];
      if (sentence.voice == Voice::Told) continue;
      found.push_back({section.id, i, sentence, i > 0 ? section.sentences[i - 1] : Sentence{}});
    }
  }
  return found;
}

Findings life_with(std::vector<OwnWords> words) {
  Findings all = testing_life::life();
  all.own_words = std::move(words);
  return all;
}

TEST(OwnWordsInTheStory, stand_behind_the_last_sentence_of_their_finding) {
  const Findings all = life_with({{"trip-2024-09-ca", "단풍이 *정말* 붉었다.\n\n둘째 문단.", 2024}});
  const auto found = owners(tell(all, Language::Korean, Tone::Polite));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].section, "trips");
  EXPECT_EQ(found[0].sentence.text, "단풍이 *정말* 붉었다.\n\n둘째 문단.");
  EXPECT_EQ(found[0].sentence.voice, Voice::Own);
  EXPECT_EQ(found[0].sentence.finding, "trip-2024-09-ca");
  EXPECT_EQ(found[0].before.finding, "trip-2024-09-ca");
  const auto& sentences = tell(all, Language::Korean, Tone::Polite).sections;
  const auto trips =
      std::find_if(sentences.begin(), sentences.end(), [](const Section& s) { return s.id == "trips"; });
  for (std::size_t i = found[0].at + 1; i < trips->sentences.size(); ++i)
    EXPECT_NE(trips->sentences[i].finding, "trip-2024-09-ca");
}

TEST(OwnWordsInTheStory, those_of_a_year_ago_come_back_with_a_sentence_in_front) {
  const Findings all =
      life_with({{"trip-2023-05-ca", "다음에는 더 오래.", 2023}, {"drums", "조금 쉬어야지.", 2023}});
  for (const Language language : {Language::Korean, Language::English}) {
    const auto found = owners(tell(all, language, Tone::Polite));
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].sentence.voice, Voice::OwnBefore);
    EXPECT_EQ(found[0].sentence.finding, "trip-2024-09-ca");
    EXPECT_EQ(found[0].before.voice, Voice::Told);
    EXPECT_EQ(found[0].before.text.back(), ':');
    EXPECT_EQ(found[1].sentence.finding, "drums");
    EXPECT_NE(found[0].before.text, found[1].before.text) << "no two leads of one mould";
  }
}

TEST(OwnWordsInTheStory, what_the_text_does_not_tell_has_a_section_near_the_end) {
  const Findings all = life_with({{"trip-2024-06-kr-paju", "헤이리의 하루.", 2024},
                                  {"gone-2024-01", "사라진 것.", 2024},
                                  {"period-2024", "바쁜 해.", 2024},
                                  {"old-thing-2023-01", "옛말.", 2023}});
  const Document document = tell(all, Language::Korean, Tone::Plain);
  ASSERT_GE(document.sections.size(), 2U);
  const Section& words = document.sections[document.sections.size() - 2];
  EXPECT_EQ(words.id, "words");
  EXPECT_FALSE(words.title.empty());
  EXPECT_EQ(document.sections.back().id, "limits");
  const auto found = owners(document);
  ASSERT_THAT(found, SizeIs(4)) << "nothing is lost";
  for (const Found& one : found) {
    if (one.section != "words") continue;
    EXPECT_EQ(one.before.text.back(), ':');
    EXPECT_NE(one.before.text.substr(one.before.text.size() - 4), "요:")
        << "the plain tone: " << one.before.text;
  }
}

TEST(OwnWordsInTheStory, a_few_of_a_year_ago_are_enough_and_the_weightiest_stay) {
  std::vector<OwnWords> words;
  for (const char* id : {"books", "reviews", "trip-2023-05-ca", "drums", "commits", "photos", "no-more-2023"})
    words.push_back({id, std::string("on ") + id, 2023});
  const auto found = owners(tell(life_with(words), Language::English, Tone::Polite));
  ASSERT_THAT(found, SizeIs(4));
  const auto told = [&](const char* text) {
    return std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.sentence.text == text; });
  };
  EXPECT_TRUE(told("on drums"));
  EXPECT_TRUE(told("on trip-2023-05-ca"));
  EXPECT_FALSE(told("on no-more-2023"));
}

TEST(OwnWordsInTheStory, without_any_the_text_is_the_same) {
  const Document bare = tell(testing_life::life(), Language::Korean, Tone::Polite);
  EXPECT_TRUE(owners(bare).empty());
  const Document with = tell(life_with({{"drums", "말", 2024}}), Language::Korean, Tone::Polite);
  std::vector<std::string> one;
  std::vector<std::string> other;
  for (const Section& section : bare.sections)
    for (const Sentence& sentence : section.sentences) one.push_back(sentence.text);
  for (const Section& section : with.sections)
    for (const Sentence& sentence : section.sentences)
      if (sentence.voice == Voice::Told) other.push_back(sentence.text);
  EXPECT_EQ(one, other);
}

TEST(SameSubject, ids_of_two_years_are_of_one_subject) {
  EXPECT_EQ(timeless("trip-2023-09-ca"), "trip-ca");
  EXPECT_EQ(timeless("trip-2024-04-20-kr-chuncheon"), "trip-kr-chuncheon");
  EXPECT_EQ(timeless("promise-2024-books-24"), "promise-books-24");
  EXPECT_EQ(timeless("promise-2024-steps-8000-per-day"), "promise-steps-8000-per-day");
  EXPECT_EQ(timeless("best-week-drums-2024"), "best-week-drums");
  EXPECT_EQ(timeless(""), "");
}

TEST(SameSubject, a_habit_that_changed_in_another_way_is_the_same_habit) {
  Findings all = testing_life::life();
  all.promises = {testing_life::books_at_risk(all)};
  EXPECT_EQ(of_same_subject(all, "gym-started-2023-03"), "gym");
  EXPECT_EQ(of_same_subject(all, "against-drums"), "against-drums");
  EXPECT_EQ(of_same_subject(all, "promise-2023-books-24"), "promise-2024-books-24");
  EXPECT_EQ(of_same_subject(all, "trip-2022-01-jp"), "trip-2024-03-jp");
  EXPECT_EQ(of_same_subject(all, "period-2023"), "period-2024");
  EXPECT_EQ(of_same_subject(all, "gymnastics-started-2023-03"), "");
  EXPECT_EQ(of_same_subject(all, "cost-gym"), "gym") << "nothing was paid, the habit is there";
}

TEST(Called, findings_have_names_in_both_languages) {
  Findings all = testing_life::life();
  all.promises = {testing_life::books_at_risk(all)};
  EXPECT_EQ(called(all, "trip-2024-09-ca", Language::Korean), "캐나다");
  EXPECT_EQ(called(all, "trip-2024-09-ca", Language::English), "Canada");
  EXPECT_EQ(called(all, "against-drums", Language::Korean), "드럼");
  EXPECT_EQ(called(all, "promise-2024-books-24", Language::English), "책 24권");
  EXPECT_EQ(called(all, "home-2024-02", Language::Korean), "김포");
  EXPECT_THAT(called(all, "period-2024", Language::English), HasSubstr("2024"));
  EXPECT_EQ(called(all, "nothing", Language::Korean), "");
  EXPECT_TRUE(is_finding(all, "coverage-calendar"));
  EXPECT_FALSE(is_finding(all, "cost-drums"));
}

TEST(Weight, the_opening_comes_first_and_each_subject_once) {
  const Findings all = testing_life::life();
  const std::vector<Weighed> weighed = by_weight(all);
  ASSERT_GE(weighed.size(), 5U);
  EXPECT_EQ(weighed[0].subject, "drums");
  EXPECT_EQ(weighed[1].subject, "trip-2024-09-ca");
  std::vector<std::string> subjects;
  for (const Weighed& one : weighed) {
    subjects.push_back(one.subject);
    EXPECT_FALSE(one.points.empty());
  }
  std::sort(subjects.begin(), subjects.end());
  EXPECT_EQ(std::adjacent_find(subjects.begin(), subjects.end()), subjects.end());
}

}  // namespace
}  // namespace hoego
