#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/finding.h"

namespace hoego::truth {

/// How one speaks of an activity: one goes to a gym, a choir meets, books are read.
enum class Said { Place, Sport, Meeting, Commits, Books, Posts, Prompts, Photos };
/// "place", "sport", "meeting", "commits", "books", "posts", "prompts", "photos".
std::string_view name(Said said);
/// Of an activity of a told year, by its id.
std::optional<Said> said_of(const std::string& activity);

/// What is found in a simulated year that can be written about: a habitual life (`draw_habitual_life`) whose
/// activities, areas and anniversary have names in both languages, whose lessons and visits take 45 to 150
/// minutes, who writes with people (some met in the year, some of whom fall silent in it) and promised a few
/// things for it. The year is the last one of the life that has at least four months. Nothing where the life
/// is too short.
std::optional<Findings> told_year(std::uint64_t seed);

}  // namespace hoego::truth
