#include "interview/questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "story/life_for_tests.h"
#include "story/promises_for_tests.h"

namespace hoego {
namespace {

using ::testing::AnyOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

Activity& activity(Findings& all, const std::string& id) {
  for (Activity& one : all.activities) {
    if (one.id == id) return one;
  }
  throw std::runtime_error("no activity " + id);
}

/// The made-up life with a habit that faded, promises of every kind, and what cannot be sure.
Findings life() {
  Findings all = testing_life::life();
  Change faded;
  faded.id = "gym-faded-2024-06";
  faded.kind = ChangeKind::Faded;
  faded.date = testing_life::on("2024-06-10");
  faded.low = testing_life::on("2024-06-05");
  faded.high = testing_life::on("2024-06-15");
  faded.before_per_week = 2.4;
  faded.after_per_week = 0.2;
  faded.certainty = 0.99;
  faded.evidence =
      testing_life::evidence(all, Kind::Event, "event-faded", testing_life::on("2024-06-01"), 3, 3);
  activity(all, "gym").changes = {faded};
  Change doubtful = faded;
  doubtful.id = "books-faded-2024-03";
  doubtful.certainty = 0.7;
  activity(all, "books").changes = {doubtful};
  Promise smile = testing_life::promise("더-자주-웃기", "더 자주 웃기", "", std::nullopt);
  all.promises = {testing_life::broken_by_nagoya(all), testing_life::books_at_risk(all), smile};
  Trip gangneung = testing_life::trip("trip-2024-05-kr-gangneung", "2024-05-04", "2024-05-06",
                                      {{testing_life::spot("강릉", "Gangneung", "KR", 37.75, 128.9),
                                        {testing_life::on("2024-05-04"), testing_life::on("2024-05-06")},
                                        2,
                                        3}},
                                      3);
  gangneung.certainty = 0.6;
  gangneung.evidence =
      testing_life::evidence(all, Kind::Photo, "photo-gangneung", testing_life::on("2024-05-04"), 3, 3);
  all.trips.push_back(gangneung);
  return all;
}

const Question* about(const std::vector<Question>& list, const std::string& finding) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Question& q) { return q.finding == finding; });
  return found == list.end() ? nullptr : &*found;
}

TEST(Questions, one_a_finding_and_the_year_itself_last) {
  const Findings all = life();
  const auto list = questions(all, Language::Korean, Tone::Polite);
  ASSERT_THAT(list, SizeIs(12));
  std::set<std::string> findings;
  for (const Question& question : list)
    EXPECT_TRUE(findings.insert(question.finding).second) << question.finding;
  EXPECT_EQ(list.back().finding, "period-2024");
  EXPECT_THAT(questions(all, Language::Korean, Tone::Polite, 3), SizeIs(3));
  EXPECT_EQ(questions(all, Language::Korean, Tone::Polite, 3).front().finding, list.front().finding);
  EXPECT_TRUE(questions(all, Language::Korean, Tone::Polite, 0).empty());
}

TEST(Questions, korean_asks_as_one_asks) {
  for (const Question& question : questions(life(), Language::Korean, Tone::Polite, 40)) {
    EXPECT_THAT(question.text, AnyOf(EndsWith("나요?"), EndsWith("가요?"))) << question.finding;
    EXPECT_THAT(question.text, Not(HasSubstr("당신"))) << question.finding;
    EXPECT_FALSE(question.heading.empty()) << question.finding;
  }
  for (const Question& question : questions(life(), Language::Korean, Tone::Plain, 40))
    EXPECT_THAT(question.text, AnyOf(EndsWith("나?"), EndsWith("가?"))) << question.finding;
  for (const Question& question : questions(life(), Language::English, Tone::Polite, 40))
    EXPECT_THAT(question.text, EndsWith("?")) << question.finding;
}

