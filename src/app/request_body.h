#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "serve/request.h"

namespace hoego {

/// The JSON object in a request's body. Throws UsageError where it is none.
nlohmann::ordered_json body_of(const Request& request);
/// A text in it, empty where it is not there. Throws UsageError for what is no text, or is longer.
std::string text_in(const nlohmann::ordered_json& body, const char* member, std::size_t most);

/// A path that a person typed or dropped, "~/…" and file: addresses too, as an absolute one without a slash
/// at its end. Throws UsageError for what is none.
std::filesystem::path typed_path(const std::string& text);

}  // namespace hoego
