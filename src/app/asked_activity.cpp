#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/activities.h"
#include "analysis/repeated_titles.h"
#include "app/asked_parts.h"
#include "base/error.h"
#include "base/text.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

constexpr const char* file = "hoego.toml";

/// The name in the languages that are asked for; the others are as they were.
struct AskedLabel {
  std::optional<std::string> ko;
  std::optional<std::string> en;

  Label over(const Label& otherwise) const { return {ko.value_or(otherwise.ko), en.value_or(otherwise.en)}; }
};

AskedLabel label_in(const Json& asked) {
  const auto found = asked.find("label");
  if (found == asked.end() || !found->is_object())
    throw UsageError("is missing", "label", "for example {\"ko\": \"드럼\"}");
  AskedLabel label;
  if (found->contains("ko")) label.ko = asked_line(*found, "ko");
  if (found->contains("en")) label.en = asked_line(*found, "en");
  if (!label.ko && !label.en) throw UsageError("is missing", "label", "a name in ko or en");
  return label;
}

std::string written(const Label& label) {
  if (label.ko == label.en) return fmt::format("{{ ko = {} }}", toml_string(label.ko));
  return fmt::format("{{ ko = {}, en = {} }}", toml_string(label.ko), toml_string(label.en));
}

std::string written_matcher(const Json& matcher) {
  std::string pairs;
  for (const auto& [key, value] : matcher.items()) {
    const bool plain =
        !key.empty() && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    if (!plain) throw UsageError("is no key of a matcher", "match", "for example kind and title");
    pairs += fmt::format("{}{} = {}", pairs.empty() ? "" : ", ", key, toml_string(asked_line(matcher, key)));
  }
  if (pairs.empty()) throw UsageError("names nothing", "match", "for example {\"title\": \"드럼|합주\"}");
  return fmt::format("{{ {} }}", pairs);
}

std::string written_matchers(const Json& list) {
  constexpr std::size_t most = 20;
  if (!list.is_array() || list.empty() || list.size() > most)
    throw UsageError("is no list of matchers", "match", "for example [{\"title\": \"드럼|합주\"}]");
  std::string matchers;
  for (const Json& matcher : list) {
    if (!matcher.is_object()) throw UsageError("is no matcher", "match", "see doc/api.md");
    matchers += (matchers.empty() ? "" : ", ") + written_matcher(matcher);
  }
  return fmt::format("[{}]", matchers);
}

AskedCorrection new_rule(const std::string& id, const Label& label, const std::string& area,
                         const std::string& match) {
  std::vector<TomlPair> pairs = {{"id", toml_string(id)}, {"label", written(label)}};
  if (!area.empty()) pairs.push_back({"area", toml_string(area)});
  pairs.push_back({"match", match});
  return {file, [pairs](TomlText& text) { text.add("activity", pairs); }};
}

/// What the rule is called in the file now.
Label label_there(const TomlText& text, std::size_t nth, const std::string& id) {
  const toml::table* label = text.find({"activity", nth, "label"});
  if (label == nullptr) return {id, id};
  const auto ko = (*label)["ko"].value<std::string>();
  const auto en = (*label)["en"].value<std::string>();
  return {ko.value_or(en.value_or(id)), en.value_or(ko.value_or(id))};
}

/// `known`: what it was called where the person saw it; empty: whatever it is called.
void rename_rule(TomlText& text, const std::string& id, const AskedLabel& label, const std::string& known) {
  std::size_t nth = 0;
  while (nth < text.count("activity") && text.root()["activity"][nth]["id"].value<std::string>() != id) ++nth;
  if (nth == text.count("activity"))
    throw Refusal(404, "there is no activity of this id any more", id, "look at the page again");
  const Label there = label_there(text, nth, id);
  const std::string& now = label.ko ? there.ko : there.en;
  if (!known.empty() && clean_text(now) != known)
    throw Refusal(409, fmt::format("it is called \"{}\" by now", now), file, "look at it again first");
  const TomlPlace inner{"activity", nth, "label"};
  if (text.find(inner) == nullptr) return text.set({"activity", nth}, {"label", written(label.over(there))});
  if (label.ko) text.set(inner, {"ko", toml_string(*label.ko)});
  if (label.en) text.set(inner, {"en", toml_string(*label.en)});
}

/// A rule for what has been an activity without one: a kind of records, or a title that comes again and
/// again.
AskedCorrection rule_for(const std::string& id, const AskedLabel& label, const Life& life, Date today) {
  for (const KindActivity& kind : kind_activities()) {
    if (kind.id == id)
      return new_rule(id, label.over(kind.label), "",
                      fmt::format("[{{ kind = {} }}]", toml_string(name(kind.kind))));
  }
  const Settings& settings = life.config().settings;
  for (const RepeatedTitle& title : repeated_titles(life.timeline(today), settings)) {
    const std::string& usual = title.spellings.front();
    if (free_id(title.reduced, settings) == id)
      return new_rule(id, label.over({usual, usual}), "",
                      fmt::format("[{{ kind = \"event\", title = {} }}]", toml_string(pattern_of(title))));
  }
  throw Refusal(404, "there is no activity of this id", id, "activities stand in hoego.toml");
}

}  // namespace

AskedCorrection asked_of_activity(const Json& asked, const Life& life, Date today) {
  const std::string id = asked_line(asked, "id");
  const AskedLabel label = label_in(asked);
  if (asked.contains("match")) {
    const std::string area = asked.contains("area") ? asked_line(asked, "area") : std::string();
    const std::string first = label.ko ? *label.ko : *label.en;
    return new_rule(id, label.over({first, first}), area, written_matchers(asked["match"]));
  }
  const std::vector<ActivityRule>& rules = life.config().settings.activities;
  const bool has_rule =
      std::any_of(rules.begin(), rules.end(), [&id](const ActivityRule& one) { return one.id == id; });
  if (!has_rule) return rule_for(id, label, life, today);
  const std::string known = asked.contains("known") ? asked_line(asked, "known") : std::string();
  return {file, [id, label, known](TomlText& text) { rename_rule(text, id, label, known); }};
}

}  // namespace hoego
