#include "model/chat_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/chat_server.h"

namespace hoego {
namespace {

using chat_server::delta;
using chat_server::done;
using chat_server::event;
using chat_server::finished;
using testing::HasSubstr;

ChatAnswer read(const std::string& body, std::size_t piece = std::string::npos) {
  ChatReader reader;
  for (std::size_t at = 0; at < body.size(); at += std::min(piece, body.size() - at)) {
    if (reader.feed(std::string_view(body).substr(at, piece)) != Receive::More) break;
  }
  return reader.finish();
}

TEST(ChatReader, puts_a_stream_together_wherever_it_is_cut) {
  const std::string body = ": ping\n\n" + delta("") + delta("드럼을 ") + delta("쳤어요.") + finished("stop") +
                           chat_server::usage(900, 12) + done;
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, body.size()}) {
    const ChatAnswer answer = read(body, piece);
    EXPECT_EQ(answer.text, "드럼을 쳤어요.");
    EXPECT_EQ(answer.finish, Finish::Stop);
    EXPECT_TRUE(answer.ended);
    ASSERT_TRUE(answer.usage);
    EXPECT_EQ(answer.usage->all(), 912);
    EXPECT_EQ(answer.unreadable, 0);
  }
}

TEST(ChatReader, reads_on_where_the_end_is_not_said) {
  const ChatAnswer answer = read(delta("half") + "data: {\"choices\":[{\"del");
  EXPECT_EQ(answer.text, "half");
  EXPECT_FALSE(answer.ended);
  EXPECT_EQ(answer.unreadable, 1);
}

TEST(ChatReader, what_comes_after_the_end_is_not_read) {
  EXPECT_EQ(read(delta("a") + done + delta("b")).text, "a");
}

TEST(ChatReader, joins_the_halves_of_a_character_that_two_events_hold) {
  const std::string first = "data: {\"choices\":[{\"delta\":{\"content\":\"\xEB\x93\"}}]}\n\n";
  const std::string second = "data: {\"choices\":[{\"delta\":{\"content\":\"\x9C럼\"}}]}\n\n";
  EXPECT_EQ(read(first + second + done).text, "드럼");
}

TEST(ChatReader, reads_an_answer_in_one_piece) {
  const ChatAnswer answer = read(
      R"( {"choices":[{"message":{"role":"assistant","content":"All at once."},"finish_reason":"stop"}],)"
      R"("usage":{"prompt_tokens":5,"completion_tokens":4}})");
  EXPECT_EQ(answer.text, "All at once.");
  EXPECT_TRUE(answer.ended);
  EXPECT_EQ(answer.usage->answer, 4);
}

TEST(ChatReader, reads_content_in_parts_and_the_first_choice_alone) {
  EXPECT_EQ(
      read(
          event(
              R"({"choices":[{"index":1,"delta":{"content":"no"}},{"index":0,"delta":{"content":[{"type":"text","text":"yes"}]}}]})"))
          .text,
      "yes");
}

TEST(ChatReader, reads_a_refusal_as_the_answer_it_is) {
  EXPECT_EQ(read(event(R"({"choices":[{"delta":{"content":null,"refusal":"I'm sorry, "}}]})") +
                 event(R"({"choices":[{"delta":{"refusal":"no."}}]})") + finished("stop") + done)
                .text,
            "I'm sorry, no.");
  EXPECT_EQ(read(R"({"choices":[{"message":{"content":null,"refusal":"No."},"finish_reason":"stop"}]})").text,
            "No.");
}

TEST(ChatReader, leaves_out_reasoning_and_tools_and_says_that_they_were_there) {
  const ChatAnswer answer =
      read(event(R"({"choices":[{"delta":{"reasoning_content":"hm","content":null}}]})") +
           event(R"({"choices":[{"delta":{"tool_calls":[{"function":{"name":"rm"}}]}}]})") +
           finished("tool_calls") + done);
  EXPECT_EQ(answer.text, "");
  EXPECT_TRUE(answer.thought);
  EXPECT_TRUE(answer.called_tools);
  EXPECT_EQ(answer.finish, Finish::Tools);
}

TEST(ChatReader, reads_errors_in_the_forms_that_servers_give_them) {
  EXPECT_EQ(read(R"({"error":{"message":"no such model","code":404}})").error, "no such model");
  EXPECT_EQ(read(R"({"error":"model not found"})").error, "model not found");
  EXPECT_EQ(read(R"({"object":"error","message":"too long"})").error, "too long");
  EXPECT_EQ(read(R"({"detail":"Not Found"})").error, "Not Found");
  EXPECT_EQ(read(delta("so far") + event(R"({"error":{"message":"overloaded"}})")).error, "overloaded");
  EXPECT_EQ(read(R"({"error":{}})").error, "an error without words");
}

TEST(ChatReader, says_why_it_stopped) {
  EXPECT_EQ(read(delta("x") + finished("length")).finish, Finish::Length);
  EXPECT_EQ(read(delta("x") + finished("content_filter")).finish, Finish::Filtered);
  EXPECT_EQ(read(delta("x") + finished("eos_token")).finish, Finish::Other);
}

TEST(ChatReader, is_bounded_in_lines_texts_and_bodies) {
  EXPECT_TRUE(read("data: " + std::string(10U << 20U, 'x')).too_much);
  EXPECT_TRUE(read("{\"choices\": \"" + std::string(2U << 20U, 'x')).too_much);
  std::string body;
  for (int i = 0; i < 40; ++i) body += delta(std::string(20'000, 'a'));
  const ChatAnswer answer = read(body);
  EXPECT_TRUE(answer.too_much);
  EXPECT_EQ(answer.text.size(), ChatReader::most_text);
}

TEST(ChatReader, no_bytes_make_it_fail) {
  for (const char* body :
       {"", "\n\n", "<html>500</html>", "data: [1,2]\n\n", "data: null\n\n", "data: {\"choices\":{}}\n\n",
        "data: {\"choices\":[7]}\n\n", "data: {\"choices\":[{\"delta\":[]}]}\n\n", "[[[[",
        "{\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":1e99}}",
        "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\n"}) {
    const ChatAnswer answer = read(body);
    EXPECT_EQ(answer.text, "") << body;
    EXPECT_FALSE(answer.usage) << body;
  }
  EXPECT_EQ(read("data: " + std::string(500'000, '[') + "\n\n").unreadable, 1);
}

TEST(ChatReader, keeps_control_characters_out_of_the_text) {
  EXPECT_EQ(read(event(R"({"choices":[{"delta":{"content":"a\u001b[31mb\u0000c"}}]})")).text, "a[31mbc");
}

}  // namespace
}  // namespace hoego
