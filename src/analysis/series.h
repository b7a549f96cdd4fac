#pragma once
#include <set>
#include <string>
#include <vector>

#include "analysis/activities.h"
#include "analysis/compare.h"
#include "analysis/coverage.h"
#include "analysis/finding.h"
#include "resolve/timeline.h"

namespace hoego {

/// The owner's records of one activity over all time, and the days on which there would have been one to see.
struct ActivitySeries {
  std::string id;
  std::vector<const Record*> records;   ///< by time; borrowed from the timeline
  Kind kind = Kind::Event;              ///< of most of them
  std::set<std::string> scopes;         ///< calendars or repositories they come from
  std::vector<const Record*> payments;  ///< what was paid for it, by time; not counted as records
  Days covered;                         ///< days whose absence of a record is one of the activity
  /// Kinds that the rates leave out: what shows only that something was (pictures), and what is rare in it.
  std::set<Kind> aside = {};

  /// Whether the record is one of those that `covered` is about.
  bool counts(const Record& record) const { return aside.count(record.kind) == 0; }
};

/// Every activity that has records or payments up to `as_of`, by id. Where several kinds tell of one (entries
/// and workouts), covered are the days on which all of them would have been seen, each by the calendars or
/// repositories it comes from. A calendar that falls silent of several activities at once was left, and
/// proves nothing from then on. A past calendar entry counts as held unless it is cancelled, declined or
/// contradicted by a journey. A payment that a rule matches is what the activity cost; it counts as a time of
/// it only where the rule is about payments alone.
std::vector<ActivitySeries> activity_series(const Timeline& timeline, const Assignment& assignment,
                                            const std::vector<Trip>& trips, Date as_of);

/// The calendar or repository that a record comes from; may be empty.
std::string calendar_or_repository(const Record& record);

/// Those whose day lies in `days`.
std::vector<const Record*> within(const std::vector<const Record*>& records, DateRange days);

/// Counts of the records by weeks of seven days from `days.from`, over covered days alone; all records must
/// lie in `days`.
WeeklyCounts weekly(const std::vector<const Record*>& records, const Days& covered, DateRange days);

/// Number of the week that holds the day; weeks begin on the ISO weekday `week_starts`.
int week_of(Date day, int week_starts);

}  // namespace hoego
