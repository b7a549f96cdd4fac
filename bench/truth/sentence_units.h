#pragma once
#include <optional>
#include <string>

#include "bench/truth/sentence_moulds.h"

namespace hoego::truth {

enum class Numerals { Words, Figures };

/// The unit of a place in a mould; "#" stands for the counter of the fact's activity. May be empty.
std::string unit_of(const Piece& piece, const Fact& fact, Language language);

/// A unit in which the same number would be something else: 시간 → 분, "books" → "papers"; nothing where
/// there is none that a reader would not stumble over.
std::optional<std::string> wrong_unit(const std::string& unit, Language language);

/// 38번, 여덟 번, 318시간 30분; "38 visits", "eight visits", "twice". Words up to ten.
std::string quantity(double number, const std::string& unit, Language language, Numerals numerals);

}  // namespace hoego::truth
