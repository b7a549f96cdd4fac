#pragma once
#include <string>
#include <vector>

#include "bench/truth/habitual_life.h"

namespace hoego::truth {

/// Draws the recorders of a life with their claims, and what its owner said of activities and holidays.
void draw_recorders(HabitualLife& all, std::uint64_t seed);

/// Those that may hold a time of the habit of this name, by index.
std::vector<std::size_t> recorders_of(const HabitualLife& all, const std::string& habit);

}  // namespace hoego::truth
