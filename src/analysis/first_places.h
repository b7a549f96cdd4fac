#pragma once
#include <vector>

#include "analysis/occasions.h"

namespace hoego {

/// Countries and towns first stayed in during `days`; see `find_firsts`.
void add_first_places(const Lived& lived, DateRange days, std::vector<Occasion>& to);

}  // namespace hoego
