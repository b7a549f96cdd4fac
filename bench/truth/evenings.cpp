#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/share.h"
#include "bench/truth/draw.h"
#include "bench/truth/sections.h"

namespace hoego::truth {
namespace {

constexpr int cases = 2000;

/// How the evenings of an area hang together. All have the same mean share.
enum class Pattern { Independent, Weekdays, Strict, BusyWeeks, BusyMonths };

struct Cell {
  Pattern pattern;
  const char* name;
  double share;
  int weeks;
};

/// The evenings of a life: chances by weekday, times what the week is like.
class Evenings {
 public:
  Evenings(Draw& draw, Pattern pattern, double share) : draw_(draw), pattern_(pattern), share_(share) {
    chances_.fill(share);
    if (pattern == Pattern::Weekdays) weekdays();
    if (pattern == Pattern::Strict) strict();
    state_ = draw_.normal();
  }

  /// Evenings of the next week on which it was done, of `days`.
  int week(int days) {
    const double carried = pattern_ == Pattern::BusyMonths ? 0.7 : 0.0;
    state_ = carried * state_ + std::sqrt(1 - carried * carried) * draw_.normal();
    const bool busy = pattern_ == Pattern::BusyWeeks || pattern_ == Pattern::BusyMonths;
    int done = 0;
    for (int day = 0; day < days; ++day) {
      const double chance = busy ? mixed_chance() : chances_[static_cast<std::size_t>(day)];
      done += draw_.chance(chance) ? 1 : 0;
    }
    return done;
  }

  double truth() const {
    const bool busy = pattern_ == Pattern::BusyWeeks || pattern_ == Pattern::BusyMonths;
    return busy ? share_ : std::accumulate(chances_.begin(), chances_.end(), 0.0) / 7;
  }

 private:
  /// Two kinds of weeks, as often the one as the other: three times as many evenings in the busy ones.
  double mixed_chance() const { return state_ > 0 ? 1.5 * share_ : 0.5 * share_; }

  /// Most of it on some weekdays, by as much as fits.
  void weekdays() {
    const double high = std::min(0.9, 2.5 * share_);
    const int often = std::max(1, static_cast<int>(std::floor(7 * share_ / (high + 0.02))));
    const double rest = std::max(0.0, (7 * share_ - often * high) / (7 - often));
    for (int day = 0; day < 7; ++day) chances_[static_cast<std::size_t>(day)] = day < often ? high : rest;
  }

  /// On certain weekdays, always but for a cancelled evening now and then.
  void strict() {
    const int days = std::max(1, static_cast<int>(std::lround(7 * share_)));
    for (int day = 0; day < 7; ++day) chances_[static_cast<std::size_t>(day)] = day < days ? 0.93 : 0.0;
  }

  Draw& draw_;
  Pattern pattern_;
  double share_;
  std::array<double, 7> chances_{};
  double state_ = 0;
};

struct Result {
  double truth = 0;
  std::optional<Share> share;
};

/// Some days of a year are not covered, now a day, now two weeks.
Result draw_life(Draw& draw, const Cell& cell) {
  Evenings evenings(draw, cell.pattern, cell.share);
  WeeklyShare weeks;
  int dark = 0;
  for (int week = 0; week < cell.weeks; ++week) {
    if (dark == 0 && draw.chance(0.02)) dark = 2;
    const int days = dark > 0 ? 0 : 7;
    if (dark > 0) --dark;
    weeks.successes.push_back(evenings.week(days));
    weeks.trials.push_back(days);
  }
  return {evenings.truth(), share_of(weeks)};
}

struct Told {
  int cases = 0;
  int held = 0;
  double width = 0;
};

Told intervals(Seeds seeds, const Cell& cell) {
  Told told;
  for (int n = 0; n < cases; ++n) {
    Draw draw(seed_of(seeds, n), fmt::format("evenings {} {} {}", cell.name, cell.share, cell.weeks));
    const Result result = draw_life(draw, cell);
    if (!result.share) continue;
    ++told.cases;
    told.held += result.share->low <= result.truth && result.truth <= result.share->high ? 1 : 0;
    told.width += result.share->high - result.share->low;
  }
  told.width /= told.cases;
  return told;
}

/// How often two periods of one habit are told to differ.
double false_differences(Seeds seeds, const Cell& cell) {
  int differ = 0;
  for (int n = 0; n < cases; ++n) {
    Draw draw(seed_of(seeds, n), fmt::format("two years of evenings {} {}", cell.name, cell.share));
    const auto there = draw_life(draw, cell).share;
    const auto here = draw_life(draw, cell).share;
    if (there && here) differ += difference(*there, *here) != Difference::NoClearDifference ? 1 : 0;
  }
  return static_cast<double>(differ) / cases;
}

}  // namespace

std::vector<Report> evenings(Seeds seeds) {
  Report report{"Share of evenings", {}};
  const std::array<std::pair<Pattern, const char*>, 5> patterns = {
      {{Pattern::Independent, "independent evenings"},
       {Pattern::Weekdays, "weekdays of its own"},
       {Pattern::Strict, "strictly weekly, 7 % cancelled"},
       {Pattern::BusyWeeks, "busy and idle weeks"},
       {Pattern::BusyMonths, "busy and idle stretches of weeks"}}};
  report.lines = {"| evenings | share | weeks | holds the truth | width | told to differ from itself |",
                  "|---|---|---|---|---|---|"};
  for (const auto& [pattern, name] : patterns) {
    double least = 1;
    double most = 0;
    double worst = 0;
    for (const double share : {0.08, 0.3, 0.5}) {
      for (const int weeks : {26, 42, 52}) {
        const Cell cell{pattern, name, share, weeks};
        const Told told = intervals(seeds, cell);
        const double held = static_cast<double>(told.held) / told.cases;
        const double differ = false_differences(seeds, cell);
        least = std::min(least, held);
        most = std::max(most, held);
        worst = std::max(worst, differ);
        report.lines.push_back(fmt::format("| {} | {:.0f} % | {} | {:.1f} % | {:.3f} | {:.1f} % |", name,
                                           100 * share, weeks, 100 * held, told.width, 100 * differ));
      }
    }
    report.figures.push_back({fmt::format("interval holds the share, {} (9 cells of {})", name, cases),
                              fmt::format("{:.1f}–{:.1f} %", 100 * least, 100 * most), "86–98 %",
                              least >= 0.86 && most <= 0.98});
    report.figures.push_back({fmt::format("the same habit told to differ, {}", name),
                              fmt::format("at most {:.1f} %", 100 * worst), "", true});
  }
  return {report};
}

}  // namespace hoego::truth
