#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/finding.h"
#include "analysis/series.h"
#include "resolve/timeline.h"

namespace hoego {

/// Everything that was seen of one subject, up to the day of looking back.
struct Trace {
  Label label;
  std::vector<const Record*> records;  ///< by time, never empty; borrowed from the timeline
};

/// By subject and key.
using Traces = std::map<std::pair<Subject, std::string>, Trace>;

/// What single records tell: activities, repositories (by the last part of their name, so that a clone and
/// the account's export are one), programming languages of commits (the one with most lines; markup and data
/// are none), assistants and their models, and people one has written with: in conversations, and whose pull
/// requests one reviewed.
Traces traces_of(const Timeline& timeline, const std::vector<ActivitySeries>& series,
                 const Assignment& assignment, Date as_of);

}  // namespace hoego
