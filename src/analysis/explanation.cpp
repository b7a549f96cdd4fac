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

/// A drift goes so far down or up and no farther: what goes to nothing has stopped.
constexpr double least_of_drift = 0.4;
constexpr double most_of_drift = 2.5;

/// Weeks from the first in which it came to the last.
int lived_weeks(const Weeks& weeks) {
  const auto came = [](int count) { return count > 0; };
  const auto first = std::find_if(weeks.counts.begin(), weeks.counts.end(), came);
  const auto last = std::find_if(weeks.counts.rbegin(), weeks.counts.rend(), came);
  return std::max(0, static_cast<int>(last.base() - first));
}

/// What is thought of memory beforehand. Within half a year a drift is a change to whoever looks back, and
/// the weeks could not tell them apart; over years of the habit they can.
double share_with_memory(const Weeks& weeks) {
  constexpr double least = 0.02;
  constexpr double most = 0.5;
  constexpr double from = 52;
  constexpr double to = 104;
  return std::clamp(least + (most - least) * (lived_weeks(weeks) - from) / (to - from), least, most);
}

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
    moved[i] = means[i] * std::clamp(1 + echo.strength * left, least_of_drift, most_of_drift);
    const double whole = means[i] / weeks.exposure[i];  // of a whole week
    const double surprise = whole > 0 ? (weeks.counts[i] - means[i]) / whole : 0;
    left = echo.decay * left + surprise;
  }
  return moved;
}

/// How often a count came where a mean was expected: whole weeks of a stretch have the same.
struct Times {
  int count = 0;
  double mean = 0;
  int times = 1;
};

std::vector<Times> tally(const Weeks& weeks, const std::vector<double>& means) {
  constexpr std::size_t small = 64;
  std::vector<Times> list;
  std::array<int, small> whole{};
  const auto put_down = [&](double mean) {
    for (std::size_t count = 0; count < small; ++count) {
      if (whole[count] > 0) list.push_back({static_cast<int>(count), mean, whole[count]});
    }
    whole.fill(0);
  };
  double mean = -1;
  for (std::size_t i = 0; i < means.size(); ++i) {
    const auto count = static_cast<std::size_t>(weeks.counts[i]);
    if (weeks.exposure[i] != 1 || count >= small) {
      list.push_back({weeks.counts[i], means[i]});
      continue;
    }
    if (means[i] != mean) put_down(mean);
    mean = means[i];
    ++whole[count];
  }
  put_down(mean);
  return list;
}

double log_likelihood(const CountLaw& law, const std::vector<Times>& list) {
  double sum = 0;
  for (const Times& one : list) sum += one.times * law.log_probability(one.count, one.mean);
  return sum;
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
  constexpr double out_of_the_question = 15;  // below the likeliest
  const std::vector<double> means = mean_of_weeks(weeks, partition);
  const std::vector<WeighedLaw>& laws = count_laws();
  std::vector<double> logs;
  const std::vector<Times> list = tally(weeks, means);
  for (const WeighedLaw& one : laws) logs.push_back(one.log_weight + log_likelihood(one.law, list));
  if (memory == Memory::Allowed) {
    const double share = share_with_memory(weeks);
    const double likely = *std::max_element(logs.begin(), logs.end()) - out_of_the_question;
    std::vector<std::vector<double>> ways(laws.size());
    for (std::size_t i = 0; i < laws.size(); ++i) ways[i].push_back(std::log(1 - share) + logs[i]);
    for (const Echo echo : echoes) {
      const std::vector<double> moved = with_echo(weeks, means, echo);
      for (std::size_t i = 0; i < laws.size(); ++i) {
        // A drift of the rate shows as dispersion: who is more regular than chance does not drift.
        if (logs[i] < likely || laws[i].law.dispersion() < 1) continue;
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
