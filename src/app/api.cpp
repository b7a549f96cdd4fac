#include "app/api.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "app/output.h"
#include "app/served_place.h"
#include "base/error.h"
#include "serve/etag.h"
#include "serve/refusal.h"

namespace hoego {

std::vector<Route> api_routes(ServedPlace& place) {
  const auto with = [&place](Response (*answer)(Api&, const Request&)) {
    return [&place, answer](const Request& request) {
      Api& api = place.api();
      api.grounds.let_go();
      return answer(api, request);
    };
  };
  return {
      {"GET", "/", [](const Request&) { return api_page(); }},
      {"GET", "/api/state", [&place](const Request&) { return api_state(place); }},
      {"GET", "/api/review", with(api_review)},
      {"GET", "/api/record/{id}", with(api_record)},
      {"GET", "/api/finding/{id}", with(api_finding)},
      {"GET", "/api/trip/{id}", with(api_trip)},
      {"GET", "/api/picture/{id}", with(api_picture)},
      {"GET", "/api/original/{id}", with(api_original)},
      {"GET", "/api/timeline", with(api_timeline)},
      {"GET", "/api/questions", with(api_questions)},
      {"PUT", "/api/note", with(api_note)},
      {"GET", "/api/corrections", with(api_corrections)},
      {"POST", "/api/correction", with(api_correction)},
      {"POST", "/api/undo", with(api_undo)},
      {"GET", "/api/proposals", with(api_proposals)},
      {"GET", "/api/promises", with(api_promises)},
      {"PUT", "/api/promises", with(api_keep_promises)},
      {"POST", "/api/promises/try", with(api_try_promises)},
      {"GET", "/api/promises/plan", with(api_plan)},
      {"GET", "/api/text", with(api_text)},
      {"PUT", "/api/text", with(api_keep_text)},
      {"GET", "/api/text/begin", with(api_begin_text)},
      {"POST", "/api/verify", with(api_verify)},
      {"POST", "/api/life", [&place](const Request& request) { return api_life(place, request); }},
      {"POST", "/api/sample", [&place](const Request& request) { return api_sample(place, request); }},
      {"GET", "/api/paths", [](const Request& request) { return api_paths(request); }},
      {"GET", "/api/sources", with(api_sources)},
      {"POST", "/api/recognise", with(api_recognise)},
      {"POST", "/api/sources", with(api_add_sources)},
      {"DELETE", "/api/sources", with(api_take_out_sources)},
      {"GET", "/api/sync", with(api_sync)},
      {"POST", "/api/sync", with(api_start_sync)},
      {"DELETE", "/api/sync", with(api_cancel_sync)},
      {"GET", "/api/sync/events", with(api_sync_events)},
      {"GET", "/api/problems", with(api_problems)},
  };
}

int number_parameter(const Request& request, const std::string& name, int least, int most, int otherwise) {
  const std::string* text = request.parameter(name);
  if (text == nullptr) return otherwise;
  int value = 0;
  const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (failed != std::errc() || end != text->data() + text->size() || value < least || value > most)
    throw UsageError(fmt::format("\"{}\" is no number from {} to {}", *text, least, most), name,
                     fmt::format("for example {}={}", name, otherwise));
  return value;
}

int year_parameter(const Request& request, const Life& life) {
  const std::string* year = request.parameter("year");
  return year == nullptr ? today(life.config()).year() : year_word("year", *year, "for example year=2024");
}

Language language_parameter(const Request& request, const Config& config) {
  const std::string* word = request.parameter("lang");
  if (word == nullptr) return language_of(Arguments(), config);
  if (*word == "ko") return Language::Korean;
  if (*word == "en") return Language::English;
  throw UsageError(fmt::format("unknown word \"{}\"", *word), "lang", "ko or en");
}

Record record_of(Life& life, const Request& request) {
  auto record = life.store().record(request.parts.front());
  if (record) return std::move(*record);
  throw Refusal(404, "there is no record of this id", request.parts.front(),
                "ids stand in a review's evidence; a record may be gone since");
}

Response json_answer(std::string json) {
  Response response;
  response.etag = etag_of(json);
  response.body = std::move(json);
  return response;
}

Response json_answer(const nlohmann::ordered_json& json) {
  return json_answer(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

}  // namespace hoego
