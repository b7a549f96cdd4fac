#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/document.h"
#include "story/life_for_tests.h"
#include "story/names.h"

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

Activity& find(Findings& all, const std::string& id) {
  for (Activity& activity : all.activities) {
    if (activity.id == id) return activity;
  }
  throw std::runtime_error("no activity " + id);
}

Findings year_with_accounts() {
  Findings all = testing_life::life();
  for (Trip& trip : all.trips) {
    if (trip.id != "trip-2024-09-ca") continue;
    trip.cost = {{"KRW", 3'214'500, 41}, {"CAD", 120.5, 3}};
    trip.cost_evidence = testing_life::evidence(all, Kind::Expense, "expense-ca", on("2024-09-28"), 3, 44);
  }
  find(all, "gym").cost = {{"KRW", 600'000, 1}};
  find(all, "gym").cost_evidence =
      testing_life::evidence(all, Kind::Expense, "expense-gym", on("2024-03-02"), 1, 1);
  Activity requests = testing_life::activity(all, "pull_requests", "PR", "pull requests", Kind::PullRequest,
                                             {1, 1, 2, 2, 2, 2, 1, 1, 1, 1}, "2024-01-10", "2024-10-12");
  requests.outcomes = {{"merged", 11}, {"open", 2}, {"closed", 1}};
  requests.evidence =
      testing_life::evidence(all, Kind::PullRequest, "pull_request-x", on("2024-01-10"), 2, 14);
  Activity chats =
      testing_life::activity(all, "chats", "프롬프트", "prompts", Kind::Chat,
                             {100, 120, 200, 220, 240, 260, 300, 310, 330, 120}, "2024-01-02", "2024-10-18");
  chats.days = 110;
  chats.totals = {{"characters", 418'000}};
  chats.evidence = testing_life::evidence(all, Kind::Chat, "chat-x", on("2024-01-02"), 2, 2200);
  all.activities.insert(all.activities.begin(), {chats, requests});
  OpenItem own{"open-1", "[docs] Translate trainer.md", Kind::PullRequest, on("2024-08-30"), false, "x/docs",
               {}};
  own.evidence = testing_life::evidence(all, Kind::PullRequest, "pull_request-own", on("2024-08-30"), 1, 1);
  OpenItem second = own;
  second.id = "open-2";
  second.since = on("2024-09-20");
  OpenItem asked = own;
  asked.id = "open-3";
  asked.asked = true;
  asked.since = on("2024-10-02");
  all.open = {own, second, asked};
  return all;
}

TEST(Accounts, korean_says_what_it_cost_what_was_merged_and_what_is_owed) {
  const auto sentences = told(year_with_accounts(), Language::Korean);
  EXPECT_THAT(sentences, Contains(HasSubstr("321만 4,500원과 120.50 캐나다 달러")));
  EXPECT_THAT(sentences, Contains("헬스장에 쓴 돈은 60만 원, 한 번 갈 때마다 1만 5,800원꼴이다."));
  EXPECT_THAT(sentences, Contains("그 가운데 11건이 합쳐졌고, 2건은 아직 열려 있다."));
  EXPECT_THAT(sentences,
              Contains("물어본 날은 110일, 그런 날에는 평균 20개를 물었고 한 번에 190자쯤 적었다."));
  EXPECT_THAT(sentences, Contains("아직 열려 있는 것은 PR 두 건, 가장 오래된 것은 8월 30일에 올라온 “[docs] "
                                  "Translate trainer.md”다."));
  EXPECT_THAT(sentences, Contains(HasSubstr("내 차례를 기다리는 것은 PR 한 건")));
}

TEST(Accounts, english_says_the_same) {
  const auto sentences = told(year_with_accounts(), Language::English);
  EXPECT_THAT(sentences, Contains(HasSubstr("₩3,214,500 and CAD 120.50")));
  EXPECT_THAT(sentences, Contains("I paid ₩600,000 for gym, about ₩15,800 each time."));
  EXPECT_THAT(sentences, Contains("11 of them were merged, and two are still open."));
  EXPECT_THAT(sentences,
              Contains("I asked on 110 days, 20 times a day on average, in about 190 characters each time."));
  EXPECT_THAT(
      sentences,
      Contains(
          "Two pull requests are still open, the oldest being “[docs] Translate trainer.md” of August 30."));
}

TEST(Accounts, a_handful_of_payments_does_not_tell_what_a_trip_cost) {
  Findings all = year_with_accounts();
  for (Trip& trip : all.trips) trip.cost_evidence.count = std::min<std::size_t>(trip.cost_evidence.count, 2);
  EXPECT_THAT(told(all, Language::Korean), Not(Contains(HasSubstr("321만"))));
}

TEST(Accounts, what_one_wrote_to_people_is_not_counted_aloud) {
  Findings all = testing_life::empty_year();
  Activity messages =
      testing_life::activity(all, "messages", "메시지", "messages", Kind::Message,
                             {10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, "2024-01-02", "2024-10-18");
  messages.evidence = testing_life::evidence(all, Kind::Message, "message-x", on("2024-01-02"), 2, 100);
  all.activities = {messages};
  EXPECT_THAT(told(all, Language::Korean), Not(Contains(HasSubstr("메시지"))));
}

}  // namespace
}  // namespace hoego
