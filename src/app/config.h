#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/settings.h"
#include "record/issue.h"
#include "resolve/decisions.h"

namespace hoego {

/// `[[source]]` of hoego.toml.
struct ConfiguredSource {
  std::string path;                                 ///< as the owner wrote it
  std::string type;                                 ///< forced type; empty for any
  bool keep_text = false;                           ///< `text`
  std::map<std::string, std::string> columns = {};  ///< `map`
  bool is_private = false;                          ///< never in a review for others
};

/// hoego.toml and corrections.toml, each part in the struct of the layer that uses it.
struct Config {
  std::string language;       ///< "ko", "en", or empty: by the locale
  std::optional<Date> as_of;  ///< a life that is looked back on from no later day: one that is not lived on
  std::vector<ConfiguredSource> sources;
  Decisions decisions;
  std::vector<Issue> issues;  ///< what is written there and not applied
  Settings settings;
};

/// What hoego.toml and, where there is one, corrections.toml say. Throws UsageError that names file, line,
/// what was expected, and for a misspelt key the nearest valid one.
Config config_of(std::string_view main, const std::optional<std::string>& corrections);

/// The same of a life folder's files. Throws Error where one cannot be read.
Config read_config(const std::filesystem::path& life);

/// The nearest of `known` to `word` by edit distance (Levenshtein), if it is near enough to be meant; else
/// empty.
std::string nearest_name(const std::string& word, const std::vector<std::string>& known);

}  // namespace hoego
