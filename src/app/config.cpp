#include "app/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "app/corrections_file.h"
#include "app/replaced_file.h"
#include "app/toml_reader.h"
#include "base/error.h"
#include "base/nearest.h"
#include "sources/source.h"

namespace hoego {
namespace {

const std::array<std::string, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};

std::vector<std::string> source_types() {
  std::vector<std::string> types;
  for (const Source* source : all_sources()) types.emplace_back(source->type);
  return types;
}

std::int32_t clock_time(const TomlTable& table, const char* key) {
  const auto text = table.text(key);
  if (!text) return 0;
  const auto wall = WallTime::parse("1970-01-01T" + *text);
  if (!wall)
    table.refuse(key, fmt::format("\"{}\" is not a time of day", *text),
                 fmt::format("write {} = \"04:00\"", key));
  return wall->second_of_day();
}

/// "-13:00", "+00:05", "13:00".
std::int32_t shift_seconds(const TomlTable& table, const char* key) {
  std::string text = table.text(key).value_or("");
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.erase(0, 1);
  int hours = 0;
  int minutes = 0;
  char colon = 0;
  char rest = 0;
  const int read = std::sscanf(text.c_str(), "%d%c%d%c", &hours, &colon, &minutes, &rest);
  if (read != 3 || colon != ':' || hours < 0 || minutes < 0 || minutes > 59) {
    table.refuse(key, fmt::format("\"{}\" is not a shift in hours and minutes", text),
                 fmt::format("write {} = \"-13:00\"", key));
  }
  const std::int32_t seconds = hours * 3600 + minutes * 60;
  return negative ? -seconds : seconds;
}

std::optional<Zone> zone(const TomlTable& table, const char* key) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  auto found = Zone::find(*text);
  if (!found)
    table.refuse(key, fmt::format("unknown zone \"{}\"", *text),
                 "a name of the IANA database such as \"Asia/Seoul\"");
  return found;
}

Label label_in(const TomlTable& table, const std::string& otherwise) {
  const auto label = table.table("label");
  if (!label) return {otherwise, otherwise};
  label->allow({"ko", "en"});
  const auto ko = label->text("ko");
  const auto en = label->text("en");
  return {ko.value_or(en.value_or(otherwise)), en.value_or(ko.value_or(otherwise))};
}

Matcher matcher(const TomlTable& table) {
  std::vector<std::string> keys = matcher_keys();
  keys.emplace_back("kind");
  table.allow(keys);
  Matcher out;
  if (const auto kind = table.text("kind")) {
    out.kind = kind_from(*kind);
    if (!out.kind) {
      const std::vector<std::string> known(kind_names.begin(), kind_names.end());
      const std::string nearest = nearest_name(*kind, known);
      table.refuse("kind", fmt::format("unknown kind \"{}\"", *kind),
                   nearest.empty() ? fmt::format("one of {}", fmt::join(known, ", "))
                                   : fmt::format("did you mean \"{}\"?", nearest));
    }
  }
  for (const std::string& key : matcher_keys()) {
    const auto expression = table.text(key.c_str());
    if (!expression) continue;
    try {
      out.patterns.emplace_back(key, std::make_shared<const Pattern>(*expression));
    } catch (const UsageError& error) {
      table.refuse(key.c_str(), fmt::format("{}: {}", error.what(), error.where()), error.remedy());
    }
  }
  return out;
}

void read_me(const TomlTable& root, Decisions& decisions) {
  const auto me = root.table("me");
  if (!me) return;
  me->allow({"names", "emails", "cameras", "calendars"});
  decisions.names = me->texts("names");
  decisions.emails = me->texts("emails");
  decisions.cameras = me->texts("cameras");
  decisions.calendars = me->texts("calendars");
}

void read_sources(const TomlTable& root, Config& config) {
  for (const TomlTable& table : root.tables("source")) {
    table.allow({"path", "type", "mine", "complete", "private", "text", "map"});
    const auto path = table.text("path");
    table.require("path", path.has_value(), "path = \"~/Pictures\"");
    const std::string type = table.text("type").value_or("");
    if (!type.empty() && find_source(type) == nullptr) {
      const std::string nearest = nearest_name(type, source_types());
      table.refuse("type", fmt::format("unknown type \"{}\"", type),
                   nearest.empty() ? fmt::format("one of {}", fmt::join(source_types(), ", "))
                                   : fmt::format("did you mean \"{}\"?", nearest));
    }
    config.sources.push_back({*path, type, table.flag("text").value_or(false), table.text_map("map"),
                              table.flag("private").value_or(false)});
    config.decisions.sources.push_back({*path, table.flag("mine").value_or(true), table.days("complete")});
  }
}

