#pragma once
#include <array>
#include <string_view>

#include "verify/turns.h"

namespace hoego {

/// Words of one turn in one language, between |.
struct TurnWords {
  Turn turn = Turn::Up;
  Noun noun = Noun::Around;
  std::string_view words;
};

/// All words that say that something went up or down, began or ended, or stayed as it was. Of two that
/// overlap the longer is meant.
const std::array<TurnWords, 12>& turn_words();

}  // namespace hoego
