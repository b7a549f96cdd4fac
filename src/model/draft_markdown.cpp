#include <fmt/format.h>

#include "base/text.h"
#include "model/draft.h"
#include "story/markdown_text.h"

namespace hoego {
namespace {

/// Ids fit for a code span.
std::string listed(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) {
    std::string plain;
    for (const char c : id) plain += c == '`' || c == '\n' ? '\'' : c;
    out += (out.empty() ? "`" : ", `") + plain + "`";
  }
  return out;
}

/// Words fit for an HTML comment: nothing in them ends it.
std::string in_comment(std::string_view words) {
  std::string out;
  for (const char c : clean_text(words)) {
    const bool ends = c == '>' || c == '<' || c == '\n' || (c == '-' && !out.empty() && out.back() == '-');
    out += ends ? ' ' : c;
  }
  return out;
}

class Writer {
 public:
  void block(const DraftBlock& block, bool after_item) {
    const bool item = block.form == AnswerBlock::Form::Item;
    if (!text_.empty() && !(item && after_item)) text_ += "\n";
    if (block.form == AnswerBlock::Form::Heading)
      text_ += std::string(static_cast<std::size_t>(block.level), '#') + ' ';
    if (item) text_ += "- ";
    const auto& sentences = block.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i > 0) text_ += ' ';
      const bool goes_on = i + 1 < sentences.size() && sentences[i].stands() && sentences[i + 1].stands() &&
                           sentences[i].findings == sentences[i + 1].findings;
      sentence(sentences[i], !goes_on);
    }
    text_ += "\n";
  }

  std::string take() { return notes_.empty() ? std::move(text_) : text_ + "\n" + notes_; }

 private:
  /// Sentences in a row that tell the same carry one note, at the last of them.
  void sentence(const DraftSentence& sentence, bool noted) {
    const std::string words = as_markdown(sentence.text);
    text_ += sentence.stands() ? words : "~~" + words + "~~";
    if (!sentence.stands())
      note(as_markdown(sentence.why));
    else if (noted && !sentence.findings.empty())
      note(listed(sentence.findings));
  }
  void note(const std::string& words) {
    ++count_;
    text_ += fmt::format("[^{}]", count_);
    notes_ += fmt::format("[^{}]: {}\n", count_, words);
  }

  std::string text_;
  std::string notes_;
  int count_ = 0;
};

}  // namespace

std::string to_markdown(const Draft& draft, const std::string& by) {
  Writer writer;
  bool after_item = false;
  for (const DraftBlock& block : draft.blocks) {
    writer.block(block, after_item);
    after_item = block.form == AnswerBlock::Form::Item;
  }
  return fmt::format("<!-- {} -->\n\n", in_comment(by)) + writer.take();
}

}  // namespace hoego
