#include "sources/photos_takeout.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace hoego {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_text = 10'000;
constexpr std::size_t most_people = 200;
constexpr std::size_t deepest = 32;

/// Google nests four levels; more is somebody's attempt.
bool is_too_deep(std::string_view file) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < file.size(); ++i) {
    const char c = file[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '{' || c == '[')) {
      if (++depth > deepest) return true;
    } else if (!quoted && (c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  return trim(clean_text(found->get_ref<const std::string&>().substr(0, longest_text)));
}

/// Seconds since 1970 in `object[key].timestamp`, written as text or as a number; 0 is how Google says
/// "unknown".
std::optional<Instant> time_in(const Json& object, const char* key) {
  constexpr std::int64_t first = -4'544'208'000;  // 1826, the first photograph
  constexpr std::int64_t last = 4'102'444'800;    // 2100
  const auto time = object.find(key);
  if (time == object.end() || !time->is_object()) return std::nullopt;
  const auto stamp = time->find("timestamp");
  std::int64_t seconds = 0;
  if (stamp == time->end()) return std::nullopt;
  if (stamp->is_string()) {
    const auto& text = stamp->get_ref<const std::string&>();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  } else if (stamp->is_number_integer()) {
    seconds = stamp->get<std::int64_t>();
  }
  if (seconds == 0 || seconds < first || seconds >= last) return std::nullopt;
  return Instant{seconds};
}

std::optional<Coordinates> position_in(const Json& object, const char* key) {
  const auto place = object.find(key);
  if (place == object.end() || !place->is_object()) return std::nullopt;
  const auto latitude = place->find("latitude");
  const auto longitude = place->find("longitude");
  if (latitude == place->end() || longitude == place->end()) return std::nullopt;
  if (!latitude->is_number() || !longitude->is_number()) return std::nullopt;
  return coordinates(latitude->get<double>(), longitude->get<double>());
}

std::string people_in(const Json& object) {
  std::string all;
  const auto people = object.find("people");
  if (people == object.end() || !people->is_array()) return all;
  std::size_t count = 0;
  for (const Json& person : *people) {
    if (++count > most_people) break;
    if (!person.is_object()) continue;
    const std::string name = text_in(person, "name");
    if (name.empty()) continue;
    if (!all.empty()) all += "; ";
    all += name;
  }
  return all;
}

}  // namespace

std::optional<TakeoutFacts> read_takeout(std::string_view file) {
  TakeoutFacts facts;
  if (is_too_deep(file)) {
    facts.problem = fmt::format("the sidecar is nested deeper than {} levels", deepest);
    return facts;
  }
  Json json;
  try {
    json = Json::parse(file);
  } catch (const Json::parse_error& error) {
    facts.problem = fmt::format("the sidecar is no JSON from byte {} on", error.byte);
    return facts;
  }
  if (!json.is_object() || !json.contains("photoTakenTime")) return std::nullopt;
  facts.title = text_in(json, "title");
  facts.description = text_in(json, "description");
  facts.people = people_in(json);
  facts.taken = time_in(json, "photoTakenTime");
  facts.taken_is_upload = facts.taken && facts.taken == time_in(json, "creationTime");
  facts.position = position_in(json, "geoData");
  if (!facts.position) facts.position = position_in(json, "geoDataExif");
  return facts;
}

}  // namespace hoego
