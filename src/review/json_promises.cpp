#include "review/json_parts.h"
#include "review/review.h"

namespace hoego {
namespace {

Json periods_json(const PromisePeriods& periods) {
  return {{"held", periods.held}, {"of", periods.of}, {"unknown", periods.unknown}};
}

Json forecast_json(const Forecast& forecast) {
  Json json;
  json["needed_per_week"] = or_null(forecast.needed_per_week);
  json["best_per_week"] = or_null(forecast.best_per_week);
  json["chance"] = forecast.chance;
  return json;
}

Json risk_json(const Risk& risk) {
  Json json;
  json["title"] = risk.title;
  json["date"] = risk.date.iso();
  put_evidence(json, risk.evidence);
  return json;
}

Json measure_json(const CheckTerms& terms) {
  Json json;
  json["kind"] = name(terms.measure);
  json["name"] = text_or_null(terms.name);
  return json;
}

}  // namespace

Json promise_json(const Promise& promise) {
  Json json;
  json["id"] = promise.id;
  json["text"] = promise.text;
  json["check"] = text_or_null(promise.check);
  json["measure"] = promise.terms ? measure_json(*promise.terms) : Json(nullptr);
  json["verdict"] = promise.verdict ? Json(name(*promise.verdict)) : Json(nullptr);
  json["ticked"] = promise.ticked;
  json["date"] = day_or_null(promise.date);
  json["value"] = or_null(promise.value);
  json["target"] = or_null(promise.target);
  json["unit"] = promise.unit;
  json["limit"] = promise.limit;
  json["periods"] = promise.periods ? periods_json(*promise.periods) : Json(nullptr);
  json["forecast"] = promise.forecast ? forecast_json(*promise.forecast) : Json(nullptr);
  json["risks"] = list(promise.risks, risk_json);
  json["from"] = promise.days.from.iso();
  json["to"] = promise.days.to.iso();
  json["course"] =
      promise.course.empty()
          ? Json(nullptr)
          : list(promise.course, [](const std::optional<double>& value) { return or_null(value); });
  json["coverage"] = promise.coverage;
  json["covered_days"] = promise.covered_days;
  json["where"] = text_or_null(promise.where);
  put_evidence(json, promise.evidence);
  return json;
}

std::string promises_json(const std::vector<Promise>& promises, Date as_of) {
  Json json;
  json["schema"] = "hoego.resolutions/1";
  json["as_of"] = as_of.iso();
  json["resolutions"] = list(promises, promise_json);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoego
