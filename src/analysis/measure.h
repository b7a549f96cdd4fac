#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// What the check of a promise counts. Units of the value: Hours and Commute in hours, Distance in
/// kilometres, Share in per cent, LongestStreak in weeks, Cost and CostOfTrips in a currency; the others are
/// whole counts.
enum class MeasureKind {
  Count,
  Hours,
  Days,
  Distance,
  Cost,
  LongestStreak,
  Share,
  Trips,
  DayTrips,
  NightsAway,
  Countries,
  Steps,
  Commute,
  CostOfTrips,
};
/// As a check writes it, without the name: "count" (of a bare name), "hours of", "longest streak of",
/// "trips"…
std::string_view name(MeasureKind kind);

enum class Op { AtLeast, AtMost, More, Less, Equal };
/// Whether it is there to be reached.
constexpr bool is_goal(Op op) {
  return op == Op::AtLeast || op == Op::More;
}
enum class CheckPace { None, Per, Every };
enum class CheckUnit { Day, Week, Month };

/// What a check says of what is counted and how it is held against it.
struct CheckTerms {
  MeasureKind measure = MeasureKind::Count;
  std::string name;  ///< id of the activity, of Share that of the area; empty for the reserved measures
  Op op = Op::AtLeast;
  CheckPace pace = CheckPace::None;
  CheckUnit every = CheckUnit::Week;  ///< of a pace
  bool last_year = false;             ///< held against the same dates a year earlier
};

}  // namespace hoego
