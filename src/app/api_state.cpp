#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/served_place.h"
#include "base/zone.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

/// What a life could begin with.
Json first_run(const ServedPlace& place) {
  std::error_code ignored;
  Json first;
  first["folder"] = place.proposed().string();
  first["is_life"] = std::filesystem::exists(place.proposed() / "hoego.toml", ignored);
  first["home_zone"] = Zone::system().name();
  first["sample"] = place.sample_folder().string();
  return first;
}

Json without_life(const ServedPlace& place) {
  const Config nothing;
  Json state;
  state["schema"] = "hoego.state/1";
  state["version"] = HOEGO_VERSION;
  state["language"] = language_of(Arguments(), nothing) == Language::Korean ? "ko" : "en";
  state["today"] = today(nothing).iso();
  state["life"] = "";
  state["sources"] = 0;
  state["years"] = Json::array();
  state["importing"] = false;
  state["generation"] = "";
  state["first_run"] = first_run(place);
  return state;
}

Json state_of(ServedPlace& place, Api& api, Life& life) {
  const std::string generation = api.life.generation();
  Json state;
  state["schema"] = "hoego.state/1";
  state["version"] = HOEGO_VERSION;
  state["language"] = language_of(Arguments(), life.config()) == Language::Korean ? "ko" : "en";
  state["today"] = today(life.config()).iso();
  state["life"] = (life.folder() / "").parent_path().filename().string();
  state["sources"] = life.config().sources.size();
  state["years"] = life.years(today(life.config()));
  state["importing"] = api.life.is_importing();
  state["generation"] = generation;
  if (is_sample(life.folder())) state["first_run"] = first_run(place);
  return state;
}

}  // namespace

Response api_state(ServedPlace& place) {
  Api* api = place.find();
  if (api == nullptr) return json_answer(without_life(place));
  return api->life.with_life([&](Life& life) { return json_answer(state_of(place, *api, life)); });
}

}  // namespace hoego
