#include "read_unit.h"
#include "sources/ledger.h"
#include "sources/ledger_amount.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hoego::fuzz::read_bytes(hoego::ledger_source, data, size);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  hoego::ledger_source.recognise({"/x/a.journal", "a.journal", false, size, bytes.substr(0, 4096), {}});
  for (const char mark : {'\0', '.', ','}) hoego::ledger::parse_posting_amount(bytes.substr(0, 200), mark);
  return 0;
}
