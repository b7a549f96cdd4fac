#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "claims/proposed_check.h"
#include "claims/quantities.h"
#include "claims/sentences.h"

namespace hoego {

/// What a claim counts: times of an activity, its hours or days, trips, countries, nights away, photos of a
/// trip.
enum class Claimed { Count, Hours, Days, Trips, Countries, Nights, TripPhotos };
/// "count", "hours", "days", "trips", "countries", "nights", "photos of a trip".
std::string_view name(Claimed claimed);

/// How a claim puts a year beside the one before.
enum class Beside { More, Less, Same, Times };

/// What a text says of the time gone by: a count, or a comparison with the year before.
struct PastClaim {
  WrittenSentence sentence;
  Claimed what = Claimed::Count;
  std::string activity;                ///< id; empty for trips, countries, nights
  std::vector<std::string> countries;  ///< the trips meant; empty: all
  bool abroad = false;                 ///< of trips
  double value = 0;                    ///< of a count; of Times the factor
  double high = 0;                     ///< above `value` where a range is said
  Bound bound = Bound::Exact;
  std::optional<int> month;      ///< said: of that month only
  std::optional<Beside> beside;  ///< a comparison
};

/// What the findings say to it.
enum class ClaimOutcome { Agrees, Differs, NoClearDifference, CannotBeKnown };
/// "agrees", "differs", "no clear difference", "cannot be known".
std::string_view name(ClaimOutcome outcome);

/// Why a thing cannot be known.
enum class Unknown { None, NothingTells, AbsenceNotSeen, NotCompared, NoHours };
/// "", "nothing here tells of it", "…".
std::string_view name(Unknown why);

struct CheckedClaim {
  PastClaim claim;
  ClaimOutcome outcome = ClaimOutcome::CannotBeKnown;
  Unknown why = Unknown::None;
  std::optional<double> found;       ///< the value here; of a comparison this year's count
  std::optional<double> found_then;  ///< of a comparison: that of the year before, over the same days
  std::optional<double> ratio;       ///< of a comparison, with its 90 % interval
  std::optional<double> low;
  std::optional<double> high;
  std::string finding;                ///< id of the finding; empty where there is none
  std::vector<std::string> evidence;  ///< ids of records, at most 200
};

/// Counts and comparisons in sentences of the past. A sentence that promises is not looked at by the caller;
/// rates (twice a week), questions, and what is said of another year than the text's are left out.
std::vector<PastClaim> past_claims(const std::vector<WrittenSentence>& sentences,
                                   const Vocabulary& vocabulary, const CountryByName& country);

/// Puts a claim beside the findings of its year. More found than claimed contradicts a count; less found only
/// where absence is known. "About" holds within 10 %. A comparison is judged by Comparison::verdict.
CheckedClaim checked(const PastClaim& claim, const Findings& findings);

}  // namespace hoego
