#pragma once
#include <vector>

#include "promises/check.h"
#include "promises/tally.h"

namespace hoego {

/// What a person's own past says of a number.
struct PastValues {
  /// What each value is of.
  enum class Of {
    Stretches,  ///< 13 weeks one after another, counted back from the last day of the tally
    Streaks,    ///< weeks in a row, one value a streak
    Units,  ///< 13 weeks: the least (of a limit the most) that any whole day, week or month in them brought
  };
  Of of = Of::Stretches;
  bool since_first = false;    ///< earlier stretches were left out, as it had not been begun in them
  std::vector<double> values;  ///< in the check's unit, ascending
};

/// Days of a stretch, and the fewest that say something of how they vary.
constexpr int stretch_days = 13 * 7;
constexpr int fewest_stretches = 3;

/// Values of the last two years of the tally, as they would be over `span` days: a total is made
/// proportional, an average and a share are themselves. A stretch of which less than 80 % of the days was
/// covered, or in which something may count that nobody can tell, is left out. What is to be reached of an
/// activity counts from the first day on which it was seen: before, it was no habit yet. `every`: of a pace
/// "every" the units, else it is read as "per". Streaks run over calendar weeks, also those that nobody could
/// see end.
PastValues past_values(const Check& check, const Tally& tally, int span, bool every, int week_starts);

/// Of ascending values, between them by a straight line (type 7 of Hyndman and Fan, The American Statistician
/// 50, 1996). `values` is not empty; `part` is 0..1.
double quantile(const std::vector<double>& values, double part);

/// A number that people use: halves of what is per a unit and below ten, whole ones to 50, tens to 500,
/// hundreds to 5,000, and so on. The nearest, or the next one below or above; then fives and fifties too, and
/// a tenth of a step beyond is let pass.
enum class Rounding { Nearest, Down, Up };
double round_number(double value, CheckPace pace, Rounding rounding);
/// The smallest of them above nothing.
double smallest_number(CheckPace pace);

}  // namespace hoego
