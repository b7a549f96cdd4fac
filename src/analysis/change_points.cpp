#include "analysis/change_points.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/count_law.h"
#include "analysis/explanation.h"
#include "analysis/season.h"

namespace hoego {
namespace {

constexpr int least_weeks = 3;          ///< of a stretch
constexpr double least_exposure = 0.1;  ///< of a week; below it says nothing
constexpr std::size_t most_changes = 24;
constexpr double few_weeks = 4;

/// Weeks of seven days up to the last day, so that the last one is whole.
Weeks weeks_of(const DailyCounts& daily) {
  Weeks weeks;
  const int days = static_cast<int>(daily.counts.size());
  for (int begin = days % 7 - 7; begin < days; begin += 7) {
    int count = 0;
    double exposure = 0;
    for (int day = std::max(begin, 0); day < begin + 7; ++day) {
      const auto at = static_cast<std::size_t>(day);
      if (daily.exposure[at] <= 0) continue;
      count += daily.counts[at];
      exposure += daily.exposure[at];
    }
    if (exposure < least_exposure) continue;
    if (std::abs(exposure - 1) < 1e-6) exposure = 1;
    weeks.counts.push_back(count);
    weeks.exposure.push_back(exposure);
    weeks.begin.push_back(std::max(begin, 0));
  }
  return weeks;
}

struct Judged {
  Partition partition;
  std::vector<double> evidence;  ///< of each change
  double dispersion = 1;
  double price = 0;  ///< -2 score + penalty a change
};

Partition without(const Partition& partition, std::size_t left_out) {
  Partition rest = partition;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
  return rest;
}

Partition cheapest(const Weeks& weeks, const std::vector<Partition>& path, double penalty, Memory memory) {
  double lowest = 0;
  const Partition* best = nullptr;
  for (const Partition& partition : path) {
    const double price =
        -2 * explain(weeks, partition, memory).score + penalty * static_cast<double>(partition.size());
    if (best != nullptr && price >= lowest) continue;
    lowest = price;
    best = &partition;
  }
  return *best;
}

/// Leaves out what does not stand by itself: each change must be worth the penalty where only it is missing.
Judged judged(const Weeks& weeks, Partition partition, double penalty) {
  const StretchCost cost(weeks);
  for (;;) {
    const Explanation all = explain(weeks, partition, Memory::Allowed);
    Judged result{
        partition, {}, all.dispersion, -2 * all.score + penalty * static_cast<double>(partition.size())};
    for (std::size_t i = 0; i < partition.size(); ++i) {
      Partition rest = without(partition, i);
      settle(rest, cost, least_weeks);
      result.evidence.push_back(2 * (all.score - explain(weeks, rest, Memory::Allowed).score));
    }
    const auto weakest = std::min_element(result.evidence.begin(), result.evidence.end());
    if (weakest == result.evidence.end() || *weakest >= penalty) return result;
    partition = without(partition, static_cast<std::size_t>(weakest - result.evidence.begin()));
    settle(partition, cost, least_weeks);
  }
}

/// The penalty at which changes are proposed, to be judged afterwards: well below what any of them must be
/// worth, the more so where the dispersion is hardly known.
double generous_penalty(const Weeks& weeks) {
  constexpr int many_weeks = 104;
  const double dispersion = std::clamp(nearby_dispersion(weeks, 6), 0.3, 40.0);
  return dispersion * (weeks.size() < many_weeks ? 5 : 7);
}

Judged judge(const Weeks& weeks, double penalty) {
  const StretchCost cost(weeks);
  Partition proposed;
  for (double price = generous_penalty(weeks);; price *= 1.5) {
    proposed = best_partition(cost, price, least_weeks);
    if (proposed.size() <= most_changes) break;
  }
  std::vector<Partition> path = path_to_none(cost, proposed, least_weeks);
  const Partition independent = cheapest(weeks, path, penalty, Memory::None);
  if (independent.empty()) return judged(weeks, {}, penalty);
  while (path.size() > independent.size() + 1) path.pop_back();  // memory explains more, never less
  return judged(weeks, cheapest(weeks, path, penalty, Memory::Allowed), penalty);
}

double log_average(double count, double exposure, double believed) {
  constexpr double shape = 0.5;
  const double rate = shape / believed;
  return std::lgamma(shape + count) - std::lgamma(shape) + shape * std::log(rate) -
         (shape + count) * std::log(rate + exposure);
}

/// Sums of counts and exposures from the day `from` up to each day; exposures follow the season.
struct Sums {
  std::vector<double> counts = {0};
  std::vector<double> exposure = {0};

