#include "model/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "tests/support/chat_server.h"

namespace hoego {
namespace {

using chat_server::Answer;
using chat_server::ChatServer;
using chat_server::delta;
using chat_server::done;
using chat_server::finished;
using chat_server::good;
using chat_server::head;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* secret = "sk-secret-0123456789";

Deadlines quick() {
  return {Milliseconds(2000), Milliseconds(1000), Milliseconds(400), Milliseconds(5000)};
}

/// A client of a server's script, and what it asked of its owner.
struct Told {
  std::vector<Milliseconds> waits;
  std::vector<std::string> lines;
  std::function<bool()> cancelled = [] { return false; };

  ClientHooks hooks() {
    ClientHooks hooks;
    hooks.cancelled = [this] { return cancelled(); };
    hooks.wait = [this](Milliseconds time) {
      waits.push_back(time);
      return true;
    };
    hooks.say = [this](const std::string& line) { lines.push_back(line); };
    return hooks;
  }
};

ModelClient client(const ChatServer& server, Told& told, const Deadlines& deadlines = quick()) {
  return {endpoint_from(server.address(), PlainHttp::LoopbackOnly),
          ApiKey{secret, "HOEGO_API_KEY"},
          "tiny",
          deadlines,
          BackOff{},
          told.hooks()};
}

ChatRequest question() {
  return {"", {{Speaker::User, "글을 써 줘"}}, 0.3, 200};
}

Completion answer(std::vector<Answer> script) {
  const ChatServer server(std::move(script));
  Told told;
  return client(server, told).ask(question());
}

/// The whole of what is said of a failure.
std::string failure(std::vector<Answer> script, const Deadlines& deadlines = quick()) {
  const ChatServer server(std::move(script));
  Told told;
  try {
    client(server, told, deadlines).ask(question());
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.where() + " | " + error.remedy();
  }
  return "nothing failed";
}

TEST(ModelClient, asks_as_the_protocol_has_it) {
  const ChatServer server({good("좋아요.", 40, 3)});
  Told told;
  const Completion completion = client(server, told).ask(question());
  EXPECT_EQ(completion.text, "좋아요.");
  EXPECT_EQ(completion.ending, Ending::Whole);
  EXPECT_EQ(completion.usage.all(), 43);
  EXPECT_TRUE(completion.usage.stated);
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_THAT(requests[0].head, HasSubstr("POST /v1/chat/completions HTTP/1.1"));
  EXPECT_THAT(requests[0].head, HasSubstr("Authorization: Bearer sk-secret-0123456789"));
  ChatRequest sent = question();
  sent.model = "tiny";
  EXPECT_EQ(requests[0].body, request_body(sent));
}

TEST(ModelClient, estimates_tokens_that_nobody_states) {
  const Completion completion = answer({{{head(200), delta("word"), finished("stop"), done}}});
  EXPECT_FALSE(completion.usage.stated);
  EXPECT_GT(completion.usage.prompt, 0);
}

TEST(ModelClient, waits_and_sends_again_when_it_is_too_much_for_the_endpoint) {
  const ChatServer server(
      {chat_server::error(429, R"({"error":{"message":"slow down"}})", "Retry-After: 3\r\n"),
       chat_server::error(503, "busy"), good("Now.")});
  Told told;
  EXPECT_EQ(client(server, told).ask(question()).text, "Now.");
  EXPECT_THAT(told.waits, ElementsAre(Milliseconds(3000), Milliseconds(2000)));
  EXPECT_THAT(told.lines, ElementsAre(HasSubstr("429"), HasSubstr("503")));
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[0].body, requests[2].body);
}

TEST(ModelClient, does_not_ask_for_ever) {
  const ChatServer server({chat_server::error(500, "broken")});
  Told told;
  EXPECT_THROW(client(server, told).ask(question()), Error);
  EXPECT_EQ(server.requests().size(), 5U);
}

TEST(ModelClient, speaks_without_what_the_endpoint_does_not_know) {
  const ChatServer server(
      {chat_server::error(
           400,
           R"({"error":{"message":"Unsupported parameter: 'max_tokens'; use 'max_completion_tokens'"}})"),
       good("Fine."), good("Again.")});
  Told told;
  ModelClient asked = client(server, told);
  EXPECT_EQ(asked.ask(question()).text, "Fine.");
  EXPECT_EQ(asked.ask(question()).text, "Again.");
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_THAT(requests[1].body, HasSubstr("\"max_completion_tokens\":200"));
  EXPECT_THAT(requests[2].body, HasSubstr("\"max_completion_tokens\":200"));
}

TEST(ModelClient, says_what_to_do_about_a_refusal) {
  EXPECT_THAT(failure({chat_server::error(401, R"({"error":{"message":"bad key"}})")}),
              HasSubstr("the key of HOEGO_API_KEY is refused"));
  EXPECT_THAT(failure({chat_server::error(404, R"({"error":"model 'tiny' not found"})")}),
              HasSubstr("is there a model \"tiny\"?"));
  EXPECT_THAT(failure({chat_server::error(400, R"({"error":{"message":"the prompt is too long"}})")}),
              HasSubstr("the prompt is too long"));
  EXPECT_THAT(failure({chat_server::error(429, "", "Retry-After: 7200\r\n")}),
              HasSubstr("it asks to wait: 7200"));
}

TEST(ModelClient, hints_at_v1_where_the_address_has_none) {
  const ChatServer server({chat_server::error(404, "Not Found")});
  Told told;
  ModelClient asked(endpoint_from(server.address("/api"), PlainHttp::LoopbackOnly), std::nullopt, "tiny",
                    quick(), BackOff{}, told.hooks());
  try {
    asked.ask(question());
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.remedy(), HasSubstr("ends in /v1"));
  }
}

