#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hoego {

/// A line of Markdown as it lies in the text: where it begins, what it says without its end, and where the
/// next begins.
struct MarkdownLine {
  std::size_t begin = 0;
  std::string_view text;
  std::size_t next = 0;
};

/// The lines of a text, borrowed. They end in LF or CRLF; a byte order mark at the head belongs to no line.
std::vector<MarkdownLine> markdown_lines(std::string_view markdown);

/// An ATX heading (CommonMark 4.2).
struct MarkdownHeading {
  int level = 1;        ///< 1..6
  std::string_view id;  ///< in the code span at its end; empty: there is none
};
/// Nothing where the line is none.
std::optional<MarkdownHeading> heading_in(std::string_view line);

/// Whether the line could open or close a code block (CommonMark 4.5): three or more of ` or ~.
bool is_fence(std::string_view line);

/// How a line stands to the code blocks around it.
enum class Fenced {
  No,
  Yes,      ///< inside of one that is closed, or one of its two fences
  Unclosed  ///< a fence that opens a block which is never closed; what follows is not inside of it
};
std::vector<Fenced> fenced(const std::vector<MarkdownLine>& lines);

}  // namespace hoego
