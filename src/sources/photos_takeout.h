#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "record/place.h"

namespace hoego {

/// What a sidecar of Google Takeout says of a picture or a film. The format is not published; the names are
/// those of real exports since 2018.
struct TakeoutFacts {
  std::string title;             ///< the name it was uploaded with, uncut
  std::string description;       ///< as the owner wrote it in Google Photos
  std::string people;            ///< names of the faces, joined by "; "
  std::optional<Instant> taken;  ///< photoTakenTime: what the picture states, or what the owner set it to
  /// `taken` is when it was uploaded: Google knew nothing better.
  bool taken_is_upload = false;
  std::optional<Coordinates> position;  ///< geoData, else geoDataExif; (0,0) is how Google says "unknown"
  std::string problem;                  ///< why it could not be read, with the byte; empty if it could
};

/// Reads a whole sidecar. Nothing where it is sound JSON of something else. Never throws for what the bytes
/// are. Texts are clean UTF-8.
std::optional<TakeoutFacts> read_takeout(std::string_view file);

}  // namespace hoego
