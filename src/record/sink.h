#pragma once
#include "record/coverage.h"
#include "record/issue.h"
#include "record/observation.h"

namespace hoego {

/// Where a source puts what it reads. Nothing passed here is kept by reference.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void observation(Observation observation) = 0;
  virtual void issue(Issue issue) = 0;
  virtual void coverage(CoverageClaim claim) = 0;
};

}  // namespace hoego
