#include "story/promises_for_tests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "story/document.h"
#include "story/plan.h"
#include "story/promise_terms.h"

namespace hoego {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_life::on;
using testing_life::promise;

struct Telling {
  Language language;
  Tone tone;
};
constexpr std::array<Telling, 3> tellings = {Telling{Language::Korean, Tone::Polite},
                                             Telling{Language::Korean, Tone::Plain},
                                             Telling{Language::English, Tone::Plain}};

/// Every sentence that tells a promise, with its findings, line by line.
std::string told_text(const Findings& all, Language language, Tone tone) {
  std::string text;
  for (const Section& section : tell(all, language, tone).sections) {
    for (const Sentence& sentence : section.sentences) {
      if (sentence.finding.rfind("promise-", 0) != 0) continue;
      text += section.id + ": " + sentence.text + " [" + sentence.finding;
      for (const std::string& id : sentence.also) text += " " + id;
      text += "]\n";
    }
  }
  return text;
}

/// What is told of one promise alone.
std::string of_one(const Promise& one, Language language, Tone tone = Tone::Polite) {
  Findings all = testing_life::life();
  all.promises = {one};
  for (const Section& section : tell(all, language, tone).sections) {
    for (const Sentence& sentence : section.sentences) {
      if (sentence.finding == one.id) return sentence.text;
    }
  }
  return {};
}
std::string korean(const Promise& one) {
  return of_one(one, Language::Korean);
}
std::string english(const Promise& one) {
  return of_one(one, Language::English, Tone::Plain);
}

void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = HOEGO_SOURCE_DIR "/src/story/golden/" + name;
  const char* mode = std::getenv("HOEGO_GOLDEN");
  if (mode && std::string(mode) == "write") std::ofstream(path) << text;
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(text, golden.str());
}

TEST(Promises, are_told_in_both_languages_and_tones) {
  const Findings all = testing_life::life_with_promises();
  expect_golden("promises.ko.polite.txt", told_text(all, Language::Korean, Tone::Polite));
  expect_golden("promises.ko.plain.txt", told_text(all, Language::Korean, Tone::Plain));
  expect_golden("promises.en.txt", told_text(all, Language::English, Tone::Plain));
}

TEST(Promises, the_board_comes_first_of_all_chapters) {
  for (const Telling& how : tellings) {
    const Document story = tell(testing_life::life_with_promises(), how.language, how.tone);
    EXPECT_EQ(story.sections[0].id, "opening");
    EXPECT_EQ(story.sections[1].id, "promises");
    EXPECT_EQ(story.sections[1].title, how.language == Language::Korean ? "올해의 다짐" : "Promises");
  }
}

TEST(Promises, a_life_without_promises_says_nothing_of_them) {
  for (const Telling& how : tellings) {
    for (const Section& section : tell(testing_life::life(), how.language, how.tone).sections)
      EXPECT_NE(section.id, "promises");
  }
}

TEST(Promises, a_single_promise_stands_with_the_opening) {
  Findings all = testing_life::life();
  all.promises = {testing_life::broken_by_nagoya(all)};
  const std::vector<Chapter> chapters = plan(all);
  EXPECT_EQ(chapters[0].points.back().topic, Topic::PromiseBroken);
  EXPECT_NE(chapters[1].id, "promises");
}

TEST(Promises, the_summary_counts_what_is_certain_and_nothing_else) {
  const Findings all = testing_life::life_with_promises();
  for (const Chapter& chapter : plan(all)) {
    if (chapter.id != "promises") continue;
    EXPECT_EQ(chapter.points[0].topic, Topic::PromisesSummary);
    EXPECT_EQ(chapter.points[0].promises.size(), 7U) << "without the unknown, the ticked, and next year's";
  }
}

TEST(Promises, every_sentence_cites_its_promise_and_what_decided_it) {
  const auto cited = [](Topic topic, const char* promise) {
    const Findings all = testing_life::life_with_promises();
    for (const Chapter& chapter : plan(all)) {
      for (const Point& point : chapter.points) {
        if (point.topic == topic && point.finding == std::string("promise-2024-") + promise)
          return point.also;
      }
    }
    return std::vector<std::string>{};
  };
  EXPECT_THAT(cited(Topic::PromiseBroken, "trips-abroad-except-ca-0"), ElementsAre("trip-2024-03-jp"));
  EXPECT_THAT(cited(Topic::PromiseUnknown, "hours-of-sleep-7-h-per-day"), ElementsAre("coverage-sleep"));
  EXPECT_THAT(cited(Topic::PromiseOpen, "trips-in-jp-1"), ElementsAre("planned-2024-12-jp"));
}