TEST(Questions, a_change_is_told_with_its_months_and_asked_about) {
  const auto list = questions(life(), Language::Korean, Tone::Polite, 40);
  const Question* gym = about(list, "gym-faded-2024-06");
  ASSERT_NE(gym, nullptr);
  EXPECT_EQ(gym->heading, "헬스장");
  ASSERT_FALSE(gym->told.empty());
  EXPECT_LE(gym->told.size(), 3U);
  EXPECT_THAT(gym->months, SizeIs(10)) << "up to the month lived in";
  EXPECT_EQ(gym->months[3], 11);
  EXPECT_EQ(about(list, "gym"), nullptr) << "a habit is asked about once";
}

TEST(Questions, what_is_not_sure_is_asked_whether_it_was) {
  const auto korean = questions(life(), Language::Korean, Tone::Polite, 40);
  const Question* trip = about(korean, "trip-2024-05-kr-gangneung");
  ASSERT_NE(trip, nullptr);
  EXPECT_EQ(trip->text, "5월 4일부터 6일까지 강릉에 다녀온 것이 맞나요?");
  EXPECT_TRUE(trip->told.empty());
  const Question* change = about(korean, "books-faded-2024-03");
  ASSERT_NE(change, nullptr);
  EXPECT_THAT(change->text, EndsWith("맞나요?"));
  const auto english = questions(life(), Language::English, Tone::Polite, 40);
  EXPECT_EQ(about(english, "trip-2024-05-kr-gangneung")->text, "Were you in Gangneung from May 4 to 6?");
}

TEST(Questions, promises_that_no_file_can_judge_are_asked) {
  const auto list = questions(life(), Language::Korean, Tone::Polite, 40);
  const Question* smile = about(list, "promise-2024-더-자주-웃기");
  ASSERT_NE(smile, nullptr);
  EXPECT_THAT(smile->text, HasSubstr("「더 자주 웃기」"));
  EXPECT_NE(about(list, "promise-2024-trips-abroad-except-ca-0"), nullptr) << "broken";
  EXPECT_EQ(about(list, "promise-2024-books-24"), nullptr) << "it is still open";
}

TEST(Questions, words_of_a_year_ago_come_with_the_question) {
  Findings all = life();
  all.own_words = {{"gym-started-2023-03", "올해는 꾸준히.", 2023}, {"gym-faded-2024-06", "올해의 말", 2024}};
  const auto list = questions(all, Language::Korean, Tone::Polite, 40);
  const Question* gym = about(list, "gym-faded-2024-06");
  ASSERT_NE(gym, nullptr);
  ASSERT_THAT(gym->before, SizeIs(1));
  EXPECT_EQ(gym->before.front().text, "올해는 꾸준히.");
}

TEST(Questions, an_answer_is_known_by_its_finding_also_where_the_month_moved) {
  Findings all = life();
  const auto list = questions(all, Language::Korean, Tone::Polite, 40);
  const Question* gym = about(list, "gym-faded-2024-06");
  EXPECT_EQ(answer_to(*gym, all), nullptr);
  all.own_words = {{"gym-faded-2023-06", "작년의 말", 2023}};
  EXPECT_EQ(answer_to(*gym, all), nullptr);
  all.own_words.push_back({"gym-faded-2024-07", "한 달 뒤로 알았을 때", 2024});
  ASSERT_NE(answer_to(*gym, all), nullptr);
  all.own_words.push_back({"gym-faded-2024-06", "이제", 2024});
  EXPECT_EQ(answer_to(*gym, all)->text, "이제");
}

TEST(Questions, do_not_change_by_being_answered) {
  Findings all = life();
  const auto before = questions(all, Language::English, Tone::Polite);
  for (const Question& question : before) all.own_words.push_back({question.finding, "said", 2024});
  const auto after = questions(all, Language::English, Tone::Polite);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].finding, after[i].finding);
    EXPECT_EQ(before[i].text, after[i].text);
    EXPECT_EQ(before[i].told, after[i].told);
  }
}

TEST(Questions, of_nothing_nothing_is_asked) {
  EXPECT_TRUE(questions(testing_life::empty_year(), Language::Korean, Tone::Polite).empty());
}

}  // namespace
}  // namespace hoego
