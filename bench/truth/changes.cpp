#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "bench/truth/change_methods.h"
#include "bench/truth/habits.h"
#include "bench/truth/sections.h"
#include "bench/truth/steady_lives.h"

namespace hoego::truth {
namespace {

constexpr double wanted_alarms = 0.0017;  ///< a series-year: 5 % of the years of lives with thirty habits

std::string percent(double share, int digits = 1) {
  return fmt::format("{:.{}f} %", 100 * share, digits);
}

double least_reached(std::vector<double> values, double alarms) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(static_cast<double>(values.size()) * (1 - alarms))];
}

constexpr int cases = 1000;
constexpr std::array<int, 3> lengths = {8, 16, 26};
constexpr std::array<double, 4> rates = {0.5, 1, 2, 5};

struct Effect {
  std::string_view name;
  double before;  ///< times the rate
  double after;
};
constexpr std::array<Effect, 4> effects = {{{"×½", 1, 0.5}, {"×2", 1, 2}, {"stop", 1, 0}, {"start", 0, 1}}};

/// From which statistic on a method tells a change, so that it does so in `wanted_alarms` of series of the
/// same rate and length without one.
struct Thresholds {
  double oracle = 0;
  double trend = 0;
  double month = 0;
  Alarms ours;  ///< ours at the penalty it always has
};

Thresholds thresholds(Seeds seeds, int length, double rate) {
  constexpr int steady = 16000;
  constexpr int tried = 3000;
  std::array<std::vector<double>, 3> statistics;
  Thresholds result;
  for (int n = 0; n < steady; ++n) {
    Draw draw(seed_of(seeds, n), fmt::format("null {} {}", length, rate));
    const double dispersion = 1 + 2 * draw.uniform();
    const DailyCounts daily = changed_habit(draw, rate, rate, dispersion, length);
    const std::vector<int> weeks = by_week(daily);
    statistics[0].push_back(oracle_ratio(weeks, dispersion));
    statistics[1].push_back(mann_kendall(weeks));
    statistics[2].push_back(last_month_against_mean(weeks));
    if (n >= tried) continue;
    ++result.ours.series;
    if (!find_change_points(daily).empty()) ++result.ours.told;
  }
  result.oracle = least_reached(statistics[0], wanted_alarms);
  result.trend = least_reached(statistics[1], wanted_alarms);
  result.month = least_reached(statistics[2], wanted_alarms);
  return result;
}

struct Cell {
  int length = 0;
  double rate = 0;
  Effect effect{};
  int oracle = 0;
  int found = 0;
  int trend = 0;
  int trend_at_0_05 = 0;
  int month = 0;
  int month_far = 0;
  int held = 0;
  int kind = 0;
  std::vector<double> widths;  ///< days
  std::vector<double> errors;  ///< days
  double behind() const { return static_cast<double>(oracle - found) / cases; }
};

/// Certainties of changes with whether they are real.
struct Judged {
  double certainty = 0;
  bool real = false;
};

bool right_kind(const ChangePoint& change, const Effect& effect) {
  if (effect.after == 0) return change.after < change.before && change.none_after;
  if (effect.before == 0) return change.after > change.before && change.none_before;
  if (effect.after > effect.before) return change.after > change.before && !change.none_before;
  return change.after < change.before && !change.none_after;
}

void judge(Cell& cell, const std::vector<ChangePoint>& found, std::vector<Judged>& judged) {
  constexpr int near = 28;
  const int truth = cell.length * 7;
  const auto distance = [truth](const ChangePoint& change) { return std::abs(change.day - truth); };
  const auto holds = [truth](const ChangePoint& change) {
    return change.low <= truth && truth <= change.high;
  };
  for (const ChangePoint& change : found) {
    const bool same = (change.after > change.before) == (cell.effect.after > cell.effect.before);
    judged.push_back({change.certainty, same && (distance(change) <= near || holds(change))});
  }
  const ChangePoint& nearest = *std::min_element(
      found.begin(), found.end(),
      [&](const ChangePoint& a, const ChangePoint& b) { return distance(a) < distance(b); });
  ++cell.found;
  cell.held += holds(nearest) ? 1 : 0;
  cell.kind += right_kind(nearest, cell.effect) ? 1 : 0;
  cell.widths.push_back(nearest.high - nearest.low + 1);
  cell.errors.push_back(distance(nearest));
}

