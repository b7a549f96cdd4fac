#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "review/review.h"

namespace hoego {

/// A place that the owner left for the review in a text of their own, between two lines:
///
///     <!-- hoego:begin trips -->
///     <!-- hoego:end -->
///
/// The name is that of a section ("opening", "promises", "trips"…), "review" for the whole text with its
/// headings, or "footnotes". Lines between code fences are no markers.
struct Block {
  std::string name;
  std::size_t line = 0;   ///< of its first marker, from 1
  std::size_t begin = 0;  ///< offset of the first byte between the markers
  std::size_t end = 0;    ///< offset of the byte after the last one
};

/// The blocks of a Markdown text (UTF-8, with or without a mark, any line ends), in order; never none.
/// Throws UsageError with the line: no block at all (and which lines to paste), one without an end, an end
/// without a beginning, one in another, the same twice, "review" beside sections, a marker that is none of
/// these, and a text that is not UTF-8. `name`: the file's, for messages.
std::vector<Block> blocks_in(std::string_view text, const std::string& name);

/// The text with its blocks told anew and every other byte as it was; the same review gives the same bytes
/// again. Footnotes are called `[^hoego-1]`, and stand in their own block, else at the end of the block that
/// first has them. A section that is not told leaves its block empty. Throws what `blocks_in` does, and
/// UsageError for the name of no section.
std::string refreshed(std::string_view text, const std::string& name, const Review& review);

}  // namespace hoego
