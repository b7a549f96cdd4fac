// A Claude export, and sessions of Claude Code, one document a line.
#include "read_json.h"
#include "sources/claude.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_json_with(hoego::claude_source, data, size);
  return 0;
}
