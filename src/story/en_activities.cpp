#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

std::string name_of(const Activity& activity) {
  return activity_name(activity, Language::English);
}

/// Things that are only counted by how often: "38 times", "once".
bool is_times(Kind kind) {
  return noun(kind) == "time";
}

std::string amount(const Activity& activity, int number) {
  return is_times(activity.kind) ? times(number) : counted(number, noun(activity.kind));
}

/// One form for numbers that are compared.
std::string amount_figure(const Activity& activity, int number) {
  return figure(number, noun(activity.kind));
}

/// Whether the activity is all there is of its kind, so that its noun says all.
bool is_whole_kind(const Activity& activity) {
  return activity.label.en == plural(noun(activity.kind)) || activity.id == plural(noun(activity.kind));
}

std::string_view deed(Kind kind) {
  switch (kind) {
    case Kind::Photo:
      return "took";
    case Kind::Video:
      return "shot";
    case Kind::Commit:
      return "made";
    case Kind::PullRequest:
    case Kind::Issue:
      return "opened";
    case Kind::Review:
      return "did";
    case Kind::Comment:
    case Kind::Chat:
    case Kind::Note:
      return "wrote";
    case Kind::Post:
      return "published";
    case Kind::Book:
      return "finished";
    case Kind::Paper:
      return "read";
    default:
      return {};
  }
}

std::vector<std::string> count(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string name = capitalized(name_of(activity));
  const std::string many = amount(activity, activity.count);
  if (activity.hours && *activity.hours > 0) {
    const std::string time = hours(*activity.hours);
    if (activity.count == 1 && activity.first) {
      return {fmt::format("{} came once, on {}, for {}", name, date(*activity.first, setting.year), time)};
    }
    return {fmt::format("{} came up {} and took {}", name, many, time),
            fmt::format("{} took {} in all, over {}", name, time, counted(activity.count, "session")),
            fmt::format("There were {} of {}, in {}", time, name_of(activity),
                        counted(activity.count, "session"))};
  }
  const std::string_view verb = deed(activity.kind);
  if (is_whole_kind(activity) && !verb.empty()) {
    return {fmt::format("I {} {} {}", verb, many, this_period(setting)),
            fmt::format("There were {} {}", many, this_period(setting))};
  }
  if (activity.count == 1 && activity.first) {
    return {fmt::format("{} came once, on {}", name, date(*activity.first, setting.year))};
  }
  return {is_times(activity.kind) ? fmt::format("{} came up {}", name, many)
                                  : fmt::format("{} came to {}", name, many),
          is_times(activity.kind) ? fmt::format("The calendar has {} {}", name_of(activity), many)
                                  : fmt::format("There were {} of {}", many, name_of(activity))};
}

bool has_low(const Comparison& against) {
  return against.low && *against.low >= 1.1;
}

bool drop_known(const Comparison& against) {
  return against.high && *against.high <= 0.95;
}

/// "I made 412 commits", else "Drums came up 171 times", "The company's repository came to 412 commits".
std::string stated(const Activity& activity) {
  const std::string_view verb = deed(activity.kind);
  const std::string many = amount_figure(activity, activity.count);
  if (is_whole_kind(activity) && !verb.empty()) return fmt::format("I {} {}", verb, many);
  return fmt::format("{} came {} {}", capitalized(name_of(activity)), is_times(activity.kind) ? "up" : "to",
                     many);
}

