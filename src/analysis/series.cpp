#include "analysis/series.h"

#include <algorithm>
#include <map>

#include "analysis/costs.h"

namespace hoego {
namespace {

std::string scope_of(const Record& record) {
  for (const char* key : {trait::calendar, trait::repository}) {
    if (const std::string* value = record.find_trait(key)) return *value;
  }
  return {};
}

Kind most_frequent(const std::map<Kind, int>& kinds) {
  if (kinds.empty()) return Kind::Event;  // paid for, and never seen done
  return std::max_element(kinds.begin(), kinds.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

std::vector<ActivitySeries> activity_series(const Timeline& timeline, const Assignment& assignment,
                                            const std::vector<Trip>& trips, Date as_of) {
  std::map<std::string, ActivitySeries> all;
  std::map<std::string, std::map<Kind, int>> kinds;
  for (const Record& record : timeline.records()) {
    if (!record.mine || record.day() > as_of) continue;
    if (record.kind == Kind::Event && !was_held(record, trips)) continue;
    if (record.kind == Kind::Expense && !money_of(record)) continue;
    const std::string id = assignment.of(record);
    if (id.empty()) continue;
    ActivitySeries& series = all[id];
    if (record.kind == Kind::Expense) {
      series.payments.push_back(&record);
      if (!assignment.counts_payments(id)) continue;
    }
    series.records.push_back(&record);
    ++kinds[id][record.kind];
    if (const std::string scope = scope_of(record); !scope.empty()) series.scopes.insert(scope);
  }
  std::vector<ActivitySeries> list;
  for (auto& [id, series] : all) {
    series.id = id;
    series.kind = most_frequent(kinds[id]);
    series.covered = days_that_prove_absence(timeline, series.kind, series.scopes);
    list.push_back(std::move(series));
  }
  return list;
}

std::vector<const Record*> within(const std::vector<const Record*>& records, DateRange days) {
  std::vector<const Record*> found;
  std::copy_if(records.begin(), records.end(), std::back_inserter(found),
               [days](const Record* record) { return days.contains(record->day()); });
  return found;
}

WeeklyCounts weekly(const std::vector<const Record*>& records, const Days& covered, DateRange days) {
  WeeklyCounts counts;
  counts.days = days.days();
  const auto weeks = static_cast<std::size_t>((days.days() + 6) / 7);
  counts.counts.assign(weeks, 0);
  counts.covered_days.assign(weeks, 0);
  for (int offset = 0; offset < days.days(); ++offset) {
    if (covered.contains(days.from + offset)) ++counts.covered_days[static_cast<std::size_t>(offset / 7)];
  }
  for (const Record* record : records) {
    if (covered.contains(record->day()))
      ++counts.counts[static_cast<std::size_t>((record->day() - days.from) / 7)];
  }
  return counts;
}

int week_of(Date day, int week_starts) {  // weeks since one that began on `week_starts`
  const int monday_based = day.days + 3 - (week_starts - 1);
  return monday_based >= 0 ? monday_based / 7 : (monday_based - 6) / 7;
}

}  // namespace hoego
