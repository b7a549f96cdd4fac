#include "analysis/change_points.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/explanation.h"
#include "analysis/season.h"

namespace hoego {
namespace {

constexpr int least_weeks = 3;       ///< of a stretch
constexpr double least_exposure = 0.1;  ///< of a week; below it says nothing
constexpr double proposed_from = 5;  ///< penalty at which changes are proposed, to be judged afterwards
constexpr std::size_t most_changes = 24;

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
    Judged result{partition, {}, all.dispersion, -2 * all.score + penalty * static_cast<double>(partition.size())};
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

Judged judge(const Weeks& weeks, double penalty) {
  const StretchCost cost(weeks);
  const double dispersion = std::clamp(nearby_dispersion(weeks, 6), 0.3, 40.0);
  Partition proposed;
  for (double price = proposed_from * dispersion;; price *= 1.5) {
    proposed = best_partition(cost, price, least_weeks);
    if (proposed.size() <= most_changes) break;
  }
  std::vector<Partition> path = path_to_none(cost, proposed, least_weeks);
  const Partition independent = cheapest(weeks, path, penalty, Memory::None);
  if (independent.empty()) return judged(weeks, {}, penalty);
  while (path.size() > independent.size() + 1) path.pop_back();  // memory explains more, never less
  return judged(weeks, cheapest(weeks, path, penalty, Memory::Allowed), penalty);
}

/// Weights of the days at which the new rate may begin, between the neighbouring changes: the likelihood of
/// the days before and after, each rate averaged over, counts and exposures divided by the dispersion.
struct Dated {
  int day = 0;
  int low = 0;
  int high = 0;
};

double log_average(double count, double exposure, double believed) {
  constexpr double shape = 0.5;
  const double rate = shape / believed;
  return std::lgamma(shape + count) - std::lgamma(shape) + shape * std::log(rate) -
         (shape + count) * std::log(rate + exposure);
}

Dated dated(const DailyCounts& daily, const std::vector<double>& season, int from, int to, double dispersion) {
  std::vector<double> counts = {0};
  std::vector<double> exposure = {0};
  for (int day = from; day < to; ++day) {
    const auto at = static_cast<std::size_t>(day);
    const bool exposed = daily.exposure[at] > 0;
    counts.push_back(counts.back() + (exposed ? daily.counts[at] : 0));
    exposure.push_back(exposure.back() + (exposed ? daily.exposure[at] * season[at] : 0));
  }
  const double believed = counts.back() / std::max(exposure.back(), least_exposure);
  const auto days = static_cast<std::size_t>(to - from);
  std::vector<double> logs(days, -1e300);
  for (std::size_t i = 1; i < days; ++i) {
    if (exposure[i] <= 0 || exposure[i] >= exposure.back()) continue;
    logs[i] = log_average(counts[i] / dispersion, exposure[i] / dispersion, believed) +
              log_average((counts.back() - counts[i]) / dispersion, (exposure.back() - exposure[i]) / dispersion,
                          believed);
  }
  const auto best = static_cast<std::size_t>(std::max_element(logs.begin(), logs.end()) - logs.begin());
  std::vector<double> weights;
  for (const double one : logs) weights.push_back(std::exp(one - logs[best]));
  std::vector<std::size_t> order(days);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  Dated result{from + static_cast<int>(best), from + static_cast<int>(best), from + static_cast<int>(best)};
  double held = 0;
  for (const std::size_t i : order) {
    if (held >= 0.9 * all) break;
    held += weights[i];
    result.low = std::min(result.low, from + static_cast<int>(i));
    result.high = std::max(result.high, from + static_cast<int>(i));
  }
  return result;
}

}  // namespace

double penalty_for(int /*weeks*/) {
  return 14;
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
      if (other.price >= best.price) continue;
      best = std::move(other);
      weeks = flat;
      for (std::size_t day = 0; day < season.size(); ++day) season[day] = one.factor(static_cast<int>(day));
    }
  }
  std::vector<ChangePoint> found;
  const StretchCost sums(plain);
  for (std::size_t i = 0; i < best.partition.size(); ++i) {
    const int before = i == 0 ? 0 : best.partition[i - 1];
    const int after = i + 1 == best.partition.size() ? weeks.size() : best.partition[i + 1];
    ChangePoint change;
    change.from = i == 0 ? 0 : weeks.begin[static_cast<std::size_t>(before)];
    change.to = after == weeks.size() ? static_cast<int>(daily.counts.size())
                                      : weeks.begin[static_cast<std::size_t>(after)];
    const Dated when = dated(daily, season, change.from, change.to, best.dispersion);
    change.day = when.day;
    change.low = when.low;
    change.high = when.high;
    const int at = best.partition[i];
    change.before = sums.count(before, at) / sums.exposure(before, at);
    change.after = sums.count(at, after) / sums.exposure(at, after);
    change.evidence = best.evidence[i];
    change.dispersion = best.dispersion;
    found.push_back(change);
  }
  return found;
}

}  // namespace hoego
