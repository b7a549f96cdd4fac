#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

/// What was asked of a model, once.
struct Prompt {
  std::string id;
  Instant at;
  std::string text;
  bool picture = false;      ///< with a picture beside the text
  bool rewritten = false;    ///< left behind: the next prompt stands in its place
  bool asked_again = false;  ///< a second answer was drawn
};

struct Conversation {
  std::string id;
  std::string tool;  ///< ChatGPT or Claude
  std::string title;
  std::vector<Prompt> prompts;  ///< in order of time, at least one
};

/// All conversations in order.
std::vector<Conversation> ask_models(const Story& story);

/// The exports of both accounts below `folder`/exports, and an older one of ChatGPT's in exports/old.
void write_chat_exports(const std::filesystem::path& folder, const std::vector<Conversation>& conversations);

}  // namespace hoego::sample