void read_clocks(const TomlTable& root, Decisions& decisions) {
  for (const TomlTable& table : root.tables("clock")) {
    table.allow({"camera", "from", "to", "shift"});
    const auto camera = table.text("camera");
    const auto from = table.day("from");
    const auto to = table.day("to");
    table.require("camera", camera.has_value(), "camera = \"FUJIFILM X-T4\"");
    table.require("from", from.has_value(), "from = 2024-09-28");
    table.require("to", to.has_value(), "to = 2024-10-09");
    if (*to < *from) table.refuse("to", "the clock ends before it begins", "\"to\" on or after \"from\"");
    decisions.clocks.push_back({*camera, {*from, *to}, shift_seconds(table, "shift")});
  }
}

void read_activities(const TomlTable& root, Config& config) {
  std::set<std::string> ids;
  for (const TomlTable& table : root.tables("activity")) {
    table.allow({"id", "label", "area", "match", "except", "hours"});
    ActivityRule rule;
    const auto id = table.text("id");
    table.require("id", id.has_value(), "id = \"drums\"");
    if (!ids.insert(*id).second)
      table.refuse("id", fmt::format("the activity \"{}\" is there twice", *id),
                   "one [[activity]] with several matchers");
    rule.id = *id;
    rule.label = label_in(table, *id);
    rule.area = table.text("area").value_or("");
    rule.hours = table.number("hours");
    for (const TomlTable& item : table.tables("match")) rule.match.push_back(matcher(item));
    for (const TomlTable& item : table.tables("except")) rule.except.push_back(matcher(item));
    table.require("match", !rule.match.empty(), "match = [{ title = \"드럼|합주\" }]");
    config.settings.activities.push_back(std::move(rule));
  }
  for (const TomlTable& table : root.tables("area")) {
    table.allow({"id", "label", "private"});
    const auto id = table.text("id");
    table.require("id", id.has_value(), "id = \"music\"");
    config.settings.areas.push_back({*id, label_in(table, *id), table.flag("private").value_or(false)});
  }
  std::vector<std::string> areas;
  for (const AreaRule& area : config.settings.areas) areas.push_back(area.id);
  for (const TomlTable& table : root.tables("activity")) {
    const auto area = table.text("area");
    if (!area || areas.empty() || std::find(areas.begin(), areas.end(), *area) != areas.end()) continue;
    const std::string nearest = nearest_name(*area, areas);
    table.refuse("area", fmt::format("unknown area \"{}\"", *area),
                 nearest.empty() ? fmt::format("one of {}, or add an [[area]]", fmt::join(areas, ", "))
                                 : fmt::format("did you mean \"{}\"?", nearest));
  }
}

void read_milestones(const TomlTable& root, Settings& settings) {
  for (const TomlTable& table : root.tables("milestone")) {
    table.allow({"label", "since"});
    const auto since = table.day("since");
    table.require("since", since.has_value(), "since = 2021-10-18");
    table.require("label", table.table("label").has_value(),
                  "label = { ko = \"개발자\", en = \"developer\" }");
    settings.milestones.push_back({label_in(table, ""), *since});
  }
}

void read_root(const TomlTable& root, Config& config) {
  root.allow({"language", "home_zone", "day_starts", "week_starts", "holidays", "born", "as_of", "me",
              "source", "clock", "activity", "area", "milestone"});
  config.language = root.text("language").value_or("");
  if (!config.language.empty() && config.language != "ko" && config.language != "en") {
    root.refuse("language", fmt::format("unknown language \"{}\"", config.language),
                "language = \"ko\" or language = \"en\"");
  }
  config.decisions.home_zone = zone(root, "home_zone");
  config.decisions.day_starts = clock_time(root, "day_starts");
  if (const auto day = root.text("week_starts")) {
    const auto found = std::find(weekdays.begin(), weekdays.end(), *day);
    if (found == weekdays.end())
      root.refuse("week_starts", fmt::format("unknown weekday \"{}\"", *day),
                  fmt::format("one of {}", fmt::join(weekdays, ", ")));
    config.settings.week_starts = static_cast<int>(found - weekdays.begin()) + 1;
  }
  config.settings.holidays = root.text("holidays").value_or("");
  config.settings.born = root.day("born");
  config.as_of = root.day("as_of");
  read_me(root, config.decisions);
  read_sources(root, config);
  read_clocks(root, config.decisions);
  read_activities(root, config);
  read_milestones(root, config.settings);
}

}  // namespace

std::string nearest_name(const std::string& word, const std::vector<std::string>& known) {
  const std::vector<std::string> near = nearest_names(word, known, 1);
  return near.empty() ? std::string() : near.front();
}

Config config_of(std::string_view main, const std::optional<std::string>& corrections) {
  Config config;
  const toml::table raw = parse_toml(main, "hoego.toml");
  read_root(TomlTable(raw, "hoego.toml"), config);
  if (corrections) read_corrections(*corrections, config);
  return config;
}

Config read_config(const std::filesystem::path& life) {
  constexpr std::uintmax_t longest = 8U << 20U;
  const auto main = owners_file(life / "hoego.toml", longest);
  return config_of(main.value_or(""), owners_file(life / "corrections.toml", longest));
}

}  // namespace hoego
