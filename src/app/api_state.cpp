#include <nlohmann/json.hpp>

#include "app/api.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

Response state_of(Api& api, Life& life) {
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
  return json_answer(state.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace

Response api_state(Api& api) {
  return api.life.with_life([&api](Life& life) { return state_of(api, life); });
}

}  // namespace hoego
