#include "review/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/error.h"
#include "record/observation.h"
#include "review/schema_for_tests.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* marker = R"(<script id="hoego-review" type="application/json"></script>)";

Review review_of(Findings findings, Language language) {
  Document story = tell(findings, language, Tone::Polite);
  return {std::move(findings), std::move(story), language};
}

Json schema() {
  std::ifstream file(HOEGO_SOURCE_DIR "/doc/review.schema.json");
  return Json::parse(file);
}

TEST(ReviewJson, is_as_the_schema_says) {
  for (const Language language : {Language::Korean, Language::English}) {
    for (const Findings& findings : {testing_life::life(), testing_life::empty_year()}) {
      const Json json = Json::parse(to_json(review_of(findings, language)));
      EXPECT_THAT(broken_rules(schema(), json), ::testing::IsEmpty());
    }
  }
}

TEST(ReviewJson, the_schema_finds_what_is_wrong) {
  Json json = Json::parse(to_json(review_of(testing_life::life(), Language::Korean)));
  json["period"]["as_of"] = "20 October";
  json["trips"][0].erase("evidence_count");
  json["activities"][0]["against"]["verdict"] = "better";
  json["cited"]["event-drums-0"]["origins"] = Json::array();
  json["homes"][0]["place"]["lat"] = 213.6;
  EXPECT_EQ(broken_rules(schema(), json).size(), 5U);
}

TEST(ReviewJson, every_id_of_the_story_is_an_element_and_every_evidence_is_cited) {
  const Json json = Json::parse(to_json(review_of(testing_life::life(), Language::Korean)));
  std::set<std::string> ids = {json["period"]["id"]};
  for (const char* list : {"homes", "coverage", "trips", "activities", "milestones", "planned", "clocks"}) {
    for (const Json& one : json[list]) {
      EXPECT_TRUE(ids.insert(one["id"]).second) << one["id"];
      if (one.contains("against") && !one["against"].is_null()) ids.insert(one["against"]["id"]);
    }
  }
  for (const Json& sentence : json["story"]) {
    EXPECT_TRUE(ids.count(sentence["finding"])) << sentence;
    for (const Json& id : sentence["also"]) EXPECT_TRUE(ids.count(id)) << sentence;
    for (const Json& record : sentence["evidence"]) EXPECT_TRUE(json["cited"].contains(record)) << record;
  }
}

TEST(ReviewJson, tells_what_is_not_known_as_null) {
  Findings findings = testing_life::life();
  findings.trips[0].stays[0].spot = {};
  findings.trips[0].planned.reset();
  findings.activities[0].hours.reset();
  const Json json = Json::parse(to_json(review_of(findings, Language::English)));
  EXPECT_TRUE(json["trips"][0]["places"][0]["place"]["lat"].is_null());
  EXPECT_TRUE(json["trips"][0]["places"][0]["place"]["name"].is_null());
  EXPECT_TRUE(json["trips"][0]["planned"].is_null());
  EXPECT_TRUE(json["activities"][0]["hours"].is_null());
  EXPECT_TRUE(json["activities"][0]["by_month"][10].is_null());
  EXPECT_EQ(json["resolutions"], Json::array()) << "nothing was promised";
}

TEST(ReviewJson, places_speak_the_language_of_the_review) {
  const auto place = [](Language language) {
    return Json::parse(to_json(review_of(testing_life::life(), language)))["trips"][0]["places"][0]["place"];
  };
  EXPECT_EQ(place(Language::Korean)["name"], "나고야");
  EXPECT_EQ(place(Language::English)["name"], "Nagoya");
  EXPECT_EQ(place(Language::English)["name_ko"], "나고야");
}

TEST(ReviewJson, the_same_review_gives_the_same_bytes) {
  const Review review = review_of(testing_life::life(), Language::Korean);
  EXPECT_EQ(to_json(review), to_json(review));
  EXPECT_EQ(to_json(review).rfind(R"({"schema":"hoego.review/1",)", 0), 0U);
}

TEST(RecordJson, is_one_compact_object_with_its_zone_and_origins) {
  const Findings life = testing_life::life();
  const Json json = Json::parse(record_json(life.cited.at("event-drums-0"), "drums"));
  EXPECT_EQ(json["day"], "2024-01-06");
  EXPECT_EQ(json["begin"], "2024-01-06T09:00:00+09:00");
  EXPECT_EQ(json["zone"]["from"], "stated");
  EXPECT_EQ(json["activity"], "drums");
  EXPECT_EQ(json["origins"][0]["source"], "~/life");
  EXPECT_EQ(record_json(life.cited.at("event-drums-0"), "").find('\n'), std::string::npos);
}

TEST(RecordJson, tells_a_text_the_owner_had_kept_and_a_review_does_not) {
  Review review = review_of(testing_life::life(), Language::Korean);
  Record& record = review.findings.cited.at("event-drums-0");
  EXPECT_FALSE(Json::parse(record_json(record, "")).contains("text"));
  record.traits[trait::text] = "합주 몇 시예요?";
  EXPECT_EQ(Json::parse(record_json(record, ""))["text"], "합주 몇 시예요?");
  EXPECT_EQ(to_json(review).find("합주 몇 시"), std::string::npos);
}

