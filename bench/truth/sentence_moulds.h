#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bench/truth/section.h"
#include "bench/truth/told_facts.h"
#include "story/document.h"

namespace hoego::truth {

/// How a number is told.
enum class Rounding { None, About, Above, Below };

/// A stretch of a mould.
struct Piece {
  enum class Is { Words, Place, Either, Particle };
  Is is = Is::Words;
  std::string words;  ///< Words; of Either as the fact goes up; of Particle after a consonant
  std::string other;  ///< of Either as it goes down; of Particle after a vowel
  std::string role;   ///< of Place
  std::string unit;   ///< of Place; may be empty
  Rounding rounding = Rounding::None;
};

/// A sentence with places for the values of a fact.
struct Mould {
  std::string kind;               ///< of the facts it tells
  std::vector<std::string> said;  ///< classes of activities it fits; empty: all
  std::vector<Piece> pieces;
  std::string where;  ///< "building.ko.txt:12"

  bool fits(const Fact& fact) const;
  bool tells(const std::string& role) const;
};

/// Reads moulds, as the head of bench/truth/verifier/building.en.txt tells their form. Throws Error, with the
/// line, at one that cannot be read.
std::vector<Mould> read_moulds(std::string_view text, const std::string& name);

/// Those of a set and language.
std::vector<Mould> moulds_of(Seeds seeds, Language language);

}  // namespace hoego::truth
