#include <fmt/format.h>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/problems.h"

namespace hoego {

int cmd_problems(const Arguments& arguments) {
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  const std::vector<Problem> problems = problems_of(life);
  if (arguments.json) {
    write_output({}, problems_json(problems));
  } else {
    for (const Problem& problem : problems) fmt::print("{}\n", issue_line(problem.where(), problem.issue));
    if (problems.empty()) fmt::print("no problems\n");
  }
  return arguments.strict && !problems.empty() ? 1 : 0;
}

}  // namespace hoego
