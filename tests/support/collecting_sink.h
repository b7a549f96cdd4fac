#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "record/codec.h"
#include "record/sink.h"

namespace hoego {

/// Keeps everything that a source says, in order; the test fails for what breaks an invariant.
class CollectingSink : public Sink {
 public:
  void observation(Observation observation) override {
    EXPECT_EQ(broken_invariant(observation), "") << observation.identity;
    observations.push_back(std::move(observation));
  }
  void issue(Issue issue) override { issues.push_back(std::move(issue)); }
  void coverage(CoverageClaim claim) override { claims.push_back(std::move(claim)); }

  std::vector<Observation> observations;
  std::vector<Issue> issues;
  std::vector<CoverageClaim> claims;
};

/// The reasons of the issues, in order.
inline std::vector<std::string> reasons(const CollectingSink& sink) {
  std::vector<std::string> out;
  for (const Issue& issue : sink.issues) out.push_back(issue.reason);
  return out;
}

/// A trait as it was stated; empty where it was not.
inline std::string trait_of(const Observation& observation, const char* name) {
  const auto found = observation.traits.find(name);
  return found == observation.traits.end() ? "" : found->second;
}

}  // namespace hoego
