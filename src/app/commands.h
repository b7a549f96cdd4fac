#pragma once
#include <span>
#include <string_view>

#include "app/arguments.h"

namespace hoego {

/// One command: its name, what it does in a line, its page (which is its --help), and the doing.
/// `run` returns the exit status: 0, or 1 for problems under --strict; failures are thrown.
struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view options;  ///< the long options it takes beside the common ones, blank separated
  int (*run)(const Arguments& arguments);
};

/// THE list of commands, in the order of the help.
std::span<const Command> all_commands();
/// Null if there is none of this name.
const Command* find_command(std::string_view name);

/// The page of a command (src/app/cmd_NAME.md).
std::string_view help_text(std::string_view command);

}  // namespace hoego
