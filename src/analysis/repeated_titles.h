#pragma once
#include <string>
#include <vector>

#include "analysis/settings.h"
#include "resolve/timeline.h"

namespace hoego {

/// A title that comes again and again in the owner's calendars, numbers and dates cut off.
struct RepeatedTitle {
  std::string reduced;                 ///< see reduced_title
  std::vector<std::string> spellings;  ///< as they are written, the most frequent first
  std::size_t times = 0;
  std::size_t weeks = 0;  ///< in how many different ones
  Date last;              ///< may lie ahead
};

/// Those that came at least five times in three different weeks, and that no rule of the owner's names; by
/// their reduced form.
std::vector<RepeatedTitle> repeated_titles(const Timeline& timeline, const Settings& settings);

/// A regular expression that every spelling matches, and little else: its words, from the beginning where all
/// spellings begin with them.
std::string pattern_of(const RepeatedTitle& title);

/// The id of a new activity of this name, which no other has.
std::string free_id(const std::string& name, const Settings& settings);

}  // namespace hoego
