#pragma once
#include <filesystem>
#include <string>

namespace hoego {

/// What a life folder begins with.
struct FirstSettings {
  std::string language = "ko";  ///< "ko" or "en"
  std::string home_zone;        ///< of the IANA database; empty: the machine's
};

/// Makes a life folder: hoego.toml, resolutions/, notes/. Returns where its hoego.toml is. Throws UsageError
/// where there is one already, or for settings that are none, and Error where it cannot be written.
std::filesystem::path make_life(const std::filesystem::path& folder, const FirstSettings& settings);

}  // namespace hoego
