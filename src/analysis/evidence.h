#pragma once
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// The ids of the records, in the order given; all are counted, and at most `Evidence::most` kept, spread
/// evenly from the first to the last.
Evidence evidence_of(const std::vector<const Record*>& records);

/// Lower case, every run of anything but letters and digits one hyphen: "FUJIFILM X-T4" -> "fujifilm-x-t4".
/// Hangul stays.
std::string slug(std::string_view text);

}  // namespace hoego