std::vector<std::string> more(const Activity& activity, const Setting& setting) {
  const Comparison& against = *activity.against;
  const std::string then = that_period(setting);
  if (against.count == 0 && activity.hours && *activity.hours > 0) {
    const std::string sessions = counted(activity.count, "session");
    const std::string time = hours(*activity.hours);
    const bool begun = activity.count > 1 && late_first(setting.findings, activity);
    const std::string since =
        begun ? "from " + date(*activity.first, setting.year) + " on" : this_period(setting);
    return {fmt::format("There had been no {} {}; {} it came to {}, {} in all", name_of(activity),
                        by_then(setting), since, sessions, time),
            fmt::format("{} had not come up once {}, but {} it took {} over {}",
                        capitalized(name_of(activity)), by_then(setting), since, time, sessions)};
  }
  if (against.count == 0) {
    return {fmt::format("{}, after none in {}", stated(activity), then),
            fmt::format("{}; there had been none {}", stated(activity), by_then(setting))};
  }
  const std::string from = grouped(against.count);
  const std::string low =
      has_low(against) ? fmt::format(", {} as many at the least", ratio(*against.low)) : std::string{};
  return {fmt::format("{} went from {} in {} to {}{}", capitalized(name_of(activity)), from, then,
                      grouped(activity.count), low),
          fmt::format("{}, up from {} {}{}", stated(activity), from, by_then(setting), low)};
}

std::vector<std::string> less(const Activity& activity, const Setting& setting) {
  const Comparison& against = *activity.against;
  const std::string name = capitalized(name_of(activity));
  const std::string then = that_period(setting);
  const std::string from = grouped(against.count);
  if (activity.count == 0) return {fmt::format("{} came up not once, against {} in {}", name, from, then)};
  if (activity.count == 1 && activity.first) {
    return {fmt::format("{} came up once, on {}, down from {} {}", name, date(*activity.first, setting.year),
                        from, by_then(setting))};
  }
  const std::string drop = drop_known(against)
                               ? fmt::format(", a drop of at least {}", percent(1 - *against.high))
                               : std::string{};
  return {fmt::format("{} fell from {} in {} to {}{}", name, from, then, grouped(activity.count), drop),
          fmt::format("{}, down from {} {}{}", stated(activity), from, by_then(setting), drop)};
}

std::vector<std::string> against(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const Comparison& other = *activity.against;
  const std::string then = that_period(setting);
  const std::string there = grouped(other.count);
  if (other.told() == Difference::NoClearDifference && other.count > 0) {
    const std::string whole = amount_figure(activity, other.count);
    if (other.count == activity.count) return {fmt::format("It was the same number in {}", then)};
    return {fmt::format("In {} it was {}, though a gap of that size can come about by chance", then, whole),
            fmt::format("Against {} in {}, that is too close to call", whole, then),
            fmt::format("It had been {} {}, which shows no clear difference", whole, by_then(setting))};
  }
  const std::string cover = unequal_cover(other) ? ", counting covered days alone" : "";
  if (other.told() == Difference::Less) {
    return {drop_known(other) ? fmt::format("That is down from {} in {}, by at least {}{}", there, then,
                                            percent(1 - *other.high), cover)
                              : fmt::format("That is down from {} in {}{}", there, then, cover)};
  }
  if (other.count == 0 || !other.ratio) return {fmt::format("In {} there had been none", then)};
  if (*other.ratio < 1.5) {
    return {
        fmt::format("That is {} more than the {} in {}{}", percent(*other.ratio - 1), there, then, cover)};
  }
  const std::string low =
      has_low(other) ? fmt::format(", and {} at the least", ratio(*other.low)) : std::string{};
  return {fmt::format("That was {} the {} in {}{}{}", ratio(*other.ratio), there, then, low, cover),
          fmt::format("It had been {} {}: {} that number this time{}{}", there, by_then(setting),
                      ratio(*other.ratio), low, cover)};
}

std::vector<std::string> busiest_month(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  Date start = month_start(setting.findings.period.from);
  for (int i = 0; i < point.number; ++i) start = month_start(start + 31);
  const std::string when = month(start, setting.year);
  const std::string many = grouped(*activity.by_month.at(static_cast<std::size_t>(point.number)));
  return {fmt::format("The fullest month was {}, with {}", when, many),
          fmt::format("{} alone had {}, more than any other month", when, many),
          fmt::format("Of all months {} had the most, {}", when, many)};
}

