#include "app/problems.h"

#include <nlohmann/json.hpp>

#include "app/reviewing.h"

namespace hoego {

std::string Problem::where() const {
  return source.empty() || issue.path.empty() ? source + issue.path : source + "/" + issue.path;
}

std::vector<Problem> problems_of(Life& life) {
  std::vector<Problem> problems;
  for (const Store::StoredIssue& stored : life.store().issues()) {
    Problem problem{stored.source, stored.issue};
    if (problem.issue.path.empty()) problem.issue.path = stored.unit;
    problems.push_back(std::move(problem));
  }
  for (const Issue& issue : life.decision_issues()) problems.push_back({"", issue});
  for (const Issue& issue : owner_issues(life, std::nullopt)) problems.push_back({"", issue});
  return problems;
}

std::string problems_json(const std::vector<Problem>& problems) {
  nlohmann::ordered_json out;
  out["schema"] = "hoego.problems/1";
  out["problems"] = nlohmann::ordered_json::array();
  for (const Problem& problem : problems) {
    out["problems"].push_back({{"source", problem.source},
                               {"path", problem.issue.path},
                               {"place", problem.issue.place},
                               {"reason", problem.issue.reason},
                               {"remedy", problem.issue.remedy}});
  }
  return out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace hoego
