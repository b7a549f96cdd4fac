#pragma once
#include <set>
#include <string>
#include <vector>

#include "bench/truth/habitual_life.h"
#include "bench/truth/looked_back.h"
#include "bench/truth/statements.h"

namespace hoego::truth {

/// What the program says of habits.
struct HabitStatements {
  std::vector<Statement> changes;
  std::vector<Statement> comparisons;
  std::vector<LeftOpen> open;  ///< days of changes with less than four fifths of the half year before them or
                               ///< after them covered, and comparisons without a verdict
};

/// Whether to add the changes that the program does not say, as they cost less than it asks for, though its
/// certainty of them is even odds or more.
enum class Leaning { None, Too };

/// Looks back on the path of `look_back` (series, activities, changes): on the whole life for its changes, on
/// its last year for the comparison with the one before. Only activities all of whose records are of the
/// habits that were drawn.
///
/// A change is "change <activity> <kind>", from its first day to its first day, with the distance of its
/// interval's farther end as slack and its own certainty; it is told from 0.8 on. A comparison is "comparison
/// <activity> more" or "less" with the interval of its ratio; where the verdict says so, with 1 - q: a review
/// tells what has q <= 0.1, so that of what is told one in ten is false at most; it is told from 0.9 on. "No
/// clear difference" leans to the side of its ratio with even odds. So a comparison is contradicted by a
/// ratio on the other side of 1, and by one of the same side whose interval of 90 % does not meet its own.
///
/// Right: a change of the habits' true everyday rate, the same way by a fifth or more, lies in the interval
/// or within four weeks of the day; the true rates as lived in the two periods differ the same way.
///
/// Still decidable by `left`: of the times that sources with coverage hold in the span (of a change half a
/// year on both sides, of a comparison both periods) nine in ten are held by such sources that are left, and
/// of the days of the span that were covered nine in ten still are. So is whatever has lost no source.
HabitStatements habit_statements(const HabitualLife& all, const LookedBack& found,
                                 const std::set<std::string>& left, Leaning leaning);

}  // namespace hoego::truth
