#pragma once
#include <string>

#include "story/document.h"

namespace hoego {

/// The owner's words as a block quote of Markdown, marked as such, without a line end behind it. Their own
/// Markdown is kept; only a footnote's mark is taken for text, as the text's footnotes are the program's.
std::string block_quote(const Sentence& words, Language language);

/// Whether a sentence only leads over to the owner's words behind it, and tells nothing by itself.
bool leads_to_words(const Section& section, std::size_t sentence);

}  // namespace hoego
