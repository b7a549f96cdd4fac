#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sample/archive_writer.h"
#include "sample/chats.h"
#include "sample/files.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view answer = "그럼요. 먼저 원인을 하나씩 나누어 보겠습니다.";

/// Seconds with a fraction, as floating point.
double stamp(Instant instant, int later = 0) {
  return static_cast<double>(instant.seconds + later) + 0.25;
}

/// A tree of messages as ChatGPT keeps a conversation: each node knows its parent and children.
class Tree {
 public:
  explicit Tree(const Conversation& conversation)
      : conversation_(conversation), random_(conversation.prompts.size(), conversation.id) {}

  Json json(Instant until);

 private:
  std::string add(const std::string& parent, Json message);
  Json message(const std::string& id, std::string_view role, double when, Json content);
  void hidden_beginning();
  std::string reply(const std::string& to, const Prompt& prompt, int later);
  void ask(const Prompt& prompt);

  const Conversation& conversation_;
  Random random_;
  Json mapping_ = Json::object();
  std::string current_;
};

std::string Tree::add(const std::string& parent, Json message) {
  std::string id = message.is_null() ? "client-created-root" : message["id"].get<std::string>();
  if (!parent.empty()) mapping_[parent]["children"].push_back(id);
  mapping_[id] = {{"id", id},
                  {"message", std::move(message)},
                  {"parent", parent.empty() ? Json(nullptr) : Json(parent)},
                  {"children", Json::array()}};
  return id;
}

Json Tree::message(const std::string& id, std::string_view role, double when, Json content) {
  return {{"id", id},
          {"author", {{"role", role}, {"name", nullptr}, {"metadata", Json::object()}}},
          {"create_time", when == 0 ? Json(nullptr) : Json(when)},
          {"update_time", nullptr},
          {"content", std::move(content)},
          {"status", "finished_successfully"},
          {"end_turn", role == "assistant" ? Json(true) : Json(nullptr)},
          {"weight", 1.0},
          {"metadata", Json::object()},
          {"recipient", "all"}};
}

Json text(std::string_view words) {
  return {{"content_type", "text"}, {"parts", Json::array({words})}};
}

/// A system message nobody sees and, since there are custom instructions, one that is the user's by its role
/// but was never typed.
void Tree::hidden_beginning() {
  current_ = add("", nullptr);
  Json system = message(random_.uuid(), "system", 0, text(""));
  system["weight"] = 0.0;
  system["metadata"] = {{"is_visually_hidden_from_conversation", true}};
  current_ = add(current_, std::move(system));
  const Instant begin = conversation_.prompts.front().at;
  if (begin < korean(day("2023-09-01"), 0)) return;
  Json context = message(random_.uuid(), "user", 0,
                         {{"content_type", "user_editable_context"},
                          {"user_profile", "서울에 사는 개발자. 취미는 드럼."},
                          {"user_instructions", "짧게, 한국어로."}});
  context["metadata"] = {{"is_visually_hidden_from_conversation", true},
                         {"is_user_system_message", true},
                         {"user_context_message_data", {{"about_user_message", "서울에 사는 개발자."}}}};
  current_ = add(current_, std::move(context));
}

std::string Tree::reply(const std::string& to, const Prompt& prompt, int later) {
  Json said = message(random_.uuid(), "assistant", stamp(prompt.at, later), text(answer));
  const bool early = prompt.at < korean(day("2024-05-20"), 0);
  said["metadata"] = {{"finish_details", {{"type", "stop"}}}, {"model_slug", early ? "gpt-4" : "gpt-4o"}};
  return add(to, std::move(said));
}

