#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sample/events.h"

namespace hoego::sample {

/// Writes one iCalendar file (RFC 5545) for each calendar below `folder`/calendars.
void write_calendars(const std::filesystem::path& folder, const std::vector<Event>& events);

/// A calendar's name, which is also its file's.
std::string name_of(Calendar calendar);

}  // namespace hoego::sample
