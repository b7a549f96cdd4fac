#pragma once
#include "bench/truth/section.h"

namespace hoego::truth {

/// Reviews of 12 to 40 activities each, a quarter of them changed by ×0.5–0.71 or ×1.41–2: how much of what
/// is told as a change is none, and how many changes are told, beside other rules on the same reviews.
Report discoveries(Seeds seeds);

}  // namespace hoego::truth
