#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sources/input.h"
#include "sources/table.h"

namespace hoego {

/// The rows of one sheet of an XLSX workbook (ECMA-376, part 1, chapter 18). `input` must outlive the reader;
/// `name` is what errors say; `sheet` is the sheet's name, empty for the first that is not hidden.
///
/// A cell is its text, or its number as Excel would show it without a format (`4500`, `0.3`), or, where its
/// style is one of dates, `2024-03-15`, `2024-03-15 19:02:00` or `19:02:00`. Rows without any cell are passed
/// over; the others are filled up to the widest so far, and never ragged. A sheet that is cut or damaged
/// gives the rows before that, and a problem.
///
/// Throws Error for what is no workbook, for an unknown sheet (its remedy names those there are), and where
/// there are over 64 MiB packed or over 128 MiB of shared texts. At most 1 GiB of a sheet is unpacked.
std::unique_ptr<TableReader> open_xlsx(Input& input, const std::string& name, const std::string& sheet = {});

/// A number of a cell that is a date (18.17.4.1): days since the base with the time as a fraction, rounded to
/// seconds. Nothing out of Excel's range (up to the year 9999).
std::optional<std::string> sheet_date(double serial, bool base_1904);
/// Whether a number format shows dates or times (18.8.31).
bool is_date_format(std::string_view code);

}  // namespace hoego
