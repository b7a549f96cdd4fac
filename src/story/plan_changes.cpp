#include <algorithm>
#include <cmath>

#include "story/plan_parts.h"

namespace hoego::parts {
namespace {

constexpr std::size_t most_changes = 2;
/// A day known no better than this is no news, unless the last time is a day of its own.
constexpr int widest_half = 45;

double size_of(const Change& change) {
  // The rates' distance on a scale on which twice and half are the same, with a floor for none at all.
  constexpr double floor = 0.1;
  return std::abs(std::log((change.after_per_week + floor) / (change.before_per_week + floor)));
}

bool is_told(const Change& change) {
  if (change.certainty < told_from) return false;
  return change.kind == ChangeKind::Stopped || (change.high - change.low) / 2 <= widest_half;
}

/// What there was none of before is counted from its first day on.
bool counted_from_its_first(const Activity& activity) {
  const auto& against = activity.against;
  return against && against->count == 0 && all_or_none(activity) && !unequal_cover(*against);
}

}  // namespace

std::vector<const Change*> told_changes(const Activity& activity) {
  std::vector<const Change*> told;
  for (const Change& change : activity.changes) {
    if (is_told(change)) told.push_back(&change);
  }
  std::stable_sort(told.begin(), told.end(),
                   [](const Change* a, const Change* b) { return size_of(*a) > size_of(*b); });
  if (told.size() > most_changes) told.resize(most_changes);
  std::sort(told.begin(), told.end(), [](const Change* a, const Change* b) { return a->date < b->date; });
  return told;
}

std::vector<Point> change_points(const Activity& activity, bool silence_told) {
  std::vector<Point> points;
  for (const Change* change : told_changes(activity)) {
    const bool last = change == &activity.changes.back();
    // The opening has told the same silence.
    if (silence_told && last && change->kind == ChangeKind::Stopped) continue;
    if (change->kind == ChangeKind::Started && counted_from_its_first(activity)) continue;
    Point point{Topic::Change, change->id, {activity.id}, {}, {&activity}};
    point.change = change;
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace hoego::parts
