#include <fmt/format.h>

#include "story/change_words.h"
#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

/// early June, mid-June, late June.
std::string third(Date day, int year) {
  const std::string part = day.day() <= 10 ? "early " : day.day() <= 20 ? "mid-" : "late ";
  return part + month(day, year);
}

/// on June 10, in early June, around early June, around June.
std::string when(const Change& change, int year) {
  switch (sharpness(change)) {
    case Sharpness::Day:
      return "on " + date(change.date, year);
    case Sharpness::Third:
      return "in " + third(change.date, year);
    case Sharpness::About:
      return "around " + third(change.date, year);
    default:
      return "around " + month(change.date, year);
  }
}

/// about twice a week, two or three commits a month, 24 a week of what is named by its kind.
std::string often(double per_week, const Activity& activity) {
  const Pace said = pace(per_week);
  if (said.unit == Pace::Unit::Never) return "hardly ever";
  const std::string_view unit = said.unit == Pace::Unit::Week    ? "week"
                                : said.unit == Pace::Unit::Month ? "month"
                                                                 : "year";
  const std::string_view thing = noun(activity.kind);
  if (thing == "time") {
    if (said.low == said.high) return fmt::format("about {} a {}", times(said.low), unit);
    const std::string first = said.low == 1 ? "once" : small(said.low);
    const std::string last = said.high == 2 ? times(2) : small(said.high) + " times";
    return fmt::format("{} or {} a {}", first, last, unit);
  }
  const bool named_by_kind = activity_name(activity, Language::English) == plural(thing);
  const std::string many = named_by_kind ? small(said.high) : counted(said.high, thing);
  if (said.low == said.high) return fmt::format("about {} a {}", many, unit);
  return fmt::format("{} or {} a {}", small(said.low), many, unit);
}

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::English);
}

std::vector<std::string> grew(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string before = often(change.before_per_week, activity);
  const std::string after = often(change.after_per_week, activity);
  const std::string name = capitalized(name_of(activity));
  const std::string at = when(change, setting.year);
  return {fmt::format("{} picked up {}, from {} to {}", name, at, before, after),
          fmt::format("{} went from {} to {} {}", name, before, after, at)};
}

std::string length(int days) {
  return days < 21 ? counted(days, "day") : counted((days + 3) / 7, "week");
}

std::vector<std::string> faded(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string before = often(change.before_per_week, activity);
  const std::string rate = often(change.after_per_week, activity);
  const std::string name = capitalized(name_of(activity));
  const std::string at = when(change, setting.year);
  const Afterwards since = after(change, activity, setting.findings);
  const bool few = since.to_the_end && since.count <= 10 && since.days >= 21;
  const bool times_counted = noun(activity.kind) == "time";
  const std::string many = since.count == 0 ? "none"
                           : times_counted  ? times(since.count)
                                            : counted(since.count, noun(activity.kind));
  return {few ? fmt::format("{}, {} before, thinned out {} to {} in {}", name, before, at, many,
                            length(since.days))
              : std::string{},
          fmt::format("{} slowed {}, from {} to {}", name, at, before, rate)};
}

std::vector<std::string> stopped(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string before = often(change.before_per_week, activity);
  const std::string name = capitalized(name_of(activity));
  const auto last = last_before(change, setting.findings);
  if (!last) return {fmt::format("{}, {} until then, stopped {}", name, before, when(change, setting.year))};
  const std::string day = date(*last, setting.year);
  return {fmt::format("{}, {} until then, ended on {}", name, before, day),
          fmt::format("{} came to a stop: the last was on {}, after {}", name, day, before)};
}

std::vector<std::string> begun(const Change& change, const Activity& activity, const Setting& setting) {
  const std::string after = often(change.after_per_week, activity);
  const std::string name = capitalized(name_of(activity));
  const std::string at = when(change, setting.year);
  if (change.kind == ChangeKind::Resumed)
    return {fmt::format("{} came back {}, at {}", name, at, after),
            fmt::format("After a break, {} began again {}, at {}", name_of(activity), at, after)};
  return {fmt::format("{} began {} and went on at {}", name, at, after),
          fmt::format("{} was new {}, and came to {}", name, at, after)};
}

}  // namespace

std::vector<std::string> change_moulds(const Point& point, const Setting& setting) {
  const Change& change = *point.change;
  const Activity& activity = *point.activities[0];
  switch (change.kind) {
    case ChangeKind::Grew:
      return grew(change, activity, setting);
    case ChangeKind::Faded:
      return faded(change, activity, setting);
    case ChangeKind::Stopped:
      return stopped(change, activity, setting);
    default:
      return begun(change, activity, setting);
  }
}

}  // namespace hoego::en
