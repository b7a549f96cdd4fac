#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "app/consent.h"
#include "app/interrupt.h"
#include "app/sending_notice.h"
#include "app/without_private.h"
#include "base/text.h"
#include "tests/support/scratch_folder.h"

namespace hoego {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Record record(const std::string& id, Kind kind, const std::string& title, std::vector<Origin> origins) {
  Record record;
  record.id = id;
  record.kind = kind;
  record.title = title;
  record.begin = record.end = WallTime::at(*Date::parse("2024-03-15"), 9 * 3600);
  record.origins = std::move(origins);
  return record;
}

Config config_with_secrets() {
  Config config;
  config.sources = {{"~/open", "", false, {}, false}, {"~/secret", "", false, {}, true}};
  ActivityRule therapy;
  therapy.id = "therapy";
  therapy.label = {"상담", "therapy"};
  therapy.area = "inner";
  Matcher matcher;
  matcher.patterns.emplace_back("title", std::make_shared<const Pattern>("상담"));
  therapy.match = {matcher};
  config.settings.activities = {therapy};
  config.settings.areas = {{"inner", {"속", "inner"}, true}, {"music", {"음악", "music"}, false}};
  return config;
}

std::vector<std::string> ids(const Timeline& timeline) {
  std::vector<std::string> ids;
  for (const Record& one : timeline.records()) ids.push_back(one.id);
  return ids;
}

TEST(WithoutPrivate, leaves_no_record_of_a_private_source_or_area) {
  const DateRange year = whole_year(2024);
  ClockCorrection clock{"X", year, 3600, 1, 1, false, {"d"}};
  const Timeline all({record("a", Kind::Photo, "", {{"~/open", "a.jpg", ""}}),
                      record("b", Kind::Photo, "", {{"~/open", "b.jpg", ""}, {"~/secret", "b.jpg", ""}}),
                      record("c", Kind::Event, "상담 3회", {{"~/open", "c.ics", ""}}),
                      record("d", Kind::Photo, "", {{"~/secret", "d.jpg", ""}})},
                     {{"~/open", "", Kind::Photo, CoverageClass::Complete, year},
                      {"~/secret", "", Kind::Photo, CoverageClass::Complete, year}},
                     {clock});
  const Timeline shared = without_private(all, config_with_secrets());
  EXPECT_THAT(ids(shared), ElementsAre("a"));
  ASSERT_EQ(shared.coverage().size(), 1U);
  EXPECT_EQ(shared.coverage()[0].source, "~/open");
  EXPECT_THAT(shared.clocks(), IsEmpty());
  EXPECT_EQ(without_private(all, Config{}).records().size(), 4U);
}

TEST(WithoutPrivate, leaves_no_promise_that_counts_or_names_it) {
  Findings findings;
  Promise counted;
  counted.text = "한 달에 한 번";
  counted.check = "x >= 1 every month";
  counted.terms = CheckTerms{};
  counted.terms->name = "therapy";
  Promise named;
  named.text = "Go to Therapy more often";
  Promise open;
  open.text = "책 24권";
  findings.promises = {counted, named, open};
  AreaTime inner;
  inner.id = "inner";
  AreaTime music;
  music.id = "music";
  findings.areas = {inner, music};
  drop_private(findings, config_with_secrets().settings);
  ASSERT_EQ(findings.promises.size(), 1U);
  EXPECT_EQ(findings.promises[0].text, "책 24권");
  ASSERT_EQ(findings.areas.size(), 1U);
  EXPECT_EQ(findings.areas[0].id, "music");
}

TEST(Consent, is_for_one_address_and_for_as_much_as_was_agreed_to) {
  const ScratchFolder folder;
  const auto file = folder.path() / "consent.json";
  const std::string url = "https://host/v1/chat/completions";
  Consent consent = Consent::read(file);
  EXPECT_FALSE(consent.covers(url, {}));
  consent.give(url, {true, false});
  consent.write(file);
  const Consent read = Consent::read(file);
  EXPECT_TRUE(read.covers(url, {}));
  EXPECT_TRUE(read.covers(url, {true, false}));
  EXPECT_FALSE(read.covers(url, {true, true}));
  EXPECT_FALSE(read.covers("https://other/v1/chat/completions", {}));
}

TEST(Consent, that_cannot_be_read_is_none) {
  const ScratchFolder folder;
  for (const char* broken :
       {"", "[", "[]", "{\"endpoints\": 3}", "{\"endpoints\": {\"u\": {\"titles\": \"yes\"}}}"}) {
    folder.write("consent.json", broken);
    EXPECT_FALSE(Consent::read(folder.path() / "consent.json").covers("u", {true, false})) << broken;
  }
}

TEST(Notice, says_in_both_languages_what_goes_and_what_does_not_and_not_the_key) {
  const Endpoint endpoint = endpoint_from("http://192.168.0.7/v1", PlainHttp::Anywhere);
  const std::optional<ApiKey> key = ApiKey{"sk-secret", "HOEGO_API_KEY"};
  const AboutToSend about{
      endpoint,
      key,
      "m",
      {true, false},
      {*Date::parse("2024-01-01"), *Date::parse("2024-12-31"), *Date::parse("2024-10-20")},
      2,
      58,
      9200};
  EXPECT_THAT(sending_notice(about, Language::English),
              AllOf(HasSubstr("58 findings"), HasSubstr("9,200"), HasSubstr("HOEGO_API_KEY"),
                    HasSubstr("plain http"), Not(HasSubstr("sk-secret"))));
  EXPECT_THAT(sending_notice(about, Language::Korean),
              AllOf(HasSubstr("발견 58가지"), HasSubstr("제목: 보냄"), HasSubstr("직접 쓴 말: 안 보냄"),
                    Not(HasSubstr("sk-secret"))));
}

TEST(Interrupt, is_a_wish_once) {
  const Interrupt interrupt;
  EXPECT_FALSE(interrupt.wished());
  EXPECT_TRUE(interrupt.wait(std::chrono::milliseconds(1)));
  std::raise(SIGINT);
  EXPECT_TRUE(interrupt.wished());
  EXPECT_FALSE(interrupt.wait(std::chrono::milliseconds(60'000)));
}

}  // namespace
}  // namespace hoego
