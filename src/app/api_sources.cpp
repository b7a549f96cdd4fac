#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "app/added_sources.h"
#include "app/api.h"
#include "app/problems.h"
#include "app/recognised.h"
#include "app/request_body.h"
#include "base/error.h"
#include "import/units.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_paths = 50;
constexpr std::size_t longest_path = 8192;
constexpr std::size_t longest_written = std::size_t{1} << 20;
constexpr std::chrono::seconds patience{8};

/// What the index holds of a source, whatever types it was forced to.
struct Held {
  std::optional<Date> checked;
  std::map<std::string, std::uint64_t> units;  ///< by type; "" for what nobody knows
  std::uint64_t problems = 0;
};

Held held(const Store& store, const std::string& path) {
  Held held;
  for (const StoredSource& source : store.sources()) {
    if (source.path != path) continue;
    held.checked = std::max(held.checked, source.checked);
    held.problems += store.issue_count(source.id);
    for (const Store::StoredUnit& unit : store.units(source.id)) {
      if (unit.holds.empty()) ++held.units[unit.format];
      for (const auto& [type, many] : inside_of(unit.holds)) held.units[type] += many;
    }
  }
  return held;
}

Json source_json(const Life& life, const ConfiguredSource& source, const ServedLife::Overview& overview) {
  const Held known = held(life.store(), source.path);
  std::error_code error;
  Json json;
  json["path"] = source.path;
  json["type"] = source.type;
  json["there"] = std::filesystem::exists(life.locate(source.path), error) && !error;
  json["private"] = source.is_private;
  json["holds"] = Json::object();
  for (const auto& [type, many] : known.units) {
    if (!type.empty()) json["holds"][type] = many;
  }
  const auto unknown = known.units.find("");
  json["unknown"] = unknown == known.units.end() ? 0 : unknown->second;
  const auto share = overview.sources.find(source.path);
  const bool told = share != overview.sources.end();
  json["records"] = told ? share->second.records : 0;
  json["from"] = told && share->second.days ? Json(share->second.days->from.iso()) : Json(nullptr);
  json["to"] = told && share->second.days ? Json(share->second.days->to.iso()) : Json(nullptr);
  json["checked"] = known.checked ? Json(known.checked->iso()) : Json(nullptr);
  json["problems"] = known.problems;
  return json;
}

const Json& list_in(const Json& body, const char* member) {
  const auto found = body.find(member);
  if (found == body.end() || !found->is_array() || found->empty())
    throw UsageError("this is a list of paths", member, "see doc/api.md");
  if (found->size() > most_paths)
    throw UsageError("too many paths at once", member, fmt::format("at most {}", most_paths));
  return *found;
}

Json error_json(const Error& error) {
  return {{"what", error.what()}, {"where", error.where()}, {"remedy", error.remedy()}};
}

Json recognition_json(const Recognition& found) {
  Json json;
  json["whole"] = found.whole;
  json["parts"] = Json::array();
  for (const Recognition::Part& part : found.parts) {
    const Source* source = find_source(part.type);
    json["parts"].push_back({{"type", part.type},
                             {"describe", source == nullptr ? std::string() : std::string(source->describe)},
                             {"units", part.units},
                             {"examples", part.examples}});
  }
  json["lines"] = Json::array();
  for (const RecognisedLine& line : found.lines)
    json["lines"].push_back({{"name", line.name}, {"words", line.words}});
  json["issues"] = Json::array();
  for (const Issue& issue : found.issues)
    json["issues"].push_back({{"path", issue.path}, {"reason", issue.reason}, {"remedy", issue.remedy}});
  return json;
}

/// A path that cannot be looked at says why, and the others are looked at all the same.
Json recognised_json(const Life& life, const std::string& text, const std::string& type) {
  Json json;
  json["asked"] = text;
  try {
    const std::filesystem::path path = typed_path(text);
    json["path"] = path.string();
    const ConfiguredSource* known = source_at(life, path);
    json["source"] = known == nullptr ? Json(nullptr) : Json(known->path);
    json.update(recognition_json(recognise(life, path, type, patience)));
  } catch (const Error& error) {
    json["error"] = error_json(error);
  }
  return json;
}

