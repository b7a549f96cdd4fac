#include "review/json_parts.h"
#include "story/names.h"

namespace hoego {
namespace {

Json leg_json(const CommuteLeg& leg) {
  Json json;
  json["home"] = leg.home;
  json["from"] = leg.days.from.iso();
  json["to"] = leg.days.to.iso();
  json["journeys"] = leg.journeys;
  json["hours"] = leg.hours;
  json["minutes"] = leg.minutes;
  json["covered_days"] = leg.covered_days;
  return json;
}

}  // namespace

Json area_json(const AreaTime& area) {
  Json json;
  json["id"] = area.id;
  json["finding"] = area_id(area);
  json["label"] = label_json(area.label);
  json["hours"] = area.hours;
  json["share"] = or_null(area.share);
  json["share_of_evenings"] = or_null(area.share_of_evenings);
  json["low"] = or_null(area.low);
  json["high"] = or_null(area.high);
  json["share_of_weekends"] = or_null(area.share_of_weekends);
  json["against_share"] = or_null(area.against_share);
  json["against_share_of_evenings"] = or_null(area.against_share_of_evenings);
  json["evenings"] = area.evenings;
  json["weekend_days"] = area.weekend_days;
  json["against_evenings"] = name(area.against_evenings);
  put_evidence(json, area.evidence);
  return json;
}

Json commute_json(const Commute& commute, Language language) {
  Json json;
  json["id"] = commute.id;
  json["hours"] = commute.hours;
  json["journeys"] = commute.journeys;
  json["covered_days"] = commute.covered_days;
  json["between"] =
      list(commute.between, [&](const Spot& spot) { return text_or_null(place_name(spot.place, language)); });
  json["places"] = list(commute.between, [&](const Spot& spot) { return spot_json(spot, language); });
  json["by_home"] = list(commute.by_home, leg_json);
  put_evidence(json, commute.evidence);
  return json;
}

Json code_and_prompts_json(const CodeAndPrompts& found) {
  Json json;
  json["id"] = found.id;
  json["code"] = found.code;
  json["prompts"] = found.prompts;
  json["code_days"] = found.code_days;
  json["prompt_days"] = found.prompt_days;
  json["share"] = found.share;
  json["low"] = found.low;
  json["high"] = found.high;
  json["verdict"] = name(found.verdict);
  put_evidence(json, found.evidence);
  return json;
}

}  // namespace hoego
