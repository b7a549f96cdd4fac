#pragma once
#include <vector>

#include "analysis/activities.h"
#include "app/life.h"
#include "browse/catalogue.h"

namespace hoego {

/// A life's records as the timeline looks at them, and what their towns are.
struct LifeCatalogue {
  Catalogue records;
  std::vector<Place> towns;  ///< by the number of `records.towns`; the first is no town
};

/// Reads every record once. A record without coordinates has no place, one of several people is of the first.
LifeCatalogue catalogue_of(const Life& life, const Assignment& assignment);

}  // namespace hoego
