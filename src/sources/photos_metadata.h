#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "record/place.h"

namespace hoego {

/// A position as metadata state it: present and right, present and wrong, or absent.
struct StatedPosition {
  std::optional<Coordinates> position;
  std::string problem;  ///< why a stated position is not one; empty if it is, or none is stated
};

/// The tags of EXIF (CIPA DC-008) that hoego reads, texts as they are written.
struct ExifFacts {
  std::string make;
  std::string model;
  std::string original, original_offset;    ///< DateTimeOriginal, OffsetTimeOriginal
  std::string digitized, digitized_offset;  ///< DateTimeDigitized, OffsetTimeDigitized
  std::string modified, modified_offset;    ///< DateTime, OffsetTime
  std::optional<Instant> gps_time;          ///< GPSDateStamp and GPSTimeStamp (UTC)
  StatedPosition gps;
  std::string problem;  ///< why the block could not be read; empty if it could, or there is none
};

/// The properties of XMP (ISO 16684-1) that hoego reads, texts as they are written.
struct XmpFacts {
  std::string original;  ///< exif:DateTimeOriginal
  std::string created;   ///< photoshop:DateCreated
  std::string made;      ///< xmp:CreateDate
  std::string gps_time;  ///< exif:GPSTimeStamp (day and time, UTC)
  std::string make;
  std::string model;
  StatedPosition gps;
  std::string problem;  ///< why the packet could not be read
};

/// What the parser library's own reader of TIFF and raw files finds.
struct RawFacts {
  ExifFacts exif;
  XmpFacts xmp;
  std::vector<std::string_view> image;  ///< the strips or tiles of the largest picture, in order
  int width = 0;
  int height = 0;
  std::string problem;  ///< why the file could not be read; empty if it could
};

/// Decodes a TIFF block. Never throws for what the bytes are; leaves the maker's notes alone.
ExifFacts read_exif(std::string block);
/// Decodes an XMP packet or a whole `.xmp` file. Never throws for what the bytes are.
XmpFacts read_xmp(std::string_view packet);
/// Reads a whole file with the library's reader for its format. The views of the result point into `file`.
RawFacts read_raw(std::string_view file);

}  // namespace hoego
