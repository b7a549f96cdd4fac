#include "sources/posts_front_matter.h"

#include <toml++/toml.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/letters.h"
#include "base/text.h"

namespace hoego {
namespace {

constexpr std::size_t longest = 64 * 1024;
constexpr std::size_t longest_value = 4096;
constexpr std::size_t most_values = 1000;
constexpr int deepest = 32;

/// Takes values in as long as there is room for them.
class Values {
 public:
  explicit Values(std::map<std::string, FrontMatter::Value>& to) : to_(to) {}
  void add(const std::string& key, std::string_view value) { put(key, value); }
  void add_item(const std::string& key, std::string_view value) {
    if (auto* const list = put(key, value)) list->is_list = true;
  }

 private:
  FrontMatter::Value* put(const std::string& key, std::string_view value) {
    if (key.size() > longest_value || value.size() > longest_value || ++count_ > most_values) return nullptr;
    FrontMatter::Value& out = to_[small_letters(key)];
    out.items.push_back(trim(clean_text(value)));
    return &out;
  }

  std::map<std::string, FrontMatter::Value>& to_;
  std::size_t count_ = 0;
};

/// Listens to a YAML document without building it, so that no alias is ever expanded.
class YamlListener : public YAML::EventHandler {
 public:
  explicit YamlListener(Values& values) : values_(values) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { scalar(""); }
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { scalar(""); }
  void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    scalar(value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    in_list_ = depth_ == 1 && !at_key_;
    deeper(mark);
  }
  void OnSequenceEnd() override { up(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    if (depth_ == 0) in_map_ = true;
    if (depth_ == 1) in_list_ = false;
    deeper(mark);
  }
  void OnMapEnd() override { up(); }

 private:
  void scalar(const std::string& value) {
    if (!in_map_) return;
    if (depth_ == 2 && in_list_) values_.add_item(key_, value);
    if (depth_ != 1) return;
    if (at_key_)
      key_ = value;
    else
      values_.add(key_, value);
    at_key_ = !at_key_;
  }
  void deeper(const YAML::Mark& mark) {
    if (++depth_ > deepest) throw YAML::ParserException(mark, "nested too deeply");
  }
  void up() {
    --depth_;
    if (depth_ == 1) at_key_ = !at_key_;
  }

  Values& values_;
  std::string key_;
  int depth_ = 0;
  bool in_map_ = false;
  bool at_key_ = true;
  bool in_list_ = false;
};

/// What is left of YAML with a mistake: its lines `key: value` with a plain value. Programs that write
/// `title: "…"` without minding the quotes in it are common.
void read_plain_lines(std::string_view text, FrontMatter& out) {
  out.values.clear();
  Values values(out.values);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t divider = line.find(": ");
    if (divider == std::string_view::npos || divider == 0) continue;
    const std::string_view key = line.substr(0, divider);
    if (key.find_first_of(" \t\"'#-") != std::string_view::npos) continue;
    std::string value = trim(line.substr(divider + 2));
    if (value.empty() || std::string_view("[{&*|>!").find(value[0]) != std::string_view::npos) continue;
    const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
    values.add(std::string(key), quoted ? std::string_view(value).substr(1, value.size() - 2) : value);
  }
}

void read_yaml(std::string_view text, FrontMatter& out) {
  Values values(out.values);
  YamlListener listener(values);
  std::istringstream in{std::string(text)};
  try {
    YAML::Parser parser(in);
    parser.HandleNextDocument(listener);
  } catch (const YAML::Exception& error) {
    out.problem = "the front matter is not YAML: " + clean_text(error.msg);
    if (!error.mark.is_null()) out.line = static_cast<std::size_t>(error.mark.line) + 2;
    read_plain_lines(text, out);
  }
}

std::string toml_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  std::ostringstream out;
  node.visit([&](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value;
  });
  return out.str();
}

void add_toml(const toml::table& table, Values& values) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (const auto* list = node.as_array()) {
      for (const auto& item : *list) values.add_item(name, toml_text(item));
    } else if (node.is_value()) {
      values.add(name, toml_text(node));
    } else if (name == "taxonomies" && node.is_table()) {  // Zola keeps tags and categories there
      for (const auto& [kind, items] : *node.as_table()) {
        if (!items.is_array()) continue;
        for (const auto& item : *items.as_array()) values.add_item(std::string(kind.str()), toml_text(item));
      }
    }
  }
}

