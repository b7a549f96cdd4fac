#pragma once
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// One question of the interview.
struct Question {
  std::string finding;  ///< id
  std::string heading;  ///< of its note: what the finding is called
  std::vector<std::string> told;  ///< what is known, in whole sentences
  std::string text;     ///< the question itself: one that only the owner can answer
};

/// What to ask about, the weightiest first, at most `most`: findings that matter and that files cannot
/// explain. Those answered in `findings.own_words` of the period's year are among them. The same findings
/// give the same questions.
std::vector<Question> questions(const Findings& findings, Language language, Tone tone, std::size_t most = 12);

}  // namespace hoego
