#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sources/card_columns.h"
#include "sources/card_values.h"
#include "sources/source.h"
#include "sources/table.h"

namespace hoego::card {

/// A row of a statement as it stands there; what is empty or not understood is absent.
struct Entry {
  std::uint64_t line = 0;
  std::string begin;  ///< the day as written
  std::string time;   ///< the time as written, where it stands apart
  std::string merchant;
  std::string category;
  std::string approval;
  std::string account;  ///< last four digits, or a name
  std::string words;    ///< of status and category, in small letters
  bool cancelled = false;
  std::optional<Money> amount, out, in, foreign;
  std::string currency;  ///< stated in a column of its own
};

struct Statement {
  Columns columns;
  std::vector<Entry> entries;
  DayOrder order = DayOrder::YearFirst;
};

/// The row of a table's beginning that is a header, if one is.
std::optional<Columns> find_header(const std::vector<std::vector<std::string>>& rows);

/// What the columns of a statement are taken for, told from the first bytes of its file (`Candidate::head`);
/// nothing for a workbook, whose first bytes do not show its cells. `decided` is the owner's `map`.
std::vector<Reading> readings_told_by(std::string_view head,
                                      const std::map<std::string, std::string>& decided);

/// Reads the rows of a table below its header. Title lines, sums, repeated headers and remarks are passed
/// over; a row with a day or an amount that is not understood is an issue. Throws Error where there is no
/// header, or more than 500,000 rows.
Statement read_statement(TableReader& table, const Unit& unit, const ReadOptions& options, Sink& sink);

/// At most `most` bytes, cut between characters.
std::string clipped(std::string text, std::size_t most = 80);

/// Whether words tell of a purchase taken back.
bool tells_of_cancelling(std::string_view words);

/// Tells at most 100 issues of a unit, then one that there are more.
class Issues {
 public:
  Issues(const std::string& path, Sink& sink) : path_(path), sink_(sink) {}
  void add(std::uint64_t line, std::string reason, std::string remedy);

 private:
  const std::string& path_;
  Sink& sink_;
  std::size_t count_ = 0;
};

}  // namespace hoego::card
