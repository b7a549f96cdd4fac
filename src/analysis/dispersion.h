#pragma once
#include <vector>

namespace hoego {

/// Counts of one thing by week over covered days.
struct WeeklyCounts {
  std::vector<int> counts;
  std::vector<int> covered_days;  ///< 0..7, of the same weeks
  int days = 0;                   ///< of the period; 0: all weeks are whole
  int total() const;
  int covered() const;
};

/// How much wider than Poisson's the difference of two periods scatters.
struct Dispersion {
  double factor = 1;   ///< variance over that of Poisson counts, above 0: below 1 for what comes every week
  double freedom = 1;  ///< degrees of freedom with which it is known, at least 1
};

/// The long-run dispersion of the logarithm of the ratio of two periods' rates: that of their *sums*, which
/// weeks that run on (a spell of diligence, a slump) make greater than the scatter of single weeks tells.
///
/// Week by week the residuals of the two periods about their own rates are set against each other, so that a
/// season which both have cancels. Of these differences
///  1. the scatter of the weeks is Pearson's (McCullagh and Nelder, Generalized Linear Models, 1989, 9.2),
///  drawn
///     to Poisson's 1 in the logarithm as the weeks have few records (such weeks tell less of it: the
///     variance of Pearson's statistic grows by 1 / (2 mean), Farrington, JRSS B 58, 1996);
///  2. the long-run variance is the mean square of the first B cosine sums, B = 0.4 W^(2/3) for W weeks, with
///     its own degrees of freedom (Müller, J. Econometrics 141, 2007; Lazarus, Lewis, Stock and Watson,
///     J. Business and Economic Statistics 36, 2018: their rule for B);
///  3. which is drawn to what 1. leads one to expect (moderated variances: Smyth, Stat. Appl. Genet. Mol.
///  Biol.
///     3, 2004): what exceeds Poisson counts runs on for some weeks, fourfold as with a correlation of 0.6,
///     but rates vary at most by their own size; what shows no excess in many weeks has little that could run
///     on.
/// Weeks weigh by their covered days. Cost: O(W^(5/3)).
Dispersion long_run_dispersion(const WeeklyCounts& there, const WeeklyCounts& here);

}  // namespace hoego
