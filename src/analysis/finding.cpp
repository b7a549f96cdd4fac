#include "analysis/finding.h"

#include <fmt/format.h>

namespace hoego {
namespace {

template <std::size_t Size, class Enum>
std::string_view name_in(const std::array<std::string_view, Size>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view name(Difference difference) {
  static constexpr std::array<std::string_view, 4> names = {"more", "less", "no clear difference", "unknown"};
  return name_in(names, difference);
}

std::string_view name(ChangeKind kind) {
  static constexpr std::array<std::string_view, 5> names = {"started", "grew", "faded", "stopped", "resumed"};
  return name_in(names, kind);
}

std::string_view name(MilestoneKind kind) {
  static constexpr std::array<std::string_view, 3> names = {"given", "age", "found"};
  return name_in(names, kind);
}

std::string_view name(Subject subject) {
  static constexpr std::array<std::string_view, 9> names = {
      "country", "town", "activity", "repository", "language", "tool", "person", "book", "topic"};
  return name_in(names, subject);
}

std::string_view name(BestKind kind) {
  static constexpr std::array<std::string_view, 6> names = {"best week",   "longest streak", "longest gap",
                                                            "round count", "lull",           "best day"};
  return name_in(names, kind);
}

std::string_view name(Verdict verdict) {
  static constexpr std::array<std::string_view, 6> names = {"kept",    "broken", "on_track",
                                                            "at_risk", "missed", "unknown"};
  return name_in(names, verdict);
}

std::string_view name(MeasureKind kind) {
  static constexpr std::array<std::string_view, 14> names = {
      "count", "hours of",  "days of",     "distance of", "cost of", "longest streak of", "share of",
      "trips", "day trips", "nights away", "countries",   "steps",   "commute",           "cost of trips"};
  return name_in(names, kind);
}

std::string period_id(const Period& period) {
  const bool year = period.from.year() == period.to.year() && period.from.month() == 1 &&
                    period.from.day() == 1 && period.to.month() == 12 && period.to.day() == 31;
  return year ? fmt::format("period-{}", period.from.year())
              : fmt::format("period-{}-{}", period.from.iso(), period.to.iso());
}

Difference Comparison::told() const {
  constexpr double false_share = 0.1;
  const bool differs = verdict == Difference::More || verdict == Difference::Less;
  return differs && q && *q > false_share ? Difference::NoClearDifference : verdict;
}

std::string against_id(const Activity& activity) {
  return "against-" + activity.id;
}

std::string area_id(const AreaTime& area) {
  return "area-" + area.id;
}

std::string cost_id(const std::string& finding) {
  return "cost-" + finding;
}

std::vector<Evident> evident(const Findings& all) {
  std::vector<Evident> list;
  const auto add = [&list](const auto& findings, std::string_view what) {
    for (const auto& one : findings) list.push_back({one.id, what, &one.evidence});
  };
  add(all.homes, "home");
  add(all.trips, "trip");
  add(all.activities, "activity");
  for (const Activity& activity : all.activities) {
    add(activity.changes, "change");
    if (activity.against)
      list.push_back(
          {against_id(activity), "comparison, the records of the other period", &activity.against->evidence});
    list.push_back({cost_id(activity.id), "cost, the payments", &activity.cost_evidence});
  }
  for (const Trip& trip : all.trips)
    list.push_back({cost_id(trip.id), "cost, the payments", &trip.cost_evidence});
  add(all.planned, "planned");
  add(all.open, "still open");
  add(all.clocks, "clock");
  add(all.milestones, "milestone");
  add(all.firsts, "first");
  add(all.lasts, "last");
  add(all.bests, "record");
  for (const AreaTime& area : all.areas) list.push_back({area_id(area), "area", &area.evidence});
  add(all.promises, "promise");
  if (all.commute) list.push_back({all.commute->id, "commute", &all.commute->evidence});
  if (all.code_and_prompts)
    list.push_back({all.code_and_prompts->id, "code and prompts", &all.code_and_prompts->evidence});
  return list;
}

}  // namespace hoego
