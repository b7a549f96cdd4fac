#include <nlohmann/json.hpp>

#include "app/api.h"
#include "base/error.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::milliseconds;

constexpr milliseconds glance{500};  ///< a server that ends waits no longer
constexpr int glances_of_silence = 20;

struct SyncNow {
  std::uint64_t number = 0;
  std::string json;
  bool at_rest = true;
};

SyncNow sync_now(ServedLife& life, const ServedSync::Told& told) {
  Json json;
  json["schema"] = "hoego.sync/1";
  json["run"] = told.run;
  Json said = Json::parse(told.json, nullptr, false);
  if (!said.is_object()) said = {{"state", "idle"}};
  // The sync of another process says nothing but that it runs.
  if (said["state"] != "running" && life.is_importing()) said = {{"state", "elsewhere"}};
  json.update(said);
  const bool at_rest = json["state"] != "running" && json["state"] != "elsewhere";
  return {told.number, json.dump(-1, ' ', false, Json::error_handler_t::replace), at_rest};
}

Response answer_now(Api& api) {
  return json_answer(sync_now(api.life, api.life.sync().told()).json + "\n");
}

/// The events of one page: how it stands first, then each change, until there is no sync any more.
class SyncEvents {
 public:
  explicit SyncEvents(ServedLife& life) : life_(life) {}

  bool next(const Send& send) {
    const ServedSync::Told told =
        last_.empty() ? life_.sync().told() : life_.sync().told_after(number_, glance);
    const SyncNow now = sync_now(life_, told);
    number_ = now.number;
    if (now.json == last_) return ++silence_ % glances_of_silence != 0 || send(": still so\n\n");
    silence_ = 0;
    const std::string retry = last_.empty() ? "retry: 1000\n" : "";
    last_ = now.json;
    const std::string id = std::to_string(number_);
    return send(retry + "id: " + id + "\nevent: sync\ndata: " + last_ + "\n\n") && !now.at_rest;
  }

 private:
  ServedLife& life_;
  std::uint64_t number_ = 0;
  int silence_ = 0;
  std::string last_;
};

}  // namespace

Response api_sync(Api& api, const Request& /*request*/) {
  return api.life.with_life([&api](Life& /*life*/) { return answer_now(api); });
}

Response api_start_sync(Api& api, const Request& /*request*/) {
  return api.life.with_life([&api](Life& life) {
    if (life.config().sources.empty())
      throw UsageError("there are no sources yet", (life.folder() / "hoego.toml").string(), "add some first");
    // One that runs elsewhere is not disturbed: the answer says that it runs.
    if (!api.life.is_importing()) api.life.sync().start();
    return answer_now(api);
  });
}

Response api_cancel_sync(Api& api, const Request& /*request*/) {
  api.life.sync().cancel();
  return answer_now(api);
}

Response api_sync_events(Api& api, const Request& /*request*/) {
  const auto events = std::make_shared<SyncEvents>(api.life);
  Response response;
  response.type = "text/event-stream";
  response.body = EndlessContent{[events](const Send& send) { return events->next(send); }};
  return response;
}

}  // namespace hoego
