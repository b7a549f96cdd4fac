#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "base/civil.h"

namespace hoego {

/// A moment exactly as an origin stated it; nothing is filled in. Zones are resolved later, over all records.
struct When {
  enum class Form : std::uint8_t {
    Instant,   ///< a point on the time line; the local clock is not stated (UTC stamps)
    Offset,    ///< local clock and its distance from UTC
    Zoned,     ///< local clock and an IANA zone
    Floating,  ///< local clock alone
    Day,       ///< a day alone (all-day events, dates in file names): day precision, not midnight
  };

  Form form = Form::Floating;
  std::int64_t seconds = 0;  ///< Unix time for Instant; wall-clock seconds otherwise (midnight for Day)
  Offset offset{};           ///< Offset only
  std::string zone;          ///< Zoned only

  static When at(Instant instant) { return {Form::Instant, instant.seconds, {}, {}}; }
  static When at(WallTime wall, Offset offset) { return {Form::Offset, wall.seconds, offset, {}}; }
  static When at(WallTime wall, std::string zone) { return {Form::Zoned, wall.seconds, {}, std::move(zone)}; }
  static When floating(WallTime wall) { return {Form::Floating, wall.seconds, {}, {}}; }
  static When on(Date day) { return {Form::Day, WallTime::at(day).seconds, {}, {}}; }

  bool operator==(const When&) const = default;
};

/// The point on the time line, where the origin's own words suffice (Instant, Offset, Zoned with a known
/// zone).
std::optional<Instant> stated_instant(const When& when);
/// The local clock, where the origin's own words suffice (all but Instant).
std::optional<WallTime> stated_wall(const When& when);

}  // namespace hoego
