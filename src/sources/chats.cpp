#include "sources/chats.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t longest_text = 4000;
constexpr std::size_t longest_id = 200;

/// Whether an id is unique in the world, not only in its conversation (RFC 9562's form).
bool is_uuid(std::string_view id) {
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char small = static_cast<char>(c | 0x20);
    const bool hex = (c >= '0' && c <= '9') || (small >= 'a' && small <= 'f');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

std::string short_id(std::string_view id) {
  std::string out = clean_text(id.substr(0, longest_id));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace

TextSize measure(std::string_view text) {
  TextSize out;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++out.characters;
    const bool blank = c == ' ' || c == '\n' || c == '\t' || text.substr(i, 2) == "\xC2\xA0" ||
                       text.substr(i, 3) == "\xE3\x80\x80";
    if (blank) {
      in_word = false;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && !in_word) {
      in_word = true;
      ++out.words;
    }
  }
  return out;
}

std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
    if (count++ == most) return text.substr(0, i);
  }
  return text;
}

std::string ChatLog::identity(const Prompt& prompt) const {
  const std::string id = short_id(prompt.id);
  if (is_uuid(id) || prompt.conversation.empty()) return fmt::format("{}:{}", prefix_, id);
  return fmt::format("{}:{}/{}", prefix_, short_id(prompt.conversation), id);
}

void ChatLog::add(Prompt prompt) {
  known_ = true;
  const std::string text = clean_text(prompt.text);
  if (prompt.id.empty() || (trim(text).empty() && prompt.attachments == 0)) return;
  if (!prompt.time) {
    if (undated_++ == 0) first_undated_ = prompt.offset;
    return;
  }
  if (!first_ || *prompt.time < *first_) first_ = prompt.time;
  saw(prompt.time);
  const TextSize size = measure(text);
  Observation out;
  out.kind = Kind::Chat;
  out.identity = identity(prompt);
  out.locator = fmt::format("byte {}", prompt.offset);
  out.title = std::move(prompt.title);
  out.begin = When::at(*prompt.time);
  out.traits[trait::tool] = tool_;
  if (!prompt.model.empty()) out.traits[trait::model] = std::move(prompt.model);
  if (!prompt.conversation.empty()) out.traits["conversation"] = short_id(prompt.conversation);
  if (options_.keep_text && !text.empty()) out.traits[trait::text] = first_characters(text, longest_text);
  out.quantities = {{"characters", static_cast<double>(size.characters)},
                    {"words", static_cast<double>(size.words)}};
  if (prompt.attachments > 0) out.quantities["attachments"] = static_cast<double>(prompt.attachments);
  sink_.observation(std::move(out));
}

void ChatLog::saw(std::optional<Instant> instant) {
  if (instant && (!newest_ || *instant > *newest_)) newest_ = instant;
}

void ChatLog::finish(bool complete) {
  if (!known_) {
    sink_.issue({unit_.path, "", fmt::format("there is no conversation with {} in it", tool_),
                 "name its type with --as if it is something else"});
  }
  if (undated_ > 0) {
    sink_.issue({unit_.path, fmt::format("byte {}", first_undated_),
                 undated_ == 1 ? "a prompt without a time"
                               : fmt::format("{} prompts without a time, the first of them here", undated_),
                 "they are left out; export the chats again if they matter"});
  }
  if (!complete || !first_) return;
  const Date from = WallTime{first_->seconds}.date();
  const Date to = WallTime{newest_->seconds}.date();
  sink_.coverage({Kind::Chat, CoverageClass::Complete, std::string(tool_), from, to});
}

}  // namespace hoego
