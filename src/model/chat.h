#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/budget.h"

namespace hoego {

enum class Speaker { System, User, Assistant };

struct ChatMessage {
  Speaker speaker = Speaker::User;
  std::string text;
};

/// What of a request is spelled otherwise, or left out, for an endpoint that said it does not know it.
struct ChatDialect {
  bool completion_limit = false;  ///< "max_completion_tokens" for "max_tokens"
  bool without_temperature = false;
  bool without_stream_options = false;
  auto operator<=>(const ChatDialect&) const = default;
};

/// A request for a chat completion.
struct ChatRequest {
  std::string model;
  std::vector<ChatMessage> messages;
  std::optional<double> temperature;
  std::int64_t max_tokens = 0;
};

/// The body of POST /v1/chat/completions, streamed, with the usage asked for: JSON in UTF-8, keys in a fixed
/// order. The same request gives the same bytes.
std::string request_body(const ChatRequest& request, const ChatDialect& dialect = {});

/// Tokens of the messages, with what each costs beside its text.
std::int64_t estimated_tokens(const std::vector<ChatMessage>& messages);

/// What to change in the dialect after an answer of status 400 or 422 with this text; nothing where it names
/// none of what can be changed, or what was changed already.
std::optional<ChatDialect> other_dialect(const ChatDialect& dialect, const std::string& refusal);

}  // namespace hoego
