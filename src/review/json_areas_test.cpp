#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "review/review.h"
#include "review/schema_for_tests.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_life::on;

Review review() {
  Findings all = testing_life::life();
  AreaTime music;
  music.id = "drums";  // as the activity is called
  music.label = {"음악", "music"};
  music.hours = 318.5;
  music.share = 0.81;
  music.share_of_evenings = 151 / 294.0;
  music.low = 0.47;
  music.high = 0.56;
  music.evenings = {151, 294};
  music.evidence = testing_life::evidence(all, Kind::Event, "event-music", on("2024-01-02"), 2, 171);
  AreaTime work = music;
  work.id = "work";
  work.hours = 40;
  work.share = {};
  work.share_of_evenings = work.low = work.high = {};
  work.evenings = {};
  all.areas = {music, work};
  Commute way;
  way.hours = 303.4;
  way.journeys = 402;
  way.covered_days = 290;
  way.between = {all.homes[1].spot, testing_life::spot("서울", "Seoul", "KR", 37.5, 127.04)};
  way.by_home = {{"home-2024-02", {on("2024-02-03"), on("2024-10-20")}, 402, 303.4, 47, 257}};
  way.evidence = testing_life::evidence(all, Kind::Measurement, "measurement-way", on("2024-01-02"), 2, 804);
  all.commute = way;
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
  Document story = tell(all, Language::Korean, Tone::Polite);
  return {std::move(all), std::move(story), Language::Korean};
}

TEST(ReviewJson, areas_and_the_way_to_work_are_as_the_schema_says) {
  std::ifstream file(HOEGO_SOURCE_DIR "/doc/review.schema.json");
  const Json json = Json::parse(to_json(review()));
  EXPECT_THAT(broken_rules(Json::parse(file), json), IsEmpty());
  EXPECT_EQ(json["areas"][0]["id"], "drums");
  EXPECT_EQ(json["areas"][0]["finding"], "area-drums");
  EXPECT_EQ(json["areas"][0]["share_of_evenings"], 151 / 294.0);
  EXPECT_TRUE(json["areas"][1]["share_of_evenings"].is_null()) << "not known";
  EXPECT_EQ(json["commute"]["between"], Json({"김포", "서울"}));
  EXPECT_EQ(json["commute"]["by_home"][0]["minutes"], 47);
  EXPECT_EQ(json["code_and_prompts"]["verdict"], "more");
}

TEST(ReviewJson, a_sentence_about_an_area_has_the_areas_evidence) {
  const Json json = Json::parse(to_json(review()));
  int sentences = 0;
  for (const Json& one : json["story"]) {
    if (one["finding"] != "area-drums") continue;
    ++sentences;
    EXPECT_EQ(one["evidence"][0], "event-music-0") << one;
  }
  EXPECT_GT(sentences, 0);
}

TEST(Markdown, notes_say_how_sure_a_share_is_and_on_how_many_days_one_was_seen) {
  const std::string text = to_markdown(review());
  EXPECT_THAT(text, HasSubstr("저녁 294번 가운데 151번 · 90% 구간 47% \\~ 56%"));
  EXPECT_THAT(text, HasSubstr("통근 · 김포 · 서울 · 편도 402번 · 위치가 있는 날 290일"));
  EXPECT_THAT(text, HasSubstr("커밋한 날 84 : 168"));
}

}  // namespace
}  // namespace hoego
