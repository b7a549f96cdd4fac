#include "sources/ics.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"
#include "sources/ics_components.h"
#include "sources/ics_event.h"
#include "sources/ics_lines.h"
#include "sources/ics_series.h"
#include "sources/ics_zone.h"
#include "sources/text_head.h"

namespace hoego {
namespace {

using namespace ics;  // this file is their only reader

constexpr std::uint64_t max_file_bytes = std::uint64_t{256} << 20;
constexpr std::uint64_t max_utf16_bytes = std::uint64_t{32} << 20;
constexpr int horizon_years = 2;

bool is_utf16(std::string_view head) {
  return head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF";
}

Sureness recognise(const Candidate& candidate) {
  if (candidate.is_directory || is_binary_head(candidate.head)) return Sureness::No;
  constexpr std::string_view mark = "BEGIN:VCALENDAR";
  const std::string text = trim(decode_guess(candidate.head));
  if (text.size() < mark.size()) return Sureness::No;
  const bool same = std::equal(mark.begin(), mark.end(), text.begin(), [](char a, char b) {
    return a == b || (b >= 'a' && b <= 'z' && a == b - 'a' + 'A');
  });
  return same ? Sureness::Sure : Sureness::No;
}

/// All that one file says, before anything is expanded: rules and overrides may stand in any order.
struct Contents {
  std::vector<std::string> calendars;
  std::vector<Event> events;
  Clocks clocks;
};

Contents read_contents(std::istream& in, const ReadOptions& options, IssueLog& issues) {
  Contents out;
  ContentLines lines(in);
  out.calendars = split_components(lines, issues, [&](const Component& component) {
    if (component.type == Component::Type::Timezone) {
      out.clocks.define(component);
    } else if (auto event = read_event(component, options, out.clocks, issues)) {
      out.events.push_back(std::move(*event));
    }
  });
  return out;
}

/// Throws Error for what is no calendar at all.
Contents read_file(const Unit& unit, const ReadOptions& options, IssueLog& issues) {
  const auto file = unit.open();
  if (file->size() > max_file_bytes) {
    throw Error("the calendar is larger than 256 MiB", unit.path, "split it by year and export the parts");
  }
  std::string head(2, '\0');
  head.resize(file->read(0, head.data(), head.size()));
  if (head.empty()) throw Error("the file is empty", unit.path, "export the calendar again");
  if (!is_utf16(head)) return read_contents(*stream_of(*file), options, issues);
  if (file->size() > max_utf16_bytes) {
    throw Error("the calendar is in UTF-16 and larger than 32 MiB", unit.path, "save it as UTF-8");
  }
  std::istringstream text(decode_guess(file->whole(max_utf16_bytes)));
  return read_contents(text, options, issues);
}

Date day_of(Instant instant) {
  return WallTime{instant.seconds}.date();
}

/// Newest of the stamps that the exporting program wrote (Google writes DTSTAMP when it exports).
std::optional<Date> newest_stamp(const std::vector<Event>& events) {
  std::optional<Date> newest;
  for (const Event& event : events) {
    for (const auto& stamp : {event.stamped, event.created, event.modified}) {
      if (stamp && (!newest || day_of(*stamp) > *newest)) newest = day_of(*stamp);
    }
  }
  return newest;
}

Date last_day_stated(const std::vector<Event>& events, bool with_series) {
  std::optional<Date> last;
  for (const Event& event : events) {
    if (event.repeats() && !with_series) continue;
    if (!last || event.begin.wall.date() > *last) last = event.begin.wall.date();
  }
  return last.value_or(Date{0});
}

/// Last day to which a rule without an end is followed.
Date horizon_of(const std::vector<Event>& events, std::optional<Date> stamp) {
  const Date last_repeatable = *Date::from_ymd(Date::max_year - 100, 12, 31);
  Date newest = std::max(stamp.value_or(Date{0}), last_day_stated(events, false));
  if (newest == Date{0}) newest = last_day_stated(events, true);
  return std::min(plus_years(newest, horizon_years), last_repeatable);
}

void claim_coverage(const Contents& contents, std::optional<Date> stamp, Sink& sink) {
  std::vector<bool> has_events(contents.calendars.size());
  for (const Event& event : contents.events) has_events[event.calendar] = true;
  std::vector<std::string> scopes;
  for (std::size_t i = 0; i < contents.calendars.size(); ++i) {
    if (has_events[i]) scopes.push_back(contents.calendars[i]);
  }
  std::sort(scopes.begin(), scopes.end());
  scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
  const Date to = stamp ? *stamp : last_day_stated(contents.events, true);
  for (const std::string& scope : scopes) {
    sink.coverage({Kind::Event, CoverageClass::Complete, scope, std::nullopt, to});
  }
}

void report_missing_uids(const std::vector<Event>& events, IssueLog& issues) {
  const Event* first = nullptr;
  std::size_t count = 0;
  for (const Event& event : events) {
    if (!event.uid_made) continue;
    if (count++ == 0) first = &event;
  }
  if (first == nullptr) return;
  issues.add(line_place(first->line),
             fmt::format("{} without a UID, known by content: once changed, it counts as another event",
                         count == 1 ? "an event" : fmt::format("{} events", count)),
             "export with a program that writes UIDs");
}

/// The events of each UID, in the file's order.
std::vector<std::vector<const Event*>> by_uid(const std::vector<Event>& events) {
  std::vector<std::vector<const Event*>> out;
  std::unordered_map<std::string_view, std::size_t> index;
  for (const Event& event : events) {
    const auto [at, is_new] = index.emplace(event.uid, out.size());
    if (is_new) out.emplace_back();
    out[at->second].push_back(&event);
  }
  return out;
}

void read(const Unit& unit, const ReadOptions& options, Sink& sink) {
  IssueLog issues(unit.path, sink);
  Contents contents = read_file(unit, options, issues);
  if (contents.calendars.empty()) {
    throw Error("there is no BEGIN:VCALENDAR in it, so it is not a calendar", unit.path,
                "export the calendar as iCalendar (.ics)");
  }
  const std::string stem = std::filesystem::path(unit.path).stem().string();
  for (std::string& name : contents.calendars) {
    name = one_line(name);
    if (name.empty()) name = one_line(stem);
  }
  report_missing_uids(contents.events, issues);
  const auto stamp = newest_stamp(contents.events);
  Setting setting{contents.clocks, contents.calendars, horizon_of(contents.events, stamp), issues, sink};
  contents.clocks.settle(issues, setting.effort);
  for (const auto& events : by_uid(contents.events)) emit_occurrences(events, setting);
  claim_coverage(contents, stamp, sink);
}

}  // namespace

const Source ics_source = {
    .type = "ics",
    .version = 2,
    .describe = "calendars with their events",
    .recognise = recognise,
    .may_accompany = nullptr,
    .companions = nullptr,
    .fingerprint = nullptr,
    .descend = true,
    .read = read,
};

}  // namespace hoego
