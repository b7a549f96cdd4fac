#include "story/called.h"

#include <fmt/format.h>

#include <algorithm>

#include "story/moulds.h"
#include "story/names.h"

namespace hoego {
namespace {

template <class List>
const auto* by_id(const List& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [id](const auto& one) { return one.id == id; });
  return found == list.end() ? nullptr : &*found;
}

bool has_change(const Activity& activity, std::string_view id) {
  return by_id(activity.changes, id) != nullptr;
}

std::string named_trip(const Findings& findings, std::string_view id, Language language) {
  for (const Trip& trip : findings.trips) {
    if (trip.id == id || cost_id(trip.id) == id) return trip_name(trip, language);
  }
  return {};
}

std::string named_best(const Findings& findings, const Best& best, Language language) {
  return best.after.empty() ? std::string{} : named_trip(findings, best.after, language);
}

}  // namespace

std::vector<std::string> finding_ids(const Findings& findings) {
  std::vector<std::string> ids = {period_id(findings.period)};
  for (const CoverageFinding& coverage : findings.coverage) ids.push_back(coverage.id);
  for (const Evident& one : evident(findings)) {
    // Costs are listed of all that could have any.
    if (one.evidence->count > 0 || one.id.rfind("cost-", 0) != 0) ids.push_back(one.id);
  }
  return ids;
}

bool is_finding(const Findings& findings, std::string_view id) {
  const std::vector<std::string> ids = finding_ids(findings);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const Activity* activity_of(const Findings& findings, std::string_view id) {
  const Best* best = by_id(findings.bests, id);
  for (const Activity& activity : findings.activities) {
    const bool own = activity.id == id || against_id(activity) == id || cost_id(activity.id) == id;
    if (own || has_change(activity, id) || (best != nullptr && best->activity == activity.id))
      return &activity;
  }
  return nullptr;
}

std::string called(const Findings& findings, std::string_view id, Language language) {
  const bool korean = language == Language::Korean;
  if (id == period_id(findings.period)) {
    const Setting setting(findings);
    if (setting.whole_year) return fmt::format(fmt::runtime(korean ? "{}년" : "{}"), setting.year);
    return korean ? ko::title(setting) : en::title(setting);
  }
  std::string trip = named_trip(findings, id, language);
  if (!trip.empty()) return trip;
  if (const Activity* activity = activity_of(findings, id)) return activity_name(*activity, language);
  if (const Best* best = by_id(findings.bests, id)) return named_best(findings, *best, language);
  if (const Promise* promise = by_id(findings.promises, id)) return title_in_text(promise->text);
  if (const Home* home = by_id(findings.homes, id)) return place_name(home->spot.place, language);
  if (const Milestone* milestone = by_id(findings.milestones, id))
    return label_in(milestone->label, language);
  if (const Planned* planned = by_id(findings.planned, id)) return title_in_text(planned->title);
  if (const OpenItem* item = by_id(findings.open, id)) return title_in_text(item->title);
  if (const ClockFinding* clock = by_id(findings.clocks, id)) return title_in_text(clock->camera);
  if (const CoverageFinding* coverage = by_id(findings.coverage, id)) return source_name(coverage->source);
  for (const auto* occasions : {&findings.firsts, &findings.lasts}) {
    if (const Occasion* one = by_id(*occasions, id)) return label_in(one->label, language);
  }
  for (const AreaTime& area : findings.areas) {
    if (area_id(area) == id) return label_in(area.label, language);
  }
  if (findings.commute && findings.commute->id == id) return korean ? "출퇴근길" : "the way to work";
  const auto& prompts = findings.code_and_prompts;
  return prompts && prompts->id == id ? (korean ? "코드와 프롬프트" : "code and prompts") : std::string{};
}

}  // namespace hoego
