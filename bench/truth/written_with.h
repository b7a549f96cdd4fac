#pragma once
#include "analysis/finding.h"
#include "bench/truth/draw.h"
#include "bench/truth/life.h"

namespace hoego::truth {

/// Adds the messages of a whole life (source "messages"): of old friends, some of whom fall silent in the
/// year, and of six people first written with in it. Names are Korean and Latin, each of one person.
void write_with_people(Life& life, const Period& year, Draw& draw);

}  // namespace hoego::truth
