#include <cmath>
#include <nlohmann/json.hpp>

#include "app/syncing.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr double least_seconds = 2;  ///< before that a rate says nothing
constexpr std::uint64_t least_read = 20;

Json counts_json(const ImportCounts& counts) {
  return {{"new", counts.fresh}, {"same", counts.same}, {"changed", counts.changed}, {"gone", counts.gone}};
}

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string sync_progress_json(const Progress& progress) {
  Json json;
  json["state"] = "running";
  json["phase"] = progress.total == 0 ? "looking" : "reading";
  json["source"] = progress.source;
  json["done"] = progress.done;
  json["total"] = progress.total;
  json["walking"] = progress.walking;
  json["things"] = progress.things;
  json["bytes"] = progress.bytes;
  json["seconds"] = std::round(progress.seconds * 10) / 10;
  const bool known = progress.seconds >= least_seconds && progress.done >= least_read;
  const double rate = known ? static_cast<double>(progress.done) / progress.seconds : 0;
  json["per_second"] = known ? Json(std::round(rate * 10) / 10) : Json(nullptr);
  json["seconds_left"] = known && !progress.walking
                             ? Json(std::ceil(static_cast<double>(progress.total - progress.done) / rate))
                             : Json(nullptr);
  return line_of(json);
}

std::string sync_settling_json() {
  return line_of({{"state", "running"}, {"phase", "settling"}});
}

std::string sync_stopped_json() {
  return line_of({{"state", "stopped"}});
}

std::string sync_result_json(const Life& life, const ImportResult& result) {
  Json json;
  json["state"] = result.stopped ? "stopped" : "done";
  json["result"] = counts_json(result);
  json["result"]["unknown"] = result.unknown;
  json["result"]["merged"] = life.merged();
  json["result"]["problems"] = result.problems + life.decision_issues().size();
  json["result"]["by_type"] = Json::object();
  for (const auto& [type, counts] : result.by_type) json["result"]["by_type"][type] = counts_json(counts);
  return line_of(json);
}

std::string sync_error_json(const std::string& what, const std::string& where, const std::string& remedy) {
  return line_of({{"state", "failed"}, {"error", {{"what", what}, {"where", where}, {"remedy", remedy}}}});
}

}  // namespace hoego
