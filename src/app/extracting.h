#pragma once
#include <string>

#include "app/arguments.h"
#include "app/life.h"

namespace hoego {

/// Prints what a text of the owner's promises, plans and wishes, with lines to paste into
/// resolutions/YEAR.md, and what it claims of its year, put beside the findings of that year; nothing is
/// written. The text may be Markdown, plain or HTML, in any encoding of base/text.h. Its year: the one among
/// `arguments.words`, else that of its front matter or its name, else this one. Throws UsageError for a file
/// that is missing, empty or no text. Returns the exit status.
int extract_promises(Life& life, const Arguments& arguments, const std::string& file);

}  // namespace hoego
