#include "promises/counting.h"

#include <algorithm>

#include "analysis/areas.h"
#include "analysis/evidence.h"
#include "promises/counting_parts.h"

namespace hoego {
namespace {

Adding adding_of(MeasureKind kind) {
  if (kind == MeasureKind::Share) return Adding::Share;
  return kind == MeasureKind::LongestStreak ? Adding::LongestStreak : Adding::Sum;
}

/// What is looked at: a year more than the period, for last year and for the person's own rate.
DateRange looked_at(DateRange period, Date as_of) {
  const Date from = std::min(plus_years(period.from, -1), plus_years(as_of, -1));
  return {from, std::max(from, std::min(as_of, period.to))};
}

Counted count_share(const Check& check, const CountingGround& ground, DateRange days, DateRange period) {
  const AllTime& all = ground.all();
  const AreaDays found =
      area_days(ground.series(), all.assignment, check.measure.name, check.measure.within, days);
  Counted counted;
  counted.tally = {Adding::Share, days.from, {}};
  for (const AreaDay& day : found.days)
    counted.tally.days.push_back({day.part, 0, day.whole, day.covered, day.asked});
  for (const Record* record : found.records) {
    if (!period.contains(record->day())) continue;
    CountedItem item;
    item.day = record->day();
    item.title = record->title;
    item.evidence = evidence_of({record});
    counted.items.push_back(std::move(item));
  }
  std::set<std::pair<Kind, std::set<std::string>>> sources;
  for (const ActivitySeries& series : ground.series()) {
    if (all.assignment.area_of(series.id) == check.measure.name) sources.insert({series.kind, series.scopes});
  }
  counted.seen_by.assign(sources.begin(), sources.end());
  return counted;
}

Tallying tally(const Check& check, const CountingGround& ground, DateRange days, DateRange ahead,
               Date period_from) {
  switch (check.measure.kind) {
    case MeasureKind::Trips:
    case MeasureKind::DayTrips:
    case MeasureKind::NightsAway:
    case MeasureKind::Countries:
      return tally_trips(check, ground, days, ahead, period_from);
    case MeasureKind::CostOfTrips:
      return tally_trip_costs(check, ground, days);
    case MeasureKind::Steps:
      return tally_steps(check, ground, days);
    case MeasureKind::Commute:
      return tally_commute(ground, days, period_from);
    default:
      return tally_activity(check, ground, days, ahead);
  }
}

void sort_by_day(std::vector<CountedItem>& items) {
  std::stable_sort(items.begin(), items.end(),
                   [](const CountedItem& a, const CountedItem& b) { return a.day < b.day; });
}

}  // namespace

Counted count(const Check& check, const CountingGround& ground, DateRange period) {
  const Date as_of = ground.all().as_of;
  const DateRange days = looked_at(period, as_of);
  if (check.measure.kind == MeasureKind::Share) return count_share(check, ground, days, period);
  const DateRange ahead{std::max(as_of + 1, period.from), period.to};
  Tallying found = tally(check, ground, days, ahead, period.from);
  Counted counted;
  counted.items = std::move(found.items);
  counted.ahead = std::move(found.ahead);
  counted.seen_by = std::move(found.seen_by);
  sort_by_day(counted.items);
  sort_by_day(counted.ahead);
  counted.tally.adding = adding_of(check.measure.kind);
  counted.tally.from = days.from;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    DayTally one;
    one.covered = found.covered.contains(day);
    counted.tally.days.push_back(one);
  }
  for (const CountedItem& item : counted.items) {
    DayTally& day = counted.tally.days[static_cast<std::size_t>(item.day - days.from)];
    day.amount += item.amount;
    day.possible += item.possible;
  }
  return counted;
}

}  // namespace hoego
