// A table in any form: delimited text, a page, a workbook; and what is sniffed of its beginning.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "sources/table.h"
#include "sources/table_html.h"

namespace {

void check(const std::string& cell) {
  if (cell.size() > 3 * hoego::longest_table_cell || hoego::clean_text(cell) != cell) std::abort();
}

void read(hoego::TableReader& table) {
  hoego::TableRow row;
  std::size_t cells = 0;
  while (cells < 1000000 && table.next(row)) {
    if (row.cells.size() > hoego::most_table_cells || row.line == 0) std::abort();
    cells += row.cells.size() + 1;
    for (const std::string& cell : row.cells) check(cell);
  }
  if (table.problems().size() > hoego::TableReader::most_problems) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hoego;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto input = input_of(bytes, "table");
  try {
    read(*open_table(*input, "table"));
  } catch (const Error&) {
  }
  read(*open_delimited(*input));
  read(*open_html(*input, "table"));
  for (const auto& row : sniff_rows(bytes.substr(0, 4096))) {
    for (const std::string& cell : row) check(cell);
  }
  for (const std::string& cell : sniff_header(bytes.substr(0, 4096))) check(cell);
  return 0;
}
