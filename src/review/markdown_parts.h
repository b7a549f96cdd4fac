#pragma once
#include <string>
#include <string_view>

#include "review/footnotes.h"
#include "review/review.h"

/// The pieces of which a review's Markdown is made. Inside this layer only.
namespace hoego {

/// Sentences as paragraphs of three or more, broken where the subject changes, and the owner's words as
/// quotes between them.
std::string paragraphs(const Section& section, Footnotes& notes);
/// The notes from the one that was told as number `from` on (0 the first), a line each.
std::string notes_text(const Footnotes& notes, std::size_t from = 0);
/// All sections under their headings and the notes below them, without the title.
std::string body_text(const Review& review, Footnotes& notes);

}  // namespace hoego
