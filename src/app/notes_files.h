#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "app/life.h"

namespace hoego {

/// notes/YEAR.md of that year, whether or not it is there.
std::filesystem::path notes_file(const Life& life, int year);

/// Whether the life folder holds any notes.
bool has_notes(const Life& life);

/// Puts the owner's words of the period's years, and of the year before, into the findings, which are whole
/// but for them. Words on what is no finding are told as a problem with the nearest candidates; where not all
/// of a year up to now is looked at, they belong elsewhere and are left out. So is a file that cannot be
/// read.
std::vector<Issue> add_own_words(const Life& life, Date today, Findings& findings);

/// One answer of an interview.
struct TypedAnswer {
  std::string finding;
  std::string heading;
  std::string text;
  std::string known;  ///< what stood there when it was asked
};

/// Writes the answer into notes/YEAR.md in place of what was known; what was written there since stays in
/// front of it. All other bytes stay as they are, whatever another program writes meanwhile. Throws Error
/// where the file cannot be edited.
void keep_answer(const Life& life, int year, const TypedAnswer& answer);

}  // namespace hoego