TEST(Promises, chances_are_told_in_tens_and_never_as_none_or_all) {
  Findings all = testing_life::life();
  Promise one = testing_life::drums_on_track(all);
  for (const double chance : {0.0, 0.004, 0.049, 0.12, 0.5, 0.94, 0.97, 1.0}) {
    one.forecast->chance = chance;
    for (const std::string& told : {korean(one), english(one)}) {
      EXPECT_THAT(told, Not(HasSubstr("%"))) << chance;
      EXPECT_THAT(told, Not(HasSubstr("percent"))) << chance;
    }
    EXPECT_THAT(korean(one), testing::AnyOf(HasSubstr("열에"), HasSubstr("반반")));
  }
  one.forecast->chance = 0.12;
  EXPECT_THAT(korean(one), HasSubstr("열에 하나쯤이에요"));
  EXPECT_THAT(english(one), HasSubstr("about one in ten"));
}

TEST(Promises, a_journey_through_two_countries_breaks_by_the_one_it_reached_on_the_day) {
  Findings all = testing_life::life();
  Trip trip = testing_life::trip("trip-2024-07-ca-us", "2024-07-02", "2024-07-10",
                                 {{testing_life::spot("밴쿠버", "Vancouver", "CA", 49.3, -123.1),
                                   {on("2024-07-02"), on("2024-07-07")},
                                   5,
                                   90},
                                  {testing_life::spot("시애틀", "Seattle", "US", 47.6, -122.3),
                                   {on("2024-07-07"), on("2024-07-10")},
                                   3,
                                   40}},
                                 130);
  all.trips.push_back(trip);
  Promise one = testing_life::broken_by_nagoya(all);
  one.date = on("2024-07-07");
  all.promises = {one};
  const auto text = told_text(all, Language::Korean, Tone::Polite);
  EXPECT_THAT(text, HasSubstr("시애틀에 가면서"));
  EXPECT_THAT(told_text(all, Language::English, Tone::Plain), HasSubstr("Seattle"));
}

TEST(Promises, a_week_missed_while_away_is_told_with_the_journey) {
  Promise one = promise("gym-2-every-week", "매주 두 번 운동", "gym >= 2 every week", Verdict::Broken);
  one.unit = "every week";
  one.date = on("2024-10-06");
  one.periods = PromisePeriods{39, 41, 0};
  EXPECT_THAT(korean(one), HasSubstr("캐나다에 있던 9월 30일부터 10월 6일까지의 한 주에 처음 끊겼"));
  EXPECT_THAT(english(one), HasSubstr("in the week of September 30 to October 6, which I spent in Canada"));
}

TEST(Promises, every_month_kept_but_one_says_which) {
  Promise one = promise("posts-1-every-month", "한 달에 글 한 편", "posts >= 1 every month", Verdict::Broken);
  one.unit = "every month";
  one.date = on("2024-04-30");
  one.periods = PromisePeriods{8, 9, 0};
  EXPECT_THAT(korean(one),
              testing::AllOf(HasSubstr("아홉 달 가운데 여덟 달을 지켰"), HasSubstr("4월에 끊겼")));
  EXPECT_EQ(english(one), "“한 달에 글 한 편” held in eight of nine months, and broke in April.");
}

TEST(Promises, a_goal_out_of_reach_says_kindly_what_became_of_the_habit) {
  Findings all = testing_life::life();
  hoego::Change faded;
  faded.id = "gym-faded-2024-06";
  faded.kind = ChangeKind::Faded;
  faded.date = on("2024-06-09");
  faded.low = on("2024-06-02");
  faded.high = on("2024-06-16");
  faded.before_per_week = 2.4;
  faded.after_per_week = 0.4;
  faded.certainty = 0.99;
  for (Activity& one : all.activities) {
    if (one.id == "gym") one.changes = {faded};
  }
  all.promises = {testing_life::gym_missed(all)};
  EXPECT_THAT(told_text(all, Language::Korean, Tone::Polite),
              HasSubstr("6월 무렵부터 헬스장이 뜸해지면서 34번으로, 16번이 모자랐어요. "
                        "[promise-2024-gym-50-by-06-30 gym-faded-2024-06]"));
  EXPECT_THAT(told_text(all, Language::English, Tone::Plain),
              HasSubstr("34 times, 16 short, as gym grew rare from around June."));
}

TEST(Promises, a_limit_passed_says_the_day_and_how_far_it_went) {
  Promise one = promise("gym-10", "헬스장은 열 번만", "gym <= 10", Verdict::Broken);
  one.limit = true;
  one.date = on("2024-04-02");
  one.value = 38;
  one.target = 10;
  EXPECT_EQ(korean(one), "「헬스장은 열 번만」은 4월 2일에 10번을 넘겨 깨졌고, 지금까지는 38번이에요.");
  EXPECT_THAT(english(one), HasSubstr("went past ten times on April 2"));
  one.days.to = on("2024-06-30");
  EXPECT_THAT(korean(one), HasSubstr("모두 38번이었어요")) << "its days are over";
}

