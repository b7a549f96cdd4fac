#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/api.h"
#include "app/original_entry.h"
#include "app/original_file.h"
#include "app/reviewing.h"
#include "review/review.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

/// As `timeline --json` has it, with all that its origins say of it, and where each of them can be opened.
Json record_with_whereabouts(Api& api, Life& life, const Record& record) {
  Json json = Json::parse(record_json(record, api.life.overview(life)->assignment.of(record)));
  json["schema"] = "hoego.record/1";
  json["traits"] = record.traits;
  json["quantities"] = record.quantities;
  Json originals = Json::array();
  for (const Origin& origin : record.origins) {
    const Life::Original original = life.original(origin);
    std::error_code ignored;
    Json one;
    one["file"] = original.file.string();
    one["member"] = original.member;
    one["locator"] = origin.locator;
    one["there"] = std::filesystem::exists(original.file, ignored);
    originals.push_back(std::move(one));
  }
  json["originals"] = std::move(originals);
  json["shown"] = original_file(life, record).has_value();
  const auto entry = original_entry(life, record);
  json["entry"] = entry ? Json(*entry) : Json(nullptr);
  return json;
}

Json finding_page(Api& api, Life& life, const std::string& id, const FoundFinding& finding,
                  std::size_t offset, std::size_t limit) {
  Json json;
  json["schema"] = "hoego.finding/1";
  json["id"] = id;
  json["description"] = finding.description;
  json["evidence_count"] = finding.evidence_count;
  json["listed"] = finding.evidence.size();
  json["offset"] = offset;
  json["evidence"] = Json::array();
  const std::size_t end = std::min(finding.evidence.size(), offset + limit);
  json["records"] = Json::array();
  const auto overview = api.life.overview(life);
  for (std::size_t at = offset; at < end; ++at) {
    json["evidence"].push_back(finding.evidence[at]);
    if (const auto record = life.store().record(finding.evidence[at]))
      json["records"].push_back(Json::parse(record_json(*record, overview->assignment.of(*record))));
  }
  return json;
}

}  // namespace

Response api_record(Api& api, const Request& request) {
  return api.life.with_life(
      [&](Life& life) { return json_answer(record_with_whereabouts(api, life, record_of(life, request))); });
}

Response api_finding(Api& api, const Request& request) {
  constexpr int most = 200;
  const std::string& id = request.parts.front();
  const auto offset = static_cast<std::size_t>(number_parameter(request, "offset", 0, 1'000'000, 0));
  const auto limit = static_cast<std::size_t>(number_parameter(request, "limit", 1, most, most));
  const std::string key = id + '\n' + std::to_string(offset) + '\n' + std::to_string(limit);
  if (auto kept = api.findings.find(key, api.life.generation())) return std::move(*kept);
  return api.life.with_fresh_life([&](Life& life) {
    const std::string generation = api.life.generation();
    const auto finding = find_finding(life, id, std::nullopt);
    if (!finding)
      throw Refusal(404, "there is no finding of this id", id,
                    "ids stand in a review; it may have changed since");
    Response answer = json_answer(finding_page(api, life, id, *finding, offset, limit));
    api.findings.keep(key, generation, answer);
    return answer;
  });
}

}  // namespace hoego
