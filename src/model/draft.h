#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "model/answer_text.h"
#include "story/document.h"
#include "verify/verify.h"

namespace hoego {

/// A sentence of a draft beside the findings.
struct DraftSentence {
  std::string text;  ///< plain words
  Standing standing = Standing::NotAClaim;
  std::vector<std::string> findings;  ///< ids of those that its claims agree with, each once
  std::string why;                    ///< what is wrong with it, in the language of the draft; else empty
  bool mended = false;                ///< it took the place of one that did not stand

  /// Whether it may be published as it is: what agrees, and what claims nothing.
  bool stands() const { return standing == Standing::Agrees || standing == Standing::NotAClaim; }
};

struct DraftBlock {
  AnswerBlock::Form form = AnswerBlock::Form::Paragraph;
  int level = 0;
  std::vector<DraftSentence> sentences;
};

/// What a model wrote, every sentence of it verified.
struct Draft {
  Language language = Language::Korean;
  std::vector<DraftBlock> blocks;
  int addresses = 0;  ///< links, pictures and addresses that were left out of it

  std::vector<const DraftSentence*> sentences() const;
  std::size_t struck() const;
  /// Ids of all findings that sentences which stand agree with.
  std::set<std::string> told() const;
};

/// Verifies an answer, sentence by sentence; a heading is one sentence. What the verifier does not read as
/// text is not in the draft.
Draft verified(const AnswerText& answer, const Findings& findings, Language language);

/// Strikes the last sentence of an answer that broke off before it ended, unless it is whole.
void strike_broken_end(Draft& draft);

/// The draft as Markdown: what does not stand is struck out (~~…~~) with a note that says why, what agrees
/// has a note with the ids of its findings. Nothing in it is a link, a picture or HTML. `by`: who wrote it,
/// for a comment in front of it.
std::string to_markdown(const Draft& draft, const std::string& by);

}  // namespace hoego
