#pragma once
#include <string>
#include <string_view>

namespace hoego {

/// A strong entity tag of these bytes (RFC 9110, 8.8.3), with its quotes.
std::string etag_of(std::string_view bytes);

/// Whether an If-None-Match (RFC 9110, 13.1.2) names it: a list of tags, weak ones too, or "*".
bool none_match_names(std::string_view header, std::string_view etag);

}  // namespace hoego
