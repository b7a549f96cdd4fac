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
/// length, on a circle. What is to come is not known exactly, so each course of things has a level of its
/// own:
///  - its weeks are drawn by weights that are drawn too (a Bayesian bootstrap: Rubin, Annals of Statistics 9,
///    1981), here squared exponentials, which scatter more than Rubin's: weeks are alike for a while;
///  - as a habit that changed is what it is now, a course knows all weeks, or the last ones alone (as many as
///    an evenly drawn logarithm says), or takes the weeks around the same date a year earlier; which of these
///    is drawn, and drawn again if it is not kept: with the likelihood of the last ten weeks' mean, as it
///    would come of the weeks that the course knows (rejection by a summary: Tavaré and others, Genetics 145,
///    1997), relative to the greatest;
///  - a little weight is on weeks not seen yet (Muliere and Secchi, Annals of the Institute of Statistical
///    Mathematics 48, 1996): an own week without anything, or with one thing more.
/// The constants come of simulated lives (`hoego_truth --tuning forecasts`).
class OwnWeeks {
 public:
  /// The last covered ones, at most.
  static constexpr int most = 52;
  /// Covered days of a week that is used; the others are filled with the same weekday of another week.
  static constexpr int fewest_covered = 4;
  /// Mean length of a stretch.
  static constexpr double stretch = 2;
  /// Weight of weeks not seen yet, beside 1 a week of all that are known; scattered as theirs.
  static constexpr double unseen = 4;

  /// Weeks up to `to`, in which the last one may be unfinished.
  OwnWeeks(const Tally& tally, Date to, int week_starts);

  int count() const { return static_cast<int>(weeks_.size()); }
  /// Begins another course of things.
  void begin(Lot& lot);
  /// The next week of it, which begins on `first`. Valid until the next call; an empty one where no week is
  /// known.
  const Week& next(Lot& lot, Date first);

 private:
  void know(int memory, Lot& lot);
  int drawn(Lot& lot) const;
  int drawn_of_season(Lot& lot, Date first) const;
  void unlike(const Week& week, Lot& lot);

  std::vector<Week> weeks_;      ///< the latest first
  std::vector<Date> firsts_;     ///< their first days
  std::vector<double> weights_;  ///< summed up, of the weeks this course knows
  std::vector<double> fits_;     ///< by the number of weeks known, from 0: how likely the last ones are, 0..1
  double season_fits_ = 0;       ///< the same by the weeks a year before them
  double typical_ = 1;           ///< mean amount of a day that had any
  bool by_season_ = false;
  int at_ = -1;        ///< the week drawn last; below 0: none follows it
  double unlike_ = 0;  ///< chance that a stretch begins with a week not seen yet
  Week unseen_ = {};
};

}  // namespace hoego
