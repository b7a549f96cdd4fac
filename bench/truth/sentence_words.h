#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "bench/truth/sentence_moulds.h"
#include "bench/truth/told_facts.h"

namespace hoego::truth {

/// What is changed in a sentence; nothing: it is true.
struct Alteration {
  std::optional<Falsehood> by;
  std::string role;  ///< of a value or a unit
  Value value;       ///< in its place; not for a unit or the direction
};

/// A fact in the words of a mould: numbers in figures or words, days in one of the ways in which they are
/// written. `style` decides among these, so that a sentence and its falsehood differ in one thing. Nothing
/// where a number cannot be rounded as the mould asks. The mould fits the fact.
std::optional<std::string> written(const Mould& mould, const Fact& fact, const Alteration& alteration,
                                   Language language, std::uint64_t style);

/// Every way of making the sentence false.
std::vector<Alteration> alterations(const Mould& mould, const Fact& fact, Language language);

}  // namespace hoego::truth
