#pragma once
#include <optional>

#include "sources/chats.h"
#include "sources/json_items.h"

namespace hoego::claude_code {

/// A session of Claude Code, line by line (`~/.claude/projects/PROJECT/SESSION.jsonl`). What counts is what
/// the person typed: not results of tools, not lines the program writes in their name (`isMeta`, summaries),
/// not what an agent asks another (`isSidechain`), not commands of the program itself.
class Session {
 public:
  /// `log` must outlive it.
  explicit Session(ChatLog& log) : log_(log) {}
  void line(const JsonItem& item);
  void finish();

 private:
  ChatLog& log_;
  std::optional<Prompt> waiting_;  ///< for the model of its answer
};

}  // namespace hoego::claude_code
