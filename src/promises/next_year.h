#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/all_time.h"
#include "promises/check.h"
#include "promises/promises.h"
#include "promises/resolutions.h"
#include "promises/stretches.h"

namespace hoego {

/// What becomes of a promise in the next year's file.
enum class Step { Raised, Scaled, Carried, Retired };

/// Why.
enum class StepReason {
  PastReachesMore,    ///< Raised: the 75th percentile of the past values goes beyond what was promised
  PastReachesLess,    ///< Scaled: to their median
  NotEveryUnitHeld,   ///< Scaled: from "every" to "per", at their median
  BrokenTwice,        ///< Scaled: none at all was broken in two files running
  MedianReachesIt,    ///< Carried: the median is not below what was promised
  SmallestAlready,    ///< Carried: there is no smaller number
  NotBegun,           ///< Carried: its days are still to come
  NoneAtAll,          ///< Carried: one breach makes a "none at all" no weaker
  AllUnitsHeld,       ///< Carried: every unit so far held, and yet it is at risk
  ExactCount,         ///< Carried: neither more nor less is meant
  AgainstLastYear,    ///< Carried: it measures itself by the year before
  TooLittleSeen,      ///< Carried: fewer than `fewest_stretches` past values
  NotKnown,           ///< Carried: the verdict is unknown
  NotReadable,        ///< Carried: words without a check, as it or its heading cannot be read
  ByHand,             ///< Carried: its owner's to judge
  PastReachesNoMore,  ///< Retired: kept, and the 75th percentile does not go beyond
  CannotBeLess,       ///< Retired: kept, and none at all cannot be less
  Ticked,             ///< Retired: its owner ticked it
};

/// A promise of the year before, and what becomes of it.
struct NextPromise {
  PromiseLine line;
  Promise judged;
  Step step = Step::Carried;
  StepReason reason = StepReason::ByHand;
  DateRange days;              ///< of the new line's heading
  std::optional<Check> old;    ///< as it was read
  std::optional<Check> check;  ///< of the new line; absent: none
  std::string check_text;      ///< as it is to be written
  PastValues past;
  double part = 0;         ///< the quantile of `past` that was asked: 0.25, 0.5 or 0.75; 0: none
  double at = 0;           ///< the quantile's value
  std::set<Kind> seen_by;  ///< kinds of records that tell of it
};

/// How the promises with a check of one file went.
struct KeptInYear {
  int year = 0;
  int of = 0;
  int kept = 0;
  int open = 0;  ///< on track or at risk
  int unknown = 0;
};

struct NextYear {
  int year = 0;
  std::vector<NextPromise>
      promises;                  ///< in the order of the file; those that reach into the year are left out
  std::vector<Issue> issues;     ///< of the file of the year before
  std::vector<KeptInYear> past;  ///< by year
  /// The new file has more promises with a check than were kept in any year, whatever the open and the
  /// unknown ones came to; false without a file.
  bool too_many = false;
  /// In every two files with unequally many, a greater part of the fewer was kept, whatever those came to.
  bool fewer_held_better = false;
};

/// Proposes the promises of `year` from the file of the year before, judged as of `all.as_of`.
///
/// What is kept or on track is raised to the 75th percentile of the person's own past values (stretches.h),
/// if that is beyond what was promised, else retired. What is missed, broken or at risk is scaled to their
/// median, never beyond what was promised; a limit is mirrored. "None at all" stays, unless the file of the
/// year before that broke the same. Numbers are rounded as people use them: raised ones and limits never
/// beyond the quantile. `by` and the days of a heading move on by a year.
NextYear next_year(const std::vector<Resolutions>& files, const AllTime& all, int year);

}  // namespace hoego
