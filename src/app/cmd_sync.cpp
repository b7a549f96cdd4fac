#include <fmt/format.h>

#include "app/cmd.h"
#include "app/interrupt.h"
#include "app/life.h"
#include "app/output.h"
#include "app/syncing.h"
#include "base/error.h"

namespace hoego {
namespace {

constexpr int stopped_early = 3;

void say_line(const std::string& json) {
  write_output({}, json + "\n");
}

SyncWatch watch_of(const Interrupt& interrupt, bool json) {
  SyncWatch watch;
  watch.stop = &interrupt.wish();
  if (!json) return watch;
  watch.progress = [](const Progress& progress) { say_line(sync_progress_json(progress)); };
  watch.settling = [] { say_line(sync_settling_json()); };
  return watch;
}

int sync(const Arguments& arguments) {
  Life life = Life::open(arguments);
  if (life.config().sources.empty()) {
    throw UsageError("there are no sources yet", (life.folder() / "hoego.toml").string(),
                     "add some: hoego add ~/Pictures ~/calendar.ics ~/code ~/blog");
  }
  const Interrupt interrupt;
  const ImportResult result = life.sync(arguments.jobs, {}, watch_of(interrupt, arguments.json));
  const std::size_t problems =
      arguments.json ? static_cast<std::size_t>(result.problems) : print_sync_result(life, result);
  if (arguments.json) say_line(sync_result_json(life, result));
  if (result.stopped) {
    fmt::print(stderr, "hoego: stopped; what was read stays, and the next sync goes on\n");
    return stopped_early;
  }
  return arguments.strict && problems > 0 ? 1 : 0;
}

}  // namespace

int cmd_sync(const Arguments& arguments) {
  if (!arguments.json) return sync(arguments);
  try {
    return sync(arguments);
  } catch (const Error& error) {  // who reads lines of JSON reads why there are no more of them
    say_line(sync_error_json(error.what(), error.where(), error.remedy()));
    throw;
  }
}

}  // namespace hoego
