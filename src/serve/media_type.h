#pragma once
#include <string_view>

namespace hoego {

/// By the ending of a file's name, whatever its case; "application/octet-stream" for one that is not known.
std::string_view media_type(std::string_view file_name);

/// Whether a browser may show it on the page's own origin: it can hold no script.
bool is_harmless(std::string_view type);

}  // namespace hoego
