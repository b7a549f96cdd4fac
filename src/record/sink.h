#pragma once
#include <string_view>
#include <utility>

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

  // For what holds other units: an archive.

  /// A unit inside is read now, by the format `type`; what follows is of it. `path` as in Observation::file.
  virtual void member(std::string_view /*type*/, std::string_view /*path*/) {}
  /// The member that was told last could not be read: what it said does not count.
  virtual void member_failed(Issue reason) { issue(std::move(reason)); }
  /// Nothing to say, and still at work.
  virtual void alive() {}
};

}  // namespace hoego
