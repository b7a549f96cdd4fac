#include "sources/ics_event.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/hash.h"
#include "base/letters.h"
#include "base/text.h"
#include "sources/ics_lines.h"

namespace hoego::ics {
namespace {

constexpr std::size_t max_rules = 16;
constexpr std::int64_t max_length_days = 3'660'000;

std::string text_of(const char* text) {
  return text == nullptr ? std::string() : one_line(text);
}

/// Reads one VEVENT, property by property.
class EventReader {
 public:
  EventReader(const Component& component, const ReadOptions& options, Clocks& clocks, IssueLog& issues)
      : component_(component), options_(options), clocks_(clocks), issues_(issues) {}

  std::optional<Event> read() {
    icalerror_set_errors_are_fatal(0);
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> parsed(
        icalparser_parse_string(component_.text.c_str()), icalcomponent_free);
    if (!parsed) {
      complain("an event that cannot be read", "export the calendar again");
      return std::nullopt;
    }
    event_.calendar = component_.calendar;
    event_.line = component_.line;
    if (icalproperty* uid = icalcomponent_get_first_property(parsed.get(), ICAL_UID_PROPERTY)) {
      event_.uid = text_of(icalproperty_get_uid(uid));
    }
    for (auto* p = icalcomponent_get_first_property(parsed.get(), ICAL_ANY_PROPERTY); p != nullptr;
         p = icalcomponent_get_next_property(parsed.get(), ICAL_ANY_PROPERTY)) {
      read_property(p);
    }
    return finish();
  }

 private:
  void complain(const std::string& reason, const std::string& remedy) const {
    const std::string place = event_.uid.empty()
                                  ? line_place(component_.line)
                                  : fmt::format("{}, UID {}", line_place(component_.line), event_.uid);
    issues_.add(place, reason, remedy);
  }

  void read_property(icalproperty* p) {
    switch (icalproperty_isa(p)) {
      case ICAL_DTSTART_PROPERTY:
        if (!begin_) begin_ = stamp(p, icalproperty_get_dtstart(p), "DTSTART");
        break;
      case ICAL_DTEND_PROPERTY:
        if (!event_.end) event_.end = stamp(p, icalproperty_get_dtend(p), "DTEND");
        break;
      case ICAL_DURATION_PROPERTY:
        event_.length = length(icalproperty_get_duration(p));
        break;
      case ICAL_RECURRENCEID_PROPERTY:
        read_recurrence(p);
        break;
      case ICAL_RDATE_PROPERTY:
        read_extra(p);
        break;
      case ICAL_EXDATE_PROPERTY:
        if (const auto date = stamp(p, icalproperty_get_exdate(p), "EXDATE"))
          event_.excluded.push_back(*date);
        break;
      case ICAL_RRULE_PROPERTY:
        read_rule(p, event_.rules);
        break;
      case ICAL_EXRULE_PROPERTY:
        read_rule(p, event_.excluded_rules);
        break;
      case ICAL_ATTENDEE_PROPERTY:
        read_attendee(p);
        break;
      case ICAL_ORGANIZER_PROPERTY:
        event_.organizer = person(p, icalproperty_get_organizer(p));
        break;
      case ICAL_GEO_PROPERTY:
        read_position(icalproperty_get_geo(p));
        break;
      case ICAL_XLICERROR_PROPERTY:
        read_error(icalproperty_get_xlicerror(p));
        break;
      default:
        read_text(p);
    }
  }

  void read_text(icalproperty* p) {
    switch (icalproperty_isa(p)) {
      case ICAL_SUMMARY_PROPERTY:
        event_.title = text_of(icalproperty_get_summary(p));
        break;
      case ICAL_LOCATION_PROPERTY:
        event_.location = text_of(icalproperty_get_location(p));
        break;
      case ICAL_CATEGORIES_PROPERTY:
        read_tags(text_of(icalproperty_get_categories(p)));
        break;
      case ICAL_STATUS_PROPERTY:
        read_status(icalproperty_get_status(p));
        break;
      case ICAL_TRANSP_PROPERTY:
        event_.free = icalproperty_get_transp(p) == ICAL_TRANSP_TRANSPARENT;
        break;
      case ICAL_SEQUENCE_PROPERTY:
        event_.sequence = std::max(0, icalproperty_get_sequence(p));
        break;
      case ICAL_CREATED_PROPERTY:
        event_.created = moment(icalproperty_get_created(p));
        break;
      case ICAL_LASTMODIFIED_PROPERTY:
        event_.modified = moment(icalproperty_get_lastmodified(p));
        break;
      case ICAL_DTSTAMP_PROPERTY:
        event_.stamped = moment(icalproperty_get_dtstamp(p));
        break;
      default:
        break;
    }
  }

