#include "story/weight.h"

#include <algorithm>
#include <map>

namespace hoego {
namespace {

/// Of one subject alone.
bool is_single(const Point& point) {
  switch (point.topic) {
    case Topic::Period:
    case Topic::MoreTrips:
    case Topic::DayTrips:
    case Topic::Rest:
    case Topic::SummaryChanged:
    case Topic::SummaryNoDifference:
    case Topic::SummaryUnknown:
    case Topic::PlannedSeries:
    case Topic::PlannedRest:
    case Topic::Gap:
    case Topic::PartGap:
    case Topic::StartsLate:
    case Topic::EndsEarly:
    case Topic::Clock:
    case Topic::PresenceOnly:
    case Topic::NothingSure:
    case Topic::Nothing:
    case Topic::AreaHours:
    case Topic::PromisesSummary:
    case Topic::PromisesTicked:
    case Topic::PromisesRest:
    case Topic::PromisesBegun:
      return false;
    default:
      return true;
  }
}

std::string subject_of(const Point& point) {
  if (point.topic == Topic::Lull) return point.finding;
  if (point.promises.size() == 1) return point.promises.front()->id;
  if (!point.trips.empty()) return point.trips.front()->id;
  return point.activities.empty() ? point.finding : point.activities.front()->id;
}

}  // namespace

std::vector<Weighed> by_weight(const Findings& findings) {
  std::map<std::string, std::vector<Point>> points;
  std::vector<std::vector<std::string>> chapters;
  for (const Chapter& chapter : plan(findings)) {
    chapters.emplace_back();
    for (const Point& point : chapter.points) {
      if (!is_single(point)) continue;
      const std::string subject = subject_of(point);
      points[subject].push_back(point);
      const auto& known = chapters.back();
      if (std::find(known.begin(), known.end(), subject) == known.end()) chapters.back().push_back(subject);
    }
  }
  std::vector<std::string> order;
  const auto add = [&order](const std::string& subject) {
    if (std::find(order.begin(), order.end(), subject) == order.end()) order.push_back(subject);
  };
  std::size_t longest = 0;
  for (const auto& chapter : chapters) longest = std::max(longest, chapter.size());
  // The opening is heard whole before any other chapter has its turn.
  if (!chapters.empty()) std::for_each(chapters.front().begin(), chapters.front().end(), add);
  for (std::size_t i = 0; i < longest; ++i) {
    for (std::size_t c = 1; c < chapters.size(); ++c) {
      if (i < chapters[c].size()) add(chapters[c][i]);
    }
  }
  std::vector<Weighed> weighed;
  for (const std::string& subject : order) weighed.push_back({subject, std::move(points[subject])});
  return weighed;
}

}  // namespace hoego
