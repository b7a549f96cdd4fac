#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/asked_parts.h"
#include "app/toml_reader.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

constexpr const char* file = "corrections.toml";

/// A day that is no other trip's, as trips may meet on their first and last days.
Date middle_of(DateRange days) {
  return days.from + (days.to - days.from + 1) / 2;
}

std::string written(DateRange days) {
  return fmt::format("[{}, {}]", days.from.iso(), days.to.iso());
}

TomlTable trip_table(const TomlText& text, std::size_t nth) {
  return {*text.find({"trip", nth}), file};
}

/// The [[trip]] that says `key` of the trip of these days.
std::optional<std::size_t> said_of(const TomlText& text, DateRange days, const char* key) {
  for (std::size_t nth = 0; nth < text.count("trip"); ++nth) {
    const TomlTable table = trip_table(text, nth);
    const auto day = table.day("at");
    if (day && days.contains(*day) && table.has(key)) return nth;
  }
  return std::nullopt;
}

void name_trip(TomlText& text, DateRange days, const std::string& name) {
  const TomlPair pair{"name", toml_string(name)};
  if (const auto nth = said_of(text, days, "name")) return text.set({"trip", *nth}, pair);
  text.add("trip", {{"at", middle_of(days).iso()}, pair});
}

void confirm_trip(TomlText& text, DateRange days) {
  const TomlPair pair{"sure", "true"};
  if (const auto nth = said_of(text, days, "sure")) return text.set({"trip", *nth}, pair);
  text.add("trip", {{"at", middle_of(days).iso()}, pair});
}

/// A boundary inside of what is one trip would apply to nothing.
void join_trips(TomlText& text, DateRange days) {
  for (std::size_t nth = text.count("trip"); nth-- > 0;) {
    const auto day = trip_table(text, nth).day("split");
    if (day && days.contains(*day)) text.remove("trip", nth);
  }
  text.add("trip", {{"same", written(days)}});
}

void split_trip(TomlText& text, Date day) {
  for (std::size_t nth = 0; nth < text.count("trip"); ++nth) {
    const TomlTable table = trip_table(text, nth);
    const auto days = table.days("same");
    if (days && days->contains(day))
      throw Refusal(409, fmt::format("you said that {} to {} are one trip", days->from.iso(), days->to.iso()),
                    table.where(), "take that out first, in the list of corrections");
  }
  text.add("trip", {{"split", day.iso()}});
}

}  // namespace

AskedCorrection asked_of_trip(const Json& asked) {
  if (asked.contains("name")) {
    const DateRange days = asked_days(asked, "days");
    return {file, [days, name = asked_line(asked, "name")](TomlText& text) { name_trip(text, days, name); }};
  }
  if (asked.contains("sure")) {
    require_true(asked, "sure");
    const DateRange days = asked_days(asked, "days");
    return {file, [days](TomlText& text) { confirm_trip(text, days); }};
  }
  if (asked.contains("same")) {
    const DateRange days = asked_days(asked, "same");
    return {file, [days](TomlText& text) { join_trips(text, days); }};
  }
  if (asked.contains("split")) {
    const Date day = asked_day(asked, "split");
    return {file, [day](TomlText& text) { split_trip(text, day); }};
  }
  const DateRange days = asked_days(asked, "never");
  return {file, [days](TomlText& text) { text.add("trip", {{"never", written(days)}}); }};
}

}  // namespace hoego
