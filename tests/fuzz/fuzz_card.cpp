#include "read_unit.h"
#include "sources/card.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_bytes(hoego::card_source, data, size);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  hoego::card_source.recognise({"/x/a.csv", "a.csv", false, size, bytes.substr(0, 4096), {}});
  return 0;
}
