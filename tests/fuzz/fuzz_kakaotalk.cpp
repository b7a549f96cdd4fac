#include "read_unit.h"
#include "sources/kakaotalk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_bytes(hoego::kakaotalk_source, data, size);
  return 0;
}
