#pragma once
#include <string>
#include <vector>

#include "analysis/all_time.h"
#include "analysis/finding.h"
#include "promises/ground.h"
#include "promises/resolutions.h"
#include "promises/tally.h"

namespace hoego {

/// How the owner's promises stand on the day of looking back, in the order of the file; those whose days do
/// not touch `days` are left out. Issues: what cannot be read, with the column and the nearest names; such a
/// line is there with the verdict unknown, and the others are judged. `coverage`: for the ids.
struct JudgedPromises {
  std::vector<Promise> promises;
  std::vector<Issue> issues;
};
JudgedPromises judge_promises(const std::vector<Resolutions>& files, const AllTime& all, DateRange days,
                              const std::vector<CoverageFinding>& coverage);

/// One promise, over its days.
Promise judge_promise(const Check& check, const CountingGround& ground, DateRange period,
                      const std::vector<CoverageFinding>& coverage);

/// What a check is held against: its value, or what the same dates a year earlier came to.
Target target_of(const Check& check, const Tally& tally, DateRange period, Date as_of, int week_starts);

}  // namespace hoego
