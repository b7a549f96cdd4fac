#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/reviewing.h"

namespace hoego {

int cmd_problems(const Arguments& arguments) {
  Life life = Life::open(arguments);
  life.refresh(arguments.jobs);
  nlohmann::ordered_json out;
  out["schema"] = "hoego.problems/1";
  out["problems"] = nlohmann::ordered_json::array();
  const auto tell = [&](const std::string& source, const Issue& issue) {
    const std::string where =
        source.empty() || issue.path.empty() ? source + issue.path : source + "/" + issue.path;
    if (!arguments.json) fmt::print("{}\n", issue_line(where, issue));
    out["problems"].push_back({{"source", source},
                               {"path", issue.path},
                               {"place", issue.place},
                               {"reason", issue.reason},
                               {"remedy", issue.remedy}});
  };
  for (const Store::StoredIssue& stored : life.store().issues()) {
    Issue issue = stored.issue;
    if (issue.path.empty()) issue.path = stored.unit;
    tell(stored.source, issue);
  }
  for (const Issue& issue : life.decision_issues()) tell("", issue);
  for (const Issue& issue : owner_issues(life, std::nullopt)) tell("", issue);
  if (arguments.json)
    write_output({}, out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  else if (out["problems"].empty())
    fmt::print("no problems\n");
  return arguments.strict && !out["problems"].empty() ? 1 : 0;
}

}  // namespace hoego
