#pragma once
#include <algorithm>
#include <array>
#include <vector>

#include "bench/truth/section.h"

namespace hoego::truth {

constexpr int habits_of_a_life = 30;
constexpr int lives = 400;

/// How many of how many series were told a change that is none.
struct Alarms {
  int told = 0;
  int series = 0;
  double rate() const { return static_cast<double>(told) / std::max(series, 1); }
};

/// Lives of thirty habits without a change, each looking back on its last year with two, three or four years
/// of records.
struct SteadyLives {
  std::array<Alarms, 4> by_temper;
  int lives_told = 0;
  int lives_trend = 0;  ///< told by Mann-Kendall at 0.05
  int lives_month = 0;  ///< told by last month against mean
  Alarms trend;
  Alarms month;
  std::vector<double> certainties;  ///< of the false ones
};

SteadyLives steady_lives(Seeds seeds);
/// With the time that it takes.
Report report_of(const SteadyLives& all, Seeds seeds);

}  // namespace hoego::truth