TEST(Markdown, puts_a_footnote_behind_the_full_stop_of_the_last_sentence_of_a_finding) {
  const std::string text = to_markdown(review_of(testing_life::life(), Language::Korean));
  EXPECT_THAT(text, HasSubstr("# 2024년, 10월 20일까지\n"));
  EXPECT_THAT(text, HasSubstr("## 길 위에서\n"));
  EXPECT_THAT(text, HasSubstr("여기까지의 기록을 펼쳐 봤어요.[^1] "));
  EXPECT_THAT(text, HasSubstr("[^1]: 기간 · 2024-01-01 "));
  EXPECT_THAT(text, HasSubstr("확실함 0.98 · `trip-2024-09-ca`"));
  EXPECT_THAT(text, HasSubstr("비 2.40, 90% 구간 1.90 "));
  EXPECT_THAT(text, Not(HasSubstr("[^]")));
}

TEST(Markdown, every_mark_has_its_note_and_every_note_its_mark) {
  for (const Language language : {Language::Korean, Language::English}) {
    const std::string text = to_markdown(review_of(testing_life::life(), language));
    std::set<std::string> marks;
    std::set<std::string> notes;
    const std::regex mark("\\[\\^([0-9]+)\\](:?)");
    for (std::sregex_iterator it(text.begin(), text.end(), mark), end; it != end; ++it) {
      ((*it)[2].length() > 0 ? notes : marks).insert((*it)[1]);
    }
    EXPECT_FALSE(marks.empty());
    EXPECT_EQ(marks, notes);
  }
}

TEST(Markdown, without_footnotes_tells_the_same) {
  for (const Language language : {Language::Korean, Language::English}) {
    const Review review = review_of(testing_life::life(), language);
    const std::string whole = to_markdown(review);
    const std::string text = std::regex_replace(whole, std::regex("\\[\\^[0-9]+\\](:.*\n)?"), "");
    EXPECT_EQ(to_plain_markdown(review), text.substr(0, text.find_last_not_of('\n') + 1) + "\n");
  }
}

TEST(Markdown, gives_the_coverage_of_the_activitys_own_sources_for_what_was_not) {
  const std::string text = to_markdown(review_of(testing_life::life(), Language::English));
  EXPECT_THAT(text, HasSubstr("whole of calendars · 밴드, 2022-01-01 to 2024-10-20"));
  EXPECT_FALSE(std::regex_search(text, std::regex("calendars · 밴드.*`gym`")))
      << "the gym is in another calendar";
  EXPECT_TRUE(std::regex_search(text, std::regex("calendars · 운동.*`gym`")));
}

TEST(Markdown, tells_the_shift_of_a_clock_in_hours_and_minutes) {
  for (const Language language : {Language::Korean, Language::English}) {
    EXPECT_THAT(to_markdown(review_of(testing_life::life(), language)), HasSubstr(" · -13:00 · "));
  }
  EXPECT_EQ(Json::parse(to_json(review_of(testing_life::life(), Language::Korean)))["clocks"][0]["shift"],
            -46800);
}

TEST(Markdown, foreign_titles_cannot_become_markup) {
  Findings life = testing_life::life();
  for (Planned& planned : life.planned) planned.title = "# <b>**굵게**</b> [여기](javascript:x) `코드`";
  const std::string text = to_markdown(review_of(life, Language::Korean));
  EXPECT_THAT(text, Not(HasSubstr("<b>")));
  EXPECT_THAT(text, Not(HasSubstr("**굵게**")));
  EXPECT_FALSE(std::regex_search(text, std::regex("[^\\\\]\\]\\(")));  // no link, only an escaped bracket
  EXPECT_THAT(text, HasSubstr("\\*\\*굵게\\*\\*"));
}

TEST(Markdown, an_empty_year_is_short) {
  const std::string text = to_markdown(review_of(testing_life::empty_year(), Language::Korean));
  EXPECT_EQ(text,
            "# 2024년, 10월 20일까지\n\n## 기록이 닿지 않은 곳\n\n"
            "2024년은 기록이 없어서 할 수 있는 말이 없어요.[^1]\n\n"
            "[^1]: 기간 · 2024-01-01 \\~ 2024-12-31 · 2024-10-20 기준 · `period-2024`\n");
}

/// What a browser makes of the packed data: base64 by its alphabet, then zlib.
std::string unpacked(const std::string& text) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned group = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=') break;
    group = (group << 6U | static_cast<unsigned>(digits.find(c))) & 0xffffffU;
    bits += 6;
    if (bits >= 8) bytes += static_cast<char>(group >> (bits -= 8) & 0xffU);
  }
  std::string out(std::size_t{1} << 22U, '\0');
  uLongf size = out.size();
  EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                       reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()),
            Z_OK);
  out.resize(size);
  return out;
}

TEST(Html, carries_the_review_in_the_bundle_and_nothing_breaks_out) {
  Findings life = testing_life::life();
  life.planned[0].title = "</script><script>alert(1)</script><!--";
  const std::string page =
      to_html(review_of(life, Language::Korean), std::string("<html><body>") + marker + "</body></html>");
  const std::string open = R"(<script id="hoego-review" type="text/plain" data-packed="deflate">)";
  const std::size_t from = page.find(open) + open.size();
  const std::size_t to = page.find("</script>", from);
  EXPECT_EQ(page.substr(to), "</script></body></html>");
  const std::string packed = page.substr(from, to - from);
  EXPECT_EQ(packed.find_first_of("<>&\"'"), std::string::npos);
  EXPECT_EQ(packed.size() % 4, 0U);
  EXPECT_EQ(unpacked(packed), to_json(review_of(life, Language::Korean)));
}

TEST(Html, a_bundle_without_the_place_is_an_error_with_a_remedy) {
  try {
    to_html(review_of(testing_life::life(), Language::Korean), "<html></html>");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_THAT(error.remedy(), HasSubstr("npm"));
  }
}

}  // namespace
}  // namespace hoego
