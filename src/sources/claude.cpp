#include "sources/claude.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "sources/chats.h"
#include "sources/claude_code.h"
#include "sources/json_items.h"
#include "sources/json_items_head.h"

namespace hoego {
namespace {

bool has_messages(const std::vector<JsonKey>& keys, const std::string& prefix) {
  const std::string* messages = find_key(keys, prefix + "chat_messages");
  return messages != nullptr && *messages == "[" && find_key(keys, prefix + "uuid") != nullptr;
}

bool is_session_line(const std::vector<JsonKey>& keys) {
  constexpr std::array needed = {"sessionId", "parentUuid", "type", "isSidechain"};
  return std::all_of(needed.begin(), needed.end(),
                     [&](const char* name) { return find_key(keys, name) != nullptr; });
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const auto keys = keys_in_head(candidate.head);
  for (const char* prefix : {"[].", "", "conversations[]."}) {
    if (has_messages(keys, prefix)) return Sureness::Sure;
  }
  return is_session_line(keys) ? Sureness::Sure : Sureness::No;
}

std::string text_of(const JsonValue& message) {
  std::string out(message["text"].text());
  if (!out.empty()) return out;
  for (const JsonValue& part : message["content"].values()) {
    const std::string_view text = part["text"].text();
    if (part["type"].text() != "text" || text.empty()) continue;
    if (!out.empty()) out += "\n";
    out += text;
  }
  return out;
}

void read_conversation(const JsonItem& item, ChatLog& log) {
  const JsonValue& conversation = item.value;
  log.saw_conversation();
  log.saw(conversation["updated_at"].instant());
  for (const JsonValue& message : conversation["chat_messages"].values()) {
    if (message["sender"].text() != "human") continue;
    Prompt prompt;
    prompt.id = message["uuid"].text();
    prompt.conversation = conversation["uuid"].line();
    prompt.title = conversation["name"].line();
    prompt.text = text_of(message);
    prompt.model = conversation["model"].line(200);
    prompt.time = message["created_at"].instant();
    prompt.attachments = message["attachments"].values().size() + message["files"].values().size();
    prompt.offset = item.offset;
    log.add(std::move(prompt));
  }
}

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  const auto file = unit.open();
  JsonItems items(*file, {"conversations"}, unit.path, sink);
  auto item = items.next();
  const bool session = item && !item->value.has("chat_messages") && item->value.has("type");
  if (session) {
    ChatLog log("Claude Code", "claude-code", unit, options, sink);
    claude_code::Session reader(log);
    for (; item; item = items.next()) reader.line(*item);
    reader.finish();
    return log.finish(false);
  }
  ChatLog log("Claude", "claude", unit, options, sink);
  bool listed = false;
  for (; item; item = items.next()) {
    listed = listed || item->listed;
    if (item->value["chat_messages"].is_list()) read_conversation(*item, log);
  }
  log.finish(listed);
}

}  // namespace

const Source claude_source = {
    .type = "claude",
    .version = 1,
    .describe =
        "conversations with Claude and sessions of Claude Code: how many prompts and how long, the text "
        "only if you say so",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
