#include "sources/chatgpt.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "sources/chats.h"
#include "sources/json_items.h"
#include "sources/json_items_head.h"

namespace hoego {
namespace {

/// How many messages after a prompt are looked through for the model that answered: searches and tools stand
/// between.
constexpr int furthest_answer = 24;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Whether a conversation's members stand under `prefix`: its tree of messages, and a node in it.
bool has_tree(const std::vector<JsonKey>& keys, const std::string& prefix) {
  const std::string* tree = find_key(keys, prefix + "mapping");
  if (tree == nullptr || *tree != "{") return false;
  constexpr std::array beside = {"title", "create_time", "current_node", "conversation_id", "id"};
  if (std::none_of(beside.begin(), beside.end(),
                   [&](const char* name) { return find_key(keys, prefix + name) != nullptr; }))
    return false;
  const std::string inside = prefix + "mapping.";
  return std::any_of(keys.begin(), keys.end(), [&](const JsonKey& key) {
    if (key.path.compare(0, inside.size(), inside) != 0) return false;
    return ends_with(key.path, ".message") || ends_with(key.path, ".parent") ||
           ends_with(key.path, ".children") || ends_with(key.path, ".id");
  });
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory) return Sureness::No;
  const auto keys = keys_in_head(candidate.head);
  for (const char* prefix : {"[].", "", "conversations[]."}) {
    if (has_tree(keys, prefix)) return Sureness::Sure;
  }
  return Sureness::No;
}

/// A conversation and its tree of messages, by who answers whom.
class Conversation {
 public:
  Conversation(const JsonValue& item, std::uint64_t offset) : item_(item), offset_(offset) {
    const JsonValue& mapping = item["mapping"];
    for (std::size_t i = 0; i < mapping.values().size(); ++i) {
      const JsonValue& node = mapping.values()[i];
      const std::string_view parent = node["parent"].text();
      if (!parent.empty()) answers_.emplace(parent, Node{mapping.names()[i], &node["message"]});
    }
  }

  void read(ChatLog& log) const {
    log.saw_conversation();
    log.saw(item_["update_time"].instant());
    const JsonValue& mapping = item_["mapping"];
    for (std::size_t i = 0; i < mapping.values().size(); ++i) {
      const JsonValue& message = mapping.values()[i]["message"];
      if (is_prompt(message)) log.add(prompt(message, mapping.names()[i]));
    }
  }

 private:
  struct Node {
    std::string_view id;
    const JsonValue* message;
  };

  /// Typed by the person: not the instructions that the program puts in their name.
  static bool is_prompt(const JsonValue& message) {
    if (message["author"]["role"].text() != "user") return false;
    const JsonValue& metadata = message["metadata"];
    if (metadata["is_visually_hidden_from_conversation"].is_true()) return false;
    if (metadata["is_user_system_message"].is_true()) return false;
    const std::string_view type = message["content"]["content_type"].text();
    return type.empty() || type == "text" || type == "multimodal_text" || type == "code";
  }

  Prompt prompt(const JsonValue& message, std::string_view node) const {
    Prompt out;
    out.id = message["id"].text().empty() ? node : message["id"].text();
    out.conversation = item_[item_.has("conversation_id") ? "conversation_id" : "id"].line();
    out.title = item_["title"].line();
    out.time = message["create_time"].instant();
    out.model = model_after(node);
    out.offset = offset_;
    std::size_t pictures = 0;
    for (const JsonValue& part : message["content"]["parts"].values()) {
      const std::string_view text = part.is_object() ? part["text"].text() : part.text();
      if (part["content_type"].text() == "image_asset_pointer") ++pictures;
      if (!text.empty() && !out.text.empty()) out.text += "\n";
      out.text += text;
    }
    out.attachments = std::max(pictures, message["metadata"]["attachments"].values().size());
    return out;
  }

  std::string model_after(std::string_view node) const {
    for (int step = 0; step < furthest_answer; ++step) {
      const auto answer = answers_.find(node);
      if (answer == answers_.end()) break;
      const Node& next = answer->second;
      const JsonValue& message = *next.message;
      if (message["author"]["role"].text() == "user") break;
      if (std::string model = message["metadata"]["model_slug"].line(200); !model.empty()) return model;
      node = next.id;
    }
    return item_["default_model_slug"].line(200);
  }

  const JsonValue& item_;
  std::uint64_t offset_;
  std::unordered_map<std::string_view, Node> answers_;  ///< the first one to each message
};

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  const auto file = unit.open();
  ChatLog log("ChatGPT", "chatgpt", unit, options, sink);
  JsonItems items(*file, {"conversations"}, unit.path, sink);
  bool listed = false;
  while (const auto item = items.next()) {
    listed = listed || item->listed;
    if (item->value["mapping"].is_object()) Conversation(item->value, item->offset).read(log);
  }
  log.finish(listed);
}

}  // namespace

const Source chatgpt_source = {
    .type = "chatgpt",
    .version = 1,
    .describe = "conversations with ChatGPT: how many prompts and how long, the text only if you say so",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = false,
    .read = read,
};

}  // namespace hoego
