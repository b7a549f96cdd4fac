#include "analysis/segmentation.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace hoego {
namespace {

Weeks weeks_of(const std::vector<int>& counts) {
  Weeks weeks;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    weeks.counts.push_back(counts[i]);
    weeks.exposure.push_back(i % 5 == 4 ? 0.5 : 1);
    weeks.begin.push_back(static_cast<int>(i) * 7);
  }
  return weeks;
}

double price(const StretchCost& cost, const Partition& partition, double penalty) {
  double sum = penalty * static_cast<double>(partition.size());
  int from = 0;
  for (const int at : partition) {
    sum += cost(from, at);
    from = at;
  }
  return sum + cost(from, cost.size());
}

/// The least price of all partitions whose stretches have `least` weeks.
double by_trying_all(const StretchCost& cost, double penalty, int least) {
  const int n = cost.size();
  double lowest = std::numeric_limits<double>::infinity();
  for (unsigned set = 0; set < 1U << (n - 1); ++set) {
    Partition partition;
    int from = 0;
    bool allowed = true;
    for (int at = 1; at < n; ++at) {
      if ((set >> (at - 1) & 1U) == 0) continue;
      allowed = allowed && at - from >= least;
      partition.push_back(at);
      from = at;
    }
    if (allowed && (n - from >= least || partition.empty()))
      lowest = std::min(lowest, price(cost, partition, penalty));
  }
  return lowest;
}

TEST(Segmentation, pruning_loses_nothing_against_trying_all_partitions) {
  std::mt19937 random(7);
  for (int trial = 0; trial < 120; ++trial) {
    std::vector<int> counts;
    int level = static_cast<int>(random() % 5);
    for (int week = 0; week < 13; ++week) {
      if (random() % 5 == 0) level = static_cast<int>(random() % 7);
      counts.push_back(level == 0 ? 0 : static_cast<int>(random() % static_cast<unsigned>(2 * level)));
    }
    const Weeks weeks = weeks_of(counts);
    const StretchCost cost(weeks);
    for (const int least : {1, 2, 3}) {
      for (const double penalty : {0.5, 2.0, 6.0}) {
        const Partition found = best_partition(cost, penalty, least);
        EXPECT_NEAR(price(cost, found, penalty), by_trying_all(cost, penalty, least), 1e-9)
            << "trial " << trial << ", at least " << least << " weeks, penalty " << penalty;
      }
    }
  }
}

TEST(Segmentation, a_longer_series_is_cut_as_without_pruning) {
  std::mt19937 random(11);
  for (int trial = 0; trial < 20; ++trial) {
    std::vector<int> counts;
    for (int week = 0; week < 120; ++week)
      counts.push_back(static_cast<int>(random() % (week / 30 % 2 == 0 ? 3U : 8U)));
    const StretchCost cost(weeks_of(counts));
    constexpr double penalty = 5;
    constexpr int least = 3;
    std::vector<double> best(121, std::numeric_limits<double>::infinity());
    best[0] = -penalty;
    for (int to = least; to <= 120; ++to) {  // optimal partitioning (Jackson et al., 2005)
      for (int from = 0; from <= to - least; ++from)
        best[static_cast<std::size_t>(to)] =
            std::min(best[static_cast<std::size_t>(to)],
                     best[static_cast<std::size_t>(from)] + cost(from, to) + penalty);
    }
    EXPECT_NEAR(price(cost, best_partition(cost, penalty, least), penalty), best[120], 1e-9);
  }
}

TEST(Segmentation, the_path_leads_from_no_change_to_all) {
  const Weeks weeks = weeks_of({1, 1, 2, 1, 6, 7, 6, 5, 0, 0, 0, 0, 3, 3, 2, 3});
  const StretchCost cost(weeks);
  const std::vector<Partition> path = path_to_none(cost, {4, 8, 12}, 3);
  ASSERT_EQ(path.size(), 4U);
  for (std::size_t i = 0; i < path.size(); ++i) EXPECT_EQ(path[i].size(), i);
  EXPECT_EQ(path[3], (Partition{4, 8, 12}));
}

}  // namespace
}  // namespace hoego
