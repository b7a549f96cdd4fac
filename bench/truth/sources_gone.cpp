
#include "bench/truth/habit_statements.h"
#include "bench/truth/sections.h"

namespace hoego::truth {
namespace {

constexpr int lives = 300;

}  // namespace

std::vector<Report> sources_gone(Seeds seeds) {
  SourcesGone changes;
  SourcesGone comparisons;
  int drawn = 0;
  for (int n = 0; drawn < lives; ++n) {
    const std::uint64_t seed = seed_of(seeds, n);
    const auto all = draw_habitual_life(seed, atlas());
    if (!all) continue;
    ++drawn;
    const auto sources = all_sources(all->life);
    const auto left = two_thirds_of_sources(all->life, seed);
    const HabitStatements full = habit_statements(*all, look_back_on(all->life, sources), left, Leaning::Too);
    const HabitStatements reduced =
        habit_statements(*all, look_back_on(all->life, left), left, Leaning::None);
    changes.add(full.changes, reduced.changes, full.open);
    comparisons.add(full.comparisons, reduced.comparisons, full.open);
  }
  Report report{"With a third of the sources gone: habits", changes.figures("changes of habit")};
  for (const Figure& figure : comparisons.figures("comparisons")) report.figures.push_back(figure);
  return {report};
}

}  // namespace hoego::truth
