#include "analysis/private_areas.h"

#include <algorithm>

namespace hoego {
namespace {

std::set<std::string> private_areas(const Settings& settings) {
  std::set<std::string> ids;
  for (const AreaRule& area : settings.areas) {
    if (area.is_private) ids.insert(area.id);
  }
  return ids;
}

}  // namespace

void remove_private(std::vector<Record>& records, const Settings& settings) {
  const std::set<std::string> areas = private_areas(settings);
  if (areas.empty()) return;
  const auto is_private = [&](const Record& record) {
    const auto rule = std::find_if(settings.activities.begin(), settings.activities.end(),
                                   [&record](const ActivityRule& one) { return one.matches(record); });
    return rule != settings.activities.end() && areas.count(rule->area) > 0;
  };
  records.erase(std::remove_if(records.begin(), records.end(), is_private), records.end());
}

std::set<std::string> private_ids(const Settings& settings) {
  const std::set<std::string> areas = private_areas(settings);
  std::set<std::string> ids = areas;
  for (const ActivityRule& rule : settings.activities) {
    if (areas.count(rule.area) > 0) ids.insert(rule.id);
  }
  return ids;
}

std::vector<std::string> private_names(const Settings& settings) {
  const std::set<std::string> ids = private_ids(settings);
  std::vector<std::string> names(ids.begin(), ids.end());
  const auto add = [&names](const Label& label) {
    names.push_back(label.ko);
    names.push_back(label.en);
  };
  for (const AreaRule& area : settings.areas) {
    if (area.is_private) add(area.label);
  }
  const std::set<std::string> areas = private_areas(settings);
  for (const ActivityRule& rule : settings.activities) {
    if (areas.count(rule.area) > 0) add(rule.label);
  }
  return names;
}

}  // namespace hoego
