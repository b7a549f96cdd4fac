#include "sources/ics_zone.h"

#include <fmt/format.h>
#include <libical/ical.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace hoego::ics {
namespace {

using ComponentPtr = std::unique_ptr<icalcomponent, void (*)(icalcomponent*)>;

constexpr std::size_t max_names = 1000;
constexpr std::size_t max_observances = 1000;
/// Custom rules are followed up to here; later times keep the last offset.
constexpr int last_year_of_rules = 2100;

struct Observance {
  WallTime start;
  Offset from;
  Offset to;
  std::vector<std::string> rules;
  std::vector<WallTime> dates;
};

std::optional<WallTime> wall_of(const icaltimetype& time) {
  const auto date = Date::from_ymd(time.year, time.month, time.day);
  if (!date) return std::nullopt;
  return WallTime::at(*date, std::clamp(time.hour * 3600 + time.minute * 60 + time.second, 0, 86399));
}

std::optional<Offset> offset_of(icalcomponent* component, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(component, kind);
  if (property == nullptr) return std::nullopt;
  const int seconds = kind == ICAL_TZOFFSETTO_PROPERTY ? icalproperty_get_tzoffsetto(property)
                                                       : icalproperty_get_tzoffsetfrom(property);
  if (std::abs(seconds) > 18 * 3600) return std::nullopt;
  return Offset{seconds};
}

std::optional<Observance> read_observance(icalcomponent* component) {
  const auto start = wall_of(icalcomponent_get_dtstart(component));
  const auto to = offset_of(component, ICAL_TZOFFSETTO_PROPERTY);
  if (!start || !to) return std::nullopt;
  Observance out{*start, offset_of(component, ICAL_TZOFFSETFROM_PROPERTY).value_or(*to), *to, {}, {*start}};
  for (auto* p = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); p != nullptr;
       p = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
    if (icalproperty_isa(p) == ICAL_RRULE_PROPERTY) {
      const char* text = icalproperty_get_value_as_string(p);
      if (text != nullptr) out.rules.emplace_back(text);
    } else if (icalproperty_isa(p) == ICAL_RDATE_PROPERTY) {
      const icaldatetimeperiodtype value = icalproperty_get_rdate(p);
      if (const auto wall = wall_of(value.time)) out.dates.push_back(*wall);
    }
  }
  return out;
}

std::vector<Observance> read_observances(icalcomponent* timezone) {
  std::vector<Observance> out;
  for (auto* c = icalcomponent_get_first_component(timezone, ICAL_ANY_COMPONENT); c != nullptr;
       c = icalcomponent_get_next_component(timezone, ICAL_ANY_COMPONENT)) {
    if (out.size() == max_observances) break;
    if (auto observance = read_observance(c)) out.push_back(std::move(*observance));
  }
  return out;
}

/// All changes of the clock that one observance makes: its onsets are on the clock that runs until then.
void add_changes(const Observance& observance, Effort& effort,
                 std::vector<std::pair<Instant, Offset>>& changes) {
  const WallTime end = WallTime::at(*Date::from_ymd(last_year_of_rules, 1, 1));
  std::vector<WallTime> onsets = observance.dates;
  for (const std::string& text : observance.rules) {
    const auto rule = Rule::parse(text);
    if (!rule) continue;
    WallTime last = end;
    if (const auto& until = rule->until()) {
      const std::int64_t shift = until->utc ? observance.from.seconds : 0;
      last = std::min(last, WallTime{until->wall.seconds + shift});
    }
    const auto expansion = rule->expand(observance.start, last, false, effort);
    onsets.insert(onsets.end(), expansion.starts.begin(), expansion.starts.end());
  }
  for (const WallTime onset : onsets) changes.emplace_back(instant(onset, observance.from), observance.to);
}

ComponentPtr parse(const std::string& text) {
  icalerror_set_errors_are_fatal(0);
  return {icalparser_parse_string(text.c_str()), icalcomponent_free};
}

