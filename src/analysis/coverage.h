#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "resolve/timeline.h"

namespace hoego {

/// A set of days, as sorted, disjoint, non-adjacent ranges.
class Days {
 public:
  void add(DateRange range);
  void add(const Days& others);
  bool contains(Date day) const;
  int count(DateRange within) const;
  bool empty() const { return ranges_.empty(); }
  /// Days that are in both.
  Days common(const Days& other) const;
  /// Days of `within` that are not in the set.
  std::vector<DateRange> gaps(DateRange within) const;

 private:
  std::vector<DateRange> ranges_;
};

/// Days on which the absence of a kind of record means that there was none: sensor or complete coverage of
/// all the scopes (calendars, repositories) in `scopes`; of any source of the kind where `scopes` is empty.
Days days_that_prove_absence(const Timeline& timeline, Kind kind, const std::set<std::string>& scopes);

/// Those of which `wants` holds alone.
Days days_that_prove_absence(const Timeline& timeline, const std::function<bool(const CoveredSpan&)>& wants);

/// Coverage of every source and kind that touches the period.
std::vector<CoverageFinding> coverage_findings(const Timeline& timeline, DateRange days);

}  // namespace hoego
