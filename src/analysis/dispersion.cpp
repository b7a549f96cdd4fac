#include "analysis/dispersion.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace hoego {
namespace {

/// Records added to each period's count where it weighs, so that an empty one does not decide alone.
constexpr double smoothing = 3;
/// Weeks' worth of belief that counts are Poisson.
constexpr double poisson_prior = 2;
/// Degrees of freedom of what is expected of the long run, before the weeks are looked at.
constexpr double long_run_prior = 1.5;
/// A long run whose weeks show no excess is known the better the more weeks there are: as of this many.
constexpr double quiet_weeks = 6;
/// What single weeks show beyond Poisson counts comes so often again in the weeks after: 2 r / (1 - r), r =
/// 0.6.
constexpr double run_on = 3;
constexpr double least_scatter = 0.02;

/// One week's part in the difference of the two logarithms of rates.
struct Week {
  double residual = 0;
  double variance = 0;  ///< if counts were Poisson
  double at = 0;        ///< middle, as a share of the span
};

struct Weeks {
  std::vector<Week> all;    ///< those with something expected
  double variance = 0;      ///< sum
  double events = 0;        ///< so many independent ones would tell as much
  double mean_records = 0;  ///< a covered week, of both periods
};

void add(std::vector<Week>& weeks, const WeeklyCounts& period, double weight) {
  if (period.covered() == 0) return;
  const double rate = static_cast<double>(period.total()) / period.covered();
  for (std::size_t i = 0; i < period.counts.size(); ++i) {
    const double expected = rate * period.covered_days[i];
    weeks[i].residual += weight * (period.counts[i] - expected);
    weeks[i].variance += weight * weight * expected;
  }
}

Weeks differences(const WeeklyCounts& there, const WeeklyCounts& here) {
  const std::size_t count = std::max(there.counts.size(), here.counts.size());
  const double before = 1 / (there.total() + smoothing);
  const double after = 1 / (here.total() + smoothing);
  std::vector<Week> all(count);
  add(all, there, -before);
  add(all, here, after);
  Weeks weeks;
  for (std::size_t i = 0; i < count; ++i) {
    if (all[i].variance <= 0) continue;
    all[i].at = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    weeks.variance += all[i].variance;
    weeks.all.push_back(all[i]);
  }
  const double squares = std::pow(before, 4) * there.total() + std::pow(after, 4) * here.total();
  weeks.events = squares > 0 ? weeks.variance * weeks.variance / squares : 0;
  weeks.mean_records = 7.0 * (there.total() + here.total()) / (there.covered() + here.covered());
  return weeks;
}

/// Of single weeks.
double scatter(const Weeks& weeks) {
  const auto count = static_cast<double>(weeks.all.size());
  const double squares =
      std::accumulate(weeks.all.begin(), weeks.all.end(), 0.0,
                      [](double sum, const Week& week) { return sum + week.residual * week.residual; });
  const double raw = std::max(squares / weeks.variance * count / (count - 1), least_scatter);
  const double freedom = (count - 1) / (1 + count / (2 * weeks.events));
  return std::exp(freedom / (poisson_prior + freedom) * std::log(raw));
}

/// Square of one cosine sum over its variance, if counts were Poisson.
double cosine_square(const Weeks& weeks, int frequency) {
  const auto wave = [frequency](const Week& week) {
    return std::cos(std::numbers::pi * frequency * week.at);
  };
  double centre = 0;
  for (const Week& week : weeks.all) centre += week.variance * wave(week);
  centre /= weeks.variance;
  double sum = 0;
  double variance = 0;
  for (const Week& week : weeks.all) {
    sum += wave(week) * week.residual;
    variance += (wave(week) - centre) * (wave(week) - centre) * week.variance;
  }
  return sum * sum / variance;
}

}  // namespace

int WeeklyCounts::total() const {
  return std::accumulate(counts.begin(), counts.end(), 0);
}
int WeeklyCounts::covered() const {
  return std::accumulate(covered_days.begin(), covered_days.end(), 0);
}

Dispersion long_run_dispersion(const WeeklyCounts& there, const WeeklyCounts& here) {
  const Weeks weeks = differences(there, here);
  if (weeks.all.size() < 2) return {};
  const auto count = static_cast<double>(weeks.all.size());
  const double single = scatter(weeks);
  const double excess = std::min(run_on * std::max(0.0, single - 1), weeks.mean_records);
  const double share = excess / single;
  const double prior = long_run_prior * (1 + share) / (share + quiet_weeks / count);
  const int frequencies = std::max(1, static_cast<int>(0.4 * std::pow(count, 2.0 / 3)));
  double squares = 0;
  for (int frequency = 1; frequency <= frequencies; ++frequency) squares += cosine_square(weeks, frequency);
  const double known = frequencies / (1 + 0.75 / weeks.events);
  const double mean = squares / frequencies;
  return {(prior * (single + excess) + known * mean) / (prior + known), std::max(1.0, prior + known)};
}

}  // namespace hoego
