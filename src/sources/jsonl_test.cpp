#include "sources/jsonl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/support/reading.h"

namespace hoego {
namespace {

using ::testing::HasSubstr;

CollectingSink read(const std::string& bytes) {
  return read_text(jsonl_source, "log.jsonl", bytes);
}

TEST(JsonLines, an_observation_says_what_its_line_says) {
  const auto sink = read(R"({"schema": "hoego.observation/1", "as_of": "2024-04-01T00:00:00Z"})"
                         "\n"
                         R"({"kind": "workout", "id": "run-1", "begin": "2024-03-15T19:02:11+09:00",)"
                         R"( "end": "2024-03-15T19:45:00+09:00", "title": "한강 달리기",)"
                         R"( "place": {"lat": 37.52, "lon": 126.93, "name": "여의도"},)"
                         R"( "traits": {"person": "지수"}, "quantities": {"distance_km": 7.2}})"
                         "\n");
  EXPECT_TRUE(sink.issues.empty());
  ASSERT_EQ(sink.observations.size(), 1U);
  const Observation& run = sink.observations[0];
  EXPECT_EQ(run.kind, Kind::Workout);
  EXPECT_EQ(run.identity, "run-1");
  EXPECT_EQ(run.locator, "line 2");
  EXPECT_EQ(text_of(run.begin), "2024-03-15T19:02:11+09:00");
  EXPECT_EQ(text_of(run.end), "2024-03-15T19:45:00+09:00");
  EXPECT_EQ(run.title, "한강 달리기");
  EXPECT_EQ(run.position, coordinates(37.52, 126.93));
  EXPECT_EQ(trait_of(run, trait::location), "여의도");
  EXPECT_EQ(trait_of(run, trait::person), "지수");
  EXPECT_EQ(trait_of(run, trait::as_of), "2024-04-01T00:00:00Z");
  EXPECT_EQ(run.quantities.at("distance_km"), 7.2);
}

TEST(JsonLines, every_form_of_a_time_keeps_its_form) {
  const std::map<std::string, std::string> cases = {
      {"2024-03-15", "2024-03-15"},
      {"2024-03-15T19:02:11", "2024-03-15T19:02:11"},
      {"2024-03-15 19:02", "2024-03-15T19:02:00"},
      {"2024-03-15T19:02:11.250Z", "2024-03-15T19:02:11Z"},
      {"2024-03-15T19:02:11-07:00", "2024-03-15T19:02:11-07:00"},
      {"2024-03-15T19:02:11[Asia/Seoul]", "2024-03-15T19:02:11[Asia/Seoul]"},
      {"2024-03-15T19:02:11+09:00[Asia/Seoul]", "2024-03-15T19:02:11+09:00"},
  };
  for (const auto& [written, stated] : cases) {
    const auto sink = read(R"({"kind": "event", "begin": ")" + written + "\"}\n");
    ASSERT_EQ(sink.observations.size(), 1U) << written;
    EXPECT_EQ(text_of(sink.observations[0].begin), stated);
  }
}

TEST(JsonLines, a_bad_line_is_told_with_its_number_and_the_next_is_read) {
  const std::map<std::string, std::string> cases = {
      {"{\"kind\": \"event\", \"begin\": ", "no JSON"},
      {"[1]", "no object"},
      {"{\"title\": \"x\"}", "no kind"},
      {"{\"kind\": \"dream\"}", "is not known"},
      {"{\"kind\": \"event\", \"begin\": \"soon\"}", "is no time"},
      {"{\"kind\": \"event\", \"begin\": \"2024-03-15T19:02:11[Mars/Base]\"}", "is no time"},
      {"{\"kind\": \"event\", \"begin\": \"2024-03-15\", \"end\": \"2024-03-14\"}", "an end before"},
      {"{\"kind\": \"event\", \"end\": \"2024-03-14\"}", "an end without"},
      {"{\"kind\": \"event\", \"place\": {\"lat\": 0, \"lon\": 0}}", "out of range"},
      {"{\"kind\": \"event\", \"quantities\": {\"km\": \"far\"}}", "no number: km"},
      {"{\"schema\": \"hoego.observation/9\"}", "is not known"},
      {"{\"coverage\": {\"kind\": \"event\", \"class\": \"all\"}}", "a coverage without"},
      {"{\"kind\": \"event\", \"begn\": \"2024-03-15\", \"begin\": \"x\"}", "\"begn\" is no member"},
  };
  for (const auto& [line, reason] : cases) {
    const auto sink = read("\n" + line + "\n{\"kind\": \"event\", \"id\": \"after\"}\n");
    ASSERT_FALSE(sink.issues.empty()) << line;
    EXPECT_EQ(sink.issues[0].place, "line 2") << line;
    EXPECT_THAT(sink.issues[0].reason, HasSubstr(reason)) << line;
    ASSERT_EQ(sink.observations.size(), 1U) << line;
    EXPECT_EQ(sink.observations[0].identity, "after");
  }
}

TEST(JsonLines, coverage_is_claimed_as_the_file_says) {
  const auto sink = read(
      R"({"coverage": {"kind": "workout", "class": "complete", "from": "2024-01-01", "to": "2024-03-31"}})");
  ASSERT_EQ(sink.claims.size(), 1U);
  EXPECT_EQ(sink.claims[0].kind, Kind::Workout);
  EXPECT_EQ(sink.claims[0].coverage, CoverageClass::Complete);
  EXPECT_EQ(sink.claims[0].to->iso(), "2024-03-31");
}

TEST(JsonLines, without_an_id_the_same_line_is_the_same_thing) {
  const auto sink = read(
      "{\"kind\":\"note\",\"begin\":\"2024-03-15\",\"title\":\"a\"}\n"
      "{\"title\":\"a\",\"kind\":\"note\",\"begin\":\"2024-03-15\"}\n"
      "{\"kind\":\"note\",\"begin\":\"2024-03-16\",\"title\":\"a\"}");
  ASSERT_EQ(sink.observations.size(), 3U);
  EXPECT_EQ(sink.observations[0].identity, sink.observations[1].identity);
  EXPECT_NE(sink.observations[0].identity, sink.observations[2].identity);
}

TEST(JsonLines, a_line_longer_than_any_observation_costs_itself) {
  const auto sink =
      read("{\"title\":\"" + std::string(2 << 20, 'x') + "\"}\n{\"kind\":\"event\",\"id\":\"b\"}");
  EXPECT_EQ(sink.observations.size(), 1U);
  ASSERT_EQ(sink.issues.size(), 1U);
  EXPECT_EQ(sink.issues[0].place, "line 1");
}

TEST(JsonLines, only_the_schema_makes_it_sure) {
  EXPECT_EQ(recognised(jsonl_source, "a.log", "{\"schema\": \"hoego.observation/1\"}\n{}"), Sureness::Sure);
  EXPECT_EQ(recognised(jsonl_source, "a.jsonl", "{\"title\": \"hoego.observation/1\"}\n{}"), Sureness::Maybe);
  EXPECT_EQ(recognised(jsonl_source, "a.jsonl", "{\"a\": 1}\n"), Sureness::Maybe);
  EXPECT_EQ(recognised(jsonl_source, "a.json", "{\"a\": 1}\n"), Sureness::No);
  EXPECT_EQ(recognised(jsonl_source, "a.jsonl", "[1]"), Sureness::No);
  EXPECT_THROW(read("\xFF\xFE{"), Error);
}

}  // namespace
}  // namespace hoego
