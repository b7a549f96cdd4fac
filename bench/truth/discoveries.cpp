#include "bench/truth/discoveries.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>

#include "analysis/compare.h"
#include "bench/truth/draw.h"
#include "bench/truth/weeks.h"

namespace hoego::truth {
namespace {

constexpr int reviews = 3000;
constexpr double bar = 0.1;
constexpr double changed = 0.25;
constexpr std::array<int, 4> lengths = {13, 26, 40, 52};

struct Case {
  bool changed = false;
  bool great = false;  ///< a change of something that came 30 times or more there
  Pair pair;
  Comparison comparison;
};

std::vector<Case> draw_review(Seeds seeds, int n) {
  Draw draw(seed_of(seeds, n), "review of comparisons");
  const int count = 12 + draw.below(29);
  const int weeks = lengths[static_cast<std::size_t>(draw.below(4))];
  std::vector<Case> all;
  for (int i = 0; i < count; ++i) {
    Case one;
    one.changed = draw.chance(changed);
    const double size = std::pow(2.0, 0.5 + 0.5 * draw.uniform());
    const double ratio = !one.changed ? 1 : draw.chance(0.5) ? size : 1 / size;
    const double mean = 3 * std::pow(100 / 3.0, draw.uniform());
    const Habit habit = habits[static_cast<std::size_t>(draw.below(static_cast<int>(habits.size())))];
    one.great = one.changed && mean >= 30;
    one.pair = draw_pair(draw, habit, mean, ratio, weeks);
    compare(one.comparison, one.pair.there, one.pair.here);
    all.push_back(std::move(one));
  }
  return all;
}

/// What a rule tells as changed, of one review.
using Rule = std::vector<bool> (*)(const std::vector<Case>& review);

std::vector<bool> up_to(const std::vector<std::optional<double>>& p) {
  std::vector<double> known;
  for (const auto& one : p) {
    if (one) known.push_back(*one);
  }
  const std::vector<double> q = adjusted(known);
  std::vector<bool> told;
  std::size_t next = 0;
  for (const auto& one : p) told.push_back(one && q[next++] <= bar);
  return told;
}

std::vector<bool> ours(const std::vector<Case>& review) {
  std::vector<std::optional<double>> p;
  for (const Case& one : review) p.push_back(one.comparison.p);
  std::vector<bool> told = up_to(p);
  for (std::size_t i = 0; i < review.size(); ++i) {
    const Difference verdict = review[i].comparison.verdict;
    told[i] = told[i] && (verdict == Difference::More || verdict == Difference::Less);
  }
  return told;
}

std::vector<bool> interval_alone(const std::vector<Case>& review) {
  std::vector<bool> told;
  for (const Case& one : review) {
    told.push_back(one.comparison.verdict == Difference::More || one.comparison.verdict == Difference::Less);
  }
  return told;
}

/// Exact test of two Poisson counts (Przyborowski and Wilenski, Biometrika 31, 1940).
std::optional<double> poisson_p(const Pair& pair) {
  const int there = pair.there.total();
  const int here = pair.here.total();
  if (there + here == 0) return std::nullopt;
  const double share =
      static_cast<double>(pair.here.covered()) / (pair.here.covered() + pair.there.covered());
  const double many = here == 0 ? 1 : incomplete_beta(share, here, there + 1);
  const double few = there == 0 ? 1 : incomplete_beta(1 - share, there, here + 1);
  return std::min(1.0, 2 * std::min(many, few));
}

std::vector<bool> poisson(const std::vector<Case>& review) {
  std::vector<std::optional<double>> p;
  for (const Case& one : review) p.push_back(poisson_p(one.pair));
  return up_to(p);
}

std::vector<bool> poisson_alone(const std::vector<Case>& review) {
  std::vector<bool> told;
  for (const Case& one : review) told.push_back(poisson_p(one.pair).value_or(1) <= 0.05);
  return told;
}

/// "Last year against this": half again as much, or a third less.
std::vector<bool> by_factor(const std::vector<Case>& review, double factor) {
  std::vector<bool> told;
  for (const Case& one : review) {
    const double there = static_cast<double>(one.pair.there.total()) / one.pair.there.covered();
    const double here = static_cast<double>(one.pair.here.total()) / one.pair.here.covered();
    told.push_back(there + here > 0 && (here >= factor * there || there >= factor * here));
  }
  return told;
}

std::vector<bool> doubled(const std::vector<Case>& review) {
  return by_factor(review, 2);
}
std::vector<bool> half_again(const std::vector<Case>& review) {
  return by_factor(review, 1.5);
}

struct Peer {
  const char* what;
  Rule rule;
};
constexpr std::array<Peer, 6> rules = {{
    {"told (q ≤ 0.1)", ours},
    {"the interval's verdict alone, not adjusted", interval_alone},
    {"exact Poisson test, Benjamini–Hochberg at 0.1", poisson},
    {"exact Poisson test at 0.05", poisson_alone},
    {"twice as many or half", doubled},
    {"half again as many or a third less", half_again},
}};

struct Tally {
  double false_share = 0;
  long changes = 0;
  long found = 0;
  long great_changes = 0;
  long great_found = 0;
  long told = 0;

  void add(const std::vector<Case>& review, const std::vector<bool>& said) {
    int wrong = 0;
    int here = 0;
    for (std::size_t i = 0; i < review.size(); ++i) {
      changes += review[i].changed ? 1 : 0;
      great_changes += review[i].great ? 1 : 0;
      if (!said[i]) continue;
      ++here;
      found += review[i].changed ? 1 : 0;
      great_found += review[i].great ? 1 : 0;
      wrong += review[i].changed ? 0 : 1;
    }
    told += here;
    if (here > 0) false_share += static_cast<double>(wrong) / here;
  }
};

std::string percent(double share) {
  return fmt::format("{:.1f} %", 100 * share);
}

}  // namespace

Report discoveries(Seeds seeds) {
  Report report{"Comparisons that are told", {}};
  std::array<Tally, rules.size()> tallies;
  for (int n = 0; n < reviews; ++n) {
    const std::vector<Case> review = draw_review(seeds, n);
    for (std::size_t i = 0; i < rules.size(); ++i) tallies[i].add(review, rules[i].rule(review));
  }
  report.lines = {
      "| rule | false of what is told | changes told | of those of 30 times or more | told a review |",
      "|---|---|---|---|---|"};
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Tally& tally = tallies[i];
    report.lines.push_back(fmt::format(
        "| {} | {} | {} | {} | {:.1f} |", rules[i].what, percent(tally.false_share / reviews),
        percent(static_cast<double>(tally.found) / static_cast<double>(tally.changes)),
        percent(static_cast<double>(tally.great_found) / static_cast<double>(tally.great_changes)),
        static_cast<double>(tally.told) / reviews));
  }
  const double wrong = tallies[0].false_share / reviews;
  report.figures.push_back({fmt::format("false among comparisons told, mean of {} reviews", reviews),
                            percent(wrong), "≤ 10 %", wrong <= bar});
  return report;
}

}  // namespace hoego::truth
