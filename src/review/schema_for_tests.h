#pragma once
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

namespace hoego {

/// As much of JSON Schema 2020-12 as doc/review.schema.json uses: type, enum, const, required, properties,
/// additionalProperties, items, anyOf, $ref into $defs, pattern, minLength, minItems, maxItems, minimum,
/// maximum.
class SchemaCheck {
 public:
  explicit SchemaCheck(const nlohmann::json& schema) : root_(schema) {}

  void check(const nlohmann::json& rule, const nlohmann::json& value, const std::string& where) {
    if (rule.contains("$ref")) {
      const std::string name = rule["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
      return check(root_.at("$defs").at(name), value, where);
    }
    if (rule.contains("anyOf")) return any(rule, value, where);
    if (rule.contains("const") && value != rule["const"]) broken_.push_back(where + ": const");
    if (rule.contains("enum") && !contains(rule["enum"], value)) broken_.push_back(where + ": enum");
    if (rule.contains("type") && !is(rule["type"], value)) return broken_.push_back(where + ": type");
    if (value.is_object()) object(rule, value, where);
    if (value.is_array()) array(rule, value, where);
    if (value.is_string()) text(rule, value.get<std::string>(), where);
    if (value.is_number()) number(rule, value.get<double>(), where);
  }

  const std::vector<std::string>& broken() const { return broken_; }

 private:
  static bool contains(const nlohmann::json& list, const nlohmann::json& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }
  static bool is(const std::string& type, const nlohmann::json& value) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == value.type_name();
  }
  void any(const nlohmann::json& rule, const nlohmann::json& value, const std::string& where) {
    std::vector<std::string> first;
    for (const auto& one : rule["anyOf"]) {
      SchemaCheck inner(root_);
      inner.check(one, value, where);
      if (inner.broken().empty()) return;
      if (first.empty()) first = inner.broken();
    }
    broken_.insert(broken_.end(), first.begin(), first.end());
  }
  void object(const nlohmann::json& rule, const nlohmann::json& value, const std::string& where) {
    for (const auto& key : rule.value("required", nlohmann::json::array())) {
      if (!value.contains(key.get<std::string>()))
        broken_.push_back(where + ": lacks " + key.get<std::string>());
    }
    const auto& known = rule.contains("properties") ? rule["properties"] : nlohmann::json::object();
    for (const auto& [key, child] : value.items()) {
      if (known.contains(key)) {
        check(known[key], child, where + "/" + key);
      } else if (rule.contains("additionalProperties")) {
        check(rule["additionalProperties"], child, where + "/" + key);
      }
    }
  }
  void array(const nlohmann::json& rule, const nlohmann::json& value, const std::string& where) {
    if (value.size() < rule.value("minItems", std::size_t{0})) broken_.push_back(where + ": minItems");
    if (value.size() > rule.value("maxItems", value.size())) broken_.push_back(where + ": maxItems");
    if (!rule.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(rule["items"], value[i], where + "/" + std::to_string(i));
  }
  void text(const nlohmann::json& rule, const std::string& value, const std::string& where) {
    if (value.size() < rule.value("minLength", std::size_t{0})) broken_.push_back(where + ": minLength");
    if (rule.contains("pattern") &&
        !std::regex_search(value, std::regex(rule["pattern"].get<std::string>()))) {
      broken_.push_back(where + ": pattern");
    }
  }
  void number(const nlohmann::json& rule, double value, const std::string& where) {
    if (value < rule.value("minimum", value)) broken_.push_back(where + ": minimum");
    if (value > rule.value("maximum", value)) broken_.push_back(where + ": maximum");
  }

  const nlohmann::json& root_;
  std::vector<std::string> broken_;
};

/// Where `value` breaks `schema`, as paths with the rule's name.
inline std::vector<std::string> broken_rules(const nlohmann::json& schema, const nlohmann::json& value) {
  SchemaCheck check(schema);
  check.check(schema, value, "");
  return check.broken();
}

}  // namespace hoego