TEST(Promises, a_limit_kept_says_how_much_of_it_was_used) {
  Promise one = promise("trips-abroad-2", "해외여행은 두 번까지", "trips abroad <= 2", Verdict::Kept);
  one.limit = true;
  one.value = 2;
  one.target = 2;
  EXPECT_THAT(korean(one), HasSubstr("2번"));
  one.value = 0;
  EXPECT_THAT(korean(one), testing::AnyOf(HasSubstr("한 번도 어기지 않고"), HasSubstr("마지막 날까지")));
}

TEST(Promises, numbers_that_differ_are_told_apart) {
  Promise one = promise("gym-2-per-week", "일주일에 두 번 운동", "gym >= 2 per week", Verdict::Missed);
  one.unit = "per week";
  one.value = 1.98;
  one.target = 2;
  EXPECT_EQ(korean(one), "「일주일에 두 번 운동」은 한 주에 1.98번으로, 2번에는 미치지 못했어요.");
  one.verdict = Verdict::Kept;
  one.value = 2.07;
  EXPECT_THAT(korean(one), HasSubstr("한 주에 2.1번"));
  EXPECT_THAT(english(one), HasSubstr("2.1 times a week against 2 times"));
}

TEST(Promises, a_promise_beside_last_year_names_its_number) {
  Promise one = promise("books-last-year", "작년보다 책 많이 읽기", "books > last year", Verdict::Missed);
  one.value = 9;
  one.target = 14;
  EXPECT_EQ(korean(one), "「작년보다 책 많이 읽기」는 9권으로, 작년의 14권을 넘지는 못했어요.");
  EXPECT_THAT(english(one), HasSubstr("not past the 14 books of 2023"));
}

TEST(Promises, money_and_distance_have_their_units) {
  Promise one =
      promise("cost-of-trips", "여행에 200만 원만 쓰기", "cost of trips <= 2000000 KRW", Verdict::Broken);
  one.limit = true;
  one.unit = "KRW";
  one.date = on("2024-12-31");
  one.value = 2345000;
  one.target = 2000000;
  EXPECT_THAT(korean(one), HasSubstr("234만 5,000원"));
  Promise run = promise("distance", "300km 달리기", "distance of gym >= 300 km", Verdict::Kept);
  run.unit = "km";
  run.date = on("2024-08-03");
  run.value = 312.4;
  run.target = 300;
  EXPECT_THAT(korean(run), HasSubstr("8월 3일에 300km를"));
}

TEST(Promises, the_unknown_says_what_would_have_been_needed_and_blames_nobody) {
  const Promise sleep = testing_life::sleep_unknown();
  EXPECT_EQ(
      korean(sleep),
      "「일곱 시간씩 자기」는 5월 20일부터 9월 15일까지의 잠 기록이 있어야 알 수 있어서 판단을 미뤄 뒀어요.");
  EXPECT_EQ(
      english(sleep),
      "To judge “일곱 시간씩 자기” would take the records of sleep from May 20 to September 15, so I left it "
      "open.");
  Promise ticked = sleep;
  ticked.ticked = true;
  EXPECT_THAT(korean(ticked), HasSubstr("알 수 있지만, 직접 지켰다고 표시했어요"));
  Promise unread = promise("typo", "책 많이", "bokos >= 3", Verdict::Unknown);
  unread.terms.reset();
  unread.course.clear();
  unread.covered_days = 0;
  EXPECT_THAT(korean(unread), HasSubstr("읽지 못해서"));
  Promise weeks = promise("gym-2-every-week", "매주 두 번 운동", "gym >= 2 every week", Verdict::Unknown);
  weeks.unit = "every week";
  weeks.periods = PromisePeriods{35, 35, 7};
  EXPECT_THAT(korean(weeks), HasSubstr("35주를 모두 지켰지만, 나머지 일곱 주를"));
  EXPECT_THAT(english(weeks), HasSubstr("held in the 35 weeks on record and would take the other seven"));
}

TEST(Promises, what_is_the_owners_to_judge_is_told_only_where_ticked) {
  Promise one = testing_life::ticked_by_hand();
  EXPECT_EQ(korean(one), "「먼저 연락하기」는 직접 지켰다고 표시했어요.");
  EXPECT_EQ(english(one), "I marked “먼저 연락하기” as kept myself.");
  one.ticked = false;
  EXPECT_EQ(korean(one), "");
}

