#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hoego {

/// What can be counted in the text of a post.
struct PostText {
  std::optional<std::string> heading;   ///< text of the first `# heading`; nothing if it is a template's
  std::size_t words = 0;                ///< runs between blanks with a letter or digit in them
  std::size_t characters = 0;           ///< code points that are no blanks: a syllable of Hangul is one
  std::size_t links = 0;                ///< links, wiki links and bare addresses; no pictures
  std::optional<std::string> language;  ///< "ko" or "en" by the share of Hangul; nothing if too short to tell
};

/// Reads Markdown (CommonMark with Jekyll's, Hugo's, Obsidian's and MDX's additions) line by line, without
/// code blocks, comments, tags, addresses and marks. Good for counting, not for showing. `body` is clean
/// UTF-8 in NFC. Time and memory are linear in its length.
PostText read_post_text(std::string_view body);

/// Counts a text that has no marks: no heading and no links are looked for.
PostText count_text(std::string_view plain);

}  // namespace hoego
