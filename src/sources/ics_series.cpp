#include "sources/ics_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace hoego::ics {
namespace {

constexpr std::int64_t day_seconds = 86400;
/// A rule that ends later than this many years after the horizon is one that never ends ("until 9999").
constexpr int far_years = 50;

struct Span {
  When begin;
  std::optional<When> end;
};

bool in_years(const When& when) {
  static const Date first = *Date::from_ymd(Date::min_year, 1, 1);
  static const Date last = *Date::from_ymd(Date::max_year, 12, 31);
  const Date date = WallTime{when.seconds}.date();
  return first <= date && date <= last;
}

/// `a` says more lately what the event is than `b`, which stands before it in the file.
bool supersedes(const Event& a, const Event& b) {
  const auto rank = [](const Event& e) {
    return std::make_tuple(e.sequence, e.modified.value_or(Instant{0}));
  };
  return rank(a) >= rank(b);
}

/// Days that an all-day event takes; nothing where it ends before it begins.
std::optional<std::int64_t> days_taken(const Stamp& begin, const std::optional<Stamp>& end,
                                       const std::optional<Length>& length) {
  std::int64_t days = 1;
  if (end) {
    const bool into_the_day = !end->is_date && end->wall.second_of_day() > 0;
    days = end->wall.date() - begin.wall.date() + (into_the_day ? 1 : 0);
  } else if (length) {
    days = length->days + (length->seconds + day_seconds - 1) / day_seconds;
  }
  if (days < 0) return std::nullopt;
  return std::max<std::int64_t>(days, 1);  // an end on the same day is meant to include it
}

class Series {
 public:
  Series(const std::vector<const Event*>& events, Setting& setting) : setting_(setting) {
    for (const Event* event : events) {
      if (event->recurrence) continue;
      if (master_ == nullptr || supersedes(*event, *master_)) master_ = event;
    }
    for (const Event* event : events) {
      if (event->recurrence) add_override(*event);
    }
  }

  void emit() {
    if (master_ != nullptr) emit_master();
    for (const auto& [day, event] : by_day_) by_wall_.emplace(event->recurrence->wall, event);
    for (const auto& [wall, event] : by_wall_) {
      if (used_.count(event) == 0) emit_one(*event, key(*event->recurrence), event->begin, nullptr);
    }
  }

 private:
  const Clock& clock(const Stamp& stamp) const { return setting_.clocks[stamp.clock]; }

  /// The wall time of any stamp on the clock of the series.
  WallTime on_series_clock(const Stamp& stamp) const {
    if (master_ == nullptr || stamp.clock == master_->begin.clock) return stamp.wall;
    const auto at = clock(stamp).instant(stamp.wall);
    if (!at || stamp.is_date || clock(master_->begin).is_floating()) return stamp.wall;
    return clock(master_->begin).wall(*at);
  }

  bool all_day() const { return master_ != nullptr && master_->begin.is_date; }

  /// Dates that name occurrences of an event with a time, and times that name those of an all-day event, are
  /// against the RFC and common.
  void add_override(const Event& event) {
    const Stamp& of = *event.recurrence;
    const WallTime wall = on_series_clock(of);
    const bool by_day = all_day() || (of.is_date && master_ != nullptr);
    const Event*& known = by_day ? by_day_[wall.date()] : by_wall_[wall];
    if (known == nullptr || supersedes(event, *known)) known = &event;
    if (event.this_and_future) onwards_[wall] = &event;
  }

