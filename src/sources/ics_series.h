#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/civil.h"
#include "record/sink.h"
#include "sources/ics_components.h"
#include "sources/ics_event.h"
#include "sources/ics_recur.h"
#include "sources/ics_zone.h"

namespace hoego::ics {

/// What the events of one file share. References are borrowed.
struct Setting {
  const Clocks& clocks;
  const std::vector<std::string>& calendars;  ///< names, by Event::calendar
  Date horizon;                               ///< last day of what would never end
  IssueLog& issues;
  Sink& sink;
  Effort effort{};
  std::int64_t occurrences_left = 200'000;  ///< of all repeating events of the file
};

/// Gives to the sink all occurrences of the events of one UID (3.8.4.4): the series or single event with the
/// highest SEQUENCE, its rules and dates, and the overrides wherever they stood in the file. `events` are in
/// the file's order, not empty, and all have the same UID.
void emit_occurrences(const std::vector<const Event*>& events, Setting& setting);

}  // namespace hoego::ics
