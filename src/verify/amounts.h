#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// What a number counts, by the counter or the noun behind it. Bare: nothing is said of it; Other: a noun
/// that no table holds.
enum class Unit {
  Bare,
  Other,
  Time,
  Photo,
  Book,
  Piece,
  Item,
  Case,
  Commit,
  Review,
  Post,
  Paper,
  Video,
  Chat,
  Message,
  Page,
  Character,
  Song,
  Person,
  Place,
  Country,
  Trip,
  Promise,
  Hour,
  Minute,
  Day,
  Night,
  Week,
  Month,
  Year,
  Age,
  Percent,
  Point,
  Ratio,
  Fraction,
  Kilometre,
  Metre,
  Step,
  Money,
  Clock,
};

/// How a number is meant to be rounded (see doc/verify.md): as it stands; about; a little less than the true
/// value; nearly; at least, at most.
enum class Rounding { Exact, About, Over, JustOver, Nearly, AtLeast, AtMost };

/// A number of a sentence.
struct Amount {
  double value = 0;  ///< of Percent 30 for 30 %, of Fraction 0..1, of Hour with its minutes
  double high = 0;   ///< above `value` for 두세, "two or three"
  double step = 1;   ///< the last place said: 0.1 for 2.4
  Unit unit = Unit::Bare;
  Rounding rounding = Rounding::Exact;
  std::optional<Unit> per;  ///< of a rate: Time, Day, Week, Month, Year
  std::string currency;     ///< ISO 4217, of Money
  bool ordinal = false;     ///< the third time
  bool none = false;        ///< not once, 한 번도 없다
  std::size_t at = 0;       ///< bytes before it
  std::size_t end = 0;
};

/// All numbers of a sentence in small letters (base/letters.h), in order, but those within `masked` spans.
/// Years and what belongs to a date are left to said_days.h: give its spans as masked.
struct Span {
  std::size_t at = 0;
  std::size_t end = 0;
  bool holds(std::size_t byte) const { return at <= byte && byte < end; }
};
std::vector<Amount> amounts(std::string_view folded, const std::vector<Span>& masked);

/// Whether a number may be said where the true one is `found`, by its rounding and the last place said.
bool fits(const Amount& said, double found);

}  // namespace hoego
