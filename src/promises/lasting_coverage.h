#pragma once
#include <string>

#include "analysis/all_time.h"
#include "analysis/coverage.h"

namespace hoego {

/// Days on which the sources of an activity would have shown one more, as each of these days could know: a
/// calendar or repository takes part from the first record on that it told of it; before the first of all
/// these are the sources that its rule looks into (`coverage_of_rule`), or, where it names none, those that
/// told of it first. A source covers what CONTRACT "Coverage" says, whatever became of it afterwards. So no
/// later day takes a covered day away, as it may in `ActivitySeries::covered`, and final verdicts stay.
Days lasting_coverage(const ActivitySeries& series, const AllTime& all);

/// Of an activity that was never seen: the days on which each kind of records that its rule names would have
/// been (in calendars and repositories whose names match, where it names these), or its own kind. None where
/// the rule takes any kind.
Days coverage_of_rule(const std::string& activity, const AllTime& all);
/// The kinds of that coverage.
std::set<Kind> kinds_of_rule(const std::string& activity, const Settings& settings);

}  // namespace hoego
