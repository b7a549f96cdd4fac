#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "review/footnotes.h"
#include "review/review.h"
#include "review/schema_for_tests.h"
#include "story/promises_for_tests.h"

namespace hoego {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Json json_in(Language language) {
  const Findings all = testing_life::life_with_promises();
  return Json::parse(to_json({all, tell(all, language, Tone::Polite), language}));
}

Json schema() {
  std::ifstream file(HOEGO_SOURCE_DIR "/doc/review.schema.json");
  return Json::parse(file);
}

/// The promise whose check is `check`.
Json with_check(const Json& review, const std::string& check) {
  for (const Json& one : review["resolutions"]) {
    if (one["check"] == check) return one;
  }
  return {};
}

TEST(PromisesJson, are_as_the_schema_says) {
  for (const Language language : {Language::Korean, Language::English})
    EXPECT_THAT(broken_rules(schema(), json_in(language)), IsEmpty());
}

TEST(PromisesJson, the_schema_finds_what_is_wrong) {
  Json json = json_in(Language::Korean);
  json["resolutions"][0]["verdict"] = "failed";
  json["resolutions"][1].erase("covered_days");
  json["resolutions"][2]["forecast"]["chance"] = 1.2;
  json["resolutions"][3]["course"][4] = "four";
  EXPECT_EQ(broken_rules(schema(), json).size(), 4U);
}

TEST(PromisesJson, a_broken_one_has_its_day_its_value_and_its_proof) {
  const Json one = with_check(json_in(Language::Korean), "trips abroad except CA = 0");
  EXPECT_EQ(one["text"], "캐나다 말고는 해외여행 가지 않기");
  EXPECT_EQ(one["verdict"], "broken");
  EXPECT_EQ(one["date"], "2024-03-15");
  EXPECT_EQ(one["value"], 1);
  EXPECT_EQ(one["target"], 0);
  EXPECT_EQ(one["limit"], true);
  EXPECT_EQ(one["evidence"][0], "photo-nagoya-0");
  EXPECT_EQ(one["evidence_count"], 742);
  EXPECT_EQ(one["where"], "resolutions/2024.md:3");
}

TEST(PromisesJson, a_course_runs_from_the_promises_first_day_to_its_last) {
  const Json one = with_check(json_in(Language::English), "trips abroad except CA = 0");
  EXPECT_EQ(one["from"], "2024-01-01");
  EXPECT_EQ(one["to"], "2024-12-31");
  ASSERT_EQ(one["course"].size(), 366U);
  EXPECT_EQ(one["course"][73], 0) << "the day before Nagoya";
  EXPECT_EQ(one["course"][74], 1);
  EXPECT_TRUE(one["course"][294].is_null()) << "still ahead";
}

TEST(PromisesJson, what_is_the_owners_to_judge_has_no_verdict) {
  const Json json = json_in(Language::Korean);
  const Json& one = json["resolutions"][7];
  EXPECT_EQ(one["text"], "먼저 연락하기");
  EXPECT_TRUE(one["check"].is_null());
  EXPECT_TRUE(one["verdict"].is_null());
  EXPECT_TRUE(one["course"].is_null());
  EXPECT_TRUE(one["value"].is_null());
  EXPECT_EQ(one["ticked"], true);
}

TEST(PromisesJson, the_rest_of_the_year_the_units_and_the_risks_are_told) {
  const Json json = json_in(Language::Korean);
  const Json books = with_check(json, "books >= 24");
  EXPECT_EQ(books["forecast"]["chance"], 0.02);
  EXPECT_EQ(books["forecast"]["best_per_week"], 0.58);
  const Json posts = with_check(json, "posts >= 1 every month");
  EXPECT_EQ(posts["periods"], (Json{{"held", 4}, {"of", 9}, {"unknown", 0}}));
  EXPECT_TRUE(posts["forecast"].is_null());
  const Json japan = with_check(json, "trips in JP <= 1");
  EXPECT_EQ(japan["risks"][0]["title"], "삿포로");
  EXPECT_EQ(japan["risks"][0]["date"], "2024-12-21");
  EXPECT_TRUE(japan["forecast"]["needed_per_week"].is_null());
}

TEST(PromisesJson, are_written_in_the_owners_order) {
  const Json json = json_in(Language::Korean);
  const Findings all = testing_life::life_with_promises();
  ASSERT_EQ(json["resolutions"].size(), all.promises.size());
  for (std::size_t i = 0; i < all.promises.size(); ++i)
    EXPECT_EQ(json["resolutions"][i]["id"], all.promises[i].id);
}

TEST(PromisesMarkdown, the_board_comes_first_under_its_heading_and_every_sentence_has_its_note) {
  const Findings all = testing_life::life_with_promises();
  const std::string text = to_markdown({all, tell(all, Language::Korean, Tone::Polite), Language::Korean});
  const std::size_t board = text.find("\n## 올해의 다짐\n\n");
  ASSERT_NE(board, std::string::npos);
  EXPECT_EQ(board, text.find("\n## ")) << "before every other chapter";
  const std::string chapter = text.substr(board, text.find("\n## ", board + 1) - board);
  EXPECT_THAT(chapter, HasSubstr("깨졌어요.[^"));
  for (const Promise& one : all.promises) {
    EXPECT_THAT(text, HasSubstr("· `" + one.id + "`")) << "a note";
    EXPECT_EQ(chapter.find(one.text) != std::string::npos, one.days.to <= all.period.to) << one.text;
  }
}

TEST(PromisesMarkdown, a_note_says_how_a_promise_stands_and_where_it_was_written) {
  const Findings all = testing_life::life_with_promises();
  const auto note = [&all](std::size_t at, Language language) {
    return Footnotes(all, language).note(all.promises[at].id).words;
  };
  EXPECT_EQ(
      note(0, Language::Korean),
      "다짐 · 캐나다 말고는 해외여행 가지 않기 · trips abroad except CA = 0 · 깨짐 · 2024-03-15 · 1 / 0 · "
      "2024-01-01 ~ 2024-12-31 · 기록이 닿는 날 294일 · 사진 742건 · resolutions/2024.md:3");
  EXPECT_THAT(note(3, Language::English), HasSubstr("on track · 318.5 / 350 h"));
  EXPECT_THAT(note(5, Language::English), HasSubstr("9 units, 4 held, 0 unknown"));
  EXPECT_THAT(note(7, Language::English), HasSubstr("the owner's to judge"));
}

TEST(PromisesMarkdown, the_owners_words_cannot_become_markup) {
  Findings all = testing_life::life_with_promises();
  for (Promise& one : all.promises) one.text = "# <b>**굵게**</b> [여기](javascript:x)";
  const std::string text = to_markdown({all, tell(all, Language::Korean, Tone::Polite), Language::Korean});
  EXPECT_THAT(text, Not(HasSubstr("<b>")));
  EXPECT_THAT(text, Not(HasSubstr("[여기]")));
}

}  // namespace
}  // namespace hoego
