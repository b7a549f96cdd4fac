#include "app/asked_correction.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/asked_parts.h"
#include "app/toml_reader.h"
#include "base/error.h"
#include "base/text.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

constexpr const char* main_file = "hoego.toml";
constexpr const char* corrections_file = "corrections.toml";

[[noreturn]] void refuse(const std::string& what, const std::string& member, const std::string& remedy) {
  throw UsageError(what, member, remedy);
}

const Json& member_of(const Json& asked, const std::string& member) {
  const auto found = asked.is_object() ? asked.find(member) : asked.end();
  if (found == asked.end()) refuse("is missing", member, "see doc/api.md");
  return *found;
}

/// The [[change]] about that activity near the day that says `flag`.
std::optional<std::size_t> change_that(const TomlText& text, const ChangeCorrection& about,
                                       const char* flag) {
  for (std::size_t nth = 0; nth < text.count("change"); ++nth) {
    const TomlTable table(*text.find({"change", nth}), corrections_file);
    const auto day = table.day("near");
    if (table.text("activity") == about.activity && day && std::abs(*day - about.near) <= near_days &&
        table.flag(flag).value_or(false))
      return nth;
  }
  return std::nullopt;
}

AskedCorrection of_change(const Json& asked) {
  const ChangeCorrection about{asked_line(asked, "activity"), asked_day(asked, "near")};
  const std::string said = asked.contains("sure") ? "sure" : "reject";
  require_true(asked, said);
  return {corrections_file, [about, said](TomlText& text) {
            if (const auto other = change_that(text, about, said == "sure" ? "reject" : "sure"))
              text.remove("change", *other);
            if (change_that(text, about, said.c_str())) return;
            text.add("change",
                     {{"activity", toml_string(about.activity)}, {"near", about.near.iso()}, {said, "true"}});
          }};
}

std::string number_text(double number) {
  std::string text = fmt::format("{:.6f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  return text.back() == '.' ? text + "0" : text;
}

TomlPair said_of_record(const Json& asked) {
  if (asked.contains("mine")) return {"mine", asked_flag(asked, "mine") ? "true" : "false"};
  if (asked.contains("time")) return {"time", toml_string(asked_line(asked, "time"))};
  if (!asked.contains("place")) {
    require_true(asked, "reject");
    return {"reject", "true"};
  }
  const Json& place = asked["place"];
  if (!place.is_array() || place.size() != 2 || !place[0].is_number() || !place[1].is_number())
    refuse("not a position", "place", "latitude and longitude, for example 51.18, -115.57");
  const auto latitude = place[0].get<double>();
  const auto longitude = place[1].get<double>();
  if (!coordinates(latitude, longitude))
    refuse("not a position", "place", "a latitude is from -90 to 90, a longitude from -180 to 180");
  return {"place", fmt::format("[{}, {}]", number_text(latitude), number_text(longitude))};
}

/// The table of this name whose `key` is this text.
std::optional<std::size_t> table_of(const TomlText& text, const std::string& name, const char* key,
                                    const std::string& value) {
  for (std::size_t nth = 0; nth < text.count(name); ++nth) {
    if (TomlTable(*text.find({name, nth}), "").text(key) == value) return nth;
  }
  return std::nullopt;
}

AskedCorrection of_record(const Json& asked, const Life& life) {
  const std::string id = asked_line(asked, "id");
  if (!life.store().record(id))
    throw Refusal(404, "there is no record of this id", id, "it may be gone since");
  return {corrections_file, [id, pair = said_of_record(asked)](TomlText& text) {
            if (const auto nth = table_of(text, "record", "id", id)) return text.set({"record", *nth}, pair);
            text.add("record", {{"id", toml_string(id)}, pair});
          }};
}

AskedCorrection of_source(const Json& asked) {
  const std::string path = asked_line(asked, "path");
  const std::string key = asked.contains("private") ? "private" : "mine";
  const TomlPair pair{key, asked_flag(asked, key) ? "true" : "false"};
  return {main_file, [path, pair](TomlText& text) {
            const auto nth = table_of(text, "source", "path", path);
            if (!nth)
              throw Refusal(404, "there is no source of this path", path, "sources stand in hoego.toml");
            text.set({"source", *nth}, pair);
          }};
}

AskedCorrection of_me(const Json& asked) {
  for (const char* list : {"names", "cameras", "calendars"}) {
    if (!asked.contains(list)) continue;
    const TomlPair pair{list, toml_string(asked_line(asked, list))};
    return {main_file, [pair](TomlText& text) { text.push("me", pair); }};
  }
  refuse("is missing", "names", "names, cameras or calendars");
}

AskedCorrection of_what_goes(const Json& asked) {
  const std::string table = asked_line(asked, "table");
  if (table != "trip" && table != "change" && table != "record")
    refuse(fmt::format("\"{}\" is no correction", table), "table", "trip, change or record");
  const Json& lines = member_of(asked, "lines");
  return {corrections_file, [table, lines](TomlText& text) {
            for (std::size_t nth = 0; nth < text.count(table); ++nth) {
              if (Json(text.lines(table, nth)) == lines) return text.remove(table, nth);
            }
            throw Refusal(409, "it does not stand there any more as you saw it", corrections_file,
                          "look at the list again");
          }};
}

}  // namespace

