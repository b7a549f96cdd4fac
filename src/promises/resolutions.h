#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "record/issue.h"

namespace hoego {

/// One promise as written.
struct PromiseLine {
  int line = 0;                   ///< in the file, from 1
  std::string text;               ///< without its box and check
  std::string check;              ///< what stands in backticks; empty: none
  std::size_t column = 1;         ///< of the check in the line, in characters, from 1
  bool ticked = false;            ///< `- [x]`
  bool readable = true;           ///< false: its check or its heading cannot be read, as an issue says
  std::optional<DateRange> days;  ///< absent: its heading's days do not exist
};

/// resolutions/YEAR.md.
struct Resolutions {
  std::string name;  ///< "resolutions/2024.md"
  int year = 0;
  std::vector<PromiseLine> lines;
  std::vector<Issue> issues;
};

/// Reads the owner's promises: list items (`-`, `*`, `+`, with or without a box) under a title `# YEAR`,
/// whose year is their period, or a heading `## FROM..TO` that begins another. What is no list item, and what
/// stands between fences, is the owner's own. `text` is clean UTF-8; `year` is that of the file's name, which
/// holds where there is no title.
Resolutions read_resolutions(std::string_view text, const std::string& name, int year);

/// The last day that a promise of these files is for; at least `day`.
Date last_day_of(const std::vector<Resolutions>& files, Date day);

}  // namespace hoego
