#pragma once
#include <utility>
#include <vector>

#include "record/sink.h"

namespace hoego {

/// Keeps everything that a source says, in order.
class CollectingSink : public Sink {
 public:
  void observation(Observation observation) override { observations.push_back(std::move(observation)); }
  void issue(Issue issue) override { issues.push_back(std::move(issue)); }
  void coverage(CoverageClaim claim) override { claims.push_back(std::move(claim)); }

  std::vector<Observation> observations;
  std::vector<Issue> issues;
  std::vector<CoverageClaim> claims;
};

}  // namespace hoego
