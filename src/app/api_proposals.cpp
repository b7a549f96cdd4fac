#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/repeated_titles.h"
#include "app/api.h"
#include "app/proposals.h"

namespace hoego {
namespace {

using Json = nlohmann::ordered_json;

/// What a rule of this title would take, of what no rule names yet.
std::size_t taken_by(const RepeatedTitle& title, const std::vector<const Record*>& unnamed) {
  const Pattern pattern(pattern_of(title));
  return static_cast<std::size_t>(
      std::count_if(unnamed.begin(), unnamed.end(),
                    [&pattern](const Record* record) { return pattern.matches(record->title); }));
}

std::vector<const Record*> unnamed_entries(const Timeline& timeline, const Settings& settings) {
  std::vector<const Record*> list;
  for (const Record& record : timeline.records()) {
    const bool named = std::any_of(settings.activities.begin(), settings.activities.end(),
                                   [&record](const ActivityRule& rule) { return rule.matches(record); });
    if (record.kind == Kind::Event && record.mine && !named) list.push_back(&record);
  }
  return list;
}

Json activities_of(const Life& life) {
  constexpr std::size_t most = 30;
  constexpr std::size_t most_spellings = 5;
  const Settings& settings = life.config().settings;
  const Timeline timeline = life.timeline(today(life.config()));
  std::vector<RepeatedTitle> titles = repeated_titles(timeline, settings);
  std::stable_sort(titles.begin(), titles.end(),
                   [](const RepeatedTitle& a, const RepeatedTitle& b) { return a.times > b.times; });
  if (titles.size() > most) titles.resize(most);
  const std::vector<const Record*> unnamed = unnamed_entries(timeline, settings);
  Json list = Json::array();
  for (const RepeatedTitle& title : titles) {
    std::vector<std::string> spellings = title.spellings;
    if (spellings.size() > most_spellings) spellings.resize(most_spellings);
    list.push_back({{"id", free_id(title.reduced, settings)},
                    {"titles", spellings},
                    {"times", title.times},
                    {"weeks", title.weeks},
                    {"last", title.last.iso()},
                    {"takes", taken_by(title, unnamed)},
                    {"match", Json::array({{{"kind", "event"}, {"title", pattern_of(title)}}})}});
  }
  return list;
}

Json areas_of(const Settings& settings) {
  Json list = Json::array();
  for (const AreaRule& area : settings.areas)
    list.push_back({{"id", area.id}, {"label", {{"ko", area.label.ko}, {"en", area.label.en}}}});
  return list;
}

Json things_json(const std::vector<NamedThings>& things) {
  Json list = Json::array();
  for (const NamedThings& one : things) {
    list.push_back(
        {{"name", one.name}, {"count", one.count}, {"mine", one.mine}, {"doubtful", one.doubtful}});
  }
  return list;
}

}  // namespace

Response api_proposals(Api& api, const Request&) {
  return api.life.with_fresh_life([](Life& life) {
    const WhoseThings things = undecided_things(life);
    Json json;
    json["schema"] = "hoego.proposals/1";
    json["file"] = "hoego.toml";
    json["rules"] = life.config().settings.activities.size();
    json["activities"] = activities_of(life);
    json["areas"] = areas_of(life.config().settings);
    json["cameras"] = things_json(things.cameras);
    json["accounts"] = things_json(things.accounts);
    json["writers"] = things_json(things.writers);
    json["calendars"] = things_json(things.calendars);
    return json_answer(json);
  });
}

}  // namespace hoego