TEST(Promises, what_goes_on_after_the_year_is_told_with_what_is_ahead) {
  Findings all = testing_life::life();
  Promise laugh = testing_life::for_the_next_year();
  laugh.id = "promise-2024-laugh";
  laugh.text = "더 자주 웃기";
  laugh.check.clear();
  laugh.verdict.reset();
  all.promises = {testing_life::for_the_next_year(), laugh};
  for (const Chapter& chapter : plan(all)) {
    EXPECT_NE(chapter.id, "promises");
    if (chapter.id != "ahead") continue;
    EXPECT_EQ(chapter.points.back().topic, Topic::PromisesBegun);
    EXPECT_EQ(chapter.points.back().promises.size(), 2U);
  }
  EXPECT_THAT(told_text(all, Language::Korean, Tone::Polite),
              HasSubstr("「저녁의 반은 비워 두기」와 「더 자주 웃기」를"));
}

TEST(Promises, of_very_many_the_decided_ones_come_first_and_the_others_are_counted) {
  Findings all = testing_life::life();
  for (int i = 0; i < 12; ++i) {
    Promise one = testing_life::drums_on_track(all);
    one.id += std::to_string(i);
    all.promises.push_back(one);
  }
  all.promises.push_back(testing_life::broken_by_nagoya(all));
  for (const Chapter& chapter : plan(all)) {
    if (chapter.id != "promises") continue;
    ASSERT_EQ(chapter.points.size(), 10U);
    EXPECT_EQ(chapter.points[1].topic, Topic::PromiseBroken);
    EXPECT_EQ(chapter.points[9].topic, Topic::PromisesRest);
    EXPECT_EQ(chapter.points[9].promises.size(), 5U);
  }
}

TEST(Promises, a_quote_in_the_owners_words_stays_one) {
  Promise one = testing_life::ticked_by_hand();
  one.text = "「토지」 다시 읽기, “끝까지”";
  EXPECT_THAT(korean(one), HasSubstr("「『토지』 다시 읽기, “끝까지”」는"));
  EXPECT_THAT(english(one), HasSubstr("“「토지」 다시 읽기, ‘끝까지’”"));
}

/// Every verdict with every measure: nothing crashes, nothing is empty, every polite form has a plain one.
TEST(Promises, every_verdict_has_words_whatever_is_counted_and_whatever_is_missing) {
  const std::array<std::pair<const char*, const char*>, 16> checks = {
      {{"gym >= 2", ""},
       {"gym <= 2", ""},
       {"gym > last year", ""},
       {"gym = 3", ""},
       {"gym >= 2 per week", "per week"},
       {"hours of drums >= 9 h", "h"},
       {"hours of drums <= 2 h every day", "h every day"},
       {"days of gym >= 9", ""},
       {"longest streak of gym >= 4", "weeks"},
       {"share of music <= 50 %", "%"},
       {"trips abroad = 0", ""},
       {"nights away <= 3", ""},
       {"countries >= 2", ""},
       {"cost of gym <= 90000 KRW", "KRW"},
       {"steps >= 9 every month", "every month"},
       {"unheard of >= 1", ""}}};
  for (const auto& [check, unit] : checks) {
    for (int verdict = 0; verdict < 6; ++verdict) {
      for (int known = 0; known < 8; ++known) {
        Promise one = promise("any", "아무 다짐", check, static_cast<Verdict>(verdict));
        one.unit = unit;
        one.limit =
            std::string(check).find("<") != std::string::npos || std::string(check) == "trips abroad = 0";
        if ((known & 1) != 0) one.value = 1.5;
        if ((known & 1) != 0) one.target = 2.5;
        if ((known & 2) != 0) one.date = on("2024-03-17");
        if ((known & 4) != 0) one.periods = PromisePeriods{2, 3, 1};
        if (verdict == 2 || verdict == 3)
          one.forecast = Forecast{(known & 1) ? std::optional(1.0) : std::nullopt, {}, 0.4};
        const std::string polite = korean(one);
        EXPECT_THAT(polite, HasSubstr("「아무 다짐」")) << check << verdict;
        EXPECT_THAT(polite, testing::EndsWith("요.")) << check << verdict;
        EXPECT_THAT(of_one(one, Language::Korean, Tone::Plain), testing::EndsWith("다.")) << check << verdict;
        EXPECT_THAT(english(one), HasSubstr("“아무 다짐”")) << check << verdict;
        EXPECT_FALSE(std::regex_search(english(one), std::regex("  | ,|\\{"))) << english(one);
        EXPECT_FALSE(std::regex_search(polite, std::regex("  | ,|\\{"))) << polite;
      }
    }
  }
}

}  // namespace
}  // namespace hoego
