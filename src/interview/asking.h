#pragma once
#include <string>
#include <vector>

#include "story/moulds.h"
#include "story/plan.h"

/// What questions are made of. Inside this layer only.
namespace hoego {

/// What is asked of a subject; of several the earlier one leaves more to the owner.
enum class Asking {
  Lull,
  Trip,
  Faded,
  Stopped,
  Resumed,
  Started,
  Grew,
  Broken,
  Missed,
  Silence,
  Less,
  More,
  BestDay,
  BestWeek,
  Most,
  Much,
  CodePrompts,
  Evenings,
  Commute,
  Move,
  Anniversary,
  Age,
  FirstTime,
  LastTime,
  PlannedTrip,
  Open,
  DoubtfulTrip,    ///< whether it was
  EnteredTrip,     ///< whether it was: only the calendar knows of it
  DoubtfulChange,  ///< whether it was
  ToJudge,         ///< a promise that no file can judge
  Ticked,          ///< the same, kept as its owner says
  Period,
};

/// One thing to ask. The point's pointers are borrowed from the findings.
struct Ask {
  Asking what = Asking::Period;
  std::string subject;
  Point point;
};

/// All ways to ask, polite, with their question mark; one that does not apply is empty.
namespace ko {
std::vector<std::string> ask_moulds(const Ask& ask, const Setting& setting);
/// -나요?, -ㄴ가요? → -나?, -ㄴ가?
std::string plain_question(std::string polite);
}  // namespace ko
namespace en {
std::vector<std::string> ask_moulds(const Ask& ask, const Setting& setting);
}  // namespace en

/// Everything that may be asked, each subject once, in the order of the interview, without the period itself.
std::vector<Ask> asks(const Findings& findings);

}  // namespace hoego
