#include "model/chat.h"

#include <nlohmann/json.hpp>

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

std::string_view role(Speaker speaker) {
  switch (speaker) {
    case Speaker::System:
      return "system";
    case Speaker::User:
      return "user";
    case Speaker::Assistant:
      break;
  }
  return "assistant";
}

}  // namespace

std::string request_body(const ChatRequest& request, const ChatDialect& dialect) {
  Json json;
  json["model"] = request.model;
  json["messages"] = Json::array();
  for (const ChatMessage& message : request.messages)
    json["messages"].push_back({{"role", role(message.speaker)}, {"content", message.text}});
  if (request.temperature && !dialect.without_temperature) json["temperature"] = *request.temperature;
  json[dialect.completion_limit ? "max_completion_tokens" : "max_tokens"] = request.max_tokens;
  json["stream"] = true;
  if (!dialect.without_stream_options) json["stream_options"] = {{"include_usage", true}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::int64_t estimated_tokens(const std::vector<ChatMessage>& messages) {
  constexpr std::int64_t beside = 8;  // role and marks of a message
  std::int64_t tokens = 0;
  for (const ChatMessage& message : messages) tokens += beside + estimated_tokens(message.text);
  return tokens;
}

std::optional<ChatDialect> other_dialect(const ChatDialect& dialect, const std::string& refusal) {
  ChatDialect other = dialect;
  const auto names = [&refusal](const char* word) { return refusal.find(word) != std::string::npos; };
  if (names("max_completion_tokens") && names("max_tokens")) other.completion_limit = true;
  if (names("temperature")) other.without_temperature = true;
  if (names("stream_options")) other.without_stream_options = true;
  if (other == dialect) return std::nullopt;
  return other;
}

}  // namespace hoego
