// A ChatGPT export: conversations as trees of messages.
#include "read_json.h"
#include "sources/chatgpt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_json_with(hoego::chatgpt_source, data, size);
  return 0;
}
