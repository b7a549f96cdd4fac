#include "review/share.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "review/into.h"
#include "review/review.h"
#include "review/schema_for_tests.h"
#include "story/promises_for_tests.h"

namespace hoego {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing_life::on;

constexpr Coordinates town{35.2, 136.9};

Discretion discretion(Language language = Language::Korean) {
  Discretion all;
  all.people.add("김민지; 박서준; Zoe Quill");
  all.private_ids = {"therapy"};
  all.hidden.add("상담", "");
  all.hidden.add("therapy", "");
  all.centre_of = [](const Place& place) {
    return place.town_en == "Nagoya" ? std::optional(town) : std::nullopt;
  };
  all.language = language;
  return all;
}

/// What words a finding can hold, each with something private in it.
Findings planted() {
  Findings all = testing_life::life_with_promises();
  all.own_words = {{"trip-2024-03-jp", "속마음", 2024}};
  all.trips[0].name = "김민지와 나고야";
  all.activities[0].id = "lesson-with-zoe";
  all.activities[0].label = {"김민지 과외", "lesson with Zoe"};
  Change change;
  change.id = "lesson-with-zoe-grew-2024-05";
  change.date = change.low = change.high = on("2024-05-06");
  change.evidence = {{"event-1f0c"}, 1};
  all.activities[0].changes = {change};
  Best best;
  best.id = "best-week-lesson-with-zoe-2024";
  best.activity = "lesson-with-zoe";
  best.days = {on("2024-05-06"), on("2024-05-12")};
  best.value = 5;
  all.bests = {best};
  Planned dinner = testing_life::planned("planned-2024-11-02-민지", "민지랑 저녁 010-1234-5678", "2024-11-02",
                                         "2024-11-02", "lesson-with-zoe");
  dinner.evidence = {{"event-1f0c"}, 1};
  const Planned hidden =
      testing_life::planned("planned-2024-11-03-상담", "상담", "2024-11-03", "2024-11-03", "");
  all.planned.push_back(dinner);
  all.planned.push_back(hidden);
  const auto occasion = [](Subject subject, const char* key, const char* label) {
    Occasion one;
    one.id = std::string("first-") + std::string(name(subject)) + "-" + key;
    one.subject = subject;
    one.key = key;
    one.label = {label, label};
    one.date = on("2024-03-06");
    one.reaches_back_to = on("2022-01-01");
    one.count = 3;
    return one;
  };
  all.firsts = {occasion(Subject::Person, "박서준", "박서준"), occasion(Subject::Topic, "민지", "민지"),
                occasion(Subject::Topic, "pytorch", "PyTorch"),
                occasion(Subject::Activity, "lesson-with-zoe", "x"),
                occasion(Subject::Activity, "therapy", "therapy")};
  Milestone age;
  age.id = "milestone-age-33";
  age.what = MilestoneKind::Age;
  age.label = {"나이", "age"};
  age.since = on("1991-07-13");
  age.date = on("2024-07-13");
  age.years = 33;
  all.milestones.push_back(age);
  OpenItem open;
  open.id = "open-pull_request-1f";
  open.title = "Answer zoe.quill@corp.example, Quill";
  open.repository = "zoe/thing";
  open.since = on("2024-03-01");
  open.evidence = {{"pull_request-1f"}, 1};
  all.open = {open};
  all.promises[0].text = "박서준과 달리기";
  all.promises[0].check = "running where title ~ \"서준 \\\" x\" >= 3";
  all.promises[1].text = "상담 매주 가기";
  all.promises[2].check = "lesson-with-zoe >= 10";
  Commute way;
  way.journeys = 10;
  way.between = {all.homes.back().spot, testing_life::spot("서울", "Seoul", "KR", 37.55671, 126.92391)};
  way.evidence = {{"photo-9"}, 10};
  all.commute = way;
  return all;
}

Review review(Findings findings, Language language) {
  Document story = tell(findings, language, Tone::Polite);
  return {std::move(findings), std::move(story), language};
}

const std::vector<std::string>& secrets() {
  static const std::vector<std::string> all = {
      "민지",      "서준",    "Zoe",  "zoe",          "Quill",      "속마음",          "010-1234",
      "상담",      "therapy", "1991", "corp.example", "event-1f0c", "pull_request-1f", "37.55671",
      "126.92391", "~/life",  ".dat", "resolutions/", "calendars"};
  return all;
}

std::vector<std::string> seen(const std::string& text) {
  std::vector<std::string> found;
  for (const std::string& secret : secrets()) {
    if (text.find(secret) != std::string::npos) found.push_back(secret);
  }
  return found;
}

/// The page's data is what to_json gives, packed (see Html in review_test.cpp): nothing can be read in it
/// here.
std::string all_shapes(const Review& one) {
  return to_markdown(one) + to_json(one) +
         refreshed("<!-- hoego:begin review -->\n<!-- hoego:end -->\n", "x.md", one);
}

TEST(Share, nothing_that_was_planted_is_left_in_any_shape) {
  for (const Language language : {Language::Korean, Language::English}) {
    const Review open = review(planted(), language);
    EXPECT_THAT(seen(all_shapes(open) + "속마음"), ::testing::ElementsAreArray(secrets()))
        << "the search sees";
    const Review closed = review(shared(planted(), discretion(language)), language);
    EXPECT_THAT(seen(all_shapes(closed)), IsEmpty());
  }
}

TEST(Share, is_as_the_schema_says_and_every_id_has_its_finding) {
  std::ifstream file(HOEGO_SOURCE_DIR "/doc/review.schema.json");
  const Json schema = Json::parse(file);
  for (const Language language : {Language::Korean, Language::English}) {
    const Json json = Json::parse(to_json(review(shared(planted(), discretion(language)), language)));
    EXPECT_THAT(broken_rules(schema, json), IsEmpty());
    std::set<std::string> ids = {json["period"]["id"], json["commute"]["id"]};
    for (const char* part : {"homes", "coverage", "trips", "activities", "milestones", "planned", "clocks",
                             "open", "firsts", "lasts", "bests", "resolutions"}) {
      for (const Json& one : json[part]) {
        EXPECT_TRUE(ids.insert(one["id"]).second) << one["id"];
        if (one.contains("against") && one["against"].is_object()) ids.insert(one["against"]["id"]);
        for (const Json& change : one.value("changes", Json::array())) ids.insert(change["id"]);
      }
    }
    for (const Json& activity : json["activities"]) {
      for (const Json& id : activity["coverage"]) EXPECT_TRUE(ids.count(id)) << id;
    }
    for (const Json& sentence : json["story"]) {
      EXPECT_TRUE(ids.count(sentence["finding"])) << sentence;
      EXPECT_EQ(sentence["evidence"], Json::array());
    }
  }
}

TEST(Share, a_name_in_an_id_goes_from_all_that_refer_to_it) {
  const Findings all = shared(planted(), discretion());
  EXPECT_EQ(all.activities[0].id, "activity-1");
  EXPECT_EQ(all.activities[0].label.ko, "ㅁㅈ 과외");
  EXPECT_EQ(all.activities[0].label.en, "lesson with Z.");
  EXPECT_EQ(all.activities[0].changes[0].id, "activity-1-grew-2024-05");
  EXPECT_EQ(all.bests[0].id, "best-week-activity-1-2024");
  EXPECT_EQ(all.bests[0].activity, "activity-1");
  EXPECT_EQ(all.planned.back().activity, "activity-1");
  EXPECT_EQ(all.activities[1].id, planted().activities[1].id) << "others keep theirs";
}

TEST(Share, people_are_initials_and_topics_that_are_people_go) {
  const Findings all = shared(planted(), discretion());
  ASSERT_EQ(all.firsts.size(), 3U);
  EXPECT_EQ(all.firsts[0].label.ko, "ㅅㅈ");
  EXPECT_EQ(all.firsts[0].id, "first-person-1");
  EXPECT_EQ(all.firsts[1].key, "pytorch");
  EXPECT_EQ(all.firsts[2].key, "activity-1");
}

TEST(Share, places_are_towns_and_homes_have_no_point) {
  const Findings all = shared(planted(), discretion());
  EXPECT_EQ(all.trips[0].stays[0].spot.at, town);
  EXPECT_EQ(all.trips[1].stays[0].spot.at, std::nullopt) << "the middle of that town is not known";
  EXPECT_FALSE(all.trips[1].stays[0].spot.place.town_en.empty());
  for (const Home& home : all.homes) {
    EXPECT_FALSE(home.spot.at);
    EXPECT_FALSE(home.spot.place.town_en.empty());
  }
  EXPECT_EQ(all.commute->between[1].place, Place{});
}

TEST(Share, promises_keep_their_verdict_and_lose_what_leads_home) {
  const Findings before = planted();
  const Findings all = shared(planted(), discretion());
  EXPECT_EQ(all.promises.size() + 1, before.promises.size()) << "the one that names a private area";
  EXPECT_EQ(all.promises[0].verdict, before.promises[0].verdict);
  EXPECT_EQ(all.promises[0].text, "ㅅㅈ과 달리기");
  EXPECT_EQ(all.promises[0].check, "running where title ~ \"…\" >= 3");
  EXPECT_EQ(all.promises[1].check, "activity-1 >= 10");
  EXPECT_EQ(all.promises[0].where, "");
}

TEST(Share, evidence_says_how_many_and_not_which) {
  const Findings before = planted();
  const Findings all = shared(planted(), discretion());
  for (const Evident& one : evident(all)) EXPECT_THAT(one.evidence->records, IsEmpty()) << one.id;
  EXPECT_EQ(all.trips[0].evidence.count, before.trips[0].evidence.count);
  EXPECT_TRUE(all.cited.empty());
}

TEST(Share, coverage_is_called_by_its_kind) {
  const Findings all = shared(planted(), discretion(Language::English));
  ASSERT_FALSE(all.coverage.empty());
  std::set<std::string> names;
  for (const CoverageFinding& one : all.coverage) {
    names.insert(one.source);
    EXPECT_EQ(one.id.rfind("coverage-" + std::string(name(one.kind)) + "-", 0), 0U) << one.id;
  }
  EXPECT_TRUE(names.count("calendar entries"));
  const std::string text = to_markdown(review(all, Language::English));
  EXPECT_THAT(text, Not(HasSubstr("calendar entries · calendar entries")));
}

}  // namespace
}  // namespace hoego
