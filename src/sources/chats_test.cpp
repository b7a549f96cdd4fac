#include "sources/chats.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "sources/chatgpt.h"
#include "sources/claude.h"
#include "sources/json_items_for_tests.h"

namespace hoego {
namespace {

using namespace for_tests;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Chats, characters_are_code_points_and_words_stand_between_blanks) {
  EXPECT_EQ(measure("드럼 합주\n3번").characters, 8U);
  EXPECT_EQ(measure("드럼 합주\n3번").words, 3U);
  EXPECT_EQ(measure("  a\xC2\xA0"
                    "b\xE3\x80\x80"
                    "c ")
                .words,
            3U);
  EXPECT_EQ(measure("").words, 0U);
  EXPECT_EQ(first_characters("가나다", 2), "가나");
  EXPECT_EQ(first_characters("가", 2), "가");
}

// ---- ChatGPT

std::string message(const std::string& id, const std::string& role, const std::string& more) {
  return fmt::format(R"("message":{{"id":"{}","author":{{"role":"{}"}},{}}})", id, role, more);
}

std::string said(const std::string& text, const std::string& metadata = "") {
  return fmt::format(
      R"("create_time":1710497472.5,"content":{{"content_type":"text","parts":["{}"]}},"metadata":{{{}}})",
      text, metadata);
}

std::string node(const std::string& id, const std::string& parent, const std::string& message_member) {
  return fmt::format(R"("{}":{{"id":"{}",{},"parent":"{}","children":[]}})", id, id, message_member, parent);
}

std::string conversation(const std::string& nodes) {
  return R"([{"title":"드럼 연습","create_time":1710497470.1,"update_time":1710600000.9,"mapping":{)" +
         nodes + R"(},"conversation_id":"c-1","default_model_slug":"gpt-4"}])";
}

const std::string uuid = "0f0a8f5e-1111-4222-8333-123456789abc";

TEST(ChatGpt, a_prompt_keeps_its_moment_its_conversation_and_the_model_that_answered) {
  const std::string bytes = conversation(
      node("u", "root", message(uuid, "user", said("박자가 빨라져요, 어떻게 해요?"))) + "," +
      node("t", "u", message("t", "tool", said("searching"))) + "," +
      node("a", "t", message("a", "assistant", said("메트로놈을 켜요", R"("model_slug":"gpt-4o")"))));
  EXPECT_THAT(sure_of(bytes), ElementsAre("chatgpt"));
  const Collected got = read_with(chatgpt_source, bytes);
  ASSERT_EQ(got.observations.size(), 1U);
  const Observation& o = got.observations[0];
  EXPECT_EQ(o.kind, Kind::Chat);
  EXPECT_EQ(o.identity, "chatgpt:" + uuid);
  EXPECT_EQ(o.title, "드럼 연습");
  EXPECT_EQ(begin_of(o), "2024-03-15T10:11:12Z");
  EXPECT_EQ(trait_of(o, trait::tool), "ChatGPT");
  EXPECT_EQ(trait_of(o, trait::model), "gpt-4o");
  EXPECT_EQ(trait_of(o, "conversation"), "c-1");
  EXPECT_EQ(o.quantities.at("characters"), 17);
  EXPECT_EQ(o.quantities.at("words"), 4);
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(ChatGpt, what_was_written_is_kept_only_where_the_owner_says_so) {
  const std::string bytes = conversation(node("u", "root", message(uuid, "user", said("비밀"))));
  EXPECT_EQ(trait_of(read_with(chatgpt_source, bytes).observations[0], trait::text), "");
  ReadOptions options;
  options.keep_text = true;
  EXPECT_EQ(trait_of(read_with(chatgpt_source, bytes, options).observations[0], trait::text), "비밀");
  const std::string long_text(5000, 'x');
  const auto cut =
      read_with(chatgpt_source, conversation(node("u", "", message(uuid, "user", said(long_text)))), options);
  EXPECT_EQ(trait_of(cut.observations[0], trait::text).size(), 4000U);
  EXPECT_EQ(cut.observations[0].quantities.at("characters"), 5000);
}

TEST(ChatGpt, a_prompt_in_a_newer_export_is_the_same_prompt) {
  const std::string first = node("u", "root", message(uuid, "user", said("박자가 빨라져요")));
  const std::string newer =
      first + "," + node("v", "u", message("1f0a8f5e-1111-4222-8333-123456789abc", "user", said("또요")));
  const Collected june = read_with(chatgpt_source, conversation(first));
  const Collected october = read_with(chatgpt_source, conversation(newer));
  ASSERT_EQ(june.observations.size(), 1U);
  ASSERT_EQ(october.observations.size(), 2U);
  EXPECT_EQ(october.observations[0].identity, june.observations[0].identity);
  EXPECT_NE(october.observations[1].identity, june.observations[0].identity);
}

TEST(ChatGpt, prompts_of_abandoned_branches_count_and_what_the_program_wrote_does_not) {
  const std::string context =
      R"("create_time":1710497472,"content":{"content_type":"user_editable_context"})";
  const Collected got = read_with(
      chatgpt_source,
      conversation(
          node("u1", "root", message("m1", "user", said("one"))) + "," +
          node("u2", "root", message("m2", "user", said("one, edited"))) + "," +
          node("h", "root",
               message("m3", "user", said("hidden", R"("is_visually_hidden_from_conversation":true)"))) +
          "," + node("x", "root", message("m4", "user", context)) + "," +
          node("s", "root", message("m5", "system", said(""))) + "," +
          node("e", "root", message("m6", "user", said(""))) + R"(,"n":{"id":"n","message":null})"));
  EXPECT_THAT(identities(got), ElementsAre("chatgpt:c-1/m1", "chatgpt:c-1/m2"));
  EXPECT_EQ(trait_of(got.observations[0], trait::model), "gpt-4");
}

TEST(ChatGpt, pictures_and_files_of_a_prompt_are_counted) {
  const std::string picture =
      R"("create_time":1710497472,"content":{"content_type":"multimodal_text","parts":[)"
      R"({"content_type":"image_asset_pointer","asset_pointer":"file-service://x"},"이게 뭐예요?"]},)"
      R"("metadata":{"attachments":[{"id":"x"},{"id":"y"}]})";
  const std::string voice =
      R"("create_time":1710497472,"content":{"content_type":"multimodal_text","parts":[)"
      R"({"content_type":"audio_transcription","text":"안녕"},{"content_type":"audio_asset_pointer"}]})";
  const Collected got =
      read_with(chatgpt_source, conversation(node("u", "", message("m1", "user", picture)) + "," +
                                             node("v", "", message("m2", "user", voice))));
  ASSERT_EQ(got.observations.size(), 2U);
  EXPECT_EQ(got.observations[0].quantities.at("attachments"), 2);
  EXPECT_EQ(got.observations[0].quantities.at("characters"), 7);
  EXPECT_EQ(got.observations[1].quantities.at("characters"), 2);
  EXPECT_EQ(got.observations[1].quantities.count("attachments"), 0U);
}

TEST(ChatGpt, days_are_covered_from_the_first_prompt_to_the_newest_change) {
  const Collected got =
      read_with(chatgpt_source, conversation(node("u", "", message("m", "user", said("x")))));
  EXPECT_THAT(got.claims, ElementsAre(CoverageClaim{Kind::Chat, CoverageClass::Complete, "ChatGPT",
                                                    Date::parse("2024-03-15"), Date::parse("2024-03-16")}));
}

TEST(ChatGpt, prompts_without_a_time_are_one_issue) {
  const std::string timeless = R"("create_time":null,"content":{"parts":["x"]})";
  const Collected got =
      read_with(chatgpt_source, conversation(node("u", "", message("m", "user", timeless)) + "," +
                                             node("v", "", message("n", "user", timeless))));
  EXPECT_THAT(got.observations, IsEmpty());
  EXPECT_THAT(got.claims, IsEmpty());
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_THAT(got.issues[0].reason, HasSubstr("2 prompts without a time"));
}

TEST(ChatGpt, messages_that_answer_each_other_in_a_circle_end) {
  const Collected got =
      read_with(chatgpt_source, conversation(node("a", "b", message("ma", "user", said("A"))) + "," +
                                             node("b", "c", message("mb", "assistant", said("B"))) + "," +
                                             node("c", "b", message("mc", "assistant", said("C")))));
  EXPECT_EQ(got.observations.size(), 1U);
}

// ---- Claude

const std::string claude_export =
    R"([{"uuid":"7c1e3a52-0000-4000-8000-000000000001","name":"논문 읽기","created_at":"2024-05-02T10:00:00.123456Z",)"
    R"("updated_at":"2024-05-04T01:00:00.000000Z","account":{"uuid":"a"},"chat_messages":[)"
    R"({"uuid":"7c1e3a52-0000-4000-8000-000000000002","text":"","content":[{"type":"text","text":"이 논문 요약"}],)"
    R"("sender":"human","created_at":"2024-05-02T10:00:00.123456Z","attachments":[{"file_name":"a.pdf"}],"files":[]},)"
    R"({"uuid":"7c1e3a52-0000-4000-8000-000000000003","text":"요약입니다","sender":"assistant",)"
    R"("created_at":"2024-05-02T10:01:00Z"}]}])";

TEST(Claude, a_prompt_of_the_export_keeps_its_moment_and_its_length) {
  EXPECT_THAT(sure_of(claude_export), ElementsAre("claude"));
  const Collected got = read_with(claude_source, claude_export);
  ASSERT_EQ(got.observations.size(), 1U);
  const Observation& o = got.observations[0];
  EXPECT_EQ(o.identity, "claude:7c1e3a52-0000-4000-8000-000000000002");
  EXPECT_EQ(o.title, "논문 읽기");
  EXPECT_EQ(begin_of(o), "2024-05-02T10:00:00Z");
  EXPECT_EQ(trait_of(o, trait::tool), "Claude");
  EXPECT_EQ(o.quantities.at("characters"), 7);
  EXPECT_EQ(o.quantities.at("attachments"), 1);
  EXPECT_THAT(got.claims, ElementsAre(CoverageClaim{Kind::Chat, CoverageClass::Complete, "Claude",
                                                    Date::parse("2024-05-02"), Date::parse("2024-05-04")}));
}

std::string session_line(const std::string& type, const std::string& id, const std::string& more) {
  return fmt::format(
      R"({{"parentUuid":null,"isSidechain":false,"userType":"external","cwd":"/home/me/drum-machine",)"
      R"("sessionId":"s-1","version":"2.0.1","type":"{}","uuid":"{}","timestamp":"2025-07-01T05:00:00.000Z",{}}})"
      "\n",
      type, id, more);
}

TEST(ClaudeCode, only_what_a_person_typed_counts) {
  const std::string bytes =
      session_line("user", "u1", R"("message":{"role":"user","content":"고쳐 줘"})") +
      session_line("assistant", "a1", R"("message":{"role":"assistant","model":"claude-x","content":[]})") +
      session_line(
          "user", "u2",
          R"("message":{"role":"user","content":[{"type":"tool_result","content":"ok"}]},"toolUseResult":{})") +
      session_line("user", "u3", R"("isMeta":true,"message":{"role":"user","content":"Caveat"})") +
      session_line("user", "u4",
                   R"("message":{"role":"user","content":"<command-name>/clear</command-name>"})") +
      session_line("user", "u5",
                   R"("message":{"role":"user","content":[{"type":"text","text":"<ide_opened_file>x"},)"
                   R"({"type":"text","text":"이 화면 봐"},{"type":"image"}]})") +
      session_line(
          "user", "u6",
          R"("message":{"role":"user","content":[{"type":"text","text":"[Request interrupted by user]"}]})") +
      R"({"type":"summary","summary":"x","leafUuid":"y"})"
      "\n";
  EXPECT_THAT(sure_of(bytes), ElementsAre("claude"));
  const Collected got = read_with(claude_source, bytes);
  EXPECT_THAT(identities(got), ElementsAre("claude-code:s-1/u1", "claude-code:s-1/u5"));
  const Observation& o = got.observations[0];
  EXPECT_EQ(trait_of(o, trait::tool), "Claude Code");
  EXPECT_EQ(trait_of(o, trait::model), "claude-x");
  EXPECT_EQ(o.title, "drum-machine");
  EXPECT_EQ(begin_of(o), "2025-07-01T05:00:00Z");
  EXPECT_EQ(got.observations[1].quantities.at("characters"), 6);
  EXPECT_EQ(got.observations[1].quantities.at("attachments"), 1);
  EXPECT_THAT(got.claims, IsEmpty());
  EXPECT_THAT(got.issues, IsEmpty());
}

TEST(ClaudeCode, what_an_agent_asks_another_is_no_prompt) {
  std::string line = session_line("user", "u1", R"("message":{"role":"user","content":"do it"})");
  line.replace(line.find("\"isSidechain\":false"), 19, "\"isSidechain\":true");
  EXPECT_THAT(read_with(claude_source, line).observations, IsEmpty());
  EXPECT_THAT(read_with(claude_source, line).issues, IsEmpty());
}

TEST(Chats, other_json_is_nobodys) {
  for (const char* other :
       {R"([{"role":"user","content":"hello"}])", R"({"mapping":{"a":{"id":"a"}}})",
        R"({"title":"x","mapping":{"a":"b"}})", R"([{"uuid":"x","messages":[]}])",
        R"({"linear":{"title":"x","mapping":{"root":{"id":"root","message":null}}}})",
        R"({"sessionId":"x","type":"user"})", "[]", "{}", "[", R"({"name":"npm","version":"1"})"})
    EXPECT_THAT(sure_of(other), IsEmpty()) << other;
}

TEST(Chats, a_forced_type_on_another_file_says_that_there_is_nothing) {
  EXPECT_EQ(read_with(chatgpt_source, R"([{"a":1}])").issues.size(), 1U);
  EXPECT_EQ(read_with(claude_source, R"([{"a":1}])").issues.size(), 1U);
}

// ---- real files

/// The samples, what they are, and why.
struct Sample {
  const char* path;
  const char* type;    ///< empty: nobody's
  const char* filter;  ///< jq: "moment characters" of each prompt
};

constexpr const char* chatgpt_filter =
    R"(.[].mapping[].message|select(.author.role=="user")|)"
    R"((.create_time|floor|todate)+" "+(.content.parts|join("\n")|length|tostring))";
constexpr const char* claude_filter =
    R"((if type=="object" then .conversations else . end)[].chat_messages[]|)"
    R"(select(.sender=="human")|.created_at+" "+(.text|length|tostring))";

const Sample chat_samples[] = {
    {"aucontraire__insightmesh-core/chatgpt_export.json", "chatgpt", chatgpt_filter},
    {"Qarait__cognition-vault/conversations.json", "chatgpt", chatgpt_filter},
    {"aucontraire__insightmesh-core/claude_ai_export.json", "claude", claude_filter},
    // Claude's conversations below a key of the project's own: the same shape one level deeper.
    {"Snezhana__bot-knows/claude_export.json", "claude", claude_filter},
    // Cases of a unit test by name, not a list of conversations.
    {"2015pulsar__chatgpt-conversation-extractor/conversations.json", "", ""},
    // Bare roles and texts, without a time or an id.
    {"aucontraire__insightmesh-core/long_chat_export.json", "", ""},
    {"aucontraire__insightmesh-core/single_topic.json", "", ""},
};

TEST(RealChats, every_sample_is_named_rightly_and_its_prompts_are_those_that_jq_finds) {
  const auto folder = samples() / "llm-chats";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample chats beside the project";
  if (!has_jq()) GTEST_SKIP() << "jq is not installed";
  std::size_t prompts = 0;
  for (const Sample& sample : chat_samples) {
    SCOPED_TRACE(sample.path);
    const std::string bytes = bytes_of(folder / sample.path);
    ASSERT_FALSE(bytes.empty());
    const std::string type = sample.type;
    EXPECT_EQ(sure_of(bytes), type.empty() ? std::vector<std::string>{} : std::vector<std::string>{type});
    if (type.empty()) continue;
    const Collected got = read_with(*find_source(type), bytes);
    std::vector<std::string> ours;
    for (const Observation& o : got.observations)
      ours.push_back(begin_of(o) + fmt::format(" {}", o.quantities.at("characters")));
    std::sort(ours.begin(), ours.end());
    EXPECT_EQ(ours, jq_lines(sample.filter, {folder / sample.path}));
    EXPECT_THAT(got.issues, IsEmpty());
    prompts += ours.size();
  }
  EXPECT_GT(prompts, 5U);
  EXPECT_EQ(files_below(folder).size(), std::size(chat_samples)) << "a sample that this test does not name";
}

}  // namespace
}  // namespace hoego
