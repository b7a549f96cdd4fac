#pragma once
#include <array>
#include <vector>

#include "promises/lot.h"
#include "promises/tally.h"

namespace hoego {

/// A calendar week, from the weekday on which weeks begin.
using Week = std::array<DayTally, 7>;

/// A person's own weeks, from which weeks that are not known are drawn.
///
/// A stationary bootstrap (Politis and Romano, JASA 89, 1994): stretches of successive weeks, of geometric
/// length, whose first weeks are drawn by weights. The weights are drawn too, anew for each course of things:
/// those of a Bayesian bootstrap (Rubin, Annals of Statistics 9, 1981), one a run of successive weeks, over
/// the last weeks alone, as many as an evenly drawn logarithm says. So the rate to come is not known exactly,
/// and a habit that changed is judged by what it is now. A little prior weight is on weeks not seen yet
/// (Muliere and Secchi, Annals of the Institute of Statistical Mathematics 48, 1996): an own week without
/// anything, or with one thing more.
class OwnWeeks {
 public:
  /// The last covered ones, at most.
  static constexpr int most = 52;
  /// Covered days of a week that is used; the others are filled with the same weekday of another week.
  static constexpr int fewest_covered = 4;
  /// The fewest weeks that weights are drawn over, if there are so many.
  static constexpr int shortest_memory = 6;
  /// Mean length of a stretch.
  static constexpr double stretch = 3;
  /// Successive weeks that share a weight.
  static constexpr int run = 2;
  /// Weight of weeks not seen yet, beside 1 a week seen.
  static constexpr double unseen = 1;

  /// Weeks up to `to`, in which the last one may be unfinished.
  OwnWeeks(const Tally& tally, Date to, int week_starts);

  int count() const { return static_cast<int>(weeks_.size()); }
  /// Begins another course of things.
  void begin(Lot& lot);
  /// The next week of it. Valid until the next call; an empty one where no week is known.
  const Week& next(Lot& lot);

 private:
  void unlike(const Week& week, Lot& lot);

  std::vector<Week> weeks_;      ///< the latest first
  std::vector<double> weights_;  ///< summed up, of the weeks that count in this course
  double typical_ = 1;           ///< mean amount of a day that had any
  int at_ = 0;                   ///< the week drawn last; 0: none follows it
  Week unseen_ = {};
};

}  // namespace hoego
