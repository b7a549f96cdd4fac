#include <fmt/format.h>

#include <algorithm>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

std::string name_of(const Occasion& one) {
  return label_in(one.label, Language::English);
}

/// June 2022: a first is told with how far its records reach back.
std::string since(Date day) {
  return month(day, 0);
}

/// The latest of their reaches holds for all of them.
Date reach_of(const Point& point) {
  Date reach = *point.occasions.front()->reaches_back_to;
  for (const Occasion* one : point.occasions) reach = std::max(reach, *one->reaches_back_to);
  return reach;
}

std::string names_of(const Point& point) {
  std::vector<std::string> names;
  for (const Occasion* one : point.occasions) names.push_back(name_of(*one));
  return all_of(names);
}

/// Streamlit (May 3) and Kubernetes (July 1).
std::string with_days(const Point& point, const Setting& setting) {
  std::vector<std::string> items;
  for (const Occasion* one : point.occasions)
    items.push_back(fmt::format("{} ({})", name_of(*one), date(one->date, setting.year)));
  return all_of(items);
}

std::vector<std::string> first_towns(const Point& point) {
  const std::string from = since(reach_of(point));
  const std::string names = names_of(point);
  const bool one = point.occasions.size() == 1;
  return {fmt::format("{} {} new to me, as far as photos and positions reach back, to {}", names,
                      one ? "was" : "were", from),
          fmt::format("Nothing since {} had taken me to {} before", from, names)};
}

std::vector<std::string> first_times(const Point& point, const Setting& setting) {
  const Occasion& one = *point.occasions.front();
  if (one.subject == Subject::Town) return first_towns(point);
  const std::string from = since(reach_of(point));
  const bool alone = point.occasions.size() == 1;
  const std::string items = alone ? name_of(one) : with_days(point, setting);
  const std::string when = alone ? " on " + date(one.date, setting.year) : std::string{};
  switch (one.subject) {
    case Subject::Tool:
      return {fmt::format("I first used {}{}; the records reach back to {}", items, when, from),
              fmt::format("In records that begin in {}, I first turned to {}{}", from, items, when)};
    case Subject::Topic:
      return {alone
                  ? fmt::format("A new name in what I wrote since {} was {}, first met{}", from, items, when)
                  : fmt::format("In what I wrote since {}, new names came up: {}", from, items),
              fmt::format("I first wrote of {}{}, with nothing of it back to {}", items, when, from)};
    case Subject::Language:
      return {alone ? fmt::format("My first commit in {} came{}, in a history that begins in {}", items, when,
                                  from)
                    : fmt::format("New languages in my commits were {}, in a history that begins in {}",
                                  items, from)};
    default:
      return {fmt::format("I first worked on {}{}, in a history that begins in {}", items, when, from)};
  }
}

std::vector<std::string> last_time(const Occasion& one, const Setting& setting) {
  const std::string name = name_of(one);
  const std::string day = date(one.date, setting.year);
  const std::string rest =
      fmt::format("{} without it followed, up to {}", figure(*one.silent_to - one.date, "day"),
                  date(*one.silent_to, setting.year));
  switch (one.subject) {
    case Subject::Tool:
      return {fmt::format("I last used {} on {}; {}", name, day, rest)};
    case Subject::Language:
      return {fmt::format("My last commit in {} was of {}; {}", name, day, rest)};
    default:
      return {fmt::format("I last touched {} on {}; {}", name, day, rest)};
  }
}

std::vector<std::string> best(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const Best& best = *point.best;
  const bool week = best.what == BestKind::Week;
  const std::string name = activity_name(activity, Language::English);
  const std::string many = figure(static_cast<long long>(best.value), noun(activity.kind));
  const std::string when = span(best.days, setting.year);
  const std::string from = since(*best.reaches_back_to);
  return {fmt::format("The fullest {} for {} was {}, with {}, the most since {}", week ? "week" : "day", name,
                      when, many, from),
          fmt::format("No {} since {} had as much of {} as {}: {}", week ? "week" : "day", from, name, when,
                      many)};
}

std::vector<std::string> round_count(const Point& point, const Setting& setting) {
  const Activity& activity = *point.activities[0];
  const Best& best = *point.best;
  const std::string many = figure(static_cast<long long>(best.value), noun(activity.kind));
  const std::string name = activity_name(activity, Language::English);
  const bool named = activity.kind == Kind::Event || name != kind_name(activity.kind, Language::English);
  return {fmt::format("Counted from {}, {}reached {} on {}", since(*best.reaches_back_to),
                      named ? name + " " : "I ", many, date(best.days.from, setting.year))};
}

std::vector<std::string> lull(const Point& point, const Setting& setting) {
  const std::string trip = trip_name(*point.trips[0], Language::English);
  const std::string days = counted(static_cast<long long>(point.best->value), "day");
  const std::string back = date(point.best->days.to + 1, setting.year);
  return {fmt::format("For {} after {}, everyday things came far less often, and came back on {}", days, trip,
                      back),
          fmt::format("Back from {}, I had {} much quieter than usual, until {}", trip, days, back)};
}

std::vector<std::string> age(const Point& point, const Setting& setting) {
  const Milestone& milestone = *point.milestone;
  const bool ahead = milestone.date > setting.findings.period.as_of;
  return {fmt::format("I {} {} on {}", ahead ? "will turn" : "turned", grouped(milestone.years),
                      date(milestone.date, setting.year))};
}

std::vector<std::string> found_anniversary(const Point& point, const Setting& setting) {
  const Milestone& milestone = *point.milestone;
  const std::string label = label_in(milestone.label, Language::English);
  return {fmt::format("{} marked {} since I began with {}", date(milestone.date, setting.year),
                      counted(milestone.years, "year"), label)};
}

}  // namespace

std::vector<std::string> occasion_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::FirstTimes:
      return first_times(point, setting);
    case Topic::LastTime:
      return last_time(*point.occasions.front(), setting);
    case Topic::RoundCount:
      return round_count(point, setting);
    case Topic::Lull:
      return lull(point, setting);
    case Topic::Age:
      return age(point, setting);
    case Topic::FoundAnniversary:
      return found_anniversary(point, setting);
    default:
      return best(point, setting);
  }
}

}  // namespace hoego::en
