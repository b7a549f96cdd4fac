#pragma once
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "analysis/finding.h"
#include "review/addresses.h"
#include "review/aliases.h"
#include "review/people.h"
#include "story/document.h"

namespace hoego {

/// What must not be read by others.
struct Discretion {
  People people;
  std::set<std::string> private_ids;  ///< of private areas and their activities
  Aliases hidden;                     ///< what these are called; what names them is left out
  Addresses addresses;
  /// The middle of a town, by its names; nothing where it is not known.
  std::function<std::optional<Coordinates>(const Place&)> centre_of;
  Language language = Language::Korean;  ///< of what coverage is called by
};

/// The findings as others may read them; doc/sharing.md lists what goes. Records of private sources and areas
/// must not have been among those they were found in: no count can be mended afterwards.
///
/// - Places: towns, on the middle of the town; homes have no point, the ends of the commute no place.
/// - People become initials, also in titles and in the owner's promises; addresses, numbers and paths go.
/// - No record is named: evidence says only how many there are, and `cited` is empty.
/// - Coverage names its kind alone. Ids that were made of words are numbers.
/// - The owner's notes, the day of birth, and what names a private area are left out.
///
/// References between findings hold: what named a finding by its id names it by the new one.
Findings shared(Findings findings, const Discretion& discretion);

}  // namespace hoego
