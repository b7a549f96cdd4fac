#pragma once
#include "app/arguments.h"

namespace hoego {

/// Judges `arguments.check` as if it stood in the file of `year`, and prints it as a promise is printed.
/// Throws UsageError with the check, a mark under the column where it is wrong, what was expected there and
/// the nearest names. Returns the exit status.
int try_check(const Arguments& arguments);

}  // namespace hoego
