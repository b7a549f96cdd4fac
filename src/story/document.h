#pragma once
#include <string>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

enum class Language { Korean, English };
enum class Tone { Polite, Plain };  ///< Korean only: -어요, -다

/// Whose words a sentence is.
enum class Voice {
  Told,      ///< the program's
  Own,       ///< the owner's of this year, as typed: Markdown, any number of lines
  OwnBefore  ///< the owner's of the year before, quoted by a told sentence in front of it
};

/// One sentence of the story. `finding` is the id of the finding it tells; its evidence is that finding's.
struct Sentence {
  std::string text;
  std::string finding;
  std::vector<std::string> also =
      {};  ///< further findings that the same sentence tells (a list, a comparison)
  Voice voice = Voice::Told;
};

struct Section {
  /// "opening", "promises", "trips", "turns", "occasions", "time", "comparison", "ahead", "words", "limits";
  /// of what was done its thread (threads.h), "activities" where there are no threads.
  std::string id;
  std::string title;  ///< empty for the opening
  std::vector<Sentence> sentences;
};

/// The told findings, in order, before any format. The same findings give the same bytes.
struct Document {
  std::string title;
  std::vector<Section> sections;
};

/// Tells the findings that weigh most, each once, with the owner's words on them in their place.
Document tell(const Findings& findings, Language language, Tone tone);

}  // namespace hoego
