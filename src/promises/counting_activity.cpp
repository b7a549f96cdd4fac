#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/commute.h"
#include "analysis/costs.h"
#include "analysis/evidence.h"
#include "analysis/trips.h"
#include "promises/counting_parts.h"
#include "promises/lasting_coverage.h"

namespace hoego {
namespace {

constexpr double anything = std::numeric_limits<double>::infinity();

double quantity(const Record& record, const char* key) {
  const auto found = record.quantities.find(key);
  return found == record.quantities.end() ? 0 : found->second;
}

std::optional<double> kilometres(const Record& record) {
  for (const auto& [key, per_km] : {std::pair{"kilometers", 1.0}, {"meters", 1000.0}}) {
    if (record.quantities.count(key) > 0) return quantity(record, key) / per_km;
  }
  return std::nullopt;
}

std::optional<double> hours(const Record& record, std::optional<double> otherwise) {
  if (record.all_day) return std::nullopt;
  const auto seconds = static_cast<double>(record.end_instant().seconds - record.begin_instant().seconds);
  if (seconds > 0) return seconds / 3600;
  return otherwise;
}

/// What one record brings; nothing where it does not tell.
std::optional<double> amount_of(const Check& check, const CountingGround& ground, const Record& record) {
  switch (check.measure.kind) {
    case MeasureKind::Hours:
      return hours(record, ground.all().assignment.default_hours(check.measure.name));
    case MeasureKind::Distance:
      return kilometres(record);
    default:
      return 1;
  }
}

void put(CountedItem& item, double amount, Answer meant) {
  (meant == Answer::Yes ? item.amount : item.possible) = amount;
}

CountedItem item_of(const Record& record) {
  CountedItem item;
  item.day = record.day();
  item.title = record.title;
  item.evidence = evidence_of({&record});
  return item;
}

/// Several records of one day are one day.
void once_a_day(std::vector<CountedItem>& items) {
  std::map<Date, CountedItem> days;
  for (CountedItem& item : items) {
    const auto [at, first] = days.try_emplace(item.day, item);
    if (!first && at->second.amount < item.amount) at->second = item;
  }
  items.clear();
  for (auto& [day, item] : days) {
    if (item.amount > 0) item.possible = 0;
    items.push_back(std::move(item));
  }
}

void add_records(const Check& check, const CountingGround& ground, const std::vector<const Record*>& records,
                 std::vector<CountedItem>& items) {
  const bool any_told = std::any_of(records.begin(), records.end(), [&](const Record* record) {
    return amount_of(check, ground, *record).has_value();
  });
  for (const Record* record : records) {
    const Answer meant = ground.is_meant(check.filter, *record);
    if (meant == Answer::No) continue;
    CountedItem item = item_of(*record);
    const auto amount = amount_of(check, ground, *record);
    if (amount)
      put(item, *amount, meant);
    else if (!any_told)
      item.possible = anything;
    else
      continue;
    items.push_back(std::move(item));
  }
}

/// What is entered for the days to come and is of this activity.
std::vector<const Record*> entered(const Check& check, const CountingGround& ground, DateRange ahead) {
  std::vector<const Record*> found;
  if (ahead.to < ahead.from) return found;
  for (const Record* record : ground.all().timeline.on(ahead)) {
    if (record->kind == Kind::Event && record->mine && still_stands(*record) &&
        ground.all().assignment.of(*record) == check.measure.name)
      found.push_back(record);
  }
  return found;
}

Tallying tally_cost(const Check& check, const CountingGround& ground, DateRange days) {
  Tallying tallying;
  tallying.seen_by = {{Kind::Expense, {}}};
  tallying.covered = days_that_prove_absence(ground.all().timeline, Kind::Expense, {});
  const ActivitySeries* series = ground.series_of(check.measure.name);
  if (series == nullptr) return tallying;
  const std::vector<const Record*> paid = within(series->payments, days);
  const std::vector<Money> sums = sums_of(paid);
  const std::string currency = !check.unit.empty() ? check.unit : sums.empty() ? "" : sums.front().currency;
  for (const Record* record : paid) {
    const Answer meant = ground.is_meant(check.filter, *record);
    if (meant != Answer::No) tallying.items.push_back(payment_item(*record, currency, meant));
  }
  return tallying;
}

}  // namespace

CountedItem payment_item(const Record& record, const std::string& currency, Answer meant) {
  CountedItem item = item_of(record);
  const auto money = money_of(record);
  if (!money) return item;
  if (money->currency != currency)
    item.possible = anything;
  else
    put(item, money->amount, meant);
  return item;
}

Tallying tally_activity(const Check& check, const CountingGround& ground, DateRange days, DateRange ahead) {
  if (check.measure.kind == MeasureKind::Cost) return tally_cost(check, ground, days);
  Tallying tallying;
  if (const ActivitySeries* series = ground.series_of(check.measure.name);
      series != nullptr && !series->records.empty()) {
    add_records(check, ground, within(series->records, days), tallying.items);
    tallying.covered = series->covered;
    tallying.seen_by = {{series->kind, series->scopes}};
  } else {
    tallying.covered = coverage_of_rule(check.measure.name, ground.all());
    for (const Kind kind : kinds_of_rule(check.measure.name, ground.all().settings))
      tallying.seen_by.push_back({kind, {}});
  }
  add_records(check, ground, entered(check, ground, ahead), tallying.ahead);
  if (check.measure.kind == MeasureKind::Days) {
    once_a_day(tallying.items);
    once_a_day(tallying.ahead);
  }
  return tallying;
}

Tallying tally_steps(const Check& check, const CountingGround& ground, DateRange days) {
  Tallying tallying;
  std::set<std::string> sources;
  for (const Record* record : ground.all().timeline.on(days)) {
    if (!record->mine || record->quantities.count("steps") == 0) continue;
    for (const Origin& origin : record->origins) sources.insert(origin.source);
    const Answer meant = ground.is_meant(check.filter, *record);
    if (meant == Answer::No) continue;
    CountedItem item = item_of(*record);
    put(item, quantity(*record, "steps"), meant);
    tallying.items.push_back(std::move(item));
  }
  for (const CoveredSpan& span : ground.all().timeline.coverage()) {
    if (span.coverage == CoverageClass::Sensor && sources.count(span.source) > 0)
      tallying.covered.add(span.days);
  }
  tallying.seen_by = {{Kind::Measurement, {}}};
  return tallying;
}

Tallying tally_commute(const CountingGround& ground, DateRange days, Date period_from) {
  Tallying tallying;
  const AllTime& all = ground.all();
  // As the review finds it: of the period alone, and of the time before alone.
  for (const DateRange part : {DateRange{days.from, std::min(days.to, period_from - 1)},
                               DateRange{std::max(days.from, period_from), days.to}}) {
    if (part.to < part.from) continue;
    const CommuteJourneys found = commute_journeys(all.sightings, all.homes, part);
    for (const CommuteJourney& journey : found.journeys) {
      CountedItem item = item_of(*journey.left);
      item.day = journey.day;
      item.amount = journey.hours;
      item.evidence = evidence_of({journey.left, journey.arrived});
      tallying.items.push_back(std::move(item));
    }
    // Pictures may lie as close as fixes: only an instrument tells that there was no journey.
    tallying.covered.add(found.covered.common(ground.journeys_seen().by_positions));
  }
  tallying.seen_by = {{Kind::Measurement, {}}, {Kind::Visit, {}}};
  return tallying;
}

}  // namespace hoego
