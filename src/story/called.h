#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// The ids of all that was found, the period and the coverage of each source among them.
std::vector<std::string> finding_ids(const Findings& findings);
bool is_finding(const Findings& findings, std::string_view id);

/// What a finding is called in a heading: the country or town of a journey, the name of the activity that it
/// is about, a promise in its owner's words. Empty where there is no such finding, or it has no name.
std::string called(const Findings& findings, std::string_view id, Language language);

/// Null where the finding is of no activity: the activity itself, its comparison, what it cost, a change or
/// a mark of it. Borrowed.
const Activity* activity_of(const Findings& findings, std::string_view id);

}  // namespace hoego
