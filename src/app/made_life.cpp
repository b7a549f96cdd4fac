#include "app/made_life.h"

#include <fmt/format.h>

#include "app/replaced_file.h"
#include "base/error.h"
#include "base/zone.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

std::string first_config(const FirstSettings& settings) {
  const bool korean = settings.language == "ko";
  return fmt::format(
      "# What hoego should know. Every key is optional; `hoego add PATH...` adds sources below.\n"
      "language  = \"{}\"            # ko | en\n"
      "home_zone = \"{}\"\n"
      "{}\n"
      "\n"
      "[me]                          # whose commits and pictures are yours\n"
      "names   = []\n"
      "emails  = []\n"
      "cameras = []\n",
      settings.language, settings.home_zone,
      korean ? "holidays  = \"KR\""
             : "# holidays  = \"GB\"          # the country whose holidays explain a gap");
}

}  // namespace

fs::path make_life(const fs::path& folder, const FirstSettings& settings) {
  FirstSettings known = settings;
  if (known.home_zone.empty()) known.home_zone = Zone::system().name();
  if (!Zone::find(known.home_zone))
    throw UsageError(fmt::format("unknown zone \"{}\"", known.home_zone), "home_zone",
                     "a name of the IANA database such as \"Asia/Seoul\"");
  if (known.language != "ko" && known.language != "en")
    throw UsageError(fmt::format("unknown language \"{}\"", known.language), "language", "ko or en");
  fs::path config = folder / "hoego.toml";
  std::error_code error;
  const auto there = [&config] {
    return UsageError("there is a life folder here already", config.string(),
                      "nothing was changed; add sources with `hoego add PATH...`");
  };
  if (fs::exists(config, error)) throw there();
  for (const char* part : {"resolutions", "notes"}) {
    fs::create_directories(folder / part, error);
    if (error)
      throw Error("cannot make the folder: " + error.message(), folder.string(),
                  "choose a folder you may write to");
  }
  if (!replace_file(config, std::nullopt, first_config(known))) throw there();
  return config;
}

}  // namespace hoego
