#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/cmd.h"
#include "app/output.h"
#include "base/error.h"
#include "base/zone.h"

namespace hoego {
namespace {

namespace fs = std::filesystem;

std::string first_config() {
  const std::string zone = Zone::system().name();
  return fmt::format(
      "# What hoego should know. Every key is optional; `hoego add PATH...` adds sources below.\n"
      "language  = \"ko\"            # ko | en\n"
      "home_zone = \"{}\"\n"
      "holidays  = \"KR\"\n"
      "\n"
      "[me]                          # whose commits and pictures are yours\n"
      "names   = []\n"
      "emails  = []\n"
      "cameras = []\n",
      zone);
}

}  // namespace

int cmd_init(const Arguments& arguments) {
  const fs::path folder = arguments.words.empty()
                              ? (arguments.directory.empty() ? fs::path(".") : arguments.directory)
                              : fs::path(arguments.words.front());
  const fs::path config = folder / "hoego.toml";
  if (fs::exists(config)) {
    throw UsageError("there is a life folder here already", config.string(),
                     "nothing was changed; add sources with `hoego add PATH...`");
  }
  std::error_code error;
  for (const char* part : {"resolutions", "notes"}) fs::create_directories(folder / part, error);
  if (error)
    throw Error("cannot make the folder: " + error.message(), folder.string(),
                "choose a folder you may write to");
  write_output(config, first_config());
  fmt::print("made {}\nnext: hoego -C {} add ~/Pictures ~/calendar.ics ~/code ~/blog\n", config.string(),
             folder.string());
  return 0;
}

}  // namespace hoego
