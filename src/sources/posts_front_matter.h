#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// What stands before the text of a post: YAML between `---` (Jekyll), TOML between `+++` (Hugo, Zola) or a
/// JSON object (Hugo), on the first line of the file and within 64 KiB. Only top-level scalars and lists of
/// scalars are kept, 1,000 of them at most; aliases are not followed. Of YAML with a mistake the lines
/// `key: value` are kept.
struct FrontMatter {
  struct Value {
    std::vector<std::string> items;  ///< one for a scalar
    bool is_list = false;
  };

  bool present = false;
  std::size_t body = 0;                 ///< where the text of the post begins
  std::map<std::string, Value> values;  ///< by key in small letters; as written, without quotes
  std::string problem;                  ///< why it could not be read; empty when it could
  std::size_t line = 0;                 ///< of the problem, from 1; 0 if not known

  /// The first value that is not empty.
  std::optional<std::string> text(const std::string& key) const;
  /// True or false as YAML 1.1 and people write them; nothing for anything else.
  std::optional<bool> flag(const std::string& key) const;
  /// Items of a list, or of a scalar divided by commas or, where there are none, by blanks.
  std::vector<std::string> list(const std::string& key) const;
};

/// `text` is clean UTF-8. Never throws for its content.
FrontMatter read_front_matter(std::string_view text);

}  // namespace hoego
