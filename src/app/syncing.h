#pragma once
#include <cstddef>

#include "app/life.h"

namespace hoego {

/// Prints what a sync did, ending with the counts new / same / changed / gone / merged / problems; returns
/// the number of problems.
std::size_t print_sync_result(Life& life, const ImportResult& result);

}  // namespace hoego
