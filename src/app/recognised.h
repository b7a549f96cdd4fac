#pragma once
#include "app/life.h"

namespace hoego {

/// Prints, for a source of this written path, what each file and folder in it was taken for, by name, and by
/// number where there are many of one kind: what nobody knows is said too. Under a statement of a card or a
/// bank, which of its columns was taken for what (not for a workbook, nor where many are told by number).
void print_recognised(Life& life, const std::string& written);

}  // namespace hoego
