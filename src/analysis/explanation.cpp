#include "analysis/explanation.h"

#include <algorithm>
#include <array>
#include <cmath>

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

/// What is thought of memory beforehand. Within half a year a drift is a change to whoever looks back, and
/// the weeks could not tell them apart; over years they can.
double share_with_memory(int weeks) {
  constexpr double least = 0.02;
  constexpr double most = 0.5;
  constexpr double from = 52;
  constexpr double to = 104;
  return std::clamp(least + (most - least) * (weeks - from) / (to - from), least, most);
}
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

/// A law's logarithms for one mean, worked out once for each count.
class Remembered {
 public:
  double operator()(const CountLaw& law, int count, double mean) {
    if (mean != mean_) {
      known_.fill(unknown);
      mean_ = mean;
    }
    if (count >= static_cast<int>(known_.size())) return law.log_probability(count, mean);
    double& log = known_[static_cast<std::size_t>(count)];
    if (log == unknown) log = law.log_probability(count, mean);
    return log;
  }

 private:
  static constexpr double unknown = 1;  // logarithms of probabilities are not above 0
  std::array<double, 48> known_{};
  double mean_ = -1;
};

double log_likelihood(const CountLaw& law, const Weeks& weeks, const std::vector<double>& means) {
  double sum = 0;
  for (std::size_t i = 0; i < means.size(); ++i) sum += law.log_probability(weeks.counts[i], means[i]);
  return sum;
}

/// The same where whole weeks of a stretch have one mean.
double log_likelihood_by_stretch(const CountLaw& law, const Weeks& weeks, const std::vector<double>& means) {
  Remembered remembered;
  double sum = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    const bool whole = weeks.exposure[i] == 1;
    sum +=
        whole ? remembered(law, weeks.counts[i], means[i]) : law.log_probability(weeks.counts[i], means[i]);
  }
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
  constexpr double out_of_the_question = 15;  // below the likeliest
  const std::vector<double> means = mean_of_weeks(weeks, partition);
  const std::vector<WeighedLaw>& laws = count_laws();
  std::vector<double> logs;
  for (const WeighedLaw& one : laws)
    logs.push_back(one.log_weight + log_likelihood_by_stretch(one.law, weeks, means));
  if (memory == Memory::Allowed) {
    const double share = share_with_memory(weeks.size());
    const double likely = *std::max_element(logs.begin(), logs.end()) - out_of_the_question;
    std::vector<std::vector<double>> ways(laws.size());
    for (std::size_t i = 0; i < laws.size(); ++i) ways[i].push_back(std::log(1 - share) + logs[i]);
    for (const Echo echo : echoes) {
      const std::vector<double> moved = with_echo(weeks, means, echo);
      for (std::size_t i = 0; i < laws.size(); ++i) {
        if (logs[i] < likely) continue;
        ways[i].push_back(std::log(share / echoes.size()) + laws[i].log_weight +
                          log_likelihood(laws[i].law, weeks, moved));
      }
    }
    for (std::size_t i = 0; i < laws.size(); ++i) logs[i] = log_sum(ways[i]);
  }
  Explanation explanation;
  explanation.score = log_sum(logs);
  explanation.dispersion = 0;
  for (std::size_t i = 0; i < logs.size(); ++i)
    explanation.dispersion += laws[i].law.dispersion() * std::exp(logs[i] - explanation.score);
  return explanation;
}

}  // namespace hoego
