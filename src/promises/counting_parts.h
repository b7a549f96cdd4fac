#pragma once
#include "promises/counting.h"

/// The kinds of measures that `count` is made of.
namespace hoego {

/// What they all fill: items in any order, and the covered days.
struct Tallying {
  std::vector<CountedItem> items;
  std::vector<CountedItem> ahead;
  Days covered;
  std::vector<std::pair<Kind, std::set<std::string>>> seen_by;
};

/// Over `days`, and what is entered for `ahead`. The currency of a cost is the check's, else the one with
/// most payments.
Tallying tally_activity(const Check& check, const CountingGround& ground, DateRange days, DateRange ahead);
Tallying tally_trips(const Check& check, const CountingGround& ground, DateRange days, DateRange ahead,
                     Date period_from);
Tallying tally_trip_costs(const Check& check, const CountingGround& ground, DateRange days);
Tallying tally_steps(const Check& check, const CountingGround& ground, DateRange days);
Tallying tally_commute(const CountingGround& ground, DateRange days, Date period_from);

/// A payment as an item: its amount where it is in `currency`, else anything.
CountedItem payment_item(const Record& record, const std::string& currency, Answer meant);

}  // namespace hoego
