#pragma once
#include <string_view>

namespace hoego {

/// Language of a file by its name alone: well-known names first ("Dockerfile"), then the extension. Names of
/// languages are those of GitHub Linguist. `other_language` where neither is known; `generated_language` for
/// lock files, minified scripts and copies of others' code (node_modules, vendor), which nobody typed.
std::string_view language_of(std::string_view path);

inline constexpr std::string_view other_language = "Other";
inline constexpr std::string_view generated_language = "Generated";

}  // namespace hoego
