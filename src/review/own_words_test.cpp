#include "review/own_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "review/review.h"
#include "review/schema_for_tests.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string quoted(const std::string& text, Voice voice = Voice::Own, Language language = Language::Korean) {
  return block_quote({text, "x", {}, voice}, language);
}

Review review_with(std::vector<OwnWords> words, Language language) {
  Findings all = testing_life::life();
  all.own_words = std::move(words);
  Document story = tell(all, language, Tone::Polite);
  return {std::move(all), std::move(story), language};
}

TEST(BlockQuote, is_marked_as_the_owners) {
  EXPECT_EQ(quoted("단풍이 *붉었다*."), "> ❝ 단풍이 *붉었다*. — 직접 쓴 말");
  EXPECT_EQ(quoted("하나\n둘"), "> ❝ 하나\n> 둘 — 직접 쓴 말");
  EXPECT_EQ(quoted("쉬어야지.", Voice::OwnBefore), "> ❝ 쉬어야지. — 그때 직접 쓴 말");
  EXPECT_EQ(quoted("rest", Voice::OwnBefore, Language::English), "> ❝ rest — my own words then");
}

TEST(BlockQuote, keeps_lists_headings_and_code_what_they_are) {
  EXPECT_EQ(quoted("- 하나\n- 둘"), "> ❝ 직접 쓴 말\n>\n> - 하나\n> - 둘");
  EXPECT_EQ(quoted("첫 문단\n\n둘째 문단"), "> ❝ 직접 쓴 말\n>\n> 첫 문단\n>\n> 둘째 문단");
  EXPECT_EQ(quoted("말\n```\ncode"), "> ❝ 직접 쓴 말\n>\n> 말\n> ```\n> code");
  for (const char* opens :
       {"# 제목", "1. 하나", "12) 둘", "> 말", "| 표 |", "    코드", "~~~", "<b>", "[a]: b"})
    EXPECT_THAT(quoted(opens), HasSubstr(std::string("\n> ") + opens)) << opens;
}

TEST(BlockQuote, a_footnote_of_the_owners_is_text) {
  EXPECT_EQ(quoted("보라[^1] 그리고[^2]"), "> ❝ 보라\\[^1] 그리고\\[^2] — 직접 쓴 말");
}

TEST(OwnWordsInMarkdown, stand_between_paragraphs_and_leave_the_footnotes_whole) {
  for (const Language language : {Language::Korean, Language::English}) {
    const std::string text = to_markdown(review_with({{"drums", "작년의 말", 2023},
                                                      {"trip-2024-09-ca", "올해의 말[^1]", 2024},
                                                      {"period-2024", "한 해", 2024}},
                                                     language));
    EXPECT_TRUE(std::regex_search(text, std::regex("\\]\n\n> ❝ 올해의 말"))) << text;
    EXPECT_TRUE(std::regex_search(text, std::regex(":\n\n> ❝ 작년의 말"))) << "the lead has no footnote";
    std::set<std::string> marks;
    std::set<std::string> notes;
    const std::regex mark("(\\\\?)\\[\\^([0-9]+)\\](:?)");
    for (std::sregex_iterator it(text.begin(), text.end(), mark), end; it != end; ++it) {
      if ((*it)[1].length() > 0) continue;
      ((*it)[3].length() > 0 ? notes : marks).insert((*it)[2]);
    }
    EXPECT_EQ(marks, notes);
  }
}

TEST(OwnWordsInJson, are_notes_and_sentences_with_a_voice_as_the_schema_says) {
  std::ifstream file(HOEGO_SOURCE_DIR "/doc/review.schema.json");
  const Json schema = Json::parse(file);
  const std::string typed = "따옴표 \" 와\n줄, <b>.";
  const Json json = Json::parse(
      to_json(review_with({{"drums", "작년", 2023}, {"trip-2024-09-ca", typed, 2024}}, Language::Korean)));
  EXPECT_THAT(broken_rules(schema, json), IsEmpty());
  ASSERT_EQ(json["notes"].size(), 2U);
  EXPECT_EQ(json["notes"][1], (Json{{"on", "trip-2024-09-ca"}, {"text", typed}, {"year", 2024}}));
  std::map<std::string, Json> by_voice;
  for (const Json& sentence : json["story"]) by_voice[sentence["voice"]] = sentence;
  ASSERT_EQ(by_voice.size(), 3U);
  EXPECT_EQ(by_voice["own"]["sentence"], typed);
  EXPECT_EQ(by_voice["own"]["finding"], "trip-2024-09-ca");
  EXPECT_EQ(by_voice["own"]["evidence_count"], 0);
  Json other = json;
  other["story"][0]["voice"] = "nobody";
  other["notes"][0].erase("text");
  EXPECT_EQ(broken_rules(schema, other).size(), 2U);
}

}  // namespace
}  // namespace hoego
