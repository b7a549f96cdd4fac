#include "model/chat_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

using Json = nlohmann::json;

/// Each byte as the character of its number, so that a document with half a character in it can be read.
std::string widened(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | (byte >> 6));
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return out;
}

/// The bytes again. Characters that no byte was widened to (from escapes) stay what they are.
std::string narrowed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if ((lead == 0xC2 || lead == 0xC3) && i + 1 < text.size()) {
      out += static_cast<char>(((lead & 3) << 6) | (static_cast<unsigned char>(text[i + 1]) & 0x3F));
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// A document, and whether its strings are widened.
struct Parsed {
  Json json;
  bool wide = false;

  std::string text(const std::string& string) const { return wide ? narrowed(string) : string; }
};

std::optional<Parsed> parse(std::string_view text) {
  Parsed parsed;
  parsed.wide = !is_utf8(text);
  parsed.json = Json::parse(parsed.wide ? widened(text) : std::string(text), nullptr, false);
  if (parsed.json.is_discarded()) return std::nullopt;
  return parsed;
}

const Json* member(const Json* json, const char* key) {
  if (json == nullptr || !json->is_object()) return nullptr;
  const auto found = json->find(key);
  return found == json->end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const Parsed& parsed, const Json* json) {
  if (json == nullptr) return {};
  if (json->is_string()) return parsed.text(json->get_ref<const std::string&>());
  std::string text;
  if (!json->is_array()) return text;
  for (const Json& part : *json) {
    const Json* words = member(&part, "text");
    if (words != nullptr && words->is_string()) text += parsed.text(words->get_ref<const std::string&>());
  }
  return text;
}

Finish finish_of(const std::string& reason) {
  if (reason == "stop" || reason == "eos" || reason == "end_turn") return Finish::Stop;
  if (reason == "length" || reason == "max_tokens") return Finish::Length;
  if (reason == "content_filter") return Finish::Filtered;
  if (reason == "tool_calls" || reason == "function_call") return Finish::Tools;
  return Finish::Other;
}

std::optional<std::int64_t> tokens(const Json* usage, const char* key) {
  constexpr double most = 1e9;
  const Json* number = member(usage, key);
  if (number == nullptr || !number->is_number()) return std::nullopt;
  const auto value = number->get<double>();
  if (!(value >= 0 && value <= most)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<Usage> usage_of(const Json& json) {
  const Json* usage = member(&json, "usage");
  const auto prompt = tokens(usage, "prompt_tokens");
  const auto answer = tokens(usage, "completion_tokens");
  if (!prompt || !answer) return std::nullopt;
  return Usage{*prompt, *answer, true};
}

/// Servers state an error as {"error": {"message"}}, {"error": "…"}, {"message"} or {"detail"}.
std::string error_of(const Parsed& parsed) {
  const Json& json = parsed.json;
  if (const Json* error = member(&json, "error"); error != nullptr) {
    const std::string text = text_of(parsed, error->is_object() ? member(error, "message") : error);
    return text.empty() ? "an error without words" : text;
  }
  if (member(&json, "choices") != nullptr) return {};
  for (const char* key : {"message", "detail"}) {
    if (std::string text = text_of(parsed, member(&json, key)); !text.empty()) return text;
  }
  return {};
}

const Json* first_choice(const Json& json) {
  const Json* choices = member(&json, "choices");
  if (choices == nullptr || !choices->is_array()) return nullptr;
  for (const Json& choice : *choices) {
    const Json* index = member(&choice, "index");
    if (index == nullptr || *index == 0) return &choice;
  }
  return nullptr;
}

}  // namespace

Receive ChatReader::feed(std::string_view bytes) {
  seen_ += bytes.size();
  if (form_ == Form::Unknown) {
    const std::size_t begins = bytes.find_first_not_of(" \t\r\n");
    if (begins == std::string_view::npos) return seen_ > most_body ? Receive::TooMuch : Receive::More;
    const char c = bytes[begins];
    form_ = c == '{' || c == '[' || c == '<' ? Form::Document : Form::Events;
  }
  if (form_ == Form::Document) {
    answer_.too_much = document_.size() + bytes.size() > most_piece;
    if (!answer_.too_much) document_ += bytes;
  } else {
    const bool fits = events_.feed(bytes, [this](std::string_view data) { read_event(data); });
    answer_.too_much = answer_.too_much || !fits || seen_ > most_body;
  }
  if (answer_.too_much) return Receive::TooMuch;
  return done_ ? Receive::Enough : Receive::More;
}

ChatAnswer ChatReader::finish() {
  if (form_ == Form::Events) events_.finish([this](std::string_view data) { read_event(data); });
  if (form_ == Form::Document && !answer_.too_much) {
    read_json(document_);
    answer_.ended = answer_.ended || answer_.unreadable == 0;
  }
  answer_.text = clean_text(raw_);
  return std::move(answer_);
}

void ChatReader::read_event(std::string_view data) {
  if (done_ || answer_.too_much) return;
  if (trim(data) == "[DONE]") {
    done_ = answer_.ended = true;
    return;
  }
  if (!data.empty()) read_json(data);
}

void ChatReader::read_json(std::string_view text) {
  const auto parsed = parse(text);
  if (!parsed || !parsed->json.is_object()) {
    ++answer_.unreadable;
    return;
  }
  const Json& json = parsed->json;
  if (answer_.error.empty()) answer_.error = clipped(clean_text(error_of(*parsed)), 500);
  if (const auto usage = usage_of(json)) answer_.usage = usage;
  const Json* choice = first_choice(json);
  const Json* delta = member(choice, "delta");
  const Json* said = delta != nullptr ? delta : member(choice, "message");
  raw_ += text_of(*parsed, said != nullptr ? member(said, "content") : member(choice, "text"));
  raw_ += text_of(*parsed, member(said, "refusal"));
  answer_.thought =
      answer_.thought || member(said, "reasoning_content") != nullptr || member(said, "reasoning") != nullptr;
  answer_.called_tools = answer_.called_tools || member(said, "tool_calls") != nullptr;
  if (const Json* reason = member(choice, "finish_reason"); reason != nullptr && reason->is_string()) {
    answer_.finish = finish_of(reason->get_ref<const std::string&>());
    answer_.ended = true;
  }
  if (raw_.size() > most_text) {
    raw_.resize(most_text);
    answer_.too_much = true;
  }
}

}  // namespace hoego
