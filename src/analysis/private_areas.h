#pragma once
#include <set>
#include <string>
#include <vector>

#include "analysis/settings.h"
#include "record/record.h"

namespace hoego {

/// Takes out the records of activities in private areas: those whose first rule that matches lies in one.
void remove_private(std::vector<Record>& records, const Settings& settings);

/// Ids of private areas and of the activities in them.
std::set<std::string> private_ids(const Settings& settings);
/// What these are called, in both languages, and their ids.
std::vector<std::string> private_names(const Settings& settings);

}  // namespace hoego
