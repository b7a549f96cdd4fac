#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "review/footnotes.h"
#include "review/review.h"
#include "review/schema_for_tests.h"
#include "story/life_for_tests.h"

namespace hoego {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using testing_life::on;

/// The made-up life with one of each.
Findings remembered() {
  Findings all = testing_life::life();
  Occasion country;
  country.id = "first-country-jp";
  country.subject = Subject::Country;
  country.key = "JP";
  country.label = {"일본", "Japan"};
  country.date = on("2024-03-15");
  country.count = 742;
  country.reaches_back_to = on("2022-01-01");
  country.evidence = testing_life::evidence(all, Kind::Photo, "photo-jp", on("2024-03-15"), 2, 742);
  Occasion person;
  person.id = "first-person-서연";
  person.subject = Subject::Person;
  person.key = "서연";
  person.label = {"서연", "서연"};
  person.date = on("2024-04-01");
  person.reaches_back_to = on("2022-01-01");
  all.firsts = {country, person};
  Occasion thesis;
  thesis.id = "last-repository-thesis";
  thesis.subject = Subject::Repository;
  thesis.key = "thesis";
  thesis.label = {"thesis", "thesis"};
  thesis.date = on("2024-03-04");
  thesis.silent_to = on("2024-10-20");
  thesis.kind = Kind::Commit;
  all.lasts = {thesis};
  Best week;
  week.id = "best-week-drums-2024";
  week.activity = "drums";
  week.value = 9;
  week.days = {on("2024-09-09"), on("2024-09-15")};
  week.reaches_back_to = on("2022-03-14");
  Best lull;
  lull.id = "lull-trip-2024-09-ca";
  lull.what = BestKind::Lull;
  lull.value = 6;
  lull.days = {on("2024-10-10"), on("2024-10-15")};
  lull.after = "trip-2024-09-ca";
  all.bests = {week, lull};
  return all;
}

Json json_of(const Findings& findings, Language language) {
  return Json::parse(to_json({findings, tell(findings, language, Tone::Polite), language}));
}

TEST(OccasionsJson, is_as_the_schema_and_the_contract_say) {
  std::ifstream file(HOEGO_SOURCE_DIR "/doc/review.schema.json");
  const Json schema = Json::parse(file);
  for (const Language language : {Language::Korean, Language::English}) {
    const Json json = json_of(remembered(), language);
    EXPECT_THAT(broken_rules(schema, json), ::testing::IsEmpty());
    EXPECT_EQ(json["firsts"][0]["name"], "JP");
    EXPECT_EQ(json["firsts"][0]["reaches_back_to"], "2022-01-01");
    EXPECT_EQ(json["lasts"][0]["silent_to"], "2024-10-20");
    EXPECT_EQ(json["bests"][0]["what"], "best week");
    EXPECT_EQ(json["bests"][0]["date"], "2024-09-09");
    EXPECT_EQ(json["bests"][1]["after"], "trip-2024-09-ca");
  }
  Json json = json_of(remembered(), Language::Korean);
  json["firsts"][0]["subject"] = "colour";
  json["bests"][0].erase("value");
  EXPECT_EQ(broken_rules(schema, json).size(), 2U);
}

TEST(OccasionsJson, a_person_is_in_the_data_and_not_in_the_story) {
  const Json json = json_of(remembered(), Language::Korean);
  EXPECT_EQ(json["firsts"][1]["name"], "서연");
  EXPECT_EQ(json["story"].dump().find("서연"), std::string::npos);
}

TEST(OccasionsNotes, say_what_they_are_and_how_far_was_seen) {
  const Findings all = remembered();
  const auto note = [&](const char* id, Language language) {
    return Footnotes(all, language).note(id).words;
  };
  EXPECT_THAT(note("first-country-jp", Language::Korean),
              HasSubstr("처음 · 나라 일본 · 2024-03-15 · 2022-01-01까지"));
  EXPECT_THAT(note("last-repository-thesis", Language::English),
              HasSubstr("last · repository thesis · 2024-03-04 · none up to 2024-10-20"));
  EXPECT_THAT(note("best-week-drums-2024", Language::English),
              HasSubstr("best week · drums · 9 · 2024-09-09 to 2024-09-15 · since 2022-03-14"));
  EXPECT_THAT(note("lull-trip-2024-09-ca", Language::Korean), HasSubstr("여행 뒤의 공백 · 캐나다 · 6"));
}

}  // namespace
}  // namespace hoego
