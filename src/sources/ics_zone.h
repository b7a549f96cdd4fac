#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/civil.h"
#include "base/zone.h"
#include "record/when.h"
#include "sources/ics_components.h"
#include "sources/ics_recur.h"

namespace hoego::ics {

/// The clock that a time of a calendar was read from.
class Clock {
 public:
  static Clock floating() { return Clock(Kind::Floating); }
  static Clock utc() { return Clock(Kind::Utc); }
  static Clock of(Zone zone);
  static Clock fixed(Offset offset) { return custom({}, offset); }
  /// A VTIMEZONE's own rules: `changes` are (instant, offset from then on), ascending; `before` holds
  /// earlier.
  static Clock custom(std::vector<std::pair<Instant, Offset>> changes, Offset before);

  bool is_floating() const { return kind_ == Kind::Floating; }
  /// What the clock shows as a point on the time line, under the rules of Zone::resolve; nothing if floating.
  std::optional<Instant> instant(WallTime wall) const;
  /// Not for a floating clock.
  WallTime wall(Instant at) const;
  When when(WallTime wall) const;
  /// Keeps the instant also in an autumn hour that comes twice. Not for a floating clock.
  When when(Instant at) const;

 private:
  enum class Kind { Floating, Utc, Zoned, Custom };
  explicit Clock(Kind kind) : kind_(kind) {}
  Offset offset_at(Instant at) const;

  Kind kind_;
  std::optional<Zone> zone_;
  std::vector<std::pair<Instant, Offset>> changes_;
  Offset before_{};
};

/// The IANA zone meant by a TZID: its name, its name after a vendor's prefix
/// ("/freeassociation.sourceforge.net/Asia/Seoul"), a Windows name ("Korea Standard Time", Unicode CLDR
/// windowsZones), or what Outlook shows ("(UTC+09:00) Seoul").
std::optional<Zone> zone_named(std::string_view tzid);

/// The clocks of one file, by small numbers, so that an event does not carry names.
class Clocks {
 public:
  using Id = std::uint32_t;
  static constexpr Id floating = 0;
  static constexpr Id utc = 1;

  Clocks();
  /// A TZID used in the `calendar`th VCALENDAR.
  Id id(std::size_t calendar, const std::string& tzid);
  /// A VTIMEZONE. It may come after the events that use it.
  void define(const Component& timezone);
  /// Call once, when everything is read: makes clocks of names and definitions. An unknown name is an Issue
  /// and a floating clock.
  void settle(IssueLog& issues, Effort& effort);
  const Clock& operator[](Id id) const { return clocks_[id]; }

 private:
  struct Definition {
    std::string text;
    std::size_t line;
  };
  using Key = std::pair<std::size_t, std::string>;  ///< calendar, TZID

  const Definition* definition(const Key& key) const;

  std::map<Key, Id> ids_;
  std::map<Key, Definition> definitions_;
  std::map<std::string, std::size_t> first_calendar_;  ///< of a TZID's definition
  std::vector<Clock> clocks_;
  bool too_many_ = false;
};

}  // namespace hoego::ics
