#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "sources/input.h"
#include "sources/photos_metadata.h"

namespace hoego {

/// What a film says of itself: ISO/IEC 14496-12 (MP4, 3GP) and the QuickTime File Format it comes from
/// (https://developer.apple.com/documentation/quicktime-file-format). Texts as they are written.
struct MovieFacts {
  std::string created;                 ///< com.apple.quicktime.creationdate: local clock with its offset
  std::string day;                     ///< the user data `©day`
  std::optional<Instant> header_time;  ///< creation_time of `mvhd` (UTC); 0 is none
  std::string header_problem;          ///< why creation_time is none, where one is written
  std::optional<double> seconds;       ///< duration; absent where it is not told
  int width = 0;                       ///< pixels as shown before any rotation; 0: not told
  int height = 0;
  StatedPosition position;  ///< com.apple.quicktime.location.ISO6709, `©xyz`
  std::string make;
  std::string model;
  std::string content_identifier;  ///< com.apple.quicktime.content.identifier: the same as its picture's
  bool has_header = false;         ///< there is a `moov`
  bool has_picture = false;        ///< a track is shown, not only heard
  bool cut_short = false;          ///< the file ends before its boxes do
  /// What the film *is*: "video:" and a hash of the length and the first and last 64 KiB of all its `mdat`;
  /// of the file where there is none.
  std::string identity;
};

/// Whether the file is one of these, by its first bytes; `name` helps only for old QuickTime files, which
/// have no `ftyp`. Sound alone (`M4A`) is none.
bool is_movie(std::string_view head, std::string_view name);

/// Reads forward over the file once, whatever its length, and keeps no more than a few hundred KiB. Hostile
/// or cut bytes give fewer facts.
MovieFacts read_movie(Input& file);

/// A position as ISO 6709, Annex H writes it: `+37.5665+126.9780+038.5/`, `+3733.99+12658.68/`,
/// `+373359.4+1265840.8/`. Neither position nor problem for anything else.
StatedPosition iso6709(std::string_view text);

}  // namespace hoego
