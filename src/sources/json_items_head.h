#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// A member or element seen at the beginning of a JSON file.
struct JsonKey {
  /// Names joined by dots, "[]" for an element of a list: `[].user.login`, `items[].html_url`.
  std::string path;
  std::string value;  ///< the text or number, perhaps cut; "{" or "[" for a container
};

/// What stands in the first bytes of a file (at most 4096 are looked at, cut anywhere), in their order;
/// nothing for what does not begin as a JSON object or list. Any encoding with a byte order mark.
std::vector<JsonKey> keys_in_head(std::string_view head);

/// Value at a path, the first one; null where there is none.
const std::string* find_key(const std::vector<JsonKey>& keys, std::string_view path);

}  // namespace hoego
