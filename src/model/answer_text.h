#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoego {

/// A heading, a paragraph or an item of what a model wrote, as plain words on one line.
struct AnswerBlock {
  enum class Form { Heading, Paragraph, Item };
  Form form = Form::Paragraph;
  int level = 0;  ///< of a heading, 1..6
  std::string text;
};

/// What a model wrote, without all that could do anything but be read.
struct AnswerText {
  std::vector<AnswerBlock> blocks;
  int addresses = 0;  ///< links, pictures and addresses that were left out
};

/// Reads the Markdown of an answer: its headings, paragraphs and items as plain words. Left out: what the
/// model thought (<think> and the like) and scripts, marks of emphasis and code, pictures, the targets of
/// links, bare addresses, HTML, notes at the foot, rules, fences. Quotes become paragraphs and rows of tables
/// items. At most 2,000 blocks are read.
AnswerText read_answer(std::string_view markdown);

}  // namespace hoego
