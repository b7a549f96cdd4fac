#include "analysis/settings.h"

#include <algorithm>

namespace hoego {
namespace {

std::string text_of(const Record& record, const std::string& key) {
  if (key == "title") return record.title;
  if (key == "source") return record.origins.empty() ? std::string() : record.origins.front().source;
  const char* name = key.c_str();
  if (key == "place") name = trait::location;
  if (const std::string* value = record.find_trait(name)) return *value;
  return {};
}

}  // namespace

const std::vector<std::string>& matcher_keys() {
  static const std::vector<std::string> keys = {"title",      "calendar", "source", "workout",
                                                "repository", "language", "place",  "person"};
  return keys;
}

bool Matcher::matches(const Record& record) const {
  if (kind && *kind != record.kind) return false;
  return std::all_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
    return pattern.second->matches(text_of(record, pattern.first));
  });
}

bool ActivityRule::is_of_expenses() const {
  return std::all_of(match.begin(), match.end(),
                     [](const Matcher& matcher) { return matcher.kind == Kind::Expense; });
}

bool ActivityRule::matches(const Record& record) const {
  const auto holds = [&record](const Matcher& matcher) { return matcher.matches(record); };
  return std::any_of(match.begin(), match.end(), holds) && std::none_of(except.begin(), except.end(), holds);
}

}  // namespace hoego
