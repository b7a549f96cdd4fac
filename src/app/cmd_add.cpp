#include <fmt/format.h>

#include "app/added_sources.h"
#include "app/cmd.h"
#include "app/proposals.h"
#include "app/recognised.h"
#include "app/syncing.h"
#include "base/error.h"

namespace hoego {

int cmd_add(const Arguments& arguments) {
  if (arguments.words.empty())
    throw UsageError("which paths?", "hoego add", "for example `hoego add ~/Pictures ~/calendar.ics`");
  std::vector<Addition> additions;
  for (const std::string& word : arguments.words) additions.push_back({word, arguments.type.value_or("")});
  const AddedSources added = add_sources(Life::open(arguments), additions);
  for (std::size_t i = 0; i < additions.size(); ++i) {
    if (added.sources[i].known) fmt::print("{} is a source already\n", arguments.words[i]);
  }
  Life life = Life::open(arguments);
  for (const Added& one : added.sources) {
    fmt::print("{}\n", one.path);
    const ImportResult result = life.sync(arguments.jobs, {one.path});
    print_recognised(life, one.path);
    print_sync_result(life, result);
  }
  print_proposals(life);
  return 0;
}

}  // namespace hoego
