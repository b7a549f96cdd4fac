#include "app/toml_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/config.h"
#include "base/error.h"
#include "base/text.h"

namespace hoego {
namespace {

std::optional<Date> to_date(const toml::node& node) {
  if (const auto* value = node.as_date()) {
    const toml::date date = value->get();
    return Date::from_ymd(date.year, date.month, date.day);
  }
  if (const auto* value = node.as_string()) return Date::parse(value->get());
  return std::nullopt;
}

}  // namespace

toml::table parse_toml(std::string_view text, const std::string& file) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    throw UsageError(
        std::string(error.description()),
        fmt::format("{}, line {}, column {}", file, error.source().begin.line, error.source().begin.column),
        "mend the line; TOML is described at toml.io");
  }
}

std::string TomlTable::where(const char* key) const {
  const toml::node* node = key == nullptr ? nullptr : table_.get(key);
  const auto line = node == nullptr ? table_.source().begin.line : node->source().begin.line;
  return fmt::format("{}, line {}", file_, line);
}

void TomlTable::refuse(const char* key, const std::string& what, const std::string& expected) const {
  throw UsageError(what, where(key), expected);
}

void TomlTable::require(const char* key, bool present, const std::string& example) const {
  if (!present)
    throw UsageError(fmt::format("\"{}\" is missing", key), where(), fmt::format("write {}", example));
}

void TomlTable::allow(const std::vector<std::string>& keys) const {
  for (const auto& [key, value] : table_) {
    const std::string name(key.str());
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    const std::string nearest = nearest_name(name, keys);
    const auto line = key.source().begin.line;
    throw UsageError(fmt::format("unknown key \"{}\"", name), fmt::format("{}, line {}", file_, line),
                     nearest.empty() ? fmt::format("known here: {}", fmt::join(keys, ", "))
                                     : fmt::format("did you mean \"{}\"?", nearest));
  }
}

std::optional<std::string> TomlTable::text(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  const auto* value = node->as_string();
  if (value == nullptr)
    refuse(key, fmt::format("\"{}\" is not a text", key), fmt::format("write {} = \"…\"", key));
  return clean_text(value->get());
}

std::vector<std::string> TomlTable::texts(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return {};
  const toml::array* array = node->as_array();
  std::vector<std::string> found;
  if (array == nullptr)
    refuse(key, fmt::format("\"{}\" is not a list", key), fmt::format("write {} = [\"…\"]", key));
  for (const toml::node& item : *array) {
    const auto* value = item.as_string();
    if (value == nullptr)
      refuse(key, fmt::format("\"{}\" holds something that is no text", key),
             fmt::format("write {} = [\"…\", \"…\"]", key));
    found.push_back(clean_text(value->get()));
  }
  return found;
}

std::map<std::string, std::string> TomlTable::text_map(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return {};
  const toml::table* pairs = node->as_table();
  if (pairs == nullptr)
    refuse(key, fmt::format("\"{}\" is not a table", key),
           fmt::format("write {} = {{ \"…\" = \"…\" }}", key));
  std::map<std::string, std::string> found;
  for (const auto& [name, item] : *pairs) {
    const auto* value = item.as_string();
    if (value == nullptr)
      refuse(key, fmt::format("\"{}\" holds something that is no text", key),
             fmt::format("write {} = {{ \"…\" = \"…\" }}", key));
    found[clean_text(name.str())] = clean_text(value->get());
  }
  return found;
}

std::optional<bool> TomlTable::flag(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_boolean())
    refuse(key, fmt::format("\"{}\" is neither true nor false", key),
           fmt::format("write {} = true or {} = false", key, key));
  return node->as_boolean()->get();
}

std::optional<double> TomlTable::number(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value<double>();
  if (!node->is_number() || !value)
    refuse(key, fmt::format("\"{}\" is not a number", key), fmt::format("write {} = 2.0", key));
  return *value;
}

std::optional<Date> TomlTable::day(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  const auto date = to_date(*node);
  if (!date) refuse(key, fmt::format("\"{}\" is not a day", key), fmt::format("write {} = 2024-03-15", key));
  return date;
}

std::optional<DateRange> TomlTable::days(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  const toml::array* array = node->as_array();
  const std::string expected = fmt::format("write {} = [2022-01-01, 2024-10-20]", key);
  if (array == nullptr || array->size() != 2)
    refuse(key, fmt::format("\"{}\" is not two days", key), expected);
  const auto from = to_date(*array->get(0));
  const auto to = to_date(*array->get(1));
  if (!from || !to) refuse(key, fmt::format("\"{}\" is not two days", key), expected);
  if (*to < *from) refuse(key, fmt::format("\"{}\" ends before it begins", key), expected);
  return DateRange{*from, *to};
}

std::optional<TomlTable> TomlTable::table(const char* key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table())
    refuse(key, fmt::format("\"{}\" is not a table", key),
           fmt::format("write [{}] on a line of its own", key));
  return TomlTable(*node->as_table(), file_);
}

std::vector<TomlTable> TomlTable::tables(const char* key) const {
  const toml::node* node = table_.get(key);
  std::vector<TomlTable> found;
  if (node == nullptr) return found;
  const toml::array* array = node->as_array();
  if (array == nullptr)
    refuse(key, fmt::format("\"{}\" is not a list of tables", key),
           fmt::format("write [[{}]] on a line of its own", key));
  for (const toml::node& item : *array) {
    if (!item.is_table())
      refuse(key, fmt::format("\"{}\" holds something that is no table", key),
             fmt::format("write [[{}]] on a line of its own", key));
    found.emplace_back(*item.as_table(), file_);
  }
  return found;
}

}  // namespace hoego
