#pragma once
#include <cstddef>
#include <vector>

#include "resolve/identity.h"

namespace hoego {

/// All that was observed of one kind and identity, whatever its order.
struct Sighted {
  std::vector<SourcedObservation> observations;  ///< never empty
};

/// Things that are the same though their origins name them differently, by the rules of doc/identity.md: a
/// picture encoded again, an event entered in two calendars, a post and its line in a feed, a book with and
/// without its number. Returns for each of `things` the index of the first one (in their order) that it is
/// the same as; itself where there is none. `things` are in the order of (kind, identity); so the answer
/// depends on the set of observations alone.
std::vector<std::size_t> same_as(const std::vector<Sighted>& things);

}  // namespace hoego
