#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego::truth {

/// The one thing that is changed in a true sentence to make it false. Country: or town.
enum class Falsehood { Month, Count, Country, Direction, Unit, Person };
inline constexpr std::array<Falsehood, 6> falsehoods = {Falsehood::Month,   Falsehood::Count,
                                                        Falsehood::Country, Falsehood::Direction,
                                                        Falsehood::Unit,    Falsehood::Person};
/// "month", "count by one", "country or town", "direction", "unit", "person".
std::string_view name(Falsehood falsehood);

/// A number, a day, a month (1..12), or a name.
struct Value {
  enum class Is { Number, Day, Month, Name };
  Is is = Is::Number;
  double number = 0;
  Date day{};
  int month = 0;
  Label name{};

  static Value of(double number);
  static Value of(Date day);
  static Value of(const Label& name);
  static Value of_month(int month);
};

struct Wrong {
  Falsehood by = Falsehood::Month;
  Value value;
};

/// What stands in one place of a sentence, and what would make the sentence false there, whatever else of the
/// fact it tells.
struct Told {
  Value value;
  std::vector<Wrong> wrong = {};
};

/// Something found, by roles, as the moulds of bench/truth/verifier name them.
struct Fact {
  std::string kind;     ///< "month", "trip", "against"…
  std::string said;     ///< class of its activity; of two "place,books"; empty where it is of none
  std::string finding;  ///< id of what it was found in
  std::map<std::string, Told> told;
  std::optional<bool> up = {};  ///< grew, started, was kept… or the opposite
  /// Hours that what is counted took, where there are any: so many hours would be no falsehood.
  std::optional<double> hours_each = {};
};

/// Everything that is told of a year. A falsehood is in `wrong` only where the findings, looked through for
/// it, do not bear it out.
std::vector<Fact> facts_of(const Findings& findings);

}  // namespace hoego::truth
