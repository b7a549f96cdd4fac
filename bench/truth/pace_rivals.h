#pragma once
#include "bench/truth/promised_lives.h"

namespace hoego::truth {

/// The linear pace: what was reached so far over the share of the period's days that went by and were
/// covered, held against the target: 1 or 0. Averages and shares are taken to stay what they are, whole units
/// to go on as before (0.5 where nothing is to be extrapolated).
double linear_pace(const PromisedLife& life);

/// The same with the chance around it. A count without a pace: Poisson with the pace's mean. Other totals,
/// averages and shares: normal, of the variance of the period's own weeks. Units and weeks of a streak: each
/// holds with the share that held so far (one more of each kind added).
double linear_pace_with_chance(const PromisedLife& life);

}  // namespace hoego::truth
