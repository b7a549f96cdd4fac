#include "app/commands.h"

#include <algorithm>
#include <array>

#include "app/cmd.h"

namespace hoego {
namespace {

constexpr std::array<Command, 18> commands = {{
    {"init", "makes a life folder", "", cmd_init},
    {"add", "adds sources, saying what each was recognised as", "as jobs", cmd_add},
    {"sync", "brings the index up to date with the sources", "json jobs", cmd_sync},
    {"review", "the retrospective of a year or a period",
     "as as-of against lang tone format front-matter into share output jobs", cmd_review},
    {"write", "asks about what was found, and keeps your answers", "again as-of lang jobs", cmd_write},
    {"resolutions", "how the promises stand; promises in a text; next year's",
     "as-of lang check json yes output jobs", cmd_resolutions},
    {"verify", "every claim of a text against the findings", "as-of lang json jobs", cmd_verify},
    {"draft", "prose by a language model, every sentence verified",
     "endpoint model prompt with as-of dry-run insecure yes max-tokens budget timeout json lang tone output "
     "jobs",
     cmd_draft},
    {"activities", "what repeats", "as-of lang json", cmd_activities},
    {"timeline", "records", "on from to kind search json", cmd_timeline},
    {"evidence", "a record or a finding, down to its origins", "as-of open json", cmd_evidence},
    {"coverage", "what each source could see", "as-of json", cmd_coverage},
    {"problems", "what could not be read", "json", cmd_problems},
    {"serve", "the page, to this machine's browsers", "port", cmd_serve},
    {"export", "all records and findings, in a stable order", "as-of format output", cmd_export},
    {"demo", "writes the sample life and reviews it", "seed lang", cmd_demo},
    {"completion", "a script that completes commands, options and checks in the shell", "", cmd_completion},
}};

}  // namespace

std::span<const Command> all_commands() {
  return commands;
}

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [name](const Command& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

}  // namespace hoego
