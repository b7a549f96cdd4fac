#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "app/life.h"
#include "app/owner_text.h"
#include "serve/request.h"

namespace hoego {

/// What the page sends of a text that is typed in it.
struct TypedText {
  int year = 0;
  std::optional<std::string> text;  ///< UTF-8 without NUL; nothing: there is to be no file
  std::string known;                ///< the tag of what the page has read
};

/// The body of a request. Throws UsageError with the member that cannot be used.
TypedText typed_text(const Request& request);

/// `schema`, `year`, `file` as it is called in the life folder, its `text` (null: there is none) and `tag`.
nlohmann::ordered_json text_json(const char* schema, int year, const Life& life,
                                 const std::filesystem::path& file);

}  // namespace hoego
