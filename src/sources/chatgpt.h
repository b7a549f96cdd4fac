#pragma once
#include "sources/source.h"

namespace hoego {

/// Conversations with ChatGPT as its data export has them (`conversations.json`, `conversations-000.json`):
/// one Chat for every prompt, in all branches. See doc/sources/chatgpt.md.
extern const Source chatgpt_source;

}  // namespace hoego
