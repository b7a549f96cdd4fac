#include <fmt/format.h>

#include "analysis/compare.h"
#include "bench/truth/draw.h"
#include "bench/truth/sections.h"

namespace hoego::truth {
namespace {

constexpr int weeks = 40;
constexpr int cases = 2000;

WeeklyCounts year_of(Draw& draw, double total, double dispersion) {
  WeeklyCounts counts;
  for (int week = 0; week < weeks; ++week) {
    counts.counts.push_back(draw.overdispersed(total / weeks, dispersion));
    counts.covered_days.push_back(7);
  }
  return counts;
}

/// How often the interval holds the true ratio, of cases whose mean count of the earlier period is `mean`.
Figure cell(Seeds seeds, int mean) {
  int told = 0;
  int held = 0;
  for (int n = 0; n < cases; ++n) {
    Draw draw(seed_of(seeds, n), fmt::format("comparison {}", mean));
    const double ratio = 0.5 + 1.5 * draw.uniform();
    const double dispersion = 1 + 2 * draw.uniform();
    const WeeklyCounts there = year_of(draw, mean, dispersion);
    const WeeklyCounts here = year_of(draw, mean * ratio, dispersion);
    Comparison comparison;
    compare(comparison, there, here);
    if (!comparison.low) continue;
    ++told;
    if (*comparison.low <= ratio && (!comparison.high || ratio <= *comparison.high)) ++held;
  }
  const double share = static_cast<double>(held) / told;
  return {fmt::format("interval holds the ratio, mean count {} ({} cases)", mean, told),
          fmt::format("{:.1f} %", 100 * share), "86–98 %", share >= 0.86 && share <= 0.98};
}

}  // namespace

std::vector<Report> comparisons(Seeds seeds) {
  Report report{"Comparison with another period", {}};
  for (const int mean : {3, 10, 30, 100}) report.figures.push_back(cell(seeds, mean));
  return {report};
}

}  // namespace hoego::truth
