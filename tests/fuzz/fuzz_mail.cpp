#include "read_unit.h"
#include "sources/mail.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_bytes(hoego::mail_source, data, size);
  return 0;
}
