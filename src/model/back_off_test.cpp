#include "model/back_off.h"

#include <gtest/gtest.h>

#include "model/budget.h"
#include "model/chat.h"

namespace hoego {
namespace {

using std::chrono::seconds;

TEST(BackOff, doubles_and_ends) {
  const BackOff back_off;
  EXPECT_EQ(back_off.wait(429, 1, "", 0), seconds(1));
  EXPECT_EQ(back_off.wait(503, 2, "", 0), seconds(2));
  EXPECT_EQ(back_off.wait(500, 4, "", 0), seconds(8));
  EXPECT_EQ(back_off.wait(500, 5, "", 0), std::nullopt);
}

TEST(BackOff, what_will_not_pass_is_not_sent_again) {
  for (const int status : {0, 200, 301, 400, 401, 403, 404, 501, 505})
    EXPECT_FALSE(BackOff{}.wait(status, 1, "", 0)) << status;
}

TEST(BackOff, waits_as_long_as_it_is_asked_to_within_bounds) {
  EXPECT_EQ(BackOff{}.wait(429, 1, "7", 0), seconds(7));
  EXPECT_EQ(BackOff{}.wait(429, 4, "1", 0), seconds(8)) << "never shorter than its own";
  EXPECT_EQ(BackOff{}.wait(429, 1, "3600", 0), std::nullopt);
  EXPECT_EQ(BackOff{}.wait(429, 1, "soon", 0), seconds(1));
  EXPECT_EQ(BackOff{}.wait(429, 1, "99999999999999999999", 0), std::nullopt);
}

TEST(BackOff, reads_the_date_of_the_header) {
  EXPECT_EQ(asked_wait("Sun, 20 Oct 2024 00:00:30 GMT", 1729382400), seconds(30));
  EXPECT_EQ(asked_wait("Sun, 20 Oct 2024 00:00:30 GMT", 1729382500), seconds(0));
  EXPECT_EQ(asked_wait("-5", 0), std::nullopt);
  EXPECT_EQ(asked_wait("", 0), std::nullopt);
}

TEST(Tokens, are_estimated_on_the_safe_side) {
  EXPECT_EQ(estimated_tokens(""), 0);
  EXPECT_EQ(estimated_tokens("drums"), 2);
  EXPECT_EQ(estimated_tokens("드럼을 쳤어요"), 10);
}

TEST(TokenBudget, leaves_no_room_for_an_answer_that_is_not_worth_asking_for) {
  TokenBudget budget(1000);
  EXPECT_EQ(budget.answer(300, 500), 500);
  budget.spend({300, 400, true});
  EXPECT_EQ(budget.left(), 300);
  EXPECT_EQ(budget.answer(200, 500), 100);
  EXPECT_EQ(budget.answer(290, 500), std::nullopt);
  EXPECT_EQ(TokenBudget(100).answer(90, 10), 10);
}

TEST(Chat, the_same_request_gives_the_same_bytes) {
  ChatRequest request{"m", {{Speaker::System, "쓰기"}, {Speaker::User, "a \"b\""}}, 0.4, 100};
  const std::string expected =
      R"({"model":"m","messages":[{"role":"system","content":"쓰기"},{"role":"user","content":"a \"b\""}],)"
      R"("temperature":0.4,"max_tokens":100,"stream":true,"stream_options":{"include_usage":true}})";
  EXPECT_EQ(request_body(request), expected);
  EXPECT_EQ(
      request_body(request, {true, true, true}),
      R"({"model":"m","messages":[{"role":"system","content":"쓰기"},{"role":"user","content":"a \"b\""}],)"
      R"("max_completion_tokens":100,"stream":true})");
}

TEST(Chat, learns_what_an_endpoint_does_not_know_once) {
  const auto other =
      other_dialect({}, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.");
  ASSERT_TRUE(other);
  EXPECT_TRUE(other->completion_limit);
  EXPECT_FALSE(other->without_temperature);
  EXPECT_FALSE(other_dialect(*other, "use max_completion_tokens, not max_tokens"));
  EXPECT_FALSE(other_dialect({}, "the prompt is too long"));
  EXPECT_TRUE(other_dialect({}, "stream_options: extra fields not permitted")->without_stream_options);
}

}  // namespace
}  // namespace hoego
