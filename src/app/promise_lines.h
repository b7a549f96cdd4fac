#pragma once
#include <string>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// A promise for a terminal: verdict, day, words, value and target; below it what is left, what is at risk,
/// and what could not be seen. Ends with a newline.
std::string promise_lines(const Promise& promise, Language language);

}  // namespace hoego
