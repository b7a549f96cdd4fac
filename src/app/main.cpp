#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "app/commands.h"
#include "base/error.h"
#include "import/worker.h"
#include "picture/worker.h"
#include "sources/source.h"

namespace {

constexpr int could_not = 3;
constexpr int wrong_use = 2;

void say(const hoego::Error& error) {
  fmt::print(stderr, "hoego: {}: {}\n", error.where(), error.what());
  if (!error.remedy().empty()) fmt::print(stderr, "       {}\n", error.remedy());
}

void print_overview() {
  fmt::print(
      "hoego (회고): looks back on a year from the files it left. Nothing leaves this machine unless you "
      "name where to.\n\n"
      "  hoego demo                      a sample life, reviewed\n"
      "  hoego review 2024 PATH...       a year from folders of photos, calendars, repositories, posts\n\n"
      "Commands (`hoego COMMAND --help` tells more):\n");
  for (const hoego::Command& command : hoego::all_commands())
    fmt::print("  {:<12}{}\n", command.name, command.summary);
}

int run(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "worker") {
    return hoego::worker_main(std::atoi(argv[2]), hoego::all_sources());
  }
  if (argc == 3 && std::string(argv[1]) == "picture-worker")
    return hoego::picture_worker_main(std::atoi(argv[2]));
  const hoego::Arguments arguments = hoego::read_arguments(argc, argv);
  if (arguments.version) {
    fmt::print("hoego {}\n", HOEGO_VERSION);
    return 0;
  }
  if (arguments.help && arguments.command.empty()) {
    print_overview();
    return 0;
  }
  if (arguments.help) {
    fmt::print("{}", hoego::help_text(arguments.command));
    return 0;
  }
  return hoego::find_command(arguments.command)->run(arguments);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const hoego::UsageError& error) {
    say(error);
    return wrong_use;
  } catch (const hoego::Error& error) {
    say(error);
    return could_not;
  } catch (const std::exception& error) {
    fmt::print(stderr, "hoego: {}\n", error.what());
    return could_not;
  }
}
