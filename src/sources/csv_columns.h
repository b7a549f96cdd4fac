#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hoego::csv {

/// What the columns of one table mean.
struct Columns {
  /// Meaning ("begin", "quantity:distance") to the column's place in a row.
  std::map<std::string, std::size_t> places;
  /// Meaning to a text that holds for every row.
  std::map<std::string, std::string> constants;
};

/// The owner's map (column to meaning, or "=" and a meaning to a constant) laid over a header. Columns are
/// found by their names, without regard to case and blanks around. Throws Error for a column that is not
/// there, a meaning that is none, or a table without begin and day; `where` is the unit's path.
Columns lay_over(const std::map<std::string, std::string>& map, const std::vector<std::string>& header,
                 const std::string& where);

/// A map for a header as a line of hoego.toml, by what Korean and English columns are usually called; names
/// that say nothing are left out. Empty when none says anything.
std::string proposed_map(const std::vector<std::string>& header);

}  // namespace hoego::csv
