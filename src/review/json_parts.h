#pragma once
#include <nlohmann/json.hpp>

#include "analysis/finding.h"
#include "story/document.h"

/// The pieces of which a review's JSON is made. Inside this layer only.
namespace hoego {

// Keys in the order in which they are written: the same review gives the same bytes.
using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class Items, class Write>
Json list(const Items& items, Write write) {
  Json json = Json::array();
  for (const auto& item : items) json.push_back(write(item));
  return json;
}

Json day_or_null(const std::optional<Date>& day);
/// Null where the text is empty.
Json text_or_null(const std::string& text);
/// {"from", "to"}, inclusive.
Json range_json(DateRange days);
Json label_json(const Label& label);
/// Sets "evidence" and "evidence_count".
void put_evidence(Json& json, const Evidence& evidence);
/// PLACE of the contract, with its names in both languages beside.
Json spot_json(const Spot& spot, Language language);
/// The sum in the usual currency; others are never converted, and stand beside it. Null where nothing was
/// paid. `id`: of the finding that costs.
Json cost_json(const std::string& id, const std::vector<Money>& cost, const Evidence& evidence);
Json activity_json(const Activity& activity);
Json area_json(const AreaTime& area);
Json commute_json(const Commute& commute, Language language);
Json code_and_prompts_json(const CodeAndPrompts& found);
Json milestone_json(const Milestone& milestone, Language language);
/// A first or a last.
Json occasion_json(const Occasion& occasion, Language language);
Json best_json(const Best& best);
Json promise_json(const Promise& promise);

}  // namespace hoego
