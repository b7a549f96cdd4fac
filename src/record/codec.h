#pragma once
#include <string>
#include <string_view>

#include "record/coverage.h"
#include "record/issue.h"
#include "record/observation.h"
#include "record/record.h"

namespace hoego {

/// Bytes for observations between processes and in the index. Little-endian, lengths as LEB128, one leading
/// version byte. Decoding is bounded and refuses anything that `validate` would refuse: it throws Error and
/// never reads past the end, whatever the bytes are.
std::string encode(const Observation& observation);
std::string encode(const Issue& issue);
std::string encode(const CoverageClaim& claim);
std::string encode(const Record& record);

Observation decode_observation(std::string_view bytes);
Issue decode_issue(std::string_view bytes);
CoverageClaim decode_coverage(std::string_view bytes);
Record decode_record(std::string_view bytes);

/// The invariants an observation must keep to become a record: identity not empty, text clean, times in years
/// 1..9999 (wall clock), `begin <= end` where both can be compared, position in range. Returns the first
/// broken one in words, or an empty string.
std::string broken_invariant(const Observation& observation);

}  // namespace hoego
