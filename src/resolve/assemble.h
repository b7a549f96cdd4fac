#pragma once
#include <string>
#include <vector>

#include "record/coverage.h"
#include "resolve/decisions.h"
#include "resolve/timeline.h"

namespace hoego {

/// A claim with the source that made it.
struct SourcedClaim {
  std::string source;
  CoverageClaim claim;
};

/// The timeline of derived records. Claims of one source, scope, kind and class are united; a claim without a
/// first day begins with the first record of that source and scope, one without a last day (a living
/// repository, a blog's folder) reaches to `today`; none reaches further. Pictures cover only the days from
/// the first to the last one of each source, as presence. The owner's `complete = [from, to]` replaces what a
/// source says of itself.
Timeline assemble(std::vector<Record> records, const std::vector<SourcedClaim>& claims,
                  const Decisions& decisions, Date today);

}  // namespace hoego
