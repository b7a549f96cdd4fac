#pragma once
#include "sources/source.h"

namespace hoego {

/// Calendars in iCalendar files (RFC 5545): one observation an occurrence of a VEVENT. What is read, what is
/// left out and why is told in doc/sources/ics.md.
extern const Source ics_source;

}  // namespace hoego
