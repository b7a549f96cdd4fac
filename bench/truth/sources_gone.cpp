
#include "bench/truth/habit_statements.h"
#include "bench/truth/sections.h"
#include "bench/truth/side_by_side.h"

namespace hoego::truth {
namespace {

constexpr int lives = 1000;  ///< drawn; of them those of two years or more

/// What all sources tell of a life, and what two thirds of them do.
struct Both {
  HabitStatements full;
  HabitStatements reduced;
};

Both both_of(std::uint64_t seed) {
  const auto all = draw_habitual_life(seed, atlas());
  if (!all) return {};
  const auto sources = all_sources(all->life);
  const auto left = two_thirds_of_sources(all->life, seed);
  return {habit_statements(*all, look_back_on(all->life, sources), left, Leaning::Too),
          habit_statements(*all, look_back_on(all->life, left), left, Leaning::None)};
}

}  // namespace

std::vector<Report> sources_gone(Seeds seeds) {
  SourcesGone changes;
  SourcesGone comparisons;
  const std::function<Both(int)> work = [seeds](int n) { return both_of(seed_of(seeds, n)); };
  for (const Both& both : side_by_side(lives, work)) {
    changes.add(both.full.changes, both.reduced.changes, both.full.open);
    comparisons.add(both.full.comparisons, both.reduced.comparisons, both.full.open);
  }
  Report report{"With a third of the sources gone: habits", changes.figures("changes of habit")};
  for (const Figure& figure : comparisons.figures("comparisons")) report.figures.push_back(figure);
  return {report};
}

}  // namespace hoego::truth
