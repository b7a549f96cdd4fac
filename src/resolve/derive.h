#pragma once
#include <functional>
#include <string>
#include <vector>

#include "record/issue.h"
#include "record/record.h"
#include "resolve/decisions.h"
#include "resolve/identity.h"

namespace hoego {

struct Derived {
  std::vector<Record> records;  ///< sorted by (begin instant, id)
  std::size_t things = 0;       ///< distinct things observed, with or without a time
  std::vector<Issue> issues;    ///< corrections and clocks that apply to nothing
  std::string assumed_author;   ///< not empty: whose commits were taken for the owner's, without being told
};

/// Zone of a coordinate, as the gazetteer tells it.
using ZoneOf = std::function<std::string(Coordinates)>;

/// Records from all observations: merged by identity, placed in local time, told apart by ownership,
/// corrected. The zone is resolved only here, after everything is read: stated, else of the coordinates, else
/// of where the person was, else home, else assumed. The result depends on the set of observations, not on
/// their order.
Derived derive(std::vector<SourcedObservation> observations, const Decisions& decisions,
               const ZoneOf& zone_of);

/// Traits that tell how a camera's clock was put right (see ClockCorrection).
namespace clock_trait {
inline constexpr const char* shift = "clock_shift";          ///< seconds added
inline constexpr const char* certainty = "clock_certainty";  ///< 0..1; "stated" for the owner's `[[clock]]`
}  // namespace clock_trait

}  // namespace hoego
