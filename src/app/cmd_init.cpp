#include <fmt/format.h>

#include <filesystem>

#include "app/cmd.h"
#include "app/made_life.h"

namespace hoego {

int cmd_init(const Arguments& arguments) {
  namespace fs = std::filesystem;
  const fs::path folder = arguments.words.empty()
                              ? (arguments.directory.empty() ? fs::path(".") : arguments.directory)
                              : fs::path(arguments.words.front());
  const fs::path config = make_life(folder, FirstSettings());
  fmt::print("made {}\nnext: hoego -C {} add ~/Pictures ~/calendar.ics ~/code ~/blog\n", config.string(),
             folder.string());
  return 0;
}

}  // namespace hoego