  /// RECURRENCE-ID or original start, the same whatever clock it was written on.
  std::string key(const Stamp& stamp) const {
    const auto compact = [](WallTime wall) {
      std::string text = wall.iso();
      text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '-' || c == ':'; }),
                 text.end());
      return text;
    };
    if (stamp.is_date) return compact(stamp.wall).substr(0, 8);
    const auto at = clock(stamp).instant(stamp.wall);
    return at ? compact(WallTime{at->seconds}) + "Z" : compact(stamp.wall);
  }

  void emit_master() {
    if (!master_->repeats()) {
      emit_occurrence(master_->begin.wall, nullptr, "");
      return;
    }
    const auto excluded_walls = walls_excluded();
    const auto excluded_days = days_excluded();
    std::size_t given = 0;
    for (const auto& [wall, extra] : starts()) {
      if (excluded_walls.count(wall) != 0 || excluded_days.count(wall.date()) != 0) continue;
      if (wall.date().year() < Rule::first_year) continue;
      if (given++ == Rule::max_occurrences) return say_cut();
      if (setting_.occurrences_left-- <= 0) {
        setting_.issues.add_once(place(*master_),
                                 "more than 200 000 occurrences in the file: the rest was left out",
                                 "split the calendar");
        return;
      }
      const Stamp start{wall, master_->begin.clock, master_->begin.is_date};
      emit_occurrence(wall, extra, key(start));
    }
  }

  void emit_occurrence(WallTime wall, const Extra* extra, const std::string& recurrence) {
    if (const Event* own = override_at(wall)) {
      used_.insert(own);
      return emit_one(*own, recurrence, own->begin, nullptr);
    }
    const auto later = onwards_.upper_bound(wall);
    if (later != onwards_.begin()) {
      const auto& [from, event] = *std::prev(later);
      used_.insert(event);
      Stamp begin = event->begin;
      begin.wall.seconds += wall.seconds - from.seconds;
      return emit_one(*event, recurrence, begin, nullptr);
    }
    emit_one(*master_, recurrence, {wall, master_->begin.clock, master_->begin.is_date}, extra);
  }

  const Event* override_at(WallTime wall) const {
    if (const auto exact = by_wall_.find(wall); exact != by_wall_.end()) return exact->second;
    const auto day = by_day_.find(wall.date());
    return day == by_day_.end() ? nullptr : day->second;
  }

  std::map<WallTime, const Extra*> starts() {
    std::map<WallTime, const Extra*> out{{master_->begin.wall, nullptr}};
    for (const std::string& text : master_->rules) {
      for (const WallTime wall : expand(text)) out.emplace(wall, nullptr);
    }
    for (const Extra& extra : master_->extras) {
      WallTime wall = on_series_clock(extra.begin);
      if (all_day())
        wall = WallTime::at(wall.date());
      else if (extra.begin.is_date)
        wall = WallTime::at(wall.date(), master_->begin.wall.second_of_day());
      out[wall] = &extra;
    }
    return out;
  }

  std::vector<WallTime> expand(const std::string& text) {
    const auto rule = Rule::parse(text);
    if (!rule) return {};
    auto expansion = rule->expand(master_->begin.wall, last_of(*rule), all_day(), setting_.effort);
    if (expansion.cut) say_cut();
    return std::move(expansion.starts);
  }

  WallTime last_of(const Rule& rule) const {
    const WallTime horizon = WallTime::at(setting_.horizon, day_seconds - 1);
    const WallTime far = WallTime::at(plus_years(setting_.horizon, far_years), day_seconds - 1);
    if (!rule.until()) return rule.has_count() ? far : horizon;
    const auto& until = *rule.until();
    WallTime last = until.wall;
    if (until.is_date) last = WallTime::at(last.date(), day_seconds - 1);
    const Clock& series = clock(master_->begin);
    if (until.utc && !all_day() && !series.is_floating()) last = series.wall(Instant{last.seconds});
    return last > far ? horizon : last;
  }

  std::set<WallTime> walls_excluded() {
    std::set<WallTime> out;
    for (const Stamp& stamp : master_->excluded) {
      if (!stamp.is_date && !all_day()) out.insert(on_series_clock(stamp));
    }
    for (const std::string& text : master_->excluded_rules) {
      for (const WallTime wall : expand(text)) out.insert(wall);
    }
    return out;
  }

  std::set<Date> days_excluded() const {
    std::set<Date> out;
    for (const Stamp& stamp : master_->excluded) {
      if (stamp.is_date || all_day()) out.insert(stamp.wall.date());
    }
    return out;
  }

  std::optional<Span> span(const Event& event, const Stamp& begin, const Extra* extra) const {
    const bool period = extra != nullptr && (extra->end || extra->length);
    const Stamp& from = period ? extra->begin : event.begin;
    const auto& end = period ? extra->end : event.end;
    const auto& length = period ? extra->length : event.length;
    Span out;
    if (begin.is_date) {
      const auto days = days_taken(from, end, length);
      if (!days) return std::nullopt;
      out.begin = When::on(begin.wall.date());
      out.end = out.begin;
      out.end->seconds += *days * day_seconds;
      return out;
    }
    out.begin = clock(begin).when(begin.wall);
    if (end) {
      out.end = end_as_stated(begin, from, *end);
    } else if (length) {
      out.end = end_after(begin, *length);
    }
    if ((end || length) && !out.end) return std::nullopt;
    return out;
  }

  /// RFC 5545, 3.8.5.3: a DTEND gives every occurrence the same exact duration.
  std::optional<When> end_as_stated(const Stamp& begin, const Stamp& from, Stamp end) const {
    if (end.is_date) end = {end.wall, from.clock, false};
    const auto first_begin = clock(from).instant(from.wall);
    const auto first_end = clock(end).instant(end.wall);
    if (!first_begin || !first_end) {
      const std::int64_t wall_length = end.wall.seconds - from.wall.seconds;
      if (wall_length < 0) return std::nullopt;
      return clock(begin).when(WallTime{begin.wall.seconds + wall_length});
    }
    const std::int64_t exact = first_end->seconds - first_begin->seconds;
    if (exact < 0) return std::nullopt;
    if (begin.wall == from.wall && begin.clock == from.clock) return clock(end).when(end.wall);
    const auto begins = clock(begin).instant(begin.wall);
    if (!begins) return clock(begin).when(WallTime{begin.wall.seconds + exact});
    return clock(end).when(Instant{begins->seconds + exact});
  }

  std::optional<When> end_after(const Stamp& begin, const Length& length) const {
    if (length.days < 0 || length.seconds < 0) return std::nullopt;
    const WallTime day{begin.wall.seconds + length.days * day_seconds};
    const auto at = clock(begin).instant(day);
    if (!at) return clock(begin).when(WallTime{day.seconds + length.seconds});
    if (length.seconds == 0) return clock(begin).when(day);
    return clock(begin).when(Instant{at->seconds + length.seconds});
  }

  void emit_one(const Event& event, const std::string& recurrence, const Stamp& begin, const Extra* extra) {
    const auto when = span(event, begin, extra);
    if (!when) {
      if (refused_.insert(&event).second) {
        setting_.issues.add(place(event), "ends before it begins: left out",
                            "correct the event in the calendar");
      }
      return;
    }
    if (!in_years(when->begin) || (when->end && !in_years(*when->end))) {
      if (refused_.insert(&event).second) {
        setting_.issues.add(place(event), "a time outside the years 1 to 9999: left out",
                            "correct the event in the calendar");
      }
      return;
    }
    Observation out = described(event);
    out.identity = event.uid + "/" + recurrence;
    out.locator = recurrence.empty() ? event.uid : out.identity;
    out.begin = when->begin;
    out.end = when->end;
    setting_.sink.observation(std::move(out));
  }

  Observation described(const Event& event) const {
    const Event& fallback = master_ == nullptr ? event : *master_;
    Observation out;
    out.kind = Kind::Event;
    out.title = event.title.empty() ? fallback.title : event.title;
    out.position = event.position;
    const auto put = [&](const char* name, const std::string& text) {
      if (!text.empty()) out.traits.emplace(name, text);
    };
    if (event.calendar < setting_.calendars.size()) put(trait::calendar, setting_.calendars[event.calendar]);
    put(trait::location, event.location);
    put(trait::status, event.status);
    put(trait::tags, event.tags);
    put("organizer", event.organizer);
    put("people", event.people);
    if (event.free) put(trait::free, "1");
    if (const auto created = event.created ? event.created : fallback.created) {
      put(trait::booked, WallTime{created->seconds}.iso() + "Z");
    }
    if (event.attendees > 0) out.quantities.emplace("attendees", event.attendees);
    return out;
  }

  void say_cut() {
    setting_.issues.add(place(*master_), "repeats too often: only the first occurrences were read",
                        "give the event an end");
  }

  static std::string place(const Event& event) {
    return fmt::format("{}, UID {}", line_place(event.line), event.uid);
  }

  Setting& setting_;
  const Event* master_ = nullptr;
  std::map<WallTime, const Event*> by_wall_;
  std::map<Date, const Event*> by_day_;
  std::map<WallTime, const Event*> onwards_;  ///< overrides of an occurrence and all that follow it
  std::set<const Event*> used_;
  std::set<const Event*> refused_;
};

}  // namespace

void emit_occurrences(const std::vector<const Event*>& events, Setting& setting) {
  Series(events, setting).emit();
}

}  // namespace hoego::ics