TEST(ModelClient, never_tells_the_key_even_if_the_endpoint_does) {
  const std::string echoed = std::string(R"({"error":{"message":"wrong key )") + secret + "\"}}";
  for (const int status : {401, 400, 500, 404})
    EXPECT_THAT(failure({chat_server::error(status, echoed)}), Not(HasSubstr(secret))) << status;
  EXPECT_THAT(failure({chat_server::error(
                  302, "", std::string("Location: https://evil.example/?k=") + secret + "\r\n")}),
              Not(HasSubstr(secret)));
  EXPECT_THAT(failure({{{head(200), std::string("data: ") + secret + "\n\n"}}}), Not(HasSubstr(secret)));
}

TEST(ModelClient, follows_nobody_with_the_key) {
  const ChatServer other({good("stolen")});
  for (const int status : {301, 302, 307, 308}) {
    EXPECT_THAT(
        failure({chat_server::error(status, "", "Location: " + other.address() + "/chat/completions\r\n")}),
        HasSubstr("the endpoint sends elsewhere: " + other.address()));
  }
  EXPECT_TRUE(other.requests().empty());
}

TEST(ModelClient, keeps_what_came_before_the_connection_was_cut) {
  const Completion completion = answer({{{head(200), delta("드럼을 쳤어요. 그리고")}}});
  EXPECT_EQ(completion.text, "드럼을 쳤어요. 그리고");
  EXPECT_EQ(completion.ending, Ending::BrokeOff);
  const std::string chunked =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  const Completion cut = answer({{{chunked, "400\r\n" + delta("half a chunk")}}});
  EXPECT_EQ(cut.text, "half a chunk");
  EXPECT_EQ(cut.ending, Ending::BrokeOff);
  EXPECT_THAT(cut.trouble, HasSubstr("cut"));
}

TEST(ModelClient, says_why_an_answer_ended) {
  EXPECT_EQ(answer({{{head(200), delta("a"), finished("length"), done}}}).ending, Ending::Length);
  EXPECT_EQ(answer({{{head(200), delta("a"), finished("content_filter"), done}}}).ending, Ending::Filtered);
  EXPECT_EQ(answer({{{head(200), delta("a"), chat_server::event(R"({"error":{"message":"overloaded"}})")}}})
                .trouble,
            "overloaded");
  EXPECT_EQ(answer({{{head(200), delta("a"), done}, {}, true}}).ending, Ending::Whole)
      << "an open connection is not waited for";
}

