#include <algorithm>
#include <cmath>

#include "story/plan_parts.h"

namespace hoego::parts {
namespace {

constexpr double least_share = 0.05;
constexpr int fewest_evenings = 8;
constexpr double least_weekend_share = 0.15;
constexpr int fewest_days = 20;
constexpr int fewest_journeys = 10;
constexpr double least_minutes_moved = 5;

bool is_told(const AreaTime& area) {
  return area.share_of_evenings && *area.share_of_evenings >= least_share &&
         area.evenings[0] >= fewest_evenings;
}

double moved(const AreaTime& area) {
  const bool clear = area.against_evenings == Difference::More || area.against_evenings == Difference::Less;
  if (!clear || !area.share_of_evenings || !area.against_share_of_evenings) return 0;
  return std::abs(*area.share_of_evenings - *area.against_share_of_evenings);
}

template <class Measure>
const AreaTime* greatest(const std::vector<AreaTime>& areas, Measure measure) {
  const AreaTime* best = nullptr;
  for (const AreaTime& area : areas) {
    if (measure(area) > 0 && (best == nullptr || measure(area) > measure(*best))) best = &area;
  }
  return best;
}

void say(Topic topic, const AreaTime& area, Chapter& chapter) {
  Point point{topic, area_id(area)};
  point.areas = {&area};
  chapter.points.push_back(std::move(point));
}

void add_hours(const Findings& findings, Chapter& chapter) {
  constexpr std::size_t most = 4;
  Point point{Topic::AreaHours, ""};
  for (const AreaTime& area : findings.areas) {
    if (area.hours < 1 || point.areas.size() == most) continue;
    point.areas.push_back(&area);
    if (point.finding.empty()) {
      point.finding = area_id(area);
    } else {
      point.also.push_back(area_id(area));
    }
  }
  if (point.areas.size() > 1) chapter.points.push_back(std::move(point));
}

/// The area with most evenings, and another that took or left clearly more of them than before.
void add_evenings(const Findings& findings, Chapter& chapter) {
  const AreaTime* most = greatest(
      findings.areas, [](const AreaTime& area) { return is_told(area) ? *area.share_of_evenings : 0; });
  if (most) say(Topic::AreaEvenings, *most, chapter);
  const AreaTime* changed = greatest(findings.areas, [most](const AreaTime& area) {
    return &area == most || area.evenings[0] == 0 || moved(area) < least_share ? 0 : moved(area);
  });
  if (changed) say(Topic::AreaEvenings, *changed, chapter);
  if (most && changed) return;
  const AreaTime* weekends = greatest(findings.areas, [](const AreaTime& area) {
    const double share = area.share_of_weekends.value_or(0);
    return share >= least_weekend_share && area.weekend_days[0] >= fewest_evenings ? share : 0;
  });
  if (weekends) say(Topic::AreaWeekends, *weekends, chapter);
}

void add_commute(const Findings& findings, Chapter& chapter) {
  if (!findings.commute || findings.commute->hours < 1) return;
  const Commute& commute = *findings.commute;
  chapter.points.push_back({Topic::CommuteTime, commute.id});
  if (commute.by_home.size() < 2) return;
  const CommuteLeg& before = commute.by_home[commute.by_home.size() - 2];
  const CommuteLeg& after = commute.by_home.back();
  const bool enough = std::min(before.journeys, after.journeys) >= fewest_journeys;
  if (enough && std::abs(before.minutes - after.minutes) >= least_minutes_moved)
    chapter.points.push_back({Topic::CommuteMoved, commute.id, {after.home}});
}

void add_code_and_prompts(const Findings& findings, Chapter& chapter) {
  const auto& found = findings.code_and_prompts;
  if (!found) return;
  const int days =
      std::min(found->code_days[0] + found->prompt_days[0], found->code_days[1] + found->prompt_days[1]);
  if (days >= fewest_days) chapter.points.push_back({Topic::CodePrompts, found->id});
}

}  // namespace

void add_of_thread(const Findings& findings, const Thread& thread, Chapter& chapter) {
  const auto& found = findings.code_and_prompts;
  const bool prompts = found && std::any_of(thread.activities.begin(), thread.activities.end(),
                                            [&](const Activity* one) { return one->id == found->prompts; });
  if (prompts) add_code_and_prompts(findings, chapter);
  Chapter all{"", {}};
  add_evenings(findings, all);
  add_hours(findings, all);
  for (const Point& point : all.points) {
    if (point.areas.front()->id == thread.area) chapter.points.push_back(point);
  }
}

void add_time(const Findings& findings, Chapter& chapter) {
  add_code_and_prompts(findings, chapter);
  add_hours(findings, chapter);
  add_evenings(findings, chapter);
  add_commute(findings, chapter);
}

}  // namespace hoego::parts
