#include "app/api.h"
#include "app/trip_json.h"
#include "base/error.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

constexpr int usual_pictures = 20;
constexpr int most_pictures = 60;

std::string json_of(Life& life, const std::string& id, Language language, int pictures) {
  const Date day = today(life.config());
  const Timeline timeline = life.timeline(day);
  const Places atlas = places();
  const AllTime all = over_all_time(timeline, life.config().settings, atlas, day);
  const auto account = trip_account(all, id, static_cast<std::size_t>(pictures));
  if (!account)
    throw Refusal(404, "there is no trip of this id", id, "ids stand in a review; it may have changed since");
  return trip_json(*account, language, atlas);
}

}  // namespace

Response api_trip(Api& api, const Request& request) {
  const std::string& id = request.parts.front();
  const int pictures = number_parameter(request, "limit", 0, most_pictures, usual_pictures);
  const std::string* lang = request.parameter("lang");
  const std::string key =
      "trip\n" + id + '\n' + (lang == nullptr ? "" : *lang) + '\n' + std::to_string(pictures);
  if (auto kept = api.trips.find(key, api.life.generation())) return std::move(*kept);
  return api.life.with_fresh_life([&](Life& life) {
    const Language language = language_parameter(request, life.config());
    const std::string generation = api.life.generation();
    if (auto kept = api.trips.find(key, generation)) return std::move(*kept);  // another thread was quicker
    Response answer = json_answer(json_of(life, id, language, pictures));
    api.trips.keep(key, generation, answer);
    return answer;
  });
}

}  // namespace hoego
