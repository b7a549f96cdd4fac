#pragma once
#include <string>
#include <vector>

#include "sources/table.h"

namespace hoego {

using Cells = std::vector<std::string>;

/// A table read to its end.
struct TableRows {
  std::vector<TableRow> rows;
  std::vector<TableProblem> problems;

  std::vector<Cells> cells() const {
    std::vector<Cells> out;
    for (const TableRow& row : rows) out.push_back(row.cells);
    return out;
  }
};

inline TableRows all_of(TableReader& table) {
  TableRows out;
  TableRow row;
  while (table.next(row)) out.rows.push_back(row);
  out.problems = table.problems();
  return out;
}

}  // namespace hoego
