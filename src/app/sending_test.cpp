#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "app/consent.h"
#include "app/interrupt.h"
#include "app/sending_notice.h"
#include "tests/support/scratch_folder.h"

namespace hoego {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

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