Cell cell_of(Seeds seeds, int length, double rate, const Effect& effect, const Thresholds& limit,
             std::vector<Judged>& judged) {
  constexpr double significant = 1.96;
  Cell cell;
  cell.length = length;
  cell.rate = rate;
  cell.effect = effect;
  for (int n = 0; n < cases; ++n) {
    Draw draw(seed_of(seeds, n), fmt::format("change {} {} {}", length, rate, effect.name));
    const double dispersion = 1 + 2 * draw.uniform();
    const DailyCounts daily =
        changed_habit(draw, rate * effect.before, rate * effect.after, dispersion, length);
    const std::vector<int> weeks = by_week(daily);
    const double trend = mann_kendall(weeks);
    cell.oracle += oracle_ratio(weeks, dispersion) > limit.oracle ? 1 : 0;
    cell.trend += trend > limit.trend ? 1 : 0;
    cell.trend_at_0_05 += trend > significant ? 1 : 0;
    cell.month += last_month_against_mean(weeks) > limit.month ? 1 : 0;
    cell.month_far += last_month_far_from_mean(weeks) ? 1 : 0;
    const std::vector<ChangePoint> found = find_change_points(daily);
    if (!found.empty()) judge(cell, found, judged);
  }
  return cell;
}

std::string median(std::vector<double> values) {
  if (values.empty()) return "–";
  std::sort(values.begin(), values.end());
  return fmt::format("{:.0f}", values[values.size() / 2]);
}

std::string share(int part, int all) {
  return all == 0 ? "–" : fmt::format("{:.0f}", 100.0 * part / all);
}

std::string line_of(const Cell& cell) {
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |", cell.length,
                     cell.rate, cell.effect.name, share(cell.oracle, cases), share(cell.found, cases),
                     share(cell.trend, cases), share(cell.trend_at_0_05, cases), share(cell.month, cases),
                     share(cell.month_far, cases), share(cell.held, cell.found), median(cell.widths),
                     median(cell.errors), share(cell.kind, cell.found));
}

int sum(const std::vector<Cell>& cells, int Cell::*what) {
  return std::accumulate(cells.begin(), cells.end(), 0,
                         [what](int all, const Cell& cell) { return all + cell.*what; });
}

void add_behind(Report& report, const std::vector<Cell>& cells) {
  for (const int length : lengths) {
    const double bar = length == 8 ? 0.10 : 0.07;
    std::vector<Cell> of_length;
    std::copy_if(cells.begin(), cells.end(), std::back_inserter(of_length),
                 [length](const Cell& cell) { return cell.length == length; });
    const Cell& worst =
        *std::max_element(of_length.begin(), of_length.end(),
                          [](const Cell& a, const Cell& b) { return a.behind() < b.behind(); });
    report.figures.push_back(
        {fmt::format("recall, {} weeks a side: oracle, ours, mean of {} cells", length, of_length.size()),
         fmt::format("{}, {}",
                     percent(static_cast<double>(sum(of_length, &Cell::oracle)) / cases /
                             static_cast<double>(of_length.size())),
                     percent(static_cast<double>(sum(of_length, &Cell::found)) / cases /
                             static_cast<double>(of_length.size())))});
    report.figures.push_back(
        {fmt::format("recall behind the oracle, worst cell at {} weeks a side ({} a week, {})", length,
                     worst.rate, worst.effect.name),
         fmt::format("{:.1f} points", 100 * worst.behind()), fmt::format("at most {:.0f}", 100 * bar),
         worst.behind() <= bar});
  }
}

void add_found(Report& report, const std::vector<Cell>& cells) {
  constexpr double hold_bar = 0.88;
  constexpr double kind_bar = 0.95;
  const int found = sum(cells, &Cell::found);
  const double held = static_cast<double>(sum(cells, &Cell::held)) / found;
  const double kind = static_cast<double>(sum(cells, &Cell::kind)) / found;
  std::vector<double> widths;
  std::vector<double> errors;
  for (const Cell& cell : cells) {
    widths.insert(widths.end(), cell.widths.begin(), cell.widths.end());
    errors.insert(errors.end(), cell.errors.begin(), cell.errors.end());
  }
  report.figures.push_back({fmt::format("90 % interval holds the day ({} found)", found), percent(held),
                            "at least 88 %", held >= hold_bar});
  report.figures.push_back({"its width and the error of the day, medians",
                            fmt::format("{} and {} days", median(widths), median(errors))});
  report.figures.push_back(
      {"kind right, of what is found", percent(kind), "at least 95 %", kind >= kind_bar});
}

