#include <fmt/format.h>

#include "app/cmd.h"
#include "app/life.h"
#include "app/syncing.h"
#include "base/error.h"

namespace hoego {

int cmd_sync(const Arguments& arguments) {
  Life life = Life::open(arguments);
  if (life.config().sources.empty()) {
    throw UsageError("there are no sources yet", (life.folder() / "hoego.toml").string(),
                     "add some: hoego add ~/Pictures ~/calendar.ics ~/code ~/blog");
  }
  const ImportResult result = life.sync(arguments.jobs);
  const std::size_t problems = print_sync_result(life, result);
  return arguments.strict && problems > 0 ? 1 : 0;
}

}  // namespace hoego
