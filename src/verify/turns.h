#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace hoego {

/// What a word says of a habit: it went up or down, began or ended; or that no difference can be told.
enum class Turn { Up, Down, Begun, Ended, Unclear };

/// Where what a word is said of stands: on either side of it, or behind: "fewer commits", "stopped the gym".
enum class Noun { Around, Behind };

struct SaidTurn {
  Turn turn = Turn::Up;
  std::size_t at = 0;  ///< bytes before it
  std::size_t end = 0;
  Noun noun = Noun::Around;
};

/// All of a sentence in small letters, in order, none overlapping another.
std::vector<SaidTurn> turns_in(std::string_view folded);

}  // namespace hoego
