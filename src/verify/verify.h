#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "claims/sentences.h"

namespace hoego {

/// How what a text says stands beside the findings.
enum class Standing {
  Agrees,
  Differs,
  CannotBeKnown,  ///< a claim on which nothing found bears, or whose absence no source could have seen
  NotAClaim       ///< nothing that files could tell: a feeling, a wish, a plan, a question
};
/// "agrees", "differs", "cannot be known", "not a claim".
std::string_view name(Standing standing);

/// What a part of a sentence states.
enum class Stated {
  Count,
  Duration,
  Money,
  Share,
  Date,
  Span,
  Comparison,
  Direction,
  Place,
  Person,
  Name,
  Order
};
/// "count", "duration", "money", "share", "date", "span", "comparison", "direction", "place", "person",
/// "name", "order".
std::string_view name(Stated stated);

/// One claim of a sentence, the words that make it, and what is known of it.
struct VerifiedPart {
  Stated stated = Stated::Count;
  std::size_t at = 0;  ///< bytes of the sentence before its words
  std::size_t end = 0;
  Standing standing = Standing::CannotBeKnown;
  std::string found;    ///< what the findings say instead, in the language of the sentence; may be empty
  std::string finding;  ///< id of the finding; empty where there is none
};

struct VerifiedSentence {
  WrittenSentence sentence;
  /// Differs if a part does; else CannotBeKnown if a part is so; else Agrees; NotAClaim without parts.
  Standing standing = Standing::NotAClaim;
  std::vector<VerifiedPart> parts;  ///< in order
};

/// Findings read once, beside which many sentences and texts may be put: what is asked again and again, as
/// while one writes, costs the sentence alone. Borrows the findings for its life. Not to be shared between
/// threads.
class Judge {
 public:
  explicit Judge(const Findings& findings);
  ~Judge();
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  /// Puts every number, date, duration, comparison, name and place of a Markdown text, in Korean or English,
  /// beside the findings. Numbers may be rounded as the style of each language allows (about: within 2 %);
  /// relative dates are those of the period's `as_of`. A sum or a difference of what one sentence or two
  /// neighbours name agrees as well. The same text gives the same answer, whatever was asked before.
  std::vector<VerifiedSentence> text(std::string_view text);
  /// One sentence by itself.
  VerifiedSentence sentence(const WrittenSentence& sentence);

 private:
  struct Read;
  std::unique_ptr<Read> read_;
};

/// A text, as a `Judge` puts it beside the findings. Pure.
std::vector<VerifiedSentence> verify(std::string_view text, const Findings& findings);

/// One sentence by itself, as a `Judge` does.
VerifiedSentence verify_sentence(const WrittenSentence& sentence, const Findings& findings);

}  // namespace hoego
