#include "analysis/segmentation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hoego {
namespace {

constexpr int parts = 64;  // of a week, to which exposures are rounded where their logarithm is looked up

double log_of(std::size_t whole) {
  static const std::vector<double> table = [] {
    std::vector<double> logs(std::size_t{1} << 16, 0.0);
    for (std::size_t i = 1; i < logs.size(); ++i) logs[i] = std::log(static_cast<double>(i));
    return logs;
  }();
  return whole < table.size() ? table[whole] : std::log(static_cast<double>(whole));
}

/// A last change before a week, and from which week on it can be left out of account.
struct Candidate {
  int at = 0;
  int until = std::numeric_limits<int>::max();
};

}  // namespace

StretchCost::StretchCost(const Weeks& weeks) {
  counts_.assign(1, 0);
  exposure_.assign(1, 0.0);
  for (std::size_t i = 0; i < weeks.counts.size(); ++i) {
    counts_.push_back(counts_.back() + weeks.counts[i]);
    exposure_.push_back(exposure_.back() + weeks.exposure[i]);
  }
}

double StretchCost::operator()(int from, int to) const {
  const int total = count(from, to);
  if (total == 0) return 0;
  const double weeks = std::max(exposure(from, to), 1.0 / parts);
  const double log_exposure = log_of(static_cast<std::size_t>(weeks * parts + 0.5)) - log_of(parts);
  return -2 * total * (log_of(static_cast<std::size_t>(total)) - log_exposure);
}

Partition best_partition(const StretchCost& cost, double penalty, int least) {
  const int n = cost.size();
  std::vector<double> best(static_cast<std::size_t>(n) + 1, std::numeric_limits<double>::infinity());
  std::vector<int> last(static_cast<std::size_t>(n) + 1, 0);
  best[0] = -penalty;
  std::vector<Candidate> candidates;
  for (int to = least; to <= n; ++to) {
    if (to - least == 0 || to - least >= least) candidates.push_back({to - least});
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                    [to](const Candidate& one) { return one.until <= to; }),
                     candidates.end());
    auto& least_cost = best[static_cast<std::size_t>(to)];
    std::vector<double> reached;
    for (const Candidate& one : candidates) {
      const double total = best[static_cast<std::size_t>(one.at)] + cost(one.at, to);
      reached.push_back(total);
      if (total + penalty >= least_cost) continue;
      least_cost = total + penalty;
      last[static_cast<std::size_t>(to)] = one.at;
    }
    // What is worse than a change at `to` would be stays so for all weeks at which that change is allowed.
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (reached[i] > least_cost) candidates[i].until = std::min(candidates[i].until, to + least);
    }
  }
  Partition partition;
  for (int at = last[static_cast<std::size_t>(n)]; at > 0; at = last[static_cast<std::size_t>(at)])
    partition.push_back(at);
  std::reverse(partition.begin(), partition.end());
  return partition;
}

void settle(Partition& partition, const StretchCost& cost, int least) {
  for (std::size_t i = 0; i < partition.size(); ++i) {
    const int from = i == 0 ? 0 : partition[i - 1];
    const int to = i + 1 == partition.size() ? cost.size() : partition[i + 1];
    double lowest = cost(from, partition[i]) + cost(partition[i], to);
    for (int at = from + least; at <= to - least; ++at) {
      const double here = cost(from, at) + cost(at, to);
      if (here >= lowest) continue;
      lowest = here;
      partition[i] = at;
    }
  }
}

std::vector<Partition> path_to_none(const StretchCost& cost, Partition all, int least) {
  std::vector<Partition> path = {all};
  while (!all.empty()) {
    std::size_t weakest = 0;
    double lowest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const int from = i == 0 ? 0 : all[i - 1];
      const int to = i + 1 == all.size() ? cost.size() : all[i + 1];
      const double saved = cost(from, to) - cost(from, all[i]) - cost(all[i], to);
      if (saved >= lowest) continue;
      lowest = saved;
      weakest = i;
    }
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(weakest));
    settle(all, cost, least);
    path.push_back(all);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

double nearby_dispersion(const Weeks& weeks, double belief) {
  constexpr double believed = 1.3;
  constexpr int reach = 4;
  double sum = belief * believed;
  double pairs = belief;
  const StretchCost sums(weeks);
  for (int i = 0; i + 1 < weeks.size(); ++i) {
    const int from = std::max(0, i - reach);
    const int to = std::min(weeks.size(), i + 2 + reach);
    const double rate = sums.count(from, to) / std::max(sums.exposure(from, to), 0.1);
    if (rate <= 0) continue;
    const auto here = static_cast<std::size_t>(i);
    const double difference =
        weeks.counts[here] / weeks.exposure[here] - weeks.counts[here + 1] / weeks.exposure[here + 1];
    sum += difference * difference / (rate * (1 / weeks.exposure[here] + 1 / weeks.exposure[here + 1]));
    ++pairs;
  }
  return sum / pairs;
}

}  // namespace hoego