  Sums(const DailyCounts& daily, const std::vector<double>& season, int from, int to) {
    for (int day = from; day < to; ++day) {
      const auto at = static_cast<std::size_t>(day);
      const bool exposed = daily.exposure[at] > 0;
      counts.push_back(counts.back() + (exposed ? daily.counts[at] : 0));
      exposure.push_back(exposure.back() + (exposed ? daily.exposure[at] * season[at] : 0));
    }
  }
};

/// Logarithm of the likelihood of each day as the first of the new rate: of the days before and after it,
/// each rate averaged over, counts and exposures divided by the dispersion. A stop has no record after it, a
/// start none before.
std::vector<double> log_weights(const Sums& sums, const ChangePoint& change, double dispersion) {
  constexpr double never = -1e300;
  const double count = sums.counts.back();
  const double exposure = sums.exposure.back();
  const double believed = count / std::max(exposure, least_exposure);
  std::vector<double> logs(sums.counts.size() - 1, never);
  const bool stop = change.none_after && change.after == 0;
  const bool start = change.none_before && change.before == 0;
  for (std::size_t i = 1; i < logs.size(); ++i) {
    if (sums.exposure[i] <= 0 || sums.exposure[i] >= exposure) continue;
    if ((stop && sums.counts[i] < count) || (start && sums.counts[i] > 0)) continue;
    logs[i] = log_average(sums.counts[i] / dispersion, sums.exposure[i] / dispersion, believed) +
              log_average((count - sums.counts[i]) / dispersion, (exposure - sums.exposure[i]) / dispersion,
                          believed);
  }
  return logs;
}

/// The likeliest day, and the least days that hold 90 %.
void date(ChangePoint& change, const std::vector<double>& logs) {
  constexpr double held = 0.9;
  const auto best = static_cast<std::size_t>(std::max_element(logs.begin(), logs.end()) - logs.begin());
  std::vector<double> weights;
  for (const double one : logs) weights.push_back(std::exp(one - logs[best]));
  std::vector<std::size_t> order(logs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  double left = held * std::accumulate(weights.begin(), weights.end(), 0.0);
  std::size_t low = best;
  std::size_t high = best;
  for (const std::size_t i : order) {
    if (left <= 0) break;
    left -= weights[i];
    low = std::min(low, i);
    high = std::max(high, i);
  }
  change.day = change.from + static_cast<int>(best);
  change.low = change.from + static_cast<int>(low);
  change.high = change.from + static_cast<int>(high);
}

/// What was counted on the days from .. to - 1, and over how many weeks of exposure.
struct Stretch {
  int count = 0;
  double exposure = 0;
  double rate() const { return count / std::max(exposure, least_exposure); }
};

Stretch stretch(const DailyCounts& daily, int from, int to) {
  Stretch result;
  for (int day = from; day < to; ++day) {
    const auto at = static_cast<std::size_t>(day);
    if (daily.exposure[at] <= 0) continue;
    result.count += daily.counts[at];
    result.exposure += daily.exposure[at];
  }
  return result;
}

void describe(ChangePoint& change, const DailyCounts& daily) {
  const Stretch before = stretch(daily, change.from, change.day);
  const Stretch after = stretch(daily, change.day, change.to);
  change.before = before.rate();
  change.after = after.rate();
  change.none_before = as_good_as_zero(before.count, before.exposure, change.after, change.dispersion);
  change.none_after = as_good_as_zero(after.count, after.exposure, change.before, change.dispersion);
}

/// What has stopped and came again in the last weeks, too few of them for a rate: the stop ends with the
/// first time, which is a return as likely as it is an exception, the likelier the oftener it came.
std::optional<ChangePoint> return_after(ChangePoint& stop, const DailyCounts& daily) {
  int first = stop.day;
  while (first < stop.to && (daily.counts[static_cast<std::size_t>(first)] == 0 ||
                             daily.exposure[static_cast<std::size_t>(first)] <= 0))
    ++first;
  const int lately = static_cast<int>(daily.counts.size()) - 7 * least_weeks;
  const Stretch pause = stretch(daily, stop.day, first);
  if (first == stop.to || first < lately || stop.after >= stop.before ||
      !as_good_as_zero(0, pause.exposure, stop.before, stop.dispersion))
    return std::nullopt;
  const Stretch again = stretch(daily, first, stop.to);
  ChangePoint change = stop;
  change.from = stop.day;
  change.day = change.low = change.high = first;
  change.before = 0;
  change.after = again.count / std::max(again.exposure, 1.0);
  change.none_before = true;
  change.none_after = false;
  change.evidence = 0;
  change.certainty = 1 - std::pow(0.5, again.count);
  stop.to = first;
  return change;
}

std::vector<ChangePoint> told(const DailyCounts& daily, const Weeks& weeks, const std::vector<double>& season,
                              const Judged& judged, std::size_t i) {
  const Partition& partition = judged.partition;
  const auto day_of = [&weeks](int week) { return weeks.begin[static_cast<std::size_t>(week)]; };
  const int first = i == 0 ? 0 : partition[i - 1];
  const int last = i + 1 == partition.size() ? weeks.size() : partition[i + 1];
  ChangePoint change;
  change.from = i == 0 ? 0 : day_of(first);
  change.day = day_of(partition[i]);
  change.to = last == weeks.size() ? static_cast<int>(daily.counts.size()) : day_of(last);
  change.evidence = judged.evidence[i];
  change.certainty = certainty_of(change.evidence, weeks.size());
  change.dispersion = judged.dispersion;
  describe(change, daily);
  const std::optional<ChangePoint> back = last == weeks.size() ? return_after(change, daily) : std::nullopt;
  if (back) describe(change, daily);
  // Of few weeks the dispersion is not well known, and what was found flatters it.
  // Nor are days more regular than chance where weeks are.
  const double dispersion = std::max(judged.dispersion, 1.0) * (1 + few_weeks / (last - first));
  date(change, log_weights(Sums(daily, season, change.from, change.to), change, dispersion));
  describe(change, daily);
  std::vector<ChangePoint> changes = {change};
  if (back) changes.push_back(*back);
  return changes;
}

}  // namespace

bool as_good_as_zero(int count, double exposure, double other, double dispersion) {
  constexpr int steps = 200;
  constexpr int tenth = steps / 10;
  if (other <= 0) return false;
  const CountLaw law(std::max(dispersion, 1.0));
  double below = 0;
  double all = 0;
  for (int i = 0; i < steps; ++i) {
    const double rate = other * (i + 0.5) / steps;
    const double likelihood = std::exp(law.log_probability(count, rate * exposure)) / steps;
    all += likelihood;
    if (i < tenth) below += likelihood;
  }
  const double exactly = count == 0 ? 1 : 0;
  return all > 0 && exactly + below >= 0.9 * (exactly + all);
}

double penalty_for(int weeks) {
  struct Point {
    double weeks;
    double penalty;
  };
  // From `hoego_truth --tuning changes-calibration`.
  constexpr std::array<Point, 4> table = {{{16, 15.2}, {32, 15.6}, {52, 15.9}, {104, 15.6}}};
  if (weeks <= table.front().weeks) return table.front().penalty;
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (weeks > table[i].weeks) continue;
    const double share = (weeks - table[i - 1].weeks) / (table[i].weeks - table[i - 1].weeks);
    return table[i - 1].penalty + share * (table[i].penalty - table[i - 1].penalty);
  }
  return table.back().penalty;
}

double certainty_of(double evidence, int weeks) {
  // Fitted to the same simulations.
  constexpr double at_the_penalty = 2.5;
  constexpr double slope = 0.06;
  constexpr double bend = 0.006;
  constexpr double most = 30;
  const double beyond = std::clamp(evidence - penalty_for(weeks), 0.0, most);
  return 1 / (1 + std::exp(-at_the_penalty - slope * beyond - bend * beyond * beyond));
}

std::vector<ChangePoint> find_change_points(const DailyCounts& daily, std::optional<double> asked) {
  const Weeks plain = without_short_gaps(weeks_of(daily));
  if (plain.size() < 2 * least_weeks) return {};
  const double penalty = asked.value_or(penalty_for(plain.size()));
  Weeks weeks = plain;
  Judged best = judge(weeks, penalty);
  std::vector<double> season(daily.counts.size(), 1.0);
  if (!best.partition.empty()) {
    for (const Season& one : possible_seasons(plain, best.partition)) {
      const Weeks flat = one.taken_out_of(plain);
      Judged other = judge(flat, penalty);
      other.price += one.price;
      if (other.price >= best.price || !season_is_known(plain, other.partition)) continue;
      best = std::move(other);
      weeks = flat;
      for (std::size_t day = 0; day < season.size(); ++day) season[day] = one.factor(static_cast<int>(day));
    }
  }
  std::vector<ChangePoint> found;
  for (std::size_t i = 0; i < best.partition.size(); ++i) {
    for (const ChangePoint& change : told(daily, plain, season, best, i)) found.push_back(change);
  }
  return found;
}

std::vector<ChangePoint> without(std::vector<ChangePoint> points, std::size_t index,
                                 const DailyCounts& daily) {
  const ChangePoint gone = points.at(index);
  points.erase(points.begin() + static_cast<std::ptrdiff_t>(index));
  if (index > 0) {
    points[index - 1].to = gone.to;
    describe(points[index - 1], daily);
  }
  if (index < points.size()) {
    points[index].from = gone.from;
    describe(points[index], daily);
  }
  return points;
}

}  // namespace hoego
