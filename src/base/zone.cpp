#include "base/zone.h"

#include <date/tz.h>

#include <cstdlib>
#include <stdexcept>

namespace hoego {
namespace {

using Seconds = std::chrono::seconds;

const date::time_zone* locate(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
  // The database would read any path below its folder: accept only what names of zones are made of.
  if (name.empty() || name.size() > 64 || name.front() == '/' || name.front() == '.') return std::nullopt;
  if (name.find("..") != std::string_view::npos) return std::nullopt;
  const auto* zone = locate(std::string(name));
  if (zone == nullptr) return std::nullopt;
  return Zone(zone);
}

Zone Zone::utc() {
  return *find("Etc/UTC");
}

Zone Zone::system() {
  if (const char* tz = std::getenv("TZ"); tz != nullptr && *tz != '\0') {
    if (auto zone = find(*tz == ':' ? tz + 1 : tz)) return *zone;
  }
  try {
    return Zone(date::current_zone());
  } catch (const std::runtime_error&) {
    return utc();
  }
}

const std::string& Zone::name() const {
  return zone_->name();
}

Offset Zone::offset_at(Instant instant) const {
  const auto info = zone_->get_info(date::sys_seconds(Seconds(instant.seconds)));
  return {static_cast<std::int32_t>(info.offset.count())};
}

Instant Zone::resolve(WallTime wall) const {
  const auto info = zone_->get_info(date::local_seconds(Seconds(wall.seconds)));
  return {wall.seconds - info.first.offset.count()};
}

}  // namespace hoego
