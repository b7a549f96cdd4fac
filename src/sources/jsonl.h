#pragma once
#include "sources/source.h"

namespace hoego {

/// One observation a line of JSON: the door for what has no reader of its own. See doc/sources/jsonl.md.
extern const Source jsonl_source;

}  // namespace hoego
