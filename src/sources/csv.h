#pragma once
#include "sources/source.h"

namespace hoego {

/// Any table whose columns the owner named: `map = { "Date" = "begin", … }`. See doc/sources/csv.md.
extern const Source csv_source;

}  // namespace hoego
