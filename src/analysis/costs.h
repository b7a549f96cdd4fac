#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/settings.h"
#include "resolve/timeline.h"

namespace hoego {

/// What a payment came to in its own currency: the quantity "amount:CUR", of several that of the account (KRW
/// before others where both are stated). Nothing for a payment that was cancelled or states no amount.
/// Negative: given back.
std::optional<Money> money_of(const Record& expense);

/// Sums by currency, the one with most payments first; currencies are never converted.
std::vector<Money> sums_of(const std::vector<const Record*>& expenses);

/// The payments on the days of a trip, by time; those that belong to an activity at home (a gym's fee) are
/// not of the trip.
std::vector<const Record*> payments_on(const Trip& trip, const Timeline& timeline, const Settings& settings);

/// What was spent on the days of each trip, as far as statements tell. Sets `cost` and `cost_evidence`.
void add_costs(std::vector<Trip>& trips, const Timeline& timeline, const Settings& settings);

}  // namespace hoego
