#pragma once
#include <string>
#include <vector>

#include "app/life.h"

namespace hoego {

/// What could not be read, or applies to nothing.
struct Problem {
  std::string source;  ///< as it is written; empty: of a file that the owner writes
  Issue issue;         ///< its path relative to the source
  /// The source and the path in it, for people.
  std::string where() const;
};

/// Of all sources, by source and path, then of the owner's own files.
std::vector<Problem> problems_of(Life& life);
/// As `hoego problems --json` prints them.
std::string problems_json(const std::vector<Problem>& problems);

}  // namespace hoego
