#include "bench/truth/weeks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace hoego::truth {
namespace {

WeeklyCounts empty(int weeks) {
  const auto count = static_cast<std::size_t>(weeks);
  return {std::vector<int>(count, 0), std::vector<int>(count, 7), weeks * 7};
}

/// One habit's own traits, the same in both periods.
class Weekly {
 public:
  Weekly(Draw& draw, Habit habit, int weeks) : draw_(draw), habit_(habit), weeks_(weeks) {
    dispersion_ = 1 + 3 * draw.uniform();
    if (habit == Habit::Seasonal) dispersion_ = 1 + dispersion_ / 4;
    correlation_ = 0.2 + 0.6 * draw.uniform();
    deviation_ = 0.2 + 0.5 * draw.uniform();
    burst_ = 1.5 + 2.5 * draw.uniform();
    const double height = 0.3 + 0.7 * draw.uniform();
    const double phase = draw.uniform();
    for (int week = 0; week < weeks; ++week) {
      season_.push_back(std::exp(height * std::cos(2 * std::numbers::pi * (week / 52.0 - phase))));
    }
    double sum = 0;
    for (const double one : season_) sum += one;
    for (double& one : season_) one *= weeks / sum;
  }

  /// `mean` a week; `most` of both periods.
  void fill(WeeklyCounts& period, double mean, double most) {
    double log_rate = deviation_ * draw_.normal();
    for (int week = 0; week < weeks_; ++week) {
      const auto at = static_cast<std::size_t>(week);
      period.counts[at] = count(mean * period.covered_days[at] / 7, most, log_rate, season_[at]);
      log_rate =
          correlation_ * log_rate + std::sqrt(1 - correlation_ * correlation_) * deviation_ * draw_.normal();
    }
  }

 private:
  int count(double mean, double most, double log_rate, double season) {
    switch (habit_) {
      case Habit::Autocorrelated:
        return draw_.poisson(mean * std::exp(log_rate - deviation_ * deviation_ / 2));
      case Habit::Bursty:
        return bursts(mean);
      case Habit::StrictlyWeekly:
        return held(mean, most);
      case Habit::Seasonal:
        return draw_.overdispersed(mean * season, dispersion_);
      default:
        return draw_.overdispersed(mean, dispersion_);
    }
  }

  int bursts(double mean) {
    int all = 0;
    for (int left = draw_.poisson(mean / burst_); left > 0; --left) {
      ++all;
      while (!draw_.chance(1 / burst_)) ++all;
    }
    return all;
  }

  int held(double mean, double most) {
    const int appointments = static_cast<int>(std::ceil(most - 1e-9));
    int all = 0;
    for (int i = 0; i < appointments; ++i) all += draw_.chance(mean / appointments) ? 1 : 0;
    return all;
  }

  Draw& draw_;
  Habit habit_;
  int weeks_;
  double dispersion_ = 1;
  double correlation_ = 0;
  double deviation_ = 0;
  double burst_ = 1;
  std::vector<double> season_;
};

void uncover(Draw& draw, WeeklyCounts& period) {
  const int missing = period.days / 5;
  const int from = draw.below(period.days - missing + 1);
  for (int day = from; day < from + missing; ++day) --period.covered_days[static_cast<std::size_t>(day / 7)];
}

}  // namespace

std::string_view name(Habit habit) {
  switch (habit) {
    case Habit::Overdispersed:
      return "over-dispersed";
    case Habit::Autocorrelated:
      return "autocorrelated";
    case Habit::Bursty:
      return "bursty";
    case Habit::StrictlyWeekly:
      return "strictly weekly";
    case Habit::UnequalCover:
      return "unequal cover";
    default:
      return "seasonal";
  }
}

Pair draw_pair(Draw& draw, Habit habit, double mean, double ratio, int weeks) {
  Pair pair{empty(weeks), empty(weeks)};
  if (habit == Habit::UnequalCover) uncover(draw, draw.chance(0.5) ? pair.here : pair.there);
  Weekly weekly(draw, habit, weeks);
  const double most = std::max(mean, mean * ratio) / weeks;
  weekly.fill(pair.there, mean / weeks, most);
  weekly.fill(pair.here, mean * ratio / weeks, most);
  return pair;
}

}  // namespace hoego::truth
