#include "analysis/milestones.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/evidence.h"

namespace hoego {
namespace {

struct Anniversary {
  Date date;
  int years = 0;
};

std::vector<Anniversary> anniversaries(Date since, DateRange days) {
  std::vector<Anniversary> found;
  for (int year = days.from.year(); year <= days.to.year(); ++year) {
    const int years = year - since.year();
    const Date date = plus_years(since, years);
    if (years >= 1 && days.contains(date)) found.push_back({date, years});
  }
  return found;
}

void add_given(const Settings& settings, DateRange days, std::vector<Milestone>& to) {
  for (const MilestoneRule& rule : settings.milestones) {
    for (const auto& [date, years] : anniversaries(rule.since, days))
      to.push_back({fmt::format("milestone-{}-{}", slug(rule.label.en), years),
                    rule.label,
                    rule.since,
                    date,
                    years,
                    {}});
  }
}

void add_ages(const Settings& settings, DateRange days, std::vector<Milestone>& to) {
  if (!settings.born) return;
  for (const auto& [date, years] : anniversaries(*settings.born, days)) {
    to.push_back({fmt::format("milestone-age-{}", years),
                  {"나이", "age"},
                  *settings.born,
                  date,
                  years,
                  {},
                  MilestoneKind::Age});
  }
}

/// A habit, and one that goes on: what came a few times, or not once since the period began, has no
/// anniversary.
bool goes_on(const Trace& trace, DateRange days) {
  constexpr std::size_t fewest = 10;
  return trace.records.size() >= fewest &&
         std::any_of(trace.records.begin(), trace.records.end(),
                     [days](const Record* record) { return days.contains(record->day()); });
}

void add_found(const Traces& traces, const Reach& reach, DateRange days, std::vector<Milestone>& to) {
  for (const auto& [key, trace] : traces) {
    if (key.first != Subject::Activity) continue;
    const Record& first = *trace.records.front();
    const auto dates = anniversaries(first.day(), days);
    if (dates.empty() || !goes_on(trace, days) || !reach.before(trace.records)) continue;
    for (const auto& [date, years] : dates) {
      to.push_back({fmt::format("milestone-first-{}-{}", slug(key.second), years), trace.label, first.day(),
                    date, years, evidence_of({&first}), MilestoneKind::Found});
    }
  }
}

}  // namespace

std::vector<Milestone> find_milestones(const Settings& settings, const Traces& traces, const Reach& reach,
                                       const Period& period) {
  std::vector<Milestone> found;
  add_given(settings, {period.from, period.to}, found);
  add_ages(settings, {period.from, period.to}, found);
  add_found(traces, reach, {period.from, period.lived_to()}, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Milestone& a, const Milestone& b) { return a.date < b.date; });
  return found;
}

}  // namespace hoego
