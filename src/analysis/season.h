#pragma once
#include <vector>

#include "analysis/segmentation.h"

namespace hoego {

/// A yearly rise and fall of a rate.
struct Season {
  std::vector<double> waves;  ///< cosine and sine of the year, of the half year, of a third of it
  double level = 0;           ///< logarithm, so that the factor is 1 on the average
  double price = 0;           ///< what its freedom costs, in units of twice a log-likelihood

  /// By which the rate of a day is higher than on the average, 0.02 or more.
  double factor(int day) const;
  /// The weeks with exposures that hold the season: what is left is not of it.
  Weeks taken_out_of(const Weeks& weeks) const;
};

/// Seasons that may be behind the weeks, by Poisson regression on harmonics of the year (Serfling, Public
/// Health Reports 78, 1963): as if there were no change, and as if there were only the greatest one. None
/// where the history has less than a year and a half: there a season cannot be told from a change.
std::vector<Season> possible_seasons(const Weeks& weeks, const Partition& partition);

/// Whether the habit was lived for a year and a half within these stretches, those left out in which it
/// hardly came: else its season has been seen but once, and may as well be a start and an end.
bool season_is_known(const Weeks& weeks, const Partition& partition);

/// Strictly regular weeks (once or twice, nearly every week) without their gaps: of each run of empty weeks
/// up to three are no exposure, as people are on holiday or ill, without that being a change. Others as they
/// are.
Weeks without_short_gaps(const Weeks& weeks);

}  // namespace hoego
