#include "analysis/explanation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/count_law.h"

namespace hoego {
namespace {

/// How much of a week's surprise the next one repeats, and how much of that is left a week later.
struct Echo {
  double strength;
  double decay;
};
constexpr std::array<Echo, 7> echoes = {
    {{0.08, 0.6}, {0.15, 0.4}, {0.1, 0.8}, {0.2, 0.6}, {0.2, 0.75}, {0.35, 0.3}, {0.35, 0.55}}};
constexpr double share_with_memory = 0.4;
constexpr double least_mean_share = 0.05;

double log_sum(const std::vector<double>& logs) {
  const double greatest = *std::max_element(logs.begin(), logs.end());
  double sum = 0;
  for (const double one : logs) sum += std::exp(one - greatest);
  return greatest + std::log(sum);
}

std::vector<double> mean_of_weeks(const Weeks& weeks, const Partition& partition) {
  const std::vector<double> rates = rates_of(weeks, partition);
  std::vector<double> means;
  std::size_t stretch = 0;
  for (int i = 0; i < weeks.size(); ++i) {
    if (stretch < partition.size() && i == partition[stretch]) ++stretch;
    means.push_back(rates[stretch] * weeks.exposure[static_cast<std::size_t>(i)]);
  }
  return means;
}

/// The means once each follows the surprises of the weeks before, relative to its own.
std::vector<double> with_echo(const Weeks& weeks, const std::vector<double>& means, Echo echo) {
  std::vector<double> moved = means;
  double left = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    moved[i] = means[i] * std::max(least_mean_share, 1 + echo.strength * left);
    const double whole = means[i] / weeks.exposure[i];  // of a whole week
    const double surprise = whole > 0 ? (weeks.counts[i] - means[i]) / whole : 0;
    left = echo.decay * left + surprise;
  }
  return moved;
}

double log_likelihood(const CountLaw& law, const Weeks& weeks, const std::vector<double>& means) {
  double sum = 0;
  for (std::size_t i = 0; i < means.size(); ++i) sum += law.log_probability(weeks.counts[i], means[i]);
  return sum;
}

}  // namespace

std::vector<double> rates_of(const Weeks& weeks, const Partition& partition) {
  const StretchCost sums(weeks);
  std::vector<double> rates;
  for (std::size_t i = 0; i <= partition.size(); ++i) {
    const int from = i == 0 ? 0 : partition[i - 1];
    const int to = i == partition.size() ? weeks.size() : partition[i];
    rates.push_back(sums.exposure(from, to) > 0 ? sums.count(from, to) / sums.exposure(from, to) : 0);
  }
  return rates;
}

Explanation explain(const Weeks& weeks, const Partition& partition, Memory memory) {
  const std::vector<double> means = mean_of_weeks(weeks, partition);
  std::vector<std::vector<double>> moved;
  if (memory == Memory::Allowed) {
    for (const Echo echo : echoes) moved.push_back(with_echo(weeks, means, echo));
  }
  const double log_without = memory == Memory::Allowed ? std::log(1 - share_with_memory) : 0;
  const double log_with = std::log(share_with_memory / echoes.size());
  std::vector<double> logs;
  for (const WeighedLaw& one : count_laws()) {
    std::vector<double> ways = {log_without + log_likelihood(one.law, weeks, means)};
    for (const auto& other : moved) ways.push_back(log_with + log_likelihood(one.law, weeks, other));
    logs.push_back(one.log_weight + log_sum(ways));
  }
  Explanation explanation;
  explanation.score = log_sum(logs);
  explanation.dispersion = 0;
  for (std::size_t i = 0; i < logs.size(); ++i)
    explanation.dispersion += count_laws()[i].law.dispersion() * std::exp(logs[i] - explanation.score);
  return explanation;
}

}  // namespace hoego
