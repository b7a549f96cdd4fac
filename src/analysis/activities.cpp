#include "analysis/activities.h"

#include <algorithm>
#include <set>

#include "analysis/compare.h"
#include "analysis/costs.h"
#include "analysis/coverage.h"
#include "analysis/evidence.h"
#include "analysis/open.h"
#include "analysis/series.h"
#include "analysis/trips.h"

namespace hoego {
namespace {

double hours_of(const Record& record) {
  if (record.all_day) return 0;
  return static_cast<double>(record.end_instant().seconds - record.begin_instant().seconds) / 3600;
}

std::optional<double> total_hours(const std::vector<const Record*>& records,
                                  std::optional<double> default_hours) {
  double total = 0;
  bool any = false;
  for (const Record* record : records) {
    const double stated = hours_of(*record);
    if (stated <= 0 && !default_hours) continue;
    total += stated > 0 ? stated : *default_hours;
    any = true;
  }
  if (!any) return std::nullopt;
  return total;
}

/// Sums of what can be summed; sizes of pictures and ratings cannot.
std::map<std::string, double> totals_of(const std::vector<const Record*>& records) {
  static const std::set<std::string> summed = {"characters", "words",       "pages",
                                               "messages",   "lines_added", "lines_removed"};
  std::map<std::string, double> totals;
  for (const Record* record : records) {
    for (const auto& [key, value] : record->quantities) {
      const std::string what = key.substr(0, key.find(':'));
      if (summed.count(what) > 0) totals[what] += value;
    }
  }
  return totals;
}

std::map<std::string, int> outcomes_of(const std::vector<const Record*>& records, Date as_of) {
  std::map<std::string, int> outcomes;
  for (const Record* record : records) {
    if (record->kind == Kind::PullRequest || record->kind == Kind::Issue)
      ++outcomes[outcome_of(*record, as_of)];
  }
  return outcomes;
}

int longest_streak(const std::vector<const Record*>& records, int week_starts) {
  std::set<int> weeks;
  for (const Record* record : records) weeks.insert(week_of(record->day(), week_starts));
  int longest = 0;
  int run = 0;
  std::optional<int> previous;
  for (const int week : weeks) {
    run = previous && week == *previous + 1 ? run + 1 : 1;
    longest = std::max(longest, run);
    previous = week;
  }
  return longest;
}

std::vector<std::optional<int>> by_day(const std::vector<const Record*>& records, const Days& covered,
                                       const Period& period) {
  const DateRange days{period.from, period.to};
  std::vector<std::optional<int>> counts(static_cast<std::size_t>(days.days()));
  for (int offset = 0; offset < days.days(); ++offset) {
    const Date day = period.from + offset;
    if (day <= period.as_of && covered.contains(day)) counts[static_cast<std::size_t>(offset)] = 0;
  }
  for (const Record* record : records) {
    auto& count = counts[static_cast<std::size_t>(record->day() - period.from)];
    count = count.value_or(0) + 1;
  }
  return counts;
}

/// A month is known if any of its days is: what was seen counts, and days that were not are said by the
/// coverage.
std::vector<std::optional<int>> by_month(const std::vector<std::optional<int>>& days, Date from) {
  std::vector<std::optional<int>> months;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Date day = from + static_cast<int>(i);
    if (i == 0 || day.day() == 1) months.emplace_back();
    if (days[i]) months.back() = months.back().value_or(0) + *days[i];
  }
  return months;
}

std::vector<std::string> coverage_ids(const ActivitySeries& series,
                                      const std::vector<CoverageFinding>& coverage) {
  std::vector<std::string> ids;
  for (const CoverageFinding& finding : coverage) {
    const bool same_scope = series.scopes.empty() || series.scopes.count(finding.scope) > 0;
    if (finding.kind == series.kind && same_scope) ids.push_back(finding.id);
  }
  return ids;
}

std::vector<const Record*> counted_in(const ActivitySeries& series) {
  std::vector<const Record*> counted;
  std::copy_if(series.records.begin(), series.records.end(), std::back_inserter(counted),
               [&series](const Record* record) { return series.counts(*record); });
  return counted;
}

Comparison compared(const ActivitySeries& series, const Period& period, DateRange against) {
  const Days& covered = series.covered;
  Comparison comparison;
  comparison.days = against;
  const std::vector<const Record*> there = within(series.records, against);
  comparison.count = static_cast<int>(there.size());
  comparison.evidence = evidence_of(there);
  const DateRange here{period.from, period.lived_to()};
  const std::vector<const Record*> counted = counted_in(series);
  compare(comparison, weekly(within(counted, against), covered, against),
          weekly(within(counted, here), covered, here));
  return comparison;
}

/// Each comparison's `q`: the more activities are looked at, the more of them differ by chance.
void adjust_comparisons(std::vector<Activity>& activities) {
  std::vector<double> p;
  for (const Activity& activity : activities) {
    if (activity.against->p) p.push_back(*activity.against->p);
  }
  const std::vector<double> q = adjusted(p);
  std::size_t next = 0;
  for (Activity& activity : activities) {
    if (activity.against->p) activity.against->q = q[next++];
  }
}

Activity activity_of(const ActivitySeries& series, const Assignment& assignment, const Settings& settings,
                     const Period& period, DateRange against) {
  const std::vector<const Record*> records = within(series.records, {period.from, period.lived_to()});
  const Days& covered = series.covered;
  const std::string& id = series.id;
  Activity activity;
  activity.id = id;
  activity.label = assignment.label_of(id);
  activity.area = assignment.area_of(id);
  activity.kind = series.kind;
  activity.count = static_cast<int>(records.size());
  activity.hours = total_hours(records, assignment.default_hours(id));
  std::set<Date> days;
  for (const Record* record : records) days.insert(record->day());
  activity.days = static_cast<int>(days.size());
  if (!days.empty()) {
    activity.first = *days.begin();
    activity.last = *days.rbegin();
  }
  activity.longest_streak_weeks = longest_streak(records, settings.week_starts);
  activity.by_day = by_day(records, covered, period);
  activity.by_month = by_month(activity.by_day, period.from);
  activity.absence_known = covered.gaps({period.from, period.lived_to()}).empty();
  activity.against = compared(series, period, against);
  activity.totals = totals_of(records);
  activity.outcomes = outcomes_of(records, period.lived_to());
  const std::vector<const Record*> payments = within(series.payments, {period.from, period.lived_to()});
  activity.cost = sums_of(payments);
  activity.cost_evidence = evidence_of(payments);
  activity.evidence = evidence_of(records);
  return activity;
}

}  // namespace

bool was_held(const Record& event, const std::vector<Trip>& trips) {
  if (!still_stands(event)) return false;
  if (event.all_day || event.position) return true;
  // An appointment at home while one was abroad did not happen; the days of departure and return can hold
  // both.
  return std::none_of(trips.begin(), trips.end(), [&](const Trip& trip) {
    const bool sure = trip.abroad && !trip.day_trip && trip.certainty > 0.9;
    return sure && trip.days.from < event.day() && event.day() < trip.days.to &&
           event.find_trait(trait::location) == nullptr;
  });
}

std::vector<Activity> find_activities(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                                      const Settings& settings, const std::vector<CoverageFinding>& coverage,
                                      const Period& period, DateRange against) {
  std::vector<Activity> activities;
  for (const ActivitySeries& series : all) {
    Activity activity = activity_of(series, assignment, settings, period, against);
    activity.coverage = coverage_ids(series, coverage);
    if (activity.count > 0 || activity.against->count > 0) activities.push_back(std::move(activity));
  }
  adjust_comparisons(activities);
  std::stable_sort(activities.begin(), activities.end(),
                   [](const Activity& a, const Activity& b) { return a.days > b.days; });
  return activities;
}

}  // namespace hoego
