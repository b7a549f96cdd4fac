#pragma once
#include <vector>

#include "analysis/segmentation.h"

namespace hoego {

/// How well weeks are explained by rates that change at given weeks and by nothing else but chance.
struct Explanation {
  double score = 0;       ///< natural logarithm of the likelihood, dispersion and memory averaged over
  double dispersion = 1;  ///< variance / mean, mean of its posterior
};

enum class Memory {
  None,    ///< weeks are independent of one another
  Allowed  ///< or a busy week is followed by busy ones: what a slow drift looks like
};

/// Weighs the laws of `count_laws` against one another (each rate at its maximum), and with Memory::Allowed
/// also means that follow the weeks before (INGARCH(1,1): Ferland, Latour, Oraichi, J. Time Series Analysis
/// 27, 2006), so that a drift is not taken for a step.
Explanation explain(const Weeks& weeks, const Partition& partition, Memory memory);

/// Count / exposure of each stretch.
std::vector<double> rates_of(const Weeks& weeks, const Partition& partition);

}  // namespace hoego
