#pragma once
#include "app/life.h"

namespace hoego {

/// Prints whose things cameras, accounts, calendars and writers were taken for, with the reason, as lines for
/// `[me]` in hoego.toml; only what the owner has not decided yet.
void print_proposals(Life& life);

}  // namespace hoego
