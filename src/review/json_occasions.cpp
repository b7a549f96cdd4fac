#include "review/json_parts.h"
#include "story/names.h"

namespace hoego {

Json milestone_json(const Milestone& milestone, Language language) {
  Json json;
  json["id"] = milestone.id;
  json["name"] = label_in(milestone.label, language);
  json["label"] = label_json(milestone.label);
  json["what"] = name(milestone.what);
  json["date"] = milestone.date.iso();
  json["since"] = milestone.since.iso();
  json["years"] = milestone.years;
  put_evidence(json, milestone.evidence);
  return json;
}

/// Of a country the name is its code, as the contract has it; its words are in the label.
Json occasion_json(const Occasion& occasion, Language language) {
  const bool country = occasion.subject == Subject::Country;
  Json json;
  json["id"] = occasion.id;
  json["subject"] = name(occasion.subject);
  json["name"] = country ? occasion.key : label_in(occasion.label, language);
  json["key"] = occasion.key;
  json["label"] = label_json(occasion.label);
  json["kind"] = name(occasion.kind);
  json["date"] = occasion.date.iso();
  json["count"] = occasion.count;
  json["reaches_back_to"] = day_or_null(occasion.reaches_back_to);
  json["silent_to"] = day_or_null(occasion.silent_to);
  put_evidence(json, occasion.evidence);
  return json;
}

Json best_json(const Best& best) {
  Json json;
  json["id"] = best.id;
  json["what"] = name(best.what);
  json["activity"] = text_or_null(best.activity);
  json["value"] = best.value;
  json["date"] = best.days.from.iso();
  json["from"] = best.days.from.iso();
  json["to"] = best.days.to.iso();
  json["reaches_back_to"] = day_or_null(best.reaches_back_to);
  json["after"] = text_or_null(best.after);
  json["trips"] = best.trips;
  put_evidence(json, best.evidence);
  return json;
}

}  // namespace hoego
