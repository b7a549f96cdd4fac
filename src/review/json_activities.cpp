#include <cmath>

#include "review/json_parts.h"

namespace hoego {
namespace {

Json counts_json(const std::vector<std::optional<int>>& counts) {
  Json json = Json::array();
  for (const auto& count : counts) json.push_back(or_null(count));
  return json;
}

Json change_json(const Change& change) {
  Json json;
  json["id"] = change.id;
  json["kind"] = name(change.kind);
  json["date"] = change.date.iso();
  json["low"] = change.low.iso();
  json["high"] = change.high.iso();
  json["before_per_week"] = change.before_per_week;
  json["after_per_week"] = change.after_per_week;
  json["certainty"] = change.certainty;
  put_evidence(json, change.evidence);
  return json;
}

/// The change by which the rate moved most; of equals the later one.
Json weightiest_json(const std::vector<Change>& changes) {
  const Change* most = nullptr;
  const auto size = [](const Change& one) { return std::abs(one.after_per_week - one.before_per_week); };
  for (const Change& change : changes) {
    if (most == nullptr || size(change) >= size(*most)) most = &change;
  }
  return most == nullptr ? Json(nullptr) : change_json(*most);
}

Json against_json(const Activity& activity) {
  const Comparison& against = *activity.against;
  Json json;
  json["id"] = against_id(activity);
  json["from"] = against.days.from.iso();
  json["to"] = against.days.to.iso();
  json["count"] = against.count;
  json["covered_days"] = against.covered_days;
  json["ratio"] = or_null(against.ratio);
  json["low"] = or_null(against.low);
  json["high"] = or_null(against.high);
  json["verdict"] = name(against.verdict);
  json["q"] = or_null(against.q);
  put_evidence(json, against.evidence);
  return json;
}

}  // namespace

Json activity_json(const Activity& activity) {
  Json json;
  json["id"] = activity.id;
  json["label"] = label_json(activity.label);
  json["area"] = text_or_null(activity.area);
  json["kind"] = name(activity.kind);
  json["count"] = activity.count;
  json["hours"] = or_null(activity.hours);
  json["days"] = activity.days;
  json["first"] = day_or_null(activity.first);
  json["last"] = day_or_null(activity.last);
  json["longest_streak_weeks"] = activity.longest_streak_weeks;
  json["by_month"] = counts_json(activity.by_month);
  json["by_day"] = counts_json(activity.by_day);
  json["absence_known"] = activity.absence_known;
  json["coverage"] = activity.coverage;
  json["totals"] = activity.totals;
  json["outcomes"] = activity.outcomes;
  json["cost"] = cost_json(cost_id(activity.id), activity.cost, activity.cost_evidence);
  json["change"] = weightiest_json(activity.changes);
  json["changes"] = list(activity.changes, change_json);
  json["against"] = activity.against ? against_json(activity) : Json(nullptr);
  put_evidence(json, activity.evidence);
  return json;
}

}  // namespace hoego
