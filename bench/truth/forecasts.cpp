#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bench/truth/pace_rivals.h"
#include "bench/truth/promised_lives.h"
#include "bench/truth/reliability.h"
#include "bench/truth/sections.h"
#include "promises/forecast.h"

namespace hoego::truth {
namespace {

constexpr int lives_of_months = 9000;
constexpr int lives_of_days = 3000;
constexpr int fewest_of_a_bin = 300;
constexpr int monday = 1;

/// The chances told by one method, in ten bins of those of 300 cases are judged.
struct Told {
  Reliability chances = Reliability(fewest_of_a_bin);
  Reliability linear;
  Reliability linear_with_chance;
  int kept = 0;

  void add(const PromisedLife& life, double chance) {
    chances.add(chance, life.kept);
    linear.add(linear_pace(life), life.kept);
    linear_with_chance.add(linear_pace_with_chance(life), life.kept);
    kept += life.kept ? 1 : 0;
  }

  double share() const { return static_cast<double>(kept) / std::max(1, chances.cases()); }
  /// Of one who knows how many promises are kept, and nothing else.
  double climatology() const { return share() * (1 - share()); }

  std::string row(std::string_view what, double mean) const {
    return fmt::format("| {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |", what,
                       chances.cases(), mean, share(), chances.brier(), linear_with_chance.brier(),
                       linear.brier(), climatology());
  }
};

struct Group {
  Told told;
  double chances = 0;

  void add(const PromisedLife& life, double chance) {
    told.add(life, chance);
    chances += chance;
  }
  std::string row(std::string_view what) const {
    return told.row(what, chances / std::max(1, told.chances.cases()));
  }
};

struct Groups {
  Group all;
  std::array<Group, ways.size()> by_way;
  std::array<Group, forms.size()> by_form;
  std::array<Group, 2> by_plans;
};

Groups run(Seeds seeds, Known known, int lives) {
  Groups groups;
  for (int n = 0; n < lives; ++n) {
    Draw draw(seed_of(seeds, n), known == Known::Months ? "promised" : "promised, just begun");
    const auto life = promised_life(draw, known);
    if (!life) continue;
    const auto seed = seed_of(seeds, n);
    const double chance = forecast(life->check, life->seen, life->planned, life->target, life->period,
                                   life->as_of, monday, seed)
                              .chance;
    const bool any_planned =
        std::any_of(life->planned.begin(), life->planned.end(), [](double one) { return one > 0; });
    groups.all.add(*life, chance);
    groups.by_way[static_cast<std::size_t>(life->way)].add(*life, chance);
    groups.by_form[static_cast<std::size_t>(life->form)].add(*life, chance);
    groups.by_plans[any_planned ? 1 : 0].add(*life, chance);
  }
  return groups;
}

Figure brier(std::string_view what, double value) {
  return {fmt::format("Brier score of {}", what), fmt::format("{:.4f}", value)};
}

Report report_of(std::string title, const Groups& groups) {
  const Told& told = groups.all.told;
  const double ours = told.chances.brier();
  Report report{std::move(title), {}};
  report.figures.push_back(told.chances.figure("chance that a promise is kept"));
  Figure score = brier("the chance", ours);
  score.bar = "< each linear pace";
  score.reached = ours < told.linear.brier() && ours < told.linear_with_chance.brier();
  report.figures.push_back(score);
  report.figures.push_back(brier("the linear pace", told.linear.brier()));
  report.figures.push_back(brier("the linear pace with chance around it", told.linear_with_chance.brier()));
  report.figures.push_back(brier("the share kept of all promises", told.climatology()));
  report.lines = told.chances.table();
  report.lines.insert(
      report.lines.end(),
      {"", "| promises | cases | mean chance | kept | Brier | linear with chance | linear | share kept |",
       "|---|---|---|---|---|---|---|---|"});
  const auto add = [&report](std::string_view what, const Group& group) {
    if (group.told.chances.cases() > 0) report.lines.push_back(group.row(what));
  };
  for (const Way way : ways) add(name(way), groups.by_way[static_cast<std::size_t>(way)]);
  for (const Form form : forms) add(name(form), groups.by_form[static_cast<std::size_t>(form)]);
  add("nothing entered", groups.by_plans[0]);
  add("some of it entered", groups.by_plans[1]);
  return report;
}

}  // namespace

std::vector<Report> forecasts(Seeds seeds) {
  return {report_of("Promises on a day before their end", run(seeds, Known::Months, lives_of_months)),
          report_of("The same with 3 to 27 days known", run(seeds, Known::Days, lives_of_days))};
}

}  // namespace hoego::truth
