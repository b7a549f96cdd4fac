#include "read_unit.h"
#include "sources/jsonl.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_bytes(hoego::jsonl_source, data, size);
  return 0;
}
