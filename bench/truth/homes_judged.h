#pragma once
#include <vector>

#include "bench/truth/decidable.h"
#include "bench/truth/looked_back.h"
#include "bench/truth/statements.h"

namespace hoego::truth {

/// Homes and moves, summed over lives.
struct HomesTally {
  int moves = 0;  ///< decidable ones
  int moves_found = 0;
  int days_off = 0;     ///< of those found
  int false_moves = 0;  ///< of homes stated with 0.5 or more
  int all_moves = 0;
  int all_moves_found = 0;
  int days = 0;  ///< from the first sighting to the last, of lives with a home
  int days_right = 0;
};

/// A move is found where a home begins within a week of it and within 5 km of the true one.
void judge_homes(HomesTally& tally, const Life& life, const Decidable& can, const LookedBack& found);

/// The homes as statements: the first one as where, the others as moves to there.
std::vector<Statement> home_statements(const Life& life, const Decidable& can_with_less,
                                       const LookedBack& found);

}  // namespace hoego::truth
