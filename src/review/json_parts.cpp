#include "review/json_parts.h"

#include "story/names.h"

namespace hoego {

Json day_or_null(const std::optional<Date>& day) {
  return day ? Json(day->iso()) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json range_json(DateRange days) {
  return {{"from", days.from.iso()}, {"to", days.to.iso()}};
}

Json label_json(const Label& label) {
  return {{"ko", label.ko}, {"en", label.en}};
}

void put_evidence(Json& json, const Evidence& evidence) {
  json["evidence"] = evidence.records;
  json["evidence_count"] = evidence.count;
}

Json spot_json(const Spot& spot, Language language) {
  const Place& place = spot.place;
  const bool korean = language == Language::Korean;
  Json json;
  json["name"] = text_or_null(place_name(place, language));
  json["admin"] = text_or_null(korean && !place.admin_ko.empty() ? place.admin_ko : place.admin_en);
  json["country"] = text_or_null(place.country);
  json["lat"] = spot.at ? Json(spot.at->latitude) : Json(nullptr);
  json["lon"] = spot.at ? Json(spot.at->longitude) : Json(nullptr);
  json["name_en"] = text_or_null(place_name(place, Language::English));
  json["name_ko"] = text_or_null(place_name(place, Language::Korean));
  return json;
}

/// The sum in the usual currency; others are never converted, and stand beside it.
Json cost_json(const std::string& id, const std::vector<Money>& cost, const Evidence& evidence) {
  if (cost.empty()) return nullptr;
  Json json;
  json["id"] = id;
  json["amount"] = cost.front().amount;
  json["currency"] = cost.front().currency;
  json["payments"] = cost.front().payments;
  json["others"] = Json::array();
  for (std::size_t i = 1; i < cost.size(); ++i) {
    json["others"].push_back(
        {{"amount", cost[i].amount}, {"currency", cost[i].currency}, {"payments", cost[i].payments}});
  }
  put_evidence(json, evidence);
  return json;
}

}  // namespace hoego