std::optional<Clock> clock_of_definition(const std::string& text, Effort& effort) {
  const ComponentPtr component = parse(text);
  if (!component) return std::nullopt;
  const auto observances = read_observances(component.get());
  if (observances.empty()) return std::nullopt;
  std::vector<std::pair<Instant, Offset>> changes;
  for (const Observance& observance : observances) add_changes(observance, effort, changes);
  std::stable_sort(changes.begin(), changes.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto earliest =
      std::min_element(observances.begin(), observances.end(),
                       [](const Observance& a, const Observance& b) { return a.start < b.start; });
  return Clock::custom(std::move(changes), earliest->from);
}

/// X-LIC-LOCATION of a VTIMEZONE names the IANA zone it was made from.
std::optional<Zone> location_of_definition(const std::string& text) {
  constexpr std::string_view key = "\nX-LIC-LOCATION:";
  const std::size_t at = text.find(key);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t begin = at + key.size();
  return zone_named(std::string_view(text).substr(begin, text.find('\r', begin) - begin));
}

/// "UTC+9", "GMT+09:00", "+0900".
std::optional<Offset> offset_named(std::string_view tzid) {
  if (tzid.substr(0, 3) == "UTC" || tzid.substr(0, 3) == "GMT") tzid.remove_prefix(3);
  if (tzid.size() == 2) return Offset::parse(fmt::format("{}0{}", tzid[0], tzid[1]));
  return tzid.size() < 3 ? std::nullopt : Offset::parse(tzid);
}

/// A time "in the zone UTC" states a moment, not what a clock on a wall showed.
Clock clock_of(const Zone& zone) {
  const std::string& name = zone.name();
  if (name == "UTC" || name == "Etc/UTC" || name == "UCT" || name == "Etc/UCT" || name == "Zulu")
    return Clock::utc();
  return Clock::of(zone);
}

std::optional<Zone> windows_zone(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString found;
  const auto id = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(std::min<std::size_t>(name.size(), 128))));
  icu::TimeZone::getIDForWindowsID(id, nullptr, found, status);
  if (U_FAILURE(status) || found.isEmpty()) return std::nullopt;
  std::string iana;
  found.toUTF8String(iana);
  return Zone::find(iana);
}

/// "(UTC+09:00) Seoul", "(UTC+10:00) Canberra, Melbourne, Sydney": what Outlook shows to people.
std::optional<Zone> outlook_zone(std::string_view name) {
  const std::size_t close = name.find(") ");
  if (name.empty() || name.front() != '(' || close == std::string_view::npos || name.size() > 128)
    return std::nullopt;
  name.remove_prefix(close + 2);
  constexpr std::pair<std::string_view, const char*> american[] = {
      {"Eastern Time (US & Canada)", "America/New_York"},
      {"Central Time (US & Canada)", "America/Chicago"},
      {"Mountain Time (US & Canada)", "America/Denver"},
      {"Pacific Time (US & Canada)", "America/Los_Angeles"},
      {"Atlantic Time (Canada)", "America/Halifax"},
  };
  for (const auto& [shown, zone] : american) {
    if (name == shown) return Zone::find(zone);
  }
  while (!name.empty()) {
    const std::size_t comma = std::min(name.find(", "), name.size());
    std::string city(name.substr(0, comma));
    std::replace(city.begin(), city.end(), ' ', '_');
    for (const char* region :
         {"Asia/", "Europe/", "America/", "Australia/", "Pacific/", "Africa/", "Atlantic/"}) {
      if (auto zone = Zone::find(region + city)) return zone;
    }
    name.remove_prefix(std::min(comma + 2, name.size()));
  }
  return std::nullopt;
}

}  // namespace

Clock Clock::of(Zone zone) {
  Clock clock(Kind::Zoned);
  clock.zone_ = zone;
  return clock;
}

Clock Clock::custom(std::vector<std::pair<Instant, Offset>> changes, Offset before) {
  Clock clock(Kind::Custom);
  clock.changes_ = std::move(changes);
  clock.before_ = before;
  return clock;
}

Offset Clock::offset_at(Instant at) const {
  if (kind_ == Kind::Utc || kind_ == Kind::Floating) return Offset{0};
  if (kind_ == Kind::Zoned) return zone_->offset_at(at);
  const auto next =
      std::upper_bound(changes_.begin(), changes_.end(), at,
                       [](Instant moment, const auto& change) { return moment < change.first; });
  return next == changes_.begin() ? before_ : std::prev(next)->second;
}

std::optional<Instant> Clock::instant(WallTime wall) const {
  switch (kind_) {
    case Kind::Floating:
      return std::nullopt;
    case Kind::Utc:
      return Instant{wall.seconds};
    case Kind::Zoned:
      return zone_->resolve(wall);
    case Kind::Custom:
      break;
  }
  // The offsets a day before and a day after are the candidates: no clock changes twice in between.
  const Offset before = offset_at({wall.seconds - 86400});
  const Offset after = offset_at({wall.seconds + 86400});
  const Instant early = hoego::instant(wall, before);
  if (offset_at(early) == before) return early;
  const Instant late = hoego::instant(wall, after);
  return offset_at(late) == after ? late : early;
}

