#include <algorithm>
#include <cmath>
#include <set>

#include "claims/past_claim.h"

namespace hoego {
namespace {

/// What the findings hold of a claimed number.
struct Found {
  std::optional<double> value;
  bool absence_known = false;  ///< whether more would have been seen
  std::string finding;
  std::vector<std::string> evidence;
  Unknown why = Unknown::NothingTells;  ///< where there is no value
};

const Activity* activity_by(const Findings& findings, const std::string& id) {
  const auto found = std::find_if(findings.activities.begin(), findings.activities.end(),
                                  [&](const Activity& one) { return one.id == id; });
  return found == findings.activities.end() ? nullptr : &*found;
}

/// Whether a trip that left no trace elsewhere would have been seen.
bool travel_is_seen(const Findings& findings) {
  const int lived = findings.period.lived_to() - findings.period.from + 1;
  return 5 * findings.journeys_seen >= 4 * lived;
}

bool is_meant(const Trip& trip, const PastClaim& claim) {
  if (claim.abroad && !trip.abroad) return false;
  return claim.countries.empty() ||
         std::any_of(trip.countries.begin(), trip.countries.end(), [&](const std::string& country) {
           return std::find(claim.countries.begin(), claim.countries.end(), country) != claim.countries.end();
         });
}

Found of_trips(const PastClaim& claim, const Findings& findings) {
  Found out;
  out.absence_known = travel_is_seen(findings);
  std::set<std::string> countries;
  double trips = 0;
  double nights = 0;
  double photos = 0;
  for (const Trip& trip : findings.trips) {
    if (!is_meant(trip, claim)) continue;
    if (claim.month && trip.days.from.month() != *claim.month) continue;
    if (claim.what == Claimed::Trips && trip.day_trip && claim.countries.empty() && !claim.abroad) continue;
    ++trips;
    nights += trip.nights;
    photos += trip.photos;
    if (trip.abroad) countries.insert(trip.countries.begin(), trip.countries.end());
    if (out.finding.empty()) out.finding = trip.id;
    out.evidence.insert(out.evidence.end(), trip.evidence.records.begin(), trip.evidence.records.end());
  }
  if (trips == 0) return out;
  out.value = claim.what == Claimed::Trips       ? trips
              : claim.what == Claimed::Countries ? static_cast<double>(countries.size())
              : claim.what == Claimed::Nights    ? nights
                                                 : photos;
  if (claim.what == Claimed::TripPhotos) out.absence_known = false;
  return out;
}

Found of_activity(const PastClaim& claim, const Findings& findings) {
  Found out;
  const Activity* activity = activity_by(findings, claim.activity);
  if (activity == nullptr) return out;
  out.finding = activity->id;
  out.evidence = activity->evidence.records;
  out.absence_known = activity->absence_known;
  if (claim.what == Claimed::Hours) {
    out.value = activity->hours;
    out.why = Unknown::NoHours;
    return out;
  }
  if (claim.what == Claimed::Days) {
    out.value = activity->days;
    return out;
  }
  out.value = activity->count;
  if (!claim.month) return out;
  const int index = *claim.month - findings.period.from.month();
  const bool there = index >= 0 && index < static_cast<int>(activity->by_month.size());
  const auto in_month = there ? activity->by_month[static_cast<std::size_t>(index)] : std::nullopt;
  out.value = in_month ? std::optional<double>(*in_month) : std::nullopt;
  out.why = Unknown::AbsenceNotSeen;
  return out;
}

/// Where `value` lies beside what is claimed: -1 less than that, 1 more, 0 as claimed.
int side(const PastClaim& claim, double value) {
  const double low = claim.value;
  const double high = std::max(claim.value, claim.high);
  const double slack = claim.bound == Bound::About ? 0.1 : claim.what == Claimed::Hours ? 0.05 : 0;
  switch (claim.bound) {
    case Bound::More:
      return value > low ? 0 : -1;
    case Bound::AtLeast:
      return value >= low ? 0 : -1;
    case Bound::AtMost:
      return value <= high ? 0 : 1;
    case Bound::Exact:
    case Bound::About:
    case Bound::Only:
      break;
  }
  if (value < low * (1 - slack) - 1e-9) return -1;
  return value > high * (1 + slack) + 1e-9 ? 1 : 0;
}

CheckedClaim of_count(const PastClaim& claim, const Findings& findings) {
  CheckedClaim out;
  out.claim = claim;
  const bool trips = claim.what == Claimed::Trips || claim.what == Claimed::Countries ||
                     claim.what == Claimed::Nights || claim.what == Claimed::TripPhotos;
  Found found = trips ? of_trips(claim, findings) : of_activity(claim, findings);
  out.finding = std::move(found.finding);
  if (found.evidence.size() > Evidence::most) found.evidence.resize(Evidence::most);
  out.evidence = std::move(found.evidence);
  if (!found.value) {
    out.why = found.why;
    return out;
  }
  out.found = found.value;
  const int where = side(claim, *found.value);
  // More than claimed is proof by presence; fewer, or "only", is one by absence.
  const bool needs_absence =
      where < 0 || (where == 0 && (claim.bound == Bound::Only || claim.bound == Bound::AtMost));
  if (needs_absence && !found.absence_known) {
    out.why = Unknown::AbsenceNotSeen;
    return out;
  }
  out.outcome = where == 0 ? ClaimOutcome::Agrees : ClaimOutcome::Differs;
  return out;
}

ClaimOutcome judged(const PastClaim& claim, const Comparison& against) {
  if (*claim.beside == Beside::Times) {
    if (!against.low || !against.high) return ClaimOutcome::CannotBeKnown;
    return *against.low <= claim.value && claim.value <= *against.high ? ClaimOutcome::Agrees
                                                                       : ClaimOutcome::Differs;
  }
  if (against.verdict == Difference::Unknown) return ClaimOutcome::CannotBeKnown;
  if (*claim.beside == Beside::Same)
    return against.verdict == Difference::NoClearDifference ? ClaimOutcome::Agrees : ClaimOutcome::Differs;
  if (against.verdict == Difference::NoClearDifference) return ClaimOutcome::NoClearDifference;
  return (against.verdict == Difference::More) == (*claim.beside == Beside::More) ? ClaimOutcome::Agrees
                                                                                  : ClaimOutcome::Differs;
}

CheckedClaim of_comparison(const PastClaim& claim, const Findings& findings) {
  CheckedClaim out;
  out.claim = claim;
  const Activity* activity = activity_by(findings, claim.activity);
  if (activity == nullptr) {
    out.why = Unknown::NothingTells;
    return out;
  }
  out.finding = activity->id;
  out.evidence = activity->evidence.records;
  out.found = activity->count;
  if (!activity->against) {
    out.why = Unknown::NotCompared;
    return out;
  }
  const Comparison& against = *activity->against;
  out.finding = against_id(*activity);
  out.found_then = against.count;
  out.ratio = against.ratio;
  out.low = against.low;
  out.high = against.high;
  out.outcome = judged(claim, against);
  if (out.outcome == ClaimOutcome::CannotBeKnown) out.why = Unknown::NotCompared;
  return out;
}

}  // namespace

std::string_view name(ClaimOutcome outcome) {
  switch (outcome) {
    case ClaimOutcome::Agrees:
      return "agrees";
    case ClaimOutcome::Differs:
      return "differs";
    case ClaimOutcome::NoClearDifference:
      return "no clear difference";
    case ClaimOutcome::CannotBeKnown:
      return "cannot be known";
  }
  return "cannot be known";
}

std::string_view name(Unknown why) {
  switch (why) {
    case Unknown::None:
      return "";
    case Unknown::NothingTells:
      return "nothing here tells of it";
    case Unknown::AbsenceNotSeen:
      return "more may have been than was seen";
    case Unknown::NotCompared:
      return "the year before cannot be put beside it";
    case Unknown::NoHours:
      return "no hours are known";
  }
  return "";
}

CheckedClaim checked(const PastClaim& claim, const Findings& findings) {
  return claim.beside ? of_comparison(claim, findings) : of_count(claim, findings);
}

}  // namespace hoego