void Tree::ask(const Prompt& prompt) {
  Json content = text(prompt.text);
  if (prompt.picture) {
    const Json picture = {{"content_type", "image_asset_pointer"},
                          {"asset_pointer", "file-service://file-" + random_.hex(24)},
                          {"size_bytes", 48211},
                          {"width", 1170},
                          {"height", 800}};
    content = {{"content_type", "multimodal_text"}, {"parts", Json::array({picture, prompt.text})}};
  }
  const std::string asked = add(current_, message(prompt.id, "user", stamp(prompt.at), std::move(content)));
  const std::string answered = reply(asked, prompt, 4);
  // A prompt that is written anew begins a branch at its own parent.
  if (prompt.rewritten) return;
  current_ = prompt.asked_again ? reply(asked, prompt, 31) : answered;
}

Json Tree::json(Instant until) {
  hidden_beginning();
  Instant last = conversation_.prompts.front().at;
  for (const Prompt& prompt : conversation_.prompts) {
    if (prompt.at >= until) break;
    ask(prompt);
    last = prompt.at;
  }
  return {{"title", conversation_.title},
          {"create_time", stamp(conversation_.prompts.front().at, -1)},
          {"update_time", stamp(last, 32)},
          {"mapping", std::move(mapping_)},
          {"moderation_results", Json::array()},
          {"current_node", current_},
          {"plugin_ids", nullptr},
          {"conversation_id", conversation_.id},
          {"conversation_template_id", nullptr},
          {"gizmo_id", nullptr},
          {"is_archived", false},
          {"safe_urls", Json::array()},
          {"default_model_slug", "auto"},
          {"id", conversation_.id}};
}

/// The newest first, as the service gives them.
std::string chatgpt(const std::vector<Conversation>& all, Instant until) {
  Json out = Json::array();
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    if (one->tool == "ChatGPT" && one->prompts.front().at < until) out.push_back(Tree(*one).json(until));
  }
  return out.dump();
}

std::string microseconds(Instant instant) {
  std::string stamp = utc_text(instant);
  return stamp.substr(0, stamp.size() - 1) + ".250000Z";
}

Json claude_message(const std::string& id, std::string_view sender, std::string_view words, Instant when) {
  return {{"uuid", id},
          {"text", words},
          {"content", Json::array({{{"type", "text"}, {"text", words}}})},
          {"sender", sender},
          {"created_at", microseconds(when)},
          {"updated_at", microseconds(when)},
          {"attachments", Json::array()},
          {"files", Json::array()}};
}

std::string claude(const std::vector<Conversation>& all) {
  Json out = Json::array();
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    if (one->tool != "Claude") continue;
    Random random(one->prompts.size(), one->id);
    Json messages = Json::array();
    for (const Prompt& prompt : one->prompts) {
      messages.push_back(claude_message(prompt.id, "human", prompt.text, prompt.at));
      messages.push_back(claude_message(random.uuid(), "assistant", answer, {prompt.at.seconds + 6}));
    }
    out.push_back({{"uuid", one->id},
                   {"name", one->title},
                   {"created_at", microseconds(one->prompts.front().at)},
                   {"updated_at", microseconds({one->prompts.back().at.seconds + 6})},
                   {"account", {{"uuid", "6f0d2c4e-3a51-4b7e-a9c2-5d8e1f7a0b34"}}},
                   {"chat_messages", std::move(messages)}});
  }
  return out.dump(2);
}

}  // namespace

void write_chat_exports(const std::filesystem::path& folder, const std::vector<Conversation>& conversations) {
  const std::filesystem::path exports = folder / "exports";
  std::filesystem::create_directories(exports / "claude");
  std::filesystem::create_directories(exports / "old");
  const std::vector<Member> members = {
      {"conversations.json", chatgpt(conversations, korean(today(), 0))},
      {"user.json", R"({"id": "user-8Qw1", "email": "haneul@example.com", "chatgpt_plus_user": true})"},
      {"message_feedback.json", "[]"}};
  write_file(exports / "chatgpt.zip", zip(members, WallTime::at(today(), 8 * 3600)));
  write_file(exports / "claude/conversations.json", claude(conversations));
  write_file(exports / "old/conversations.json", chatgpt(conversations, korean(day("2024-06-01"), 0)));
}

}  // namespace hoego::sample