WallTime Clock::wall(Instant at) const {
  return wall_time(at, offset_at(at));
}

When Clock::when(WallTime wall) const {
  switch (kind_) {
    case Kind::Floating:
      return When::floating(wall);
    case Kind::Utc:
      return When::at(Instant{wall.seconds});
    case Kind::Zoned:
      return When::at(wall, zone_->name());
    case Kind::Custom:
      break;
  }
  const Instant at = *instant(wall);
  return When::at(wall_time(at, offset_at(at)), offset_at(at));
}

When Clock::when(Instant at) const {
  if (kind_ == Kind::Utc) return When::at(at);
  const Offset offset = offset_at(at);
  const WallTime shown = wall_time(at, offset);
  if (kind_ == Kind::Zoned && zone_->resolve(shown) == at) return When::at(shown, zone_->name());
  return When::at(shown, offset);
}

std::optional<Zone> zone_named(std::string_view tzid) {
  if (tzid.size() >= 2 && tzid.front() == '"' && tzid.back() == '"') tzid = tzid.substr(1, tzid.size() - 2);
  if (auto zone = Zone::find(tzid)) return zone;
  if (auto zone = windows_zone(tzid)) return zone;
  if (auto zone = outlook_zone(tzid)) return zone;
  // Prefixed names: the longest tail that is a zone, of at most three parts ("America/Argentina/Salta").
  std::size_t slash = tzid.find('/');
  for (int part = 0; slash != std::string_view::npos && part < 8; ++part) {
    tzid.remove_prefix(slash + 1);
    if (auto zone = Zone::find(tzid)) return zone;
    slash = tzid.find('/');
  }
  return std::nullopt;
}

Clocks::Clocks() : clocks_{Clock::floating(), Clock::utc()} {}

Clocks::Id Clocks::id(std::size_t calendar, const std::string& tzid) {
  if (const auto known = ids_.find({calendar, tzid}); known != ids_.end()) return known->second;
  if (ids_.size() == max_names) {
    too_many_ = true;
    return floating;
  }
  const auto made = static_cast<Id>(ids_.size() + 2);
  ids_.emplace(Key{calendar, tzid}, made);
  return made;
}

void Clocks::define(const Component& timezone) {
  if (definitions_.size() == max_names) return;
  const ComponentPtr component = parse(timezone.text);
  if (!component) return;
  icalproperty* property = icalcomponent_get_first_property(component.get(), ICAL_TZID_PROPERTY);
  const char* tzid = property == nullptr ? nullptr : icalproperty_get_tzid(property);
  if (tzid == nullptr) return;
  first_calendar_.emplace(tzid, timezone.calendar);
  definitions_.emplace(Key{timezone.calendar, tzid}, Definition{timezone.text, timezone.line});
}

const Clocks::Definition* Clocks::definition(const Key& key) const {
  if (const auto own = definitions_.find(key); own != definitions_.end()) return &own->second;
  // A file glued together from several may define a zone in another of its calendars.
  const auto other = first_calendar_.find(key.second);
  if (other == first_calendar_.end()) return nullptr;
  return &definitions_.at({other->second, key.second});
}

void Clocks::settle(IssueLog& issues, Effort& effort) {
  clocks_.resize(ids_.size() + 2, Clock::floating());
  if (too_many_) {
    issues.add_once(
        "", fmt::format("more than {} time zones: times in the others are read without a zone", max_names),
        "look at the calendar's zones: no program writes so many");
  }
  for (const auto& [key, id] : ids_) {
    if (const auto zone = zone_named(key.second)) {
      clocks_[id] = clock_of(*zone);
      continue;
    }
    const Definition* own = definition(key);
    if (own != nullptr) {
      if (const auto zone = location_of_definition(own->text)) {
        clocks_[id] = clock_of(*zone);
        continue;
      }
      if (auto clock = clock_of_definition(own->text, effort)) {
        clocks_[id] = std::move(*clock);
        continue;
      }
    }
    if (const auto offset = offset_named(key.second)) {
      clocks_[id] = Clock::fixed(*offset);
      continue;
    }
    issues.add_once(own == nullptr ? "" : line_place(own->line),
                    fmt::format("the time zone \"{}\" is unknown: its times are read without a zone",
                                key.second.substr(0, 100)),
                    "nothing to do if you were at home then; else correct the zone in the calendar");
  }
}

}  // namespace hoego::ics
