#include "analysis/costs.h"

#include <algorithm>
#include <string_view>

#include "analysis/activities.h"
#include "analysis/evidence.h"
#include "analysis/trips.h"

namespace hoego {

std::optional<Money> money_of(const Record& expense) {
  constexpr std::string_view prefix = "amount:";
  if (!still_stands(expense)) return std::nullopt;
  std::optional<Money> found;
  for (const auto& [key, amount] : expense.quantities) {
    if (key.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string currency = key.substr(prefix.size());
    if (!found || currency == "KRW") found = Money{currency, amount, 1};
  }
  return found;
}

std::vector<Money> sums_of(const std::vector<const Record*>& expenses) {
  std::vector<Money> sums;
  for (const Record* expense : expenses) {
    const auto money = money_of(*expense);
    if (!money) continue;
    const auto same = std::find_if(sums.begin(), sums.end(),
                                   [&money](const Money& sum) { return sum.currency == money->currency; });
    if (same == sums.end()) {
      sums.push_back(*money);
    } else {
      same->amount += money->amount;
      ++same->payments;
    }
  }
  std::stable_sort(sums.begin(), sums.end(), [](const Money& a, const Money& b) {
    return a.payments != b.payments ? a.payments > b.payments : a.currency < b.currency;
  });
  return sums;
}

std::vector<const Record*> payments_on(const Trip& trip, const Timeline& timeline, const Settings& settings) {
  const auto of_an_activity = [&settings](const Record& expense) {
    return std::any_of(settings.activities.begin(), settings.activities.end(), [&](const ActivityRule& rule) {
      return !rule.is_of_expenses() && rule.matches(expense);
    });
  };
  std::vector<const Record*> paid;
  for (const Record* record : timeline.on(trip.days)) {
    if (record->kind == Kind::Expense && record->mine && money_of(*record) && !of_an_activity(*record))
      paid.push_back(record);
  }
  return paid;
}

void add_costs(std::vector<Trip>& trips, const Timeline& timeline, const Settings& settings) {
  for (Trip& trip : trips) {
    const std::vector<const Record*> paid = payments_on(trip, timeline, settings);
    trip.cost = sums_of(paid);
    trip.cost_evidence = evidence_of(paid);
  }
}

}  // namespace hoego
