#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/sink.h"
#include "sources/input.h"

namespace hoego {

/// One row of a table.
struct TableRow {
  std::uint64_t line = 0;          ///< where it begins: the line of a text, the row of a sheet; from 1
  std::vector<std::string> cells;  ///< clean text, not trimmed; at most `most_table_cells`
  /// Another number of cells than the first row has: the caller decides what that means.
  bool ragged = false;
};

inline constexpr std::size_t most_table_cells = 1000;
/// Of one cell; longer ones are cut.
inline constexpr std::size_t longest_table_cell = std::size_t{1} << 20;
/// Of one row together.
inline constexpr std::size_t longest_table_row = std::size_t{8} << 20;

/// What of a table was dropped or cut.
struct TableProblem {
  std::uint64_t line = 0;
  std::string reason;
  std::string remedy;
};

/// The rows of a table, one at a time, in bounded memory.
class TableReader {
 public:
  static constexpr std::size_t most_problems = 100;

  virtual ~TableReader() = default;
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  /// False at the end. Throws Error where the bytes cannot be had.
  virtual bool next(TableRow& row) = 0;
  /// So far; complete once `next` said false. At most `most_problems`, then silence.
  const std::vector<TableProblem>& problems() const { return problems_; }

 protected:
  TableReader() = default;
  void problem(std::uint64_t line, std::string reason, std::string remedy);

 private:
  std::vector<TableProblem> problems_;
};

/// The problems of a table as issues of the unit `path`.
void report(const TableReader& table, const std::string& path, Sink& sink);

/// Delimited text (RFC 4180) as programs really write it. `input` must outlive the reader.
///
/// Encoding: UTF-8 with or without a mark, UTF-16, CP949, else Latin-1, told from the first 64 KiB.
/// Delimiter: comma, semicolon, tab or bar, whichever divides the first rows most evenly outside quotes.
/// Quotes hold delimiters and newlines; blanks before an opening quote are dropped, and so is the `=` of
/// `="0012"`, by which a text is kept from Excel. Rows end with LF, CRLF or CR; blank lines are passed over.
/// A row whose quote is not closed before the end of the text is dropped, and is a problem.
std::unique_ptr<TableReader> open_delimited(Input& input);

/// The rows of a table in whatever form its bytes are: an XLSX workbook (a zip), a page of HTML that is named
/// like one, else delimited text. `sheet` counts for a workbook only. Throws Error for what none of them can
/// be: the old binary workbook, which an encrypted one is too. See table_xlsx.h and table_html.h.
std::unique_ptr<TableReader> open_table(Input& input, const std::string& name, const std::string& sheet = {});

/// The whole rows in the first bytes of a delimited text or an HTML page (`Candidate::head`), trimmed; the
/// last is left out when the text may go on. Nothing for what is no text. At most 64 rows.
std::vector<std::vector<std::string>> sniff_rows(std::string_view head);
/// The first of them that has more than one cell, else the first: the header of most tables. Where the head
/// ends within it, its whole cells.
std::vector<std::string> sniff_header(std::string_view head);

}  // namespace hoego
