#pragma once
#include <string>
#include <utility>
#include <vector>

#include "analysis/finding.h"
#include "story/document.h"

namespace hoego {

/// What stands under the text for one finding: kind · subject · evidence and its span · interval · certainty,
/// and apart from these its id.
struct Note {
  std::string words;
  std::string id;  ///< fit for a code span: no backtick
};

/// Numbers the findings of a text in the order in which they are told.
class Footnotes {
 public:
  /// `findings` is borrowed and must outlive the notes. `prefix` stands before the numbers, so that they are
  /// none of the owner's own: "hoego-" for "[^hoego-3]".
  Footnotes(const Findings& findings, Language language, std::string prefix = {})
      : findings_(findings), language_(language), prefix_(std::move(prefix)) {}

  /// Notes that give no numbers and tell nothing.
  static Footnotes none(const Findings& findings, Language language) {
    Footnotes notes(findings, language);
    notes.silent_ = true;
    return notes;
  }

  /// "[^3]" or "[^3][^4]" for all findings of a sentence, at most three; numbers are given on first use.
  std::string marks(const Sentence& sentence);
  /// "[^3]" for the finding that was told third (`at` 2).
  std::string label(std::size_t at) const;
  Language language() const { return language_; }
  /// The ids, the first numbered 1.
  const std::vector<std::string>& told() const { return told_; }
  Note note(const std::string& id) const;

 private:
  const Findings& findings_;
  Language language_;
  std::string prefix_;
  bool silent_ = false;
  std::vector<std::string> told_;
};

}  // namespace hoego
