#pragma once
#include <string>

#include "promises/next_year.h"
#include "story/document.h"

namespace hoego {

/// The file of the next year, as Markdown that `read_resolutions` reads: its title, a line on where it comes
/// from, a warning where there are too many; then the promises, each with the reason for its number in
/// indented lines, which are no list items; last those that are retired, as plain lines.
std::string plan_text(const NextYear& next, Date as_of, Language language);

/// "2024년에는 아홉 가지 중 두 가지를 지켰어요. …"; empty where there is nothing to warn of.
std::string too_many_text(const NextYear& next, Language language);

}  // namespace hoego
