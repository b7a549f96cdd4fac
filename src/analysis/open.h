#pragma once
#include <vector>

#include "analysis/finding.h"
#include "resolve/timeline.h"

namespace hoego {

/// What is still owed on `as_of`: own pull requests and issues that are neither merged nor closed, and
/// others' that wait for the owner (asked to review, assigned). Only where the origin's own date reaches:
/// what it says of later days is not known. Oldest first.
std::vector<OpenItem> find_open(const Timeline& timeline, Date as_of);

/// What had become of a pull request or an issue by the end of `as_of`: "merged", "closed", "open".
std::string outcome_of(const Record& record, Date as_of);

}  // namespace hoego
