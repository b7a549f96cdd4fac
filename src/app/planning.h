#pragma once
#include "app/arguments.h"

namespace hoego {

/// Writes resolutions/YEAR.md, or `arguments.output`, from the promises of the year before: whole or not at
/// all. A file that is there is overwritten only with `--yes`, or where its owner says so on the terminal;
/// else throws UsageError. Also where the year before has no promises. Returns the exit status.
int plan_promises(const Arguments& arguments);

}  // namespace hoego
