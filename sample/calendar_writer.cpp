#include "sample/calendar_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string_view>

#include "base/zone.h"
#include "sample/files.h"
#include "sample/owner.h"

namespace hoego::sample {
namespace {

constexpr std::string_view windows_zone = "Korea Standard Time";

/// Lines end in CRLF and are folded after 75 octets, never within a character (RFC 5545, 3.1).
void line(std::string& out, std::string_view text) {
  std::size_t room = 75;
  while (text.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
    out += text.substr(0, cut);
    out += "\r\n ";
    text.remove_prefix(cut);
    room = 74;
  }
  out += text;
  out += "\r\n";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ',' || c == ';' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string compact(WallTime wall) {
  std::string text = wall.iso();
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '-' || c == ':'; }),
             text.end());
  return text;
}

std::string stamp(Instant instant) {
  return compact(wall_time(instant, Offset{0})) + "Z";
}

/// `;TZID=Asia/Seoul:20240315T093000` and its kin.
std::string value_of(const When& when) {
  const WallTime wall{when.seconds};
  switch (when.form) {
    case When::Form::Day:
      return ";VALUE=DATE:" + compact(wall).substr(0, 8);
    case When::Form::Instant:
      return ":" + stamp({when.seconds});
    case When::Form::Zoned:
      return fmt::format(";TZID={}:{}", when.zone, compact(wall));
    case When::Form::Floating:
    case When::Form::Offset:
      break;
  }
  return ":" + compact(wall);
}

Zone zone_named(std::string_view name) {
  return Zone::find(name == windows_zone ? "Asia/Seoul" : name).value_or(Zone::utc());
}

/// An end of a rule is written in UTC where the event has a zone (RFC 5545, 3.3.10).
std::string until(const When& when) {
  if (when.form == When::Form::Zoned) return stamp(zone_named(when.zone).resolve({when.seconds}));
  const std::string value = value_of(when);
  return value.substr(value.rfind(':') + 1);
}

std::string offset_digits(Offset offset) {
  const int minutes = std::abs(offset.seconds) / 60;
  return fmt::format("{}{:02}{:02}", offset.seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

void observance(std::string& out, WallTime from, Offset before, Offset after) {
  const bool summer = after > before;
  line(out, summer ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD");
  line(out, "DTSTART:" + compact(from));
  line(out, "TZOFFSETFROM:" + offset_digits(before));
  line(out, "TZOFFSETTO:" + offset_digits(after));
  line(out, summer ? "END:DAYLIGHT" : "END:STANDARD");
}

/// The zone's changes of these years, one by one.
void time_zone(std::string& out, const std::string& name) {
  const Zone zone = zone_named(name);
  line(out, "BEGIN:VTIMEZONE");
  line(out, "TZID:" + name);
  Instant now = instant(WallTime::at(day("2021-01-01")), Offset{0});
  const Instant last = instant(WallTime::at(day("2026-01-01")), Offset{0});
  Offset offset = zone.offset_at(now);
  observance(out, WallTime::at(day("1970-01-01")), offset, offset);
  for (; now < last; now.seconds += 3600) {
    const Offset next = zone.offset_at(now);
    if (next != offset) observance(out, wall_time(now, offset), offset, next);
    offset = next;
  }
  line(out, "END:VTIMEZONE");
}

std::string rule(const Recurrence& recurrence) {
  std::string out = recurrence.yearly ? "RRULE:FREQ=YEARLY" : "RRULE:FREQ=WEEKLY";
  if (recurrence.interval != 1) out += fmt::format(";INTERVAL={}", recurrence.interval);
  if (recurrence.until) out += ";UNTIL=" + until(*recurrence.until);
  return out;
}

void write_event(std::string& out, const Event& event) {
  line(out, "BEGIN:VEVENT");
  line(out, "UID:" + event.uid);
  line(out, "DTSTAMP:20241020T121500Z");
  line(out, "CREATED:" + stamp(event.created));
  line(out, "SUMMARY:" + escaped(event.title));
  if (!event.location.empty()) line(out, "LOCATION:" + escaped(event.location));
  line(out, "DTSTART" + value_of(event.begin));
  line(out, "DTEND" + value_of(event.end));
  if (event.instead_of) line(out, "RECURRENCE-ID" + value_of(*event.instead_of));
  if (event.recurrence) line(out, rule(*event.recurrence));
  for (const When& except : event.except) line(out, "EXDATE" + value_of(except));
  line(out, event.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  if (event.declined) {
    line(out, "ORGANIZER;CN=민지:mailto:minji@example.org");
    line(out, fmt::format("ATTENDEE;CN={};PARTSTAT=DECLINED:mailto:{}", owner_name, owner_email));
  }
  line(out, "END:VEVENT");
}

std::string calendar_text(Calendar calendar, const std::vector<Event>& events) {
  std::string out;
  std::set<std::string> zones;
  const bool outlook = calendar == Calendar::Work;
  line(out, "BEGIN:VCALENDAR");
  line(out, "VERSION:2.0");
  line(out, outlook ? "PRODID:-//hoego//sample life Outlook//KO" : "PRODID:-//hoego//sample life//KO");
  line(out, "CALSCALE:GREGORIAN");
  line(out, "METHOD:PUBLISH");
  line(out, "X-WR-CALNAME:" + name_of(calendar));
  for (const Event& event : events) {
    if (event.calendar != calendar) continue;
    for (const When* when : {&event.begin, &event.end}) {
      if (when->form == When::Form::Zoned) zones.insert(when->zone);
    }
  }
  for (const std::string& zone : zones) time_zone(out, zone);
  for (const Event& event : events) {
    if (event.calendar == calendar) write_event(out, event);
  }
  line(out, "END:VCALENDAR");
  return out;
}

}  // namespace

std::string name_of(Calendar calendar) {
  switch (calendar) {
    case Calendar::Personal:
      return "개인";
    case Calendar::Band:
      return "밴드";
    case Calendar::Exercise:
      return "운동";
    case Calendar::Work:
      return "회사";
    case Calendar::Writing:
      break;
  }
  return "글쓰기";
}

void write_calendars(const std::filesystem::path& folder, const std::vector<Event>& events) {
  std::filesystem::create_directories(folder / "calendars");
  for (const Calendar calendar :
       {Calendar::Personal, Calendar::Band, Calendar::Exercise, Calendar::Work, Calendar::Writing}) {
    write_file(folder / "calendars" / (name_of(calendar) + ".ics"), calendar_text(calendar, events));
  }
}

}  // namespace hoego::sample
