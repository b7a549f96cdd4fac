#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace hoego {

/// What a word says of a habit: it went up or down, began or ended; or that no difference can be told.
enum class Turn { Up, Down, Begun, Ended, Unclear };

/// Where what a word is said of stands: on either side of it, behind ("fewer commits", "stopped the gym"), or
/// next to it and nowhere else ("more drums").
enum class Noun { Around, Behind, Next };

/// How a word tells it: of itself (grew), by comparing (more), or by what is passed or not reached (outdid,
/// fell short of). Where last year is what is more or passes, the other year is less.
enum class Way { Change, Compare, Pass };

struct SaidTurn {
  Turn turn = Turn::Up;
  std::size_t at = 0;  ///< bytes before it
  std::size_t end = 0;
  Noun noun = Noun::Around;
  Way way = Way::Change;
};

/// All of a sentence in small letters that looks back on `year`, in order, none overlapping another. What is
/// said of the year before is turned round: "last year had more" goes down.
std::vector<SaidTurn> turns_in(std::string_view folded, int year);

}  // namespace hoego
