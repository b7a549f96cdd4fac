#pragma once
#include <vector>

#include "analysis/stays.h"
#include "resolve/timeline.h"

namespace hoego {

/// The owner's pictures and films of a journey, by time. With a position they belong to it from its first
/// sighting to its last, on the way too; without one up to half way to the sighting at home, and three hours.
std::vector<const Record*> pictures_of(const Journey& journey, const Timeline& timeline);

}  // namespace hoego
