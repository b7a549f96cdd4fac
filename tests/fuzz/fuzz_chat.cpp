// What an endpoint answers: the stream of events, the JSON in it, the Markdown in that, and answers to a
// repair. The first byte says in what pieces it arrives.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "model/answer_text.h"
#include "model/chat_reader.h"
#include "model/repair.h"
#include "story/markdown_text.h"

namespace {

/// Nothing that Markdown would make a link, a picture or HTML of: a bracket stands behind a backslash.
void check_shown(const std::string& words) {
  const std::string shown = hoego::as_markdown(words);
  for (const char* hostile : {"<", "://", "www.", "\n"}) {
    if (shown.find(hostile) != std::string::npos) std::abort();
  }
  for (std::size_t at = shown.find_first_of("[]"); at != std::string::npos;
       at = shown.find_first_of("[]", at + 1)) {
    if (at == 0 || shown[at - 1] != '\\') std::abort();
  }
}

void read_text(const std::string& text) {
  for (const hoego::AnswerBlock& block : hoego::read_answer(text).blocks) {
    if (block.text.empty()) std::abort();
    check_shown(block.text);
  }
  for (const auto& [number, words] : hoego::read_repairs(text)) {
    if (number > 9999 || hoego::clean_text(words) != words) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hoego;
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t piece = data[0] == 0 ? bytes.size() : data[0];
  ChatReader reader;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    if (reader.feed(std::string_view(bytes).substr(at, piece)) != Receive::More) break;
  }
  const ChatAnswer answer = reader.finish();
  if (!is_utf8(answer.text) || clean_text(answer.text) != answer.text) std::abort();
  if (answer.text.size() > ChatReader::most_text * 3) std::abort();
  if (answer.usage && (answer.usage->prompt < 0 || answer.usage->answer < 0)) std::abort();
  read_text(answer.text);
  read_text(bytes);
  return 0;
}
