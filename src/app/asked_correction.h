#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/life.h"
#include "app/toml_text.h"

namespace hoego {

/// What a person says is wrong, as an edit of one file of theirs.
struct AskedCorrection {
  std::string file;  ///< in the life folder
  std::function<void(TomlText&)> change;
};

/// What the body of `POST /api/correction` asks for (doc/api.md); `today` is needed where an activity has no
/// rule yet. What it says goes where the same was said already. Throws UsageError naming the member that
/// cannot be used, Refusal 404 for a record, activity or source that is not there. The change itself throws
/// Refusal 409 where the file says by now what the person had not seen, or contradicts it.
AskedCorrection asked_correction(const nlohmann::ordered_json& body, const Life& life, Date today);

}  // namespace hoego
