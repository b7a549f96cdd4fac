#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "analysis/all_time.h"
#include "analysis/changes.h"
#include "analysis/corrected_trips.h"
#include "analysis/trips.h"
#include "app/api.h"
#include "app/edit_json.h"
#include "app/replaced_file.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* file = "corrections.toml";
constexpr std::uintmax_t longest = 8U << 20U;

/// The corrections as they stand in the file, each with what it applies to.
class Listing {
 public:
  Listing(const Life& life, TomlText text)
      : life_(life),
        text_(std::move(text)),
        today_(today(life.config())),
        timeline_(life.timeline(today_)),
        all_(over_all_time(timeline_, life.config().settings, atlas_, today_)) {
    for (UnusedCorrection& one : unused()) unused_.emplace(one.where, std::move(one.candidates));
    for (const Issue& issue : life.decision_issues()) {
      if (issue.path == file) lost_records_.push_back(issue.place);
    }
  }

  Json json() const {
    const Config& config = life_.config();
    std::map<std::size_t, Json> by_line;
    for (std::size_t nth = 0; nth < text_.count("trip"); ++nth) {
      for (const TripCorrection& one : config.settings.corrections.trips) {
        if (one.where == where("trip", nth)) by_line[text_.line("trip", nth)] = trip(one, nth);
      }
    }
    for (std::size_t nth = 0; nth < text_.count("change"); ++nth) {
      for (const ChangeCorrection& one : config.settings.corrections.changes) {
        if (one.where == where("change", nth)) by_line[text_.line("change", nth)] = change(one, nth);
      }
    }
    for (std::size_t nth = 0; nth < text_.count("record"); ++nth) {
      if (nth < config.decisions.records.size())
        by_line[text_.line("record", nth)] = record(config.decisions.records[nth], nth);
    }
    Json list = Json::array();
    for (auto& [line, one] : by_line) list.push_back(std::move(one));
    return list;
  }

 private:
  std::vector<UnusedCorrection> unused() const {
    const Settings& settings = life_.config().settings;
    const std::vector<Trip> as_found = find_trips(timeline_, all_.homes, atlas_, today_);
    std::vector<UnusedCorrection> list = unused_corrections(settings.corrections, as_found, all_.trips);
    std::vector<Activity> none;
    const Period period{today_, today_, today_};
    for (UnusedCorrection& one :
         add_changes(none, all_.series, timeline_, all_.trips, settings, atlas_, period))
      list.push_back(std::move(one));
    return list;
  }

  std::string where(const char* table, std::size_t nth) const {
    return fmt::format("{}, line {}", file, text_.line(table, nth));
  }

  Json entry(const char* table, std::size_t nth) const {
    const auto unused = unused_.find(where(table, nth));
    Json json;
    json["table"] = table;
    json["line"] = text_.line(table, nth);
    json["lines"] = text_.lines(table, nth);
    json["applies"] = unused == unused_.end();
    json["nearest"] = unused == unused_.end() ? Json::array() : Json(unused->second);
    return json;
  }

  Json trip(const TripCorrection& one, std::size_t nth) const {
    constexpr std::array<const char*, 5> names = {"name", "same", "split", "never", "sure"};
    Json json = entry("trip", nth);
    json["what"] = names.at(static_cast<std::size_t>(one.what));
    json["from"] = one.days.from.iso();
    json["to"] = one.days.to.iso();
    json["name"] = one.name;
    json["trips"] = Json::array();
    for (const Trip& trip : all_.trips) {
      if (!intersect(trip.days, one.days)) continue;
      json["trips"].push_back({{"id", trip.id}, {"from", trip.days.from.iso()}, {"to", trip.days.to.iso()}});
    }
    return json;
  }

  Json change(const ChangeCorrection& one, std::size_t nth) const {
    Json json = entry("change", nth);
    const Label label = all_.assignment.label_of(one.activity);
    json["what"] = one.what == ChangeCorrection::What::Sure ? "sure" : "reject";
    json["activity"] = one.activity;
    json["label"] = {{"ko", label.ko}, {"en", label.en}};
    json["near"] = one.near.iso();
    return json;
  }

  Json record(const RecordCorrection& one, std::size_t nth) const {
    Json json = entry("record", nth);
    const auto there = life_.store().record(one.id);
    json["applies"] =
        std::find(lost_records_.begin(), lost_records_.end(), "[[record]] " + one.id) == lost_records_.end();
    json["id"] = one.id;
    if (one.mine) json["mine"] = *one.mine;
    if (one.reject) json["reject"] = true;
    json["time"] = one.time.has_value();
    json["place"] = one.place.has_value();
    json["record"] = nullptr;
    if (there)
      json["record"] = {{"kind", name(there->kind)}, {"title", there->title}, {"day", there->day().iso()}};
    return json;
  }

  const Life& life_;
  TomlText text_;
  Date today_;
  Timeline timeline_;
  Places atlas_ = places();
  AllTime all_;
  std::map<std::string, std::vector<std::string>> unused_;
  std::vector<std::string> lost_records_;
};

Json sources_of(const Config& config) {
  Json list = Json::array();
  for (std::size_t i = 0; i < config.sources.size(); ++i) {
    const ConfiguredSource& source = config.sources[i];
    list.push_back({{"path", source.path},
                    {"type", source.type},
                    {"mine", config.decisions.sources[i].mine},
                    {"private", source.is_private}});
  }
  return list;
}

}  // namespace

Response api_corrections(Api& api, const Request&) {
  return api.life.with_fresh_life([&](Life& life) {
    const auto bytes = owners_file(life.folder() / file, longest);
    Json json;
    json["schema"] = "hoego.corrections/1";
    json["file"] = file;
    json["corrections"] = Json::array();
    if (bytes) json["corrections"] = Listing(life, TomlText(*bytes, file)).json();
    json["sources"] = sources_of(life.config());
    json["edits"] = Json::array();
    for (const OwnerEdit& edit : api.edits.undoable()) json["edits"].push_back(edit_json(edit));
    return json_answer(json);
  });
}

}  // namespace hoego
