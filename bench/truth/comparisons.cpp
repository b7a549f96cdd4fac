#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/compare.h"
#include "bench/truth/discoveries.h"
#include "bench/truth/draw.h"
#include "bench/truth/sections.h"
#include "bench/truth/weeks.h"

namespace hoego::truth {
namespace {

constexpr int cases = 2000;
constexpr std::array<int, 4> means = {3, 10, 30, 100};
constexpr std::array<int, 4> lengths = {13, 26, 40, 52};

/// Whether the rates are the same, or their ratio anything from a third to three (its logarithm uniform).
enum class Truth { Same, Any };

struct Cell {
  Habit habit = Habit::Overdispersed;
  int mean = 0;
  int weeks = 0;
  Truth truth = Truth::Any;
};

struct Tally {
  int told = 0;
  int held = 0;
  double width = 0;  ///< logarithms, of intervals with two ends
  int two_ended = 0;

  double share() const { return static_cast<double>(held) / told; }
  bool reached() const { return share() >= 0.86 && share() <= 0.98; }
};

Tally run(Seeds seeds, const Cell& cell) {
  Tally tally;
  const std::string stream = fmt::format("comparison {} {} {} {}", name(cell.habit), cell.mean, cell.weeks,
                                         cell.truth == Truth::Same ? "same" : "any");
  for (int n = 0; n < cases; ++n) {
    Draw draw(seed_of(seeds, n), stream);
    const double ratio = cell.truth == Truth::Same ? 1 : std::exp((2 * draw.uniform() - 1) * std::log(3.0));
    const Pair pair = draw_pair(draw, cell.habit, cell.mean, ratio, cell.weeks);
    Comparison comparison;
    compare(comparison, pair.there, pair.here);
    if (!comparison.low) continue;
    ++tally.told;
    if (*comparison.low <= ratio && (!comparison.high || ratio <= *comparison.high)) ++tally.held;
    if (*comparison.low <= 0 || !comparison.high) continue;
    tally.width += std::log(*comparison.high / *comparison.low);
    ++tally.two_ended;
  }
  return tally;
}

std::string percent(double share) {
  return fmt::format("{:.1f}", 100 * share);
}

/// The cells of one kind of series: one figure for all, and one line a length and truth.
void add(Report& report, Seeds seeds, Habit habit) {
  double least = 1;
  double most = 0;
  int missed = 0;
  int all = 0;
  for (const Truth truth : {Truth::Any, Truth::Same}) {
    for (const int weeks : lengths) {
      std::string line =
          fmt::format("| {} | {} | {} |", name(habit), weeks, truth == Truth::Same ? "1" : "⅓–3");
      for (const int mean : means) {
        const Tally tally = run(seeds, {habit, mean, weeks, truth});
        least = std::min(least, tally.share());
        most = std::max(most, tally.share());
        ++all;
        if (!tally.reached()) ++missed;
        line += fmt::format(" {}{} (×{:.1f}, {}) |", percent(tally.share()), tally.reached() ? "" : " MISSED",
                            std::exp(tally.width / std::max(tally.two_ended, 1)), tally.told);
      }
      report.lines.push_back(std::move(line));
    }
  }
  report.figures.push_back(
      {fmt::format("interval holds the ratio, {}: cells of {} outside", name(habit), all),
       fmt::format("{} ({}–{} %)", missed, percent(least), percent(most)), "0 (86–98 %)", missed == 0});
}

}  // namespace

std::vector<Report> comparisons(Seeds seeds) {
  Report report{"Comparison with another period", {}};
  report.lines = {
      "How often the interval of 90 % holds the true ratio, by mean count of the earlier period; in brackets",
      "the upper end over the lower (geometric mean) and the cases of those drawn that had a record.", "",
      "| series | weeks | true ratio | 3 | 10 | 30 | 100 |", "|---|---|---|---|---|---|---|"};
  for (const Habit habit : habits) add(report, seeds, habit);
  return {report, discoveries(seeds)};
}

}  // namespace hoego::truth
