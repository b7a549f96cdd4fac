#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// Trials (covered evenings, say) and those that succeeded, by weeks that follow one another; a week of which
/// nothing is known has no trials.
struct WeeklyShare {
  std::vector<int> successes;
  std::vector<int> trials;
};

/// 0..1, with an interval of 90 %.
struct Share {
  double share = 0;
  double low = 0;
  double high = 1;
};

/// Successes over trials; nothing without a trial. What happens on one evening is not independent of the
/// others: habits keep to weekdays (less variance than a coin's), and busy stretches last for weeks (more).
/// So the variance is that of the weeks' residuals with their autocovariances (Newey and West, Econometrica
/// 55, 1987), with the wider quantile its few weeks call for (fixed-b asymptotics: Kiefer and Vogelsang,
/// Econometric Theory 21, 2005). It turns the trials into an effective number of independent ones (Korn and
/// Graubard, Survey Methodology 24, 1998), and Jeffreys' interval (Brown, Cai, DasGupta, Statistical Science
/// 16, 2001) of these is the share's. It never gets narrower than half a trial on either side.
std::optional<Share> share_of(const WeeklyShare& weeks);

/// More or Less where the interval of the difference leaves out zero (Newcombe's square-and-add of the two
/// intervals, Statistics in Medicine 17, 1998).
Difference difference(const Share& there, const Share& here);

}  // namespace hoego
