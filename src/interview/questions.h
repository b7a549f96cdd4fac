#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// One question of the interview.
struct Question {
  std::string finding;            ///< id, under which the answer is kept
  std::string heading;            ///< of its note: what the finding is called; may be empty
  std::vector<std::string> told;  ///< what is known, in whole sentences; none where it is asked whether
  std::vector<std::optional<int>> months;  ///< of an activity, those lived; absent: not covered. Else none
  std::vector<OwnWords> before;            ///< the owner's of the year before on the same subject
  std::string text;                        ///< the question itself: one that only the owner can answer
};

/// What to ask about, at most `most`: the subjects that the text tells, the weightiest first
/// (story/weight.h), each once, by what the files cannot explain of it; journeys and changes too uncertain to
/// be told, whether they were; promises that are the owner's to judge; and last the period itself. Nothing
/// that the files tell is asked, and no cause and no feeling is supposed. What was answered is among them.
/// The same findings give the same questions.
std::vector<Question> questions(const Findings& findings, Language language, Tone tone,
                                std::size_t most = 12);

/// The owner's words of the period on a question's finding, or on one that was it before more was known; null
/// where there are none. Borrowed from the findings.
const OwnWords* answer_to(const Question& question, const Findings& findings);

}  // namespace hoego
