#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sources/reservation_markup.h"

namespace hoego::reservation {
namespace {

using Json = nlohmann::json;

constexpr std::size_t max_script_bytes = std::size_t{1} << 20;
constexpr std::size_t max_values = 20'000;

std::string clean_value(std::string_view text) {
  return trim(clean_text(text.substr(0, Thing::max_text_bytes)));
}

/// Turns JSON into things, as deep and as much as is allowed.
class Reader {
 public:
  void read_top(const Json& json, std::vector<Thing>& things, int depth) {
    if (depth > Thing::max_depth || spent()) return;
    if (json.is_array()) {
      for (const auto& one : json) read_top(one, things, depth + 1);
    } else if (json.is_object()) {
      const auto graph = json.find("@graph");
      if (graph != json.end()) read_top(*graph, things, depth + 1);
      if (json.contains("@type")) things.push_back(thing_of(json, depth));
    }
  }
  bool spent() const { return values_ >= max_values; }

 private:
  Thing thing_of(const Json& json, int depth) {
    Thing thing;
    ++values_;
    if (json.is_string()) thing.text = clean_value(json.get_ref<const std::string&>());
    if (json.is_number_integer()) thing.text = fmt::format("{}", json.get<std::int64_t>());
    if (json.is_number_float() && std::isfinite(json.get<double>()))
      thing.text = fmt::format("{}", json.get<double>());
    if (!json.is_object()) return thing;
    for (const auto& [key, value] : json.items()) {
      if (values_ >= max_values || depth >= Thing::max_depth) break;
      if (key == "@type") {
        thing.type = type_of(value);
      } else if (key == "@value") {
        thing.text = thing_of(value, depth + 1).text;
      } else if (value.is_array()) {
        for (const auto& one : value) {
          if (values_ >= max_values) break;
          thing.properties.push_back({local_name(clean_value(key)), thing_of(one, depth + 1)});
        }
      } else if (!value.is_null() && key.substr(0, 1) != "@") {
        thing.properties.push_back({local_name(clean_value(key)), thing_of(value, depth + 1)});
      }
    }
    return thing;
  }

  /// Of several types the one that is a reservation, else the first.
  static std::string type_of(const Json& json) {
    if (json.is_string()) return local_name(clean_value(json.get_ref<const std::string&>()));
    std::string type;
    if (!json.is_array()) return type;
    for (const auto& one : json) {
      const std::string name = one.is_string() ? type_of(one) : "";
      if (type.empty() || name.find("Reservation") != std::string::npos) type = name;
    }
    return type;
  }

  std::size_t values_ = 0;
};

}  // namespace

void read_json_ld(std::string_view script, Markup& markup) {
  if (script.find("Reservation") == std::string_view::npos) return;
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    markup.problems.emplace_back("JSON-LD of a reservation that is cut in the middle");
    return;
  }
  script = script.substr(begin, end - begin + 1);
  if (script.size() > max_script_bytes) {
    markup.problems.emplace_back("JSON-LD of more than 1 MiB");
    return;
  }
  try {
    const Json json = Json::parse(script, nullptr, true, true);
    Reader reader;
    reader.read_top(json, markup.things, 0);
    if (reader.spent())
      markup.problems.emplace_back("JSON-LD of more than 20,000 values: the rest is left out");
  } catch (const Json::exception&) {
    markup.problems.emplace_back("JSON-LD of a reservation that is not valid JSON");
  }
}

}  // namespace hoego::reservation