  std::optional<Stamp> stamp(icalproperty* p, const icaltimetype& time, const char* name) {
    const auto date = Date::from_ymd(time.year, time.month, time.day);
    const bool clock_fits = time.is_date != 0 || (time.hour >= 0 && time.hour < 24 && time.minute >= 0 &&
                                                  time.minute < 60 && time.second >= 0 && time.second <= 60);
    if (!date || !clock_fits) {
      const char* text = icalproperty_get_value_as_string(p);
      complain(fmt::format("{} is no time: {}", name, text_of(text)), "correct the event in the calendar");
      return std::nullopt;
    }
    if (time.is_date != 0) return Stamp{WallTime::at(*date), Clocks::floating, true};
    const int second = time.hour * 3600 + time.minute * 60 + std::min(time.second, 59);
    return Stamp{WallTime::at(*date, second), clock_of(p, time), false};
  }

  Clocks::Id clock_of(icalproperty* p, const icaltimetype& time) {
    if (icaltime_is_utc(time) != 0) return Clocks::utc;
    icalparameter* parameter = icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
    const char* tzid = parameter == nullptr ? nullptr : icalparameter_get_tzid(parameter);
    if (tzid == nullptr || *tzid == '\0') return Clocks::floating;
    return clocks_.id(component_.calendar, tzid);
  }

  /// CREATED, LAST-MODIFIED and DTSTAMP are UTC (3.8.7). Google writes the year 0 for "unknown".
  static std::optional<Instant> moment(const icaltimetype& time) {
    const auto date = Date::from_ymd(time.year, time.month, time.day);
    if (!date || time.year < 1970 || icaltime_is_utc(time) == 0) return std::nullopt;
    const int second = std::clamp(time.hour * 3600 + time.minute * 60 + time.second, 0, 86399);
    return Instant{WallTime::at(*date, second).seconds};
  }

  std::optional<Length> length(const icaldurationtype& duration) {
    const std::int64_t sign = duration.is_neg != 0 ? -1 : 1;
    const std::int64_t days = std::int64_t{duration.weeks} * 7 + duration.days;
    const std::int64_t seconds =
        std::int64_t{duration.hours} * 3600 + std::int64_t{duration.minutes} * 60 + duration.seconds;
    if (days + seconds / 86400 > max_length_days) {
      complain("DURATION is longer than ten thousand years", "correct the event in the calendar");
      return std::nullopt;
    }
    return Length{sign * days, sign * seconds};
  }

  void read_recurrence(icalproperty* p) {
    event_.recurrence = stamp(p, icalproperty_get_recurrenceid(p), "RECURRENCE-ID");
    lost_ = lost_ || !event_.recurrence;  // without it the override would pass for its series
    icalparameter* range = icalproperty_get_first_parameter(p, ICAL_RANGE_PARAMETER);
    event_.this_and_future = range != nullptr && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
  }

  void read_extra(icalproperty* p) {
    const icaldatetimeperiodtype value = icalproperty_get_rdate(p);
    if (icaltime_is_null_time(value.time) == 0) {
      if (const auto begin = stamp(p, value.time, "RDATE")) event_.extras.push_back({*begin, {}, {}});
      return;
    }
    const auto begin = stamp(p, value.period.start, "RDATE");
    if (!begin) return;
    Extra extra{*begin, {}, {}};
    if (icaltime_is_null_time(value.period.end) == 0) {
      extra.end = stamp(p, value.period.end, "RDATE");
    } else {
      extra.length = length(value.period.duration);
    }
    event_.extras.push_back(extra);
  }

  void read_rule(icalproperty* p, std::vector<std::string>& rules) {
    const char* text = icalproperty_get_value_as_string(p);
    if (text == nullptr) return;
    if (!Rule::parse(text)) {
      complain(fmt::format("the rule \"{}\" cannot be followed: only the first day was read", text_of(text)),
               "correct how the event repeats");
    } else if (rules.size() < max_rules) {
      rules.emplace_back(text);
    } else if (rules.size() == max_rules) {
      complain("more than 16 rules: the rest was left out", "split the event");
    }
  }

