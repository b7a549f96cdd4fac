#pragma once
#include "sources/source.h"

namespace hoego {

/// Conversations with Claude, as its data export has them (`conversations.json`), and sessions of Claude Code
/// as it keeps them (`SESSION.jsonl`): one Chat for every prompt a person typed. See doc/sources/claude.md.
extern const Source claude_source;

}  // namespace hoego
