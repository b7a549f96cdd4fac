#include "app/without_private.h"

#include <algorithm>
#include <set>

#include "analysis/activities.h"
#include "base/text.h"

namespace hoego {
namespace {

std::set<std::string> private_sources(const Config& config) {
  std::set<std::string> paths;
  for (const ConfiguredSource& source : config.sources) {
    if (source.is_private) paths.insert(source.path);
  }
  return paths;
}

std::set<std::string> private_areas(const Settings& settings) {
  std::set<std::string> ids;
  for (const AreaRule& area : settings.areas) {
    if (area.is_private) ids.insert(area.id);
  }
  return ids;
}

/// Ids and labels of the private areas and of the activities in them, in folded case.
std::set<std::string> private_words(const Settings& settings) {
  const std::set<std::string> areas = private_areas(settings);
  std::set<std::string> words;
  const auto add = [&words](const std::string& id, const Label& label) {
    for (const std::string& word : {id, label.ko, label.en}) {
      if (!word.empty()) words.insert(fold_case(word));
    }
  };
  for (const AreaRule& area : settings.areas) {
    if (area.is_private) add(area.id, area.label);
  }
  for (const ActivityRule& rule : settings.activities) {
    if (areas.count(rule.area) != 0) add(rule.id, rule.label);
  }
  return words;
}

bool holds_one_of(const std::string& text, const std::set<std::string>& words) {
  const std::string folded = fold_case(text);
  return std::any_of(words.begin(), words.end(),
                     [&folded](const std::string& word) { return folded.find(word) != std::string::npos; });
}

template <class Items, class Drop>
void erase_where(Items& items, Drop drop) {
  items.erase(std::remove_if(items.begin(), items.end(), drop), items.end());
}

}  // namespace

Timeline without_private(const Timeline& timeline, const Config& config) {
  const std::set<std::string> sources = private_sources(config);
  const std::set<std::string> areas = private_areas(config.settings);
  if (sources.empty() && areas.empty()) return timeline;
  const Assignment assignment(timeline, config.settings);
  std::vector<Record> records;
  std::set<std::string> kept;
  for (const Record& record : timeline.records()) {
    const bool hidden = std::any_of(record.origins.begin(), record.origins.end(),
                                    [&](const Origin& origin) { return sources.count(origin.source) != 0; });
    if (hidden || areas.count(assignment.area_of(assignment.of(record))) != 0) continue;
    records.push_back(record);
    kept.insert(record.id);
  }
  std::vector<CoveredSpan> coverage;
  for (const CoveredSpan& span : timeline.coverage()) {
    if (sources.count(span.source) == 0) coverage.push_back(span);
  }
  std::vector<ClockCorrection> clocks;
  for (const ClockCorrection& clock : timeline.clocks()) {
    if (std::all_of(clock.evidence.begin(), clock.evidence.end(),
                    [&kept](const std::string& id) { return kept.count(id) != 0; }))
      clocks.push_back(clock);
  }
  return {std::move(records), std::move(coverage), std::move(clocks)};
}

void drop_private(Findings& findings, const Settings& settings) {
  const std::set<std::string> words = private_words(settings);
  if (words.empty()) return;
  const std::set<std::string> areas = private_areas(settings);
  erase_where(findings.areas, [&areas](const AreaTime& area) { return areas.count(area.id) != 0; });
  erase_where(findings.promises, [&words](const Promise& promise) {
    return holds_one_of(promise.text, words) || holds_one_of(promise.check, words) ||
           (promise.terms && words.count(fold_case(promise.terms->name)) != 0);
  });
  erase_where(findings.own_words, [&words](const OwnWords& note) { return holds_one_of(note.on, words); });
}

}  // namespace hoego