void read_toml(std::string_view text, FrontMatter& out) {
  Values values(out.values);
  try {
    add_toml(toml::parse(text), values);
  } catch (const toml::parse_error& error) {
    out.problem = "the front matter is not TOML: " + clean_text(error.description());
    out.line = error.source().begin.line + 1;
  }
}

void read_json(std::string_view text, FrontMatter& out) {
  const auto object = nlohmann::json::parse(text, nullptr, false);
  if (object.is_discarded()) {
    out.problem = "the front matter is not JSON";
    return;
  }
  Values values(out.values);
  const auto text_of = [](const nlohmann::json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
  };
  for (const auto& [key, value] : object.items()) {
    if (value.is_primitive()) values.add(key, text_of(value));
    if (!value.is_array()) continue;
    for (const auto& item : value) {
      if (item.is_primitive()) values.add_item(key, text_of(item));
    }
  }
}

/// The line that begins at `at`, without blanks at its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, text.find('\n', at) - at);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

std::size_t after_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// What lies between a first line `fence` and the next such line; sets where the body begins.
std::optional<std::string_view> fenced(std::string_view text, std::string_view fence, std::size_t& body) {
  if (line_at(text, 0) != fence) return std::nullopt;
  const std::size_t begin = after_line(text, 0);
  for (std::size_t at = begin; at < text.size() && at < longest; at = after_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (line != fence && !(fence == "---" && line == "...")) continue;
    body = after_line(text, at);
    return text.substr(begin, at - begin);
  }
  return std::nullopt;
}

/// The object at the start of a file, by its braces outside strings. A Liquid tag is none.
std::optional<std::string_view> json_object(std::string_view text, std::size_t& body) {
  if (text.empty() || text[0] != '{' || text.substr(0, 2) == "{{" || text.substr(0, 2) == "{%")
    return std::nullopt;
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size() && at < longest; ++at) {
    const char c = text[at];
    if (in_string && c == '\\') {
      ++at;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '{' || c == '[')) {
      if (++depth > deepest) return std::nullopt;
    } else if (!in_string && (c == '}' || c == ']') && --depth == 0) {
      body = at + 1;
      return text.substr(0, at + 1);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> FrontMatter::text(const std::string& key) const {
  const auto found = values.find(key);
  if (found == values.end()) return std::nullopt;
  for (const auto& value : found->second.items) {
    if (!value.empty()) return value;
  }
  return std::nullopt;
}

std::optional<bool> FrontMatter::flag(const std::string& key) const {
  const std::string value = small_letters(text(key).value_or(""));
  if (value == "true" || value == "yes" || value == "on") return true;
  if (value == "false" || value == "no" || value == "off") return false;
  return std::nullopt;
}

std::vector<std::string> FrontMatter::list(const std::string& key) const {
  const auto found = values.find(key);
  if (found == values.end()) return {};
  std::vector<std::string> out;
  for (const auto& value : found->second.items) {
    const char* separator = value.find(',') != std::string::npos ? "," : " ";
    std::size_t at = 0;
    while (at <= value.size()) {
      const bool whole = found->second.is_list;
      const std::size_t end = whole ? value.size() : std::min(value.find(separator, at), value.size());
      std::string item = trim(std::string_view(value).substr(at, end - at));
      if (!item.empty()) out.push_back(std::move(item));
      at = end + 1;
    }
  }
  return out;
}

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter out;
  if (const auto yaml = fenced(text, "---", out.body)) {
    out.present = true;
    read_yaml(*yaml, out);
  } else if (const auto toml = fenced(text, "+++", out.body)) {
    out.present = true;
    read_toml(*toml, out);
  } else if (const auto json = json_object(text, out.body)) {
    out.present = true;
    read_json(*json, out);
  }
  return out;
}

}  // namespace hoego