std::string asked_line(const Json& asked, const std::string& member) {
  constexpr std::size_t longest = 1000;
  const Json& value = member_of(asked, member);
  if (!value.is_string()) refuse("is no text", member, "see doc/api.md");
  const std::string given = value.get<std::string>();
  if (given.find_first_of("\r\n") != std::string::npos) refuse("has more than one line", member, "write one");
  std::string text = trim(clean_text(given));
  if (text.empty()) refuse("nothing is written there", member, "write at least one letter");
  if (text.size() > longest) refuse("is too long", member, fmt::format("at most {} bytes", longest));
  return text;
}

bool asked_flag(const Json& asked, const std::string& member) {
  const Json& value = member_of(asked, member);
  if (!value.is_boolean()) refuse("is neither true nor false", member, "see doc/api.md");
  return value.get<bool>();
}

void require_true(const Json& asked, const std::string& member) {
  if (!asked_flag(asked, member)) refuse("can only be said", member, "take out what says it");
}

Date asked_day(const Json& asked, const std::string& member) {
  const auto day = Date::parse(asked_line(asked, member));
  if (!day) refuse("is no day", member, "for example 2024-10-03");
  return *day;
}

DateRange asked_days(const Json& asked, const std::string& member) {
  const Json& value = member_of(asked, member);
  const bool two = value.is_array() && value.size() == 2 && value[0].is_string() && value[1].is_string();
  const auto from = two ? Date::parse(value[0].get<std::string>()) : std::nullopt;
  const auto to = two ? Date::parse(value[1].get<std::string>()) : std::nullopt;
  if (!from || !to || *to < *from)
    refuse("is not a first and a last day", member, "for example [\"2024-09-28\", \"2024-10-09\"]");
  return {*from, *to};
}

AskedCorrection asked_correction(const Json& body, const Life& life, Date today) {
  if (!body.is_object() || body.size() != 1) refuse("one thing at a time", "body", "see doc/api.md");
  const std::string kind = body.begin().key();
  const Json& asked = body.begin().value();
  if (!asked.is_object()) refuse("is no object", kind, "see doc/api.md");
  if (kind == "trip") return asked_of_trip(asked);
  if (kind == "change") return of_change(asked);
  if (kind == "record") return of_record(asked, life);
  if (kind == "activity") return asked_of_activity(asked, life, today);
  if (kind == "source") return of_source(asked);
  if (kind == "me") return of_me(asked);
  if (kind == "take_out") return of_what_goes(asked);
  refuse("nothing of this kind can be corrected", kind,
         "trip, change, record, activity, source, me or take_out");
}

}  // namespace hoego