Report report_of(const std::vector<Cell>& cells, const Alarms& ours) {
  Report report{"Changes of habit: recall beside an oracle", {}};
  add_behind(report, cells);
  add_found(report, cells);
  const auto mean = [&](int Cell::*what) {
    return percent(static_cast<double>(sum(cells, what)) / cases / static_cast<double>(cells.size()));
  };
  report.figures.push_back(
      {fmt::format("ours told in {} series of these lengths without a change", ours.series),
       percent(ours.rate(), 2)});
  report.figures.push_back({"recall of Mann–Kendall at the oracle's false alarms, at 0.05",
                            fmt::format("{}, {}", mean(&Cell::trend), mean(&Cell::trend_at_0_05))});
  report.figures.push_back({"recall of last month against mean at the oracle's false alarms, as ½ or 2",
                            fmt::format("{}, {}", mean(&Cell::month), mean(&Cell::month_far))});
  report.lines = {
      "Told, in % of 1,000 series a cell (oracle, Mann–Kendall and last month at 0.17 % false alarms of the "
      "same "
      "rate and length; dispersion 1 to 3); of what ours found: interval holds the day in %, its median "
      "width and "
      "the median error in days, kind right in %.",
      "",
      "| weeks a side | a week | effect | oracle | ours | M–K | M–K 0.05 | month | month ½ or 2 | holds | "
      "width | "
      "error | kind |",
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|"};
  for (const Cell& cell : cells) report.lines.push_back(line_of(cell));
  return report;
}

/// Certainties from .. to, the changes that have them, and how many of those are real.
struct Bin {
  double from = 0;
  double to = 0;
  double all = 0;
  double real = 0;
  double certainty = 0;  ///< summed up
  void add(double stated, bool is_real, double times) {
    if (stated < from || stated >= to) return;
    all += times;
    real += is_real ? times : 0;
    certainty += times * stated;
  }
  double off() const { return all > 0 ? std::abs(certainty - real) / all : 0; }
};

/// Of series-years of which one in five holds a change: the false alarms of the steady lives weigh as many.
Bin filled(Bin bin, const std::vector<Judged>& judged, const SteadyLives& steady) {
  const double weight =
      4.0 * cases * lengths.size() * rates.size() * effects.size() / (lives * habits_of_a_life);
  for (const Judged& one : judged) bin.add(one.certainty, one.real, 1);
  for (const double certainty : steady.certainties) bin.add(certainty, false, weight);
  return bin;
}

Report reliability(const std::vector<Judged>& judged, const SteadyLives& steady) {
  constexpr std::array<double, 7> edges = {0, 0.9, 0.93, 0.95, 0.97, 0.99, 1.0001};
  constexpr double at_most_off = 0.05;
  constexpr double enough = 1000;
  double worst = 0;
  for (int decile = 0; decile < 10; ++decile) {
    const Bin bin = filled({decile / 10.0, decile == 9 ? 1.0001 : (decile + 1) / 10.0}, judged, steady);
    if (bin.all >= enough) worst = std::max(worst, bin.off());
  }
  Report report{"Changes of habit: certainties (one series-year in five changes)", {}};
  report.figures.push_back({"certainty off from the share that is real, worst decile of 1,000 or more",
                            fmt::format("{:.1f} points", 100 * worst), "at most 5", worst <= at_most_off});
  report.lines = {"| certainty | changes | mean | real |", "|---|---|---|---|"};
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const Bin bin = filled({edges[i], edges[i + 1]}, judged, steady);
    if (bin.all == 0) continue;
    report.lines.push_back(fmt::format("| {:.2f}–{:.2f} | {:.0f} | {} | {} |", bin.from,
                                       std::min(1.0, bin.to), bin.all, percent(bin.certainty / bin.all),
                                       percent(bin.real / bin.all)));
  }
  return report;
}

}  // namespace

std::vector<Report> changes(Seeds seeds) {
  const SteadyLives steady = steady_lives(seeds);
  std::vector<Cell> cells;
  std::vector<Judged> judged;
  Alarms ours;
  for (const int length : lengths) {
    for (const double rate : rates) {
      const Thresholds limit = thresholds(seeds, length, rate);
      ours.told += limit.ours.told;
      ours.series += limit.ours.series;
      for (const Effect& effect : effects)
        cells.push_back(cell_of(seeds, length, rate, effect, limit, judged));
    }
  }
  return {report_of(steady, seeds), report_of(cells, ours), reliability(judged, steady)};
}

}  // namespace hoego::truth
