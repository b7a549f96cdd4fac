#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// A sentence of a text, or an item of a list in it.
struct WrittenSentence {
  std::string text;            ///< on one line, without the marks of Markdown
  int line = 0;                ///< on which it begins, from 1
  std::string heading;         ///< the headings above it, the outermost first, with " / " between
  bool item = false;           ///< it begins an item of a list
  std::optional<bool> ticked;  ///< of an item with a box
  bool alone = false;          ///< nothing else stands in its paragraph, line or item
};

/// How lines make paragraphs: in Markdown a paragraph goes on over lines; in what was HTML, or in a table of
/// lines, each line stands by itself.
enum class TextForm { Markdown, Lines };

/// The sentences of a clean text (base/text.h), in order. What is not the writer's running text is left out:
/// front matter, code blocks, block quotes, tables, images, addresses, notes at the foot, struck-out words,
/// HTML comments and tags. A sentence ends at . ! ? … followed by a blank (not in a number, an abbreviation
/// or a quotation that goes on), at ㅎㅎ, ㅋㅋ, ㅠㅠ or a pictograph after a Korean verb's ending, and at the
/// end of a line that ends as a Korean sentence does.
std::vector<WrittenSentence> sentences_of(std::string_view text, TextForm form = TextForm::Markdown);

/// A paragraph on one line, cut into sentences; nothing is lost but blanks.
std::vector<std::string> split_sentences(std::string_view paragraph);

}  // namespace hoego
