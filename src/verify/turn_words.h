#pragma once
#include <string_view>
#include <vector>

#include "verify/turns.h"

namespace hoego {

/// Words of one turn in one language, between |, as turn_patterns.h tells their form.
struct TurnWords {
  Turn turn = Turn::Up;
  Noun noun = Noun::Around;
  std::string_view words;
  Way way = Way::Change;
};

/// All words that say that something went up or down, began or ended, or stayed as it was. Of two that
/// overlap the longer is meant.
std::vector<TurnWords> turn_words();

/// The same of English by parts of speech: verbs, nouns, ways of saying it (turn_words_english.cpp).
void add_english_turn_words(std::vector<TurnWords>& to);

}  // namespace hoego
