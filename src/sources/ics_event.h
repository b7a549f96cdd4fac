#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "record/place.h"
#include "sources/ics_components.h"
#include "sources/ics_zone.h"
#include "sources/source.h"

namespace hoego::ics {

/// A DATE or DATE-TIME as stated (RFC 5545, 3.3.4 and 3.3.5).
struct Stamp {
  WallTime wall;  ///< midnight of a date
  Clocks::Id clock = Clocks::floating;
  bool is_date = false;
};

/// A DURATION (3.3.6): days are nominal, the rest is exact.
struct Length {
  std::int64_t days = 0;
  std::int64_t seconds = 0;
};

/// One value of an RDATE; with an end or a length where it is a PERIOD.
struct Extra {
  Stamp begin;
  std::optional<Stamp> end;
  std::optional<Length> length;
};

/// A VEVENT as it stands in the file: a single event, a series (with its rules), or the override of one
/// occurrence of a series (with a recurrence). Texts are clean, on one line and of bounded length.
struct Event {
  std::string uid;  ///< never empty: made of the content where the file has none
  bool uid_made = false;
  std::optional<Stamp> recurrence;
  bool this_and_future = false;
  Stamp begin;
  std::optional<Stamp> end;
  std::optional<Length> length;
  std::string title;
  std::string location;
  std::string organizer;
  std::string people;  ///< names of those who are invited, where it says names; joined by "; "
  std::string tags;
  std::string status;  ///< confirmed, tentative, cancelled, declined; empty where not stated
  std::optional<Instant> created;
  std::optional<Instant> modified;
  std::optional<Instant> stamped;
  int sequence = 0;
  int attendees = 0;
  bool free = false;
  std::optional<Coordinates> position;
  std::vector<std::string> rules;
  std::vector<std::string> excluded_rules;
  std::vector<Extra> extras;
  std::vector<Stamp> excluded;
  std::size_t calendar = 0;
  std::size_t line = 0;

  bool repeats() const { return !rules.empty() || !extras.empty(); }
};

/// Reads a VEVENT. What cannot be read of it is an issue; nothing where no beginning is left.
std::optional<Event> read_event(const Component& component, const ReadOptions& options, Clocks& clocks,
                                IssueLog& issues);

}  // namespace hoego::ics
