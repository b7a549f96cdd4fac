#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// The id of the thread of what belongs to no other.
inline constexpr std::string_view thread_else = "besides";
inline constexpr std::string_view thread_pictures = "pictures";

/// What a text tells together: one of the owner's areas, else activities of one sort (code and prompts, pull
/// requests and reviews, what is written and read, exercise, what is heard and seen, pictures).
struct Thread {
  std::string
      id;  ///< "area-music", "code", "requests", "writing", "exercise", "media", "pictures", "besides"
  std::string area;                         ///< id of the area; empty for the others
  std::vector<const Activity*> activities;  ///< those of one sort together, by weight
};

/// The threads of these activities (by weight, borrowed from the findings), that of the weightiest first;
/// what belongs to no thread comes last. An area without a label is no thread.
std::vector<Thread> threads_of(const Findings& findings, const std::vector<const Activity*>& activities);

}  // namespace hoego
