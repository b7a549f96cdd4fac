#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "record/record.h"

namespace hoego {

/// A picture of a trip, and where it was taken as far as that is known.
struct PlacedPicture {
  const Record* record = nullptr;
  /// Its own position, else that of the picture nearest in time, at most half an hour away.
  std::optional<Coordinates> at;
  std::optional<std::size_t> stay;  ///< number of the stay it was taken in
};

/// Some pictures in the place of all.
struct PictureChoice {
  std::vector<PlacedPicture> pictures;  ///< by time
  std::size_t fit = 0;                  ///< pictures that could be chosen from
  std::size_t bursts = 0;               ///< what they come to, where one of a burst stands for all of it
};

/// Whether a picture is worth showing by its looks from outside: a photo of the owner's, taken at a known
/// time, no picture of a screen, and no wider or higher than 2.4 times the other side.
bool may_be_shown(const Record& picture);

/// At most `most` pictures that stand for all of a trip. Of a burst (each at most ten seconds after the one
/// before, a minute in all) there is one. Each stay has one, those of most nights first; then each day has
/// one, the fullest days first; what is left is shared among the days by Webster's method on their bursts
/// (Balinski and Young, Fair Representation, 1982). Within a day the farthest-first traversal decides
/// (Gonzalez, Theoretical Computer Science 38, 1985): always what lies farthest from all that is chosen, in
/// time and place; both distances saturate, three hours or ten kilometres apart being half as far as can be;
/// one whose place is not known comes last.
/// Last, each gives way to the medoid of what lies nearest to it on its day and in its stay, a few times
/// over, as in k-medoids (Park and Jun, Expert Systems with Applications 36, 2009): the middle of an
/// afternoon, not its first minute. The same for any order of `pictures`.
PictureChoice choose_pictures(const std::vector<Stay>& stays, const std::vector<const Record*>& pictures,
                              std::size_t most);

}  // namespace hoego
