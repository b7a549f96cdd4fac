#pragma once
#include <vector>

#include "analysis/finding.h"
#include "analysis/settings.h"
#include "resolve/timeline.h"

namespace hoego {

class Assignment;
struct ActivitySeries;

/// What was done in the period. `coverage`: of the period, for the ids. By number of days, the greatest
/// first.
std::vector<Activity> find_activities(const std::vector<ActivitySeries>& all, const Assignment& assignment,
                                      const Settings& settings, const std::vector<CoverageFinding>& coverage,
                                      const Period& period, DateRange against);

/// Which activity each record belongs to, by the owner's rules (the first that matches wins). What no rule
/// names falls to its kind ("photos", "commits", "posts"…); without any rule every calendar title that came
/// at least five times in three different weeks is an activity of its own.
class Assignment {
 public:
  Assignment(const Timeline& timeline, const Settings& settings);
  /// Id of the record's activity; empty where it has none.
  std::string of(const Record& record) const;
  /// Name of an activity.
  Label label_of(const std::string& id) const;
  std::string area_of(const std::string& id) const;
  /// Whether a payment is one time of the activity, rather than what it cost.
  bool counts_payments(const std::string& id) const;
  std::optional<double> default_hours(const std::string& id) const;

 private:
  const Settings& settings_;
  std::map<std::string, std::string> titles_;  ///< reduced title -> id, for defaults
  std::map<std::string, Label> labels_;
};

/// An activity that is a kind of records, and needs no rule: "posts", "books", "commits"…
struct KindActivity {
  Kind kind = Kind::Event;
  std::string id;
  Label label;
};
std::vector<KindActivity> kind_activities();

/// A title without what changes from time to time: numbers, dates, brackets' contents; case folded.
std::string reduced_title(std::string_view title);

/// Whether an entry took place, as far as one can know: not cancelled or declined, and not while its owner
/// was on a journey abroad that it has nothing to do with.
bool was_held(const Record& event, const std::vector<Trip>& trips);

}  // namespace hoego
