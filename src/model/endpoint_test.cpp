#include "model/endpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/error.h"

namespace hoego {
namespace {

using testing::HasSubstr;
using testing::Not;

Endpoint here(const std::string& address) {
  return endpoint_from(address, PlainHttp::LoopbackOnly);
}

std::function<std::optional<std::string>(const char*)> with(std::map<std::string, std::string> variables) {
  return [variables](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

TEST(Endpoint, is_the_address_of_the_chat_completions_however_it_was_given) {
  EXPECT_EQ(here("http://127.0.0.1:8080/v1").url, "http://127.0.0.1:8080/v1/chat/completions");
  EXPECT_EQ(here("http://127.0.0.1:8080/v1/").url, "http://127.0.0.1:8080/v1/chat/completions");
  EXPECT_EQ(here("http://localhost:11434").url, "http://localhost:11434/v1/chat/completions");
  EXPECT_EQ(here("https://router.huggingface.co/v1/chat/completions").url,
            "https://router.huggingface.co/v1/chat/completions");
  EXPECT_EQ(here("https://host.example/serve/api").url, "https://host.example/serve/api/chat/completions");
}

TEST(Endpoint, knows_this_machine_and_no_other_that_looks_like_it) {
  for (const char* address : {"http://127.0.0.1:1/v1", "http://127.9.9.9/v1", "http://localhost/v1",
                              "http://[::1]:8080/v1", "http://LOCALHOST/v1"})
    EXPECT_TRUE(here(address).loopback) << address;
  for (const char* address : {"http://127.0.0.1.evil.example/v1", "http://localhost.evil.example/v1",
                              "http://192.168.1.5/v1", "http://[fe80::1]/v1", "http://0.0.0.0/v1"})
    EXPECT_THROW(here(address), UsageError) << address;
}

TEST(Endpoint, another_machine_over_plain_http_only_where_the_owner_insists) {
  const Endpoint endpoint = endpoint_from("http://192.168.1.5:11434/v1", PlainHttp::Anywhere);
  EXPECT_FALSE(endpoint.tls);
  EXPECT_FALSE(endpoint.loopback);
}

TEST(Endpoint, refuses_what_is_no_endpoint) {
  for (const char* address :
       {"", "host", "ftp://host/v1", "file:///etc/passwd", "http://", "https://me:secret@host/v1",
        "https://host/v1?key=secret", "https://host/v1#x", "https://ho st/v1", "https://host/v1\nX: y",
        "http://127.0.0.1@evil.example/v1", "javascript:alert(1)"})
    EXPECT_THROW(here(address), UsageError) << address;
  EXPECT_THROW(here("https://host/" + std::string(5000, 'a')), UsageError);
}

TEST(ApiKey, is_the_programs_own_or_that_of_the_house) {
  const Endpoint openai = here("https://api.openai.com/v1");
  const Endpoint other = here("https://models.example/v1");
  const auto both = with({{"HOEGO_API_KEY", "own-1"}, {"OPENAI_API_KEY", "sk-2"}, {"HF_TOKEN", "hf-3"}});
  const auto houses = with({{"OPENAI_API_KEY", "sk-2"}, {"HF_TOKEN", "hf-3"}, {"HOEGO_API_KEY", ""}});
  EXPECT_EQ(api_key(openai, both)->secret, "own-1");
  EXPECT_EQ(api_key(openai, houses)->secret, "sk-2");
  EXPECT_EQ(api_key(here("https://router.huggingface.co/v1"), houses)->variable, "HF_TOKEN");
  EXPECT_FALSE(api_key(other, houses)) << "the key of one house is not carried to another";
  EXPECT_EQ(api_key(other, both)->secret, "own-1");
}

TEST(ApiKey, never_goes_over_plain_http_to_another_machine) {
  const auto own = with({{"HOEGO_API_KEY", "own-1"}});
  EXPECT_FALSE(api_key(endpoint_from("http://192.168.1.5/v1", PlainHttp::Anywhere), own));
  EXPECT_TRUE(api_key(here("http://127.0.0.1:8080/v1"), own));
}

TEST(ApiKey, that_would_break_the_request_is_refused_without_being_told) {
  for (const char* bad : {"abc\r\nX-Evil: 1", "with blank", "키", "a\tb"}) {
    try {
      api_key(here("https://host/v1"), with({{"HOEGO_API_KEY", bad}}));
      FAIL() << bad;
    } catch (const UsageError& error) {
      EXPECT_THAT(error.what() + error.where() + error.remedy(), Not(HasSubstr(bad)));
    }
  }
}

}  // namespace
}  // namespace hoego
