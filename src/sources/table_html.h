#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sources/input.h"
#include "sources/table.h"

namespace hoego {

/// Whether a text begins like a page of HTML or XML, after a byte order mark and blanks.
bool looks_like_html(std::string_view head);

/// The rows of the largest table (by filled cells) of a page, in UTF-8, UTF-16, CP949 or Latin-1: banks' and
/// card companies' ".xls". Also the XML of Excel 2003 (`Workbook`, `Row`, `Cell`, `Data`). `input` must
/// outlive the reader; `name` is what errors say.
///
/// Cells are trimmed, and blanks in them run together; what a cell spans (colspan, rowspan) is empty cells.
/// Rows without any text are passed over; the others are filled up to the widest of the table, and never
/// ragged. A page that is cut gives the rows before that. What is over 8 million cells, 64 MiB of text or
/// 1,000 open elements is left out and a problem. Throws Error for a page over 32 MiB.
std::unique_ptr<TableReader> open_html(Input& input, const std::string& name);

/// The rows of the largest table in the beginning of a page; what of it is cut is left out.
std::vector<std::vector<std::string>> sniff_html_rows(std::string_view head);

}  // namespace hoego
