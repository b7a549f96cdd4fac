#pragma once
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

struct Commit {
  std::string author;
  std::string email;
  WallTime authored;   ///< Korean time
  WallTime committed;  ///< later where the commit was rebased
  std::string message;
  std::string path;  ///< the file changed
  int lines = 0;     ///< added to it
  bool owner = false;
  /// Made on a branch of its own, which the next merge takes in.
  bool on_branch = false;
  bool merge = false;
};

struct Repository {
  std::string name;
  std::string mailmap;
  std::vector<Commit> commits;  ///< in the order of the history
};

/// The work repository from the first day as a developer on, and the translation of documents.
std::vector<Repository> write_code(const Story& story);

}  // namespace hoego::sample
