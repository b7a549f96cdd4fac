#pragma once
#include <vector>

#include "analysis/finding.h"
#include "analysis/series.h"

namespace hoego {

/// Whether things of the kind are done: nights, readings, payments and what one writes to people are not told
/// by how many they are.
bool is_done(Kind kind);

/// What stands out in the period, activity by activity, in the order of `BestKind`; weeks begin on the ISO
/// weekday `week_starts`.
/// - best week, best day: three times or more, half as much again as the mean of the weeks, three times that
///   of its days; alone at the top of the period. A week belongs to the period in which it begins.
/// - longest streak: successive weeks, four or more, that end in the period; whole, also where they began
///   before it.
/// - longest gap: days without it between two times, the later one in the period, three weeks or more and
///   over three times the median distance; every day of it covered. Trips that lie in it are named.
/// - round count: 100, 500, 1,000, 5,000, 10,000… reached, counted from the first record; the greatest alone.
/// A best reaches back beyond the period only over days whose absence is known, to the day after one as good.
std::vector<Best> find_bests(const std::vector<ActivitySeries>& all, const std::vector<Trip>& trips,
                             int week_starts, const Period& period);

/// The lull after each trip of seven nights or more that ended in the period: the days after the return on
/// which clearly fewer of the everyday activities (covered, done, no pictures) came than usual, up to the day
/// before they came back. Usual is the mean number of activities a day over the eight weeks before the
/// departure, without other trips. The length is that of greatest likelihood of a lower rate, then the usual
/// one, over three to 42 days; quasi-Poisson, the dispersion from the days before. Told only where a
/// conditional binomial test of the two rates (Przyborowski and Wilenski, Biometrika 31, 1940), counts over
/// dispersion, one-sided, over the lengths tried (Bonferroni), is below 5 %, and only where the end was seen.
std::vector<Best> find_lulls(const std::vector<ActivitySeries>& all, const std::vector<Trip>& trips,
                             const Period& period);

}  // namespace hoego