TEST(ModelClient, waits_for_slow_answers_but_not_for_silent_ones) {
  EXPECT_EQ(answer({{{head(200), delta("a"), delta("b"), done}, Milliseconds(250)}}).text, "ab");
  EXPECT_THAT(failure({{{""}, {}, true}}), HasSubstr("no answer in time"));
  const Completion silent = answer({{{head(200), delta("so far")}, {}, true}});
  EXPECT_EQ(silent.text, "so far");
  EXPECT_THAT(silent.trouble, HasSubstr("silent"));
}

TEST(ModelClient, ends_what_does_not_end) {
  EXPECT_EQ(answer({{{head(200), delta(std::string(5000, 'x'))}, {}, false, true}}).ending, Ending::TooMuch);
  EXPECT_THAT(failure({{{head(200), ": " + std::string(100'000, 'p') + "\n\n"}, {}, false, true}}),
              HasSubstr("without an end"));
  EXPECT_THAT(failure({{{head(200), "data: " + std::string(10U << 20U, 'x') + "\n\n"}}}),
              HasSubstr("without an end"));
  Deadlines short_whole = quick();
  short_whole.whole = Milliseconds(600);
  const ChatServer server(
      {{{head(200), delta("a"), delta("b"), delta("c"), delta("d"), delta("e")}, Milliseconds(200), true}});
  Told told;
  EXPECT_THAT(client(server, told, short_whole).ask(question()).trouble, HasSubstr("too long"));
}

TEST(ModelClient, cancels_at_once_and_keeps_what_came) {
  const ChatServer server({{{head(200), delta("so far")}, {}, true}});
  Told told;
  Deadlines patient = quick();
  patient.idle = patient.whole = Milliseconds(60'000);
  const auto begun = std::chrono::steady_clock::now();
  told.cancelled = [begun] { return std::chrono::steady_clock::now() - begun > Milliseconds(300); };
  const Completion completion = client(server, told, patient).ask(question());
  EXPECT_EQ(completion.ending, Ending::Cancelled);
  EXPECT_EQ(completion.text, "so far");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, Milliseconds(2000));
}

TEST(ModelClient, says_that_nothing_came) {
  EXPECT_THAT(failure({{{head(200), done}}}), HasSubstr("an empty answer"));
  EXPECT_THAT(failure({{{head(200)}}}), HasSubstr("an empty answer"));
  EXPECT_THAT(failure({{{head(200, "", "text/html"), "<html><body>welcome</body></html>"}}}),
              HasSubstr("no chat completion"));
  EXPECT_THAT(failure({{{"garbage\r\n\r\n"}}}), HasSubstr("http://127.0.0.1"));
  EXPECT_THAT(failure({{{}}}), HasSubstr("http://127.0.0.1"));
  EXPECT_THAT(
      failure({{{head(200), chat_server::event(R"({"choices":[{"delta":{"tool_calls":[{"id":"1"}]}}]})"),
                 finished("tool_calls"), done}}}),
      HasSubstr("tools are never run"));
  EXPECT_THAT(failure({{{head(200), chat_server::event(R"({"choices":[{"delta":{"reasoning":"hm"}}]})"),
                         finished("length"), done}}}),
              HasSubstr("raise --max-tokens"));
}

TEST(ModelClient, asks_whether_the_server_runs) {
  std::string gone;
  {
    const ChatServer server({good("")});
    gone = server.address();
  }
  Told told;
  ModelClient asked(endpoint_from(gone, PlainHttp::LoopbackOnly), std::nullopt, "tiny", quick(), BackOff{},
                    told.hooks());
  try {
    asked.ask(question());
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.remedy(), HasSubstr("is the server running"));
  }
}

TEST(ModelClient, a_proxy_of_the_machine_is_not_told_of_this_machine) {
  const ChatServer proxy({good("spied")});
  const ChatServer server({good("direct")});
  ::setenv("http_proxy", proxy.address("").c_str(), 1);
  Told told;
  const Completion completion = client(server, told).ask(question());
  ::unsetenv("http_proxy");
  EXPECT_EQ(completion.text, "direct");
  EXPECT_TRUE(proxy.requests().empty());
}

}  // namespace
}  // namespace hoego
