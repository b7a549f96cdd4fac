#pragma once
#include <optional>
#include <string_view>

#include "record/when.h"

namespace hoego {

/// What a date written into a picture says.
struct Moment {
  std::optional<When> when;  ///< Offset, Floating or Day
  /// Something is written, but there is no such moment (`0000:00:00 00:00:00`, February 30th, year 1066).
  /// A field left blank, as EXIF has it for "unknown", is not bad; neither is a year or month alone (XMP).
  bool bad = false;
};

/// Reads the dates of EXIF (`2024:03:15 12:01:02`; CIPA DC-008, 4.6.5) and of XMP
/// (`2024-03-15T12:01:02.5+09:00` or a day alone; ISO 16684-1, 8.2.1.2), as cameras and programs really write
/// them: any of `:-/.` between the parts of the day. `offset` is the text of the matching OffsetTime tag
/// (`+09:00`) or empty; an offset inside `text` goes before it. Years 1826 (the first photograph) to 2099.
Moment moment(std::string_view text, std::string_view offset);

/// The local clock with its distance from UTC, where a satellite's clock (UTC) read at the same moment tells
/// it: the difference must be within two minutes of an offset that is in use somewhere on Earth.
std::optional<Offset> offset_between(WallTime wall, Instant utc);

}  // namespace hoego