std::vector<std::string> pictures_of_trip(const Point& point) {
  const std::string name = trip_name(*point.trips[0], Language::English);
  const double share = static_cast<double>(point.trips[0]->photos) / point.activities[0]->count;
  const std::string part = part_of(share);
  return {fmt::format("{} of them came from {}", capitalized(part), name),
          fmt::format("Of these, {} came from {}", part, name)};
}

std::vector<std::string> streak(const Point& point) {
  const std::string weeks = counted(point.activities[0]->longest_streak_weeks, "week");
  if (point.activities.size() == 1) {
    return {fmt::format("At the longest, {} went by without missing one", weeks),
            fmt::format("It once held for {} without a week missed", weeks)};
  }
  std::vector<std::string> names;
  for (const Activity* activity : point.activities) names.push_back(name_of(*activity));
  const std::string all = capitalized(all_of(names));
  return {fmt::format("{} each held, at the longest, for {} without a week missed", all, weeks)};
}

std::vector<std::string> silence(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const std::string last = date(*activity.last, setting.year);
  if (!setting.current) {
    return {fmt::format("The last was on {}", last), fmt::format("None came after {}", last)};
  }
  const std::string days = counted(silent_days(setting.findings, activity), "day");
  return {fmt::format("The last was on {}, and there has been none for {} since", last, days),
          fmt::format("The last one dates from {}, {} back", last, days),
          fmt::format("Since {} there has been none, {} by now", last, days)};
}

std::vector<std::string> rest(const Point& point) {
  std::vector<std::string> items;
  for (const Activity* activity : point.activities) {
    const bool times_only = is_times(activity->kind);
    const std::string many = amount(*activity, activity->count);
    // "13 papers" says both.
    const bool named_by_kind = name_of(*activity) == plural(noun(activity->kind));
    items.push_back(named_by_kind ? many
                    : times_only  ? fmt::format("{} {}", name_of(*activity), many)
                                  : fmt::format("{} with {}", name_of(*activity), many));
  }
  return {fmt::format("Less often came {}", all_of(items))};
}

std::string names_of(const Point& point, Difference verdict) {
  std::vector<std::string> names;
  for (const Activity* activity : point.activities) {
    if (activity->against->told() == verdict) names.push_back(name_of(*activity));
  }
  return all_of(names);
}

std::vector<std::string> changed(const Point& point, const Setting& setting) {
  const std::string up = names_of(point, Difference::More);
  const std::string down = names_of(point, Difference::Less);
  const std::string then = that_period(setting);
  if (down.empty()) return {fmt::format("Beside {}, {} went up", then, up)};
  if (up.empty()) return {fmt::format("Beside {}, {} went down", then, down)};
  return {fmt::format("Beside {}, {} went up, and {} went down", then, up, down)};
}

}  // namespace

std::vector<std::string> activity_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::Count:
      return count(point, setting);
    case Topic::CountAgainst:
      return point.activities[0]->against->verdict == Difference::More ? more(*point.activities[0], setting)
                                                                       : less(*point.activities[0], setting);
    case Topic::Against:
      return against(point, setting);
    case Topic::BusiestMonth:
      return busiest_month(point, setting);
    case Topic::PicturesOfTrip:
      return pictures_of_trip(point);
    case Topic::Months:
      return month_moulds(point, setting);
    case Topic::Streak:
      return streak(point);
    case Topic::First:
      return {fmt::format("The first was on {}", date(*point.activities[0]->first, setting.year)),
              fmt::format("It began on {}", date(*point.activities[0]->first, setting.year))};
    case Topic::Silence:
      return silence(point, setting);
    case Topic::Rest:
      return rest(point);
    case Topic::SummaryChanged:
      return changed(point, setting);
    case Topic::SummaryNoDifference:
      return {fmt::format("{} showed no clear difference",
                          capitalized(names_of(point, Difference::NoClearDifference)))};
    default:
      return {fmt::format("{} had too few records to compare",
                          capitalized(names_of(point, Difference::Unknown)))};
  }
}

}  // namespace hoego::en
