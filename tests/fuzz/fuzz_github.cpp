// JSON of GitHub: exports, the REST API, events, gh and webhooks; addresses are in it.
#include "read_json.h"
#include "sources/github.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_json_with(hoego::github_source, data, size);
  return 0;
}