void require_no_sync(Api& api) {
  if (!api.life.is_importing()) return;
  throw Refusal(503, "a sync is under way", api.life.folder().string(),
                "wait until it has ended, or stop it");
}

bool has_source(const Config& config, const std::string& path) {
  return std::any_of(config.sources.begin(), config.sources.end(),
                     [&path](const ConfiguredSource& source) { return source.path == path; });
}

/// What was read of sources that hoego.toml had when `before` was opened, and has no more.
void forget_what_left(const Life& before) {
  Arguments arguments;
  arguments.directory = before.folder();
  Life now = Life::open(arguments);
  for (const StoredSource& stored : now.store().sources()) {
    const bool left = has_source(before.config(), stored.path) && !has_source(now.config(), stored.path);
    if (left) now.store().forget_source(stored.id);
  }
  now.derive();
}

}  // namespace

Response api_sources(Api& api, const Request& /*request*/) {
  return api.life.with_life([&api](Life& life) {
    const auto overview = api.life.overview(life);
    Json json;
    json["schema"] = "hoego.sources/1";
    json["folder"] = life.folder().string();
    json["unfinished"] = life.is_unfinished() && !life.config().sources.empty();
    json["sources"] = Json::array();
    for (const ConfiguredSource& source : life.config().sources) {
      Json one = source_json(life, source, *overview);
      if (one["there"] == true && one["checked"].is_null()) json["unfinished"] = true;
      json["sources"].push_back(std::move(one));
    }
    return json_answer(json);
  });
}

Response api_recognise(Api& api, const Request& request) {
  const Json body = body_of(request);
  const Json& paths = list_in(body, "paths");
  const std::string type = text_in(body, "type", longest_path);
  return api.life.with_life([&](Life& life) {
    Json json;
    json["schema"] = "hoego.recognised/1";
    json["paths"] = Json::array();
    for (const Json& path : paths) {
      if (!path.is_string()) throw UsageError("this is a list of paths", "paths", "see doc/api.md");
      json["paths"].push_back(recognised_json(life, path.get<std::string>(), type));
    }
    json["types"] = Json::array();
    for (const Source* source : all_sources()) json["types"].push_back(source->type);
    return json_answer(json);
  });
}

Response api_add_sources(Api& api, const Request& request) {
  const Json body = body_of(request);
  std::vector<Addition> additions;
  for (const Json& one : list_in(body, "sources")) {
    if (!one.is_object()) throw UsageError("this is a list of objects", "sources", "see doc/api.md");
    additions.push_back({typed_path(text_in(one, "path", longest_path)), text_in(one, "type", longest_path)});
  }
  return api.life.with_life([&](Life& life) {
    const AddedSources added = add_sources(life, additions);
    Json json;
    json["schema"] = "hoego.added/1";
    json["file"] = (life.folder() / "hoego.toml").string();
    json["written"] = added.written;
    json["sources"] = Json::array();
    for (const Added& one : added.sources)
      json["sources"].push_back({{"path", one.path}, {"known", one.known}});
    return json_answer(json);
  });
}

Response api_take_out_sources(Api& api, const Request& request) {
  const std::string written = text_in(body_of(request), "written", longest_written);
  return api.life.with_life([&](Life& life) {
    require_no_sync(api);
    take_out_sources(life, written);
    forget_what_left(life);
    return json_answer(Json{{"schema", "hoego.added/1"},
                            {"file", (life.folder() / "hoego.toml").string()},
                            {"written", ""},
                            {"sources", Json::array()}});
  });
}

Response api_problems(Api& api, const Request& /*request*/) {
  return api.life.with_fresh_life([](Life& life) { return json_answer(problems_json(problems_of(life))); });
}

}  // namespace hoego
