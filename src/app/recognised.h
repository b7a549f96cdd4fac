#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "app/life.h"

namespace hoego {

/// What a file or folder in a source was taken for, or many files of one kind.
struct RecognisedLine {
  std::string name;   ///< "band.ics", "2023/", "1,204 files, IMG_0001.jpg …"
  std::string words;  ///< "ics: calendars with their events", "nothing I know"
  std::string file;   ///< of a statement of a card or a bank; else empty
  std::uint64_t things = 0;
  std::uint64_t problems = 0;
};

/// By name, and by number where there are many of one kind: what nobody knows is said too.
std::vector<RecognisedLine> recognised_lines(const std::vector<Store::StoredUnit>& units);

/// Prints that for a source of this written path. Under a statement of a card or a bank, which of its columns
/// was taken for what (not for a workbook, nor where many are told by number).
void print_recognised(Life& life, const std::string& written);

/// What a path seems to hold, by names and first bytes alone: nothing is read whole, and nothing is kept.
struct Recognition {
  struct Part {
    std::string type;                   ///< empty: nothing that hoego knows
    std::uint64_t units = 0;            ///< files, or folders that are read as one (a repository)
    std::vector<std::string> examples;  ///< at most three, relative to the path
  };
  std::vector<Part> parts;  ///< the most frequent first, what is not known last
  std::vector<RecognisedLine> lines;
  std::vector<Issue> issues;
  bool whole = true;  ///< false: there is more than could be looked at in time
};
/// `type`: as which the owner wants it read, or empty. Throws UsageError where the path is not there.
Recognition recognise(const Life& life, const std::filesystem::path& path, const std::string& type,
                      std::chrono::milliseconds patience);

}  // namespace hoego
