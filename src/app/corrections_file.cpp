#include "app/corrections_file.h"

#include <fmt/format.h>

#include <array>

#include "app/toml_reader.h"

namespace hoego {
namespace {

/// "2024-10-01T18:20-07:00", with or without seconds and offset.
When corrected_time(const TomlTable& table, const std::string& text) {
  for (const std::size_t wall_size : {std::size_t{19}, std::size_t{16}}) {
    const auto wall = WallTime::parse(text.substr(0, wall_size));
    if (!wall) continue;
    const std::string rest = text.size() > wall_size ? text.substr(wall_size) : std::string();
    if (rest.empty()) return When::floating(*wall);
    if (const auto offset = Offset::parse(rest)) return When::at(*wall, *offset);
  }
  if (const auto day = Date::parse(text)) return When::on(*day);
  table.refuse("time", fmt::format("\"{}\" is not a time", text), "write time = \"2024-10-01T18:20-07:00\"");
}

std::optional<Coordinates> corrected_place(const toml::table& raw, const TomlTable& table) {
  const toml::array* array = raw["place"].as_array();
  if (array == nullptr) return std::nullopt;
  const auto latitude = array->size() == 2 ? array->get(0)->value<double>() : std::nullopt;
  const auto longitude = array->size() == 2 ? array->get(1)->value<double>() : std::nullopt;
  const auto place = latitude && longitude ? coordinates(*latitude, *longitude) : std::nullopt;
  if (!place) table.refuse("place", "not a position", "write place = [51.18, -115.57] (latitude, longitude)");
  return place;
}

DateRange corrected_days(const TomlTable& table, const char* key) {
  const auto days = table.days(key);
  if (!days || days->to < days->from)
    table.refuse(key, "not a first and a last day", fmt::format("write {} = [2024-09-28, 2024-10-09]", key));
  return *days;
}

Date corrected_day(const TomlTable& table, const char* key) {
  const auto day = table.day(key);
  table.require(key, day.has_value(), fmt::format("{} = 2024-10-03", key));
  return *day;
}

/// `at` with `name` or `sure`.
TripCorrection read_trip_at(const TomlTable& table) {
  using What = TripCorrection::What;
  const Date day = corrected_day(table, "at");
  const auto name = table.text("name");
  const bool sure = table.flag("sure").value_or(false);
  if (name && sure)
    table.refuse("sure", "a [[trip]] says one thing", "give the name and `sure` a [[trip]] each");
  if (sure) return {What::Sure, {day, day}, "", table.where()};
  table.require("name", name.has_value(), "name = \"나고야\": what the trip is called");
  return {What::Name, {day, day}, *name, table.where()};
}

/// `at`, `same`, `split` or `never`: one of them.
TripCorrection read_trip(const TomlTable& table) {
  using What = TripCorrection::What;
  table.allow({"at", "name", "sure", "same", "split", "never"});
  std::vector<TripCorrection> said;
  if (table.has("at")) said.push_back(read_trip_at(table));
  if (table.has("same")) said.push_back({What::Same, corrected_days(table, "same"), "", table.where()});
  if (table.has("split")) {
    const Date day = corrected_day(table, "split");
    said.push_back({What::Split, {day, day}, "", table.where()});
  }
  if (table.has("never")) said.push_back({What::Never, corrected_days(table, "never"), "", table.where()});
  if (said.size() != 1) {
    table.refuse(
        nullptr, "a [[trip]] says one thing",
        "write one of: at = DAY with name or sure, same = [DAY, DAY], split = DAY, never = [DAY, DAY]");
  }
  return said.front();
}

std::optional<ChangeCorrection> read_change(const TomlTable& table) {
  using What = ChangeCorrection::What;
  table.allow({"activity", "near", "reject", "sure"});
  const auto activity = table.text("activity");
  table.require("activity", activity.has_value(), "activity = \"gym\"");
  const Date near = corrected_day(table, "near");
  const bool reject = table.flag("reject").value_or(false);
  const bool sure = table.flag("sure").value_or(false);
  if (reject && sure) table.refuse("sure", "the change is and is not one", "leave one of reject and sure");
  if (!reject && !sure) return std::nullopt;
  return ChangeCorrection{*activity, near, table.where(), sure ? What::Sure : What::Reject};
}

RecordCorrection read_record(const toml::table& raw, const TomlTable& table) {
  table.allow({"id", "time", "place", "mine", "reject"});
  RecordCorrection correction;
  const auto id = table.text("id");
  table.require("id", id.has_value(), "id = \"photo-…\", as `hoego timeline --json` shows it");
  correction.id = *id;
  if (const auto time = table.text("time")) correction.time = corrected_time(table, *time);
  correction.place = corrected_place(raw, table);
  correction.mine = table.flag("mine");
  correction.reject = table.flag("reject").value_or(false);
  return correction;
}

}  // namespace

void read_corrections(std::string_view text, Config& config) {
  const std::string file = "corrections.toml";
  const toml::table raw = parse_toml(text, file);
  const TomlTable root(raw, file);
  root.allow({"record", "trip", "change"});
  for (const TomlTable& table : root.tables("trip"))
    config.settings.corrections.trips.push_back(read_trip(table));
  for (const TomlTable& table : root.tables("change")) {
    if (const auto change = read_change(table)) config.settings.corrections.changes.push_back(*change);
  }
  root.tables("record");  // refuses what is no table
  const toml::array* records = raw["record"].as_array();
  if (records == nullptr) return;
  for (const toml::node& node : *records) {
    const toml::table& record = *node.as_table();
    config.decisions.records.push_back(read_record(record, TomlTable(record, file)));
  }
}

}  // namespace hoego
