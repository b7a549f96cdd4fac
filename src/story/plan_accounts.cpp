#include <algorithm>

#include "story/names.h"
#include "story/plan_parts.h"

namespace hoego::parts {
namespace {

constexpr std::size_t fewest_payments = 3;  ///< fewer tell nothing of what a journey cost

bool is_spent(const std::vector<Money>& cost) {
  return !cost.empty() && cost.front().amount > 0;
}

void add_open_items(const Findings& findings, bool asked, Topic topic, Chapter& chapter) {
  Point point{topic, ""};
  for (const OpenItem& item : findings.open) {
    if (item.asked != asked) continue;
    point.open.push_back(&item);
    if (point.finding.empty()) {
      point.finding = item.id;
    } else {
      point.also.push_back(item.id);
    }
  }
  point.number = static_cast<int>(point.open.size());
  if (!point.open.empty()) chapter.points.push_back(std::move(point));
}

}  // namespace

void add_trip_cost(const Trip& trip, Chapter& chapter) {
  if (!is_spent(trip.cost) || trip.cost_evidence.count < fewest_payments) return;
  chapter.points.push_back({Topic::TripCost, cost_id(trip.id), {trip.id}, {&trip}});
}

void add_details(const Activity& activity, Chapter& chapter) {
  const auto say = [&](Topic topic) { chapter.points.push_back({topic, activity.id, {}, {}, {&activity}}); };
  const auto characters = activity.totals.find("characters");
  const bool prompts = activity.kind == Kind::Chat && characters != activity.totals.end();
  if (prompts && activity.count > 0 && activity.days > 0) say(Topic::Prompts);
  const auto merged = activity.outcomes.find("merged");
  const bool requests = activity.kind == Kind::PullRequest && merged != activity.outcomes.end();
  if (requests && merged->second > 0) say(Topic::Merged);
}

void add_cost(const Activity& activity, Chapter& chapter) {
  if (!is_spent(activity.cost) || activity.kind == Kind::Expense) return;
  chapter.points.push_back({Topic::Cost, cost_id(activity.id), {activity.id}, {}, {&activity}});
}

void add_open(const Findings& findings, Chapter& chapter) {
  add_open_items(findings, false, Topic::Open, chapter);
  add_open_items(findings, true, Topic::Asked, chapter);
}

}  // namespace hoego::parts