  void read_attendee(icalproperty* p) {
    ++event_.attendees;
    read_name(p);
    const std::string who = address(icalproperty_get_attendee(p));
    const bool is_owner = std::any_of(options_.owner_emails.begin(), options_.owner_emails.end(),
                                      [&](const std::string& own) { return small_letters(own) == who; });
    icalparameter* answer = icalproperty_get_first_parameter(p, ICAL_PARTSTAT_PARAMETER);
    if (is_owner && answer != nullptr && icalparameter_get_partstat(answer) == ICAL_PARTSTAT_DECLINED) {
      declined_ = true;
    }
  }

  void read_name(icalproperty* p) {
    constexpr std::size_t most_bytes = 2000;
    icalparameter* parameter = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
    const std::string name = parameter == nullptr ? "" : text_of(icalparameter_get_cn(parameter));
    const bool is_name = !name.empty() && name.find('@') == std::string::npos;
    if (!is_name || event_.people.size() + name.size() > most_bytes) return;
    event_.people += (event_.people.empty() ? "" : "; ") + name;
  }

  static std::string address(const char* uri) {
    std::string text = small_letters(text_of(uri));
    return text.compare(0, 7, "mailto:") == 0 ? text.substr(7) : text;
  }

  static std::string person(icalproperty* p, const char* uri) {
    icalparameter* name = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
    const std::string text = name == nullptr ? "" : text_of(icalparameter_get_cn(name));
    return text.empty() ? address(uri) : text;
  }

  void read_position(const icalgeotype& geo) {
    event_.position = coordinates(geo.lat, geo.lon);
    if (event_.position) return;
    complain(fmt::format("GEO {};{} is no place on Earth", geo.lat, geo.lon), "correct the event's place");
  }

  /// libical puts one of these in the place of what it could not read.
  void read_error(const char* text) {
    const std::string message = text_of(text);
    for (const char* name :
         {"DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RDATE", "EXDATE", "RRULE", "EXRULE", "GEO"}) {
      if (message.find(fmt::format("in {} property", name)) == std::string::npos) continue;
      const std::size_t colon = message.rfind("property:");
      const std::string value = colon == std::string::npos ? "" : trim(message.substr(colon + 9));
      if (std::string_view(name) == "RDATE" && take_birthday(value)) return;
      complain(fmt::format("{} cannot be read: {}", name, value), "correct the event in the calendar");
      if (std::string_view(name) == "RECURRENCE-ID") lost_ = true;
      return;
    }
  }

  /// Google writes the days of a contact's birthday as "20121210Z".
  bool take_birthday(const std::string& value) {
    if (value.size() != 9 || value.back() != 'Z') return false;
    const auto date = Date::parse(value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6, 2));
    if (date) event_.extras.push_back({{WallTime::at(*date), Clocks::floating, true}, {}, {}});
    return date.has_value();
  }

  void read_tags(const std::string& tags) {
    if (tags.empty() || event_.tags.size() + tags.size() > max_text_bytes) return;
    event_.tags += (event_.tags.empty() ? "" : ",") + tags;
  }

  void read_status(icalproperty_status status) {
    if (status == ICAL_STATUS_CONFIRMED) event_.status = "confirmed";
    if (status == ICAL_STATUS_TENTATIVE) event_.status = "tentative";
    if (status == ICAL_STATUS_CANCELLED) event_.status = "cancelled";
  }

  std::optional<Event> finish() {
    if (!begin_ || lost_) {
      complain(
          lost_ ? "it is not known which occurrence this changes: left out" : "an event without a beginning",
          "correct the event in the calendar");
      return std::nullopt;
    }
    event_.begin = *begin_;
    if (declined_ && event_.status != "cancelled") event_.status = "declined";
    if (event_.uid.empty()) {
      event_.uid_made = true;
      event_.uid = "no-uid-" + content_hash();
    }
    return std::move(event_);
  }

  /// Of what the owner sees; stamps change with every export.
  std::string content_hash() const {
    Hasher hash;
    hash.add(fmt::format("{}\n{}\n{}", event_.title, event_.begin.wall.iso(), event_.begin.is_date));
    if (event_.end) hash.add("\n" + event_.end->wall.iso());
    for (const std::string& rule : event_.rules) hash.add("\n" + rule);
    return hash.hex();
  }

  const Component& component_;
  const ReadOptions& options_;
  Clocks& clocks_;
  IssueLog& issues_;
  Event event_;
  std::optional<Stamp> begin_;
  bool declined_ = false;
  bool lost_ = false;
};

}  // namespace

std::optional<Event> read_event(const Component& component, const ReadOptions& options, Clocks& clocks,
                                IssueLog& issues) {
  return EventReader(component, options, clocks, issues).read();
}

}  // namespace hoego::ics
