#pragma once
#include "app/life.h"

namespace hoego {

/// Prints, for a source of this written path, what each file and folder in it was taken for, by name, and by
/// number where there are many of one kind: what nobody knows is said too.
void print_recognised(Life& life, const std::string& written);

}  // namespace hoego
