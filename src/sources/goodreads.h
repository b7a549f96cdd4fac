#pragma once
#include "sources/source.h"

namespace hoego {

/// Lists of books as CSV: Goodreads' library export, and those that `book_lists.h` knows besides.
extern const Source goodreads_source;

}  // namespace hoego
