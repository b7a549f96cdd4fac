#include <fmt/format.h>

#include "story/en_numbers.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

std::vector<std::string> planned_trip(const Planned& planned, const Setting& setting) {
  const std::string place =
      planned.where ? place_name(planned.where->place, Language::English) : std::string{};
  const std::string day = date(planned.days.from, setting.year);
  const int days = planned.days.days();
  if (place.empty()) {
    return {fmt::format("The calendar says “{}” for {}", title_in_text(planned.title),
                        span(planned.days, setting.year))};
  }
  if (days == 1) return {fmt::format("On {} I go to {} for the day", day, place)};
  const std::string nights = counted(days - 1, "night");
  const std::string booked =
      planned.booked ? ", booked on " + date(*planned.booked, setting.year) : std::string{};
  return {fmt::format("On {} I leave for {} in {}{}", day, nights, place, booked),
          fmt::format("{} comes next, for {} from {}{}", place, nights, day, booked)};
}

std::vector<std::string> planned_events(const Point& point, const Setting& setting) {
  const std::string title = title_in_text(point.planned.front()->title);
  std::vector<Date> days;
  for (const Planned* planned : point.planned) {
    if (days.empty() || days.back() != planned->days.from) days.push_back(planned->days.from);
  }
  if (days.size() <= 4) {
    const std::string all = all_of(dates(days, setting.year));
    return {fmt::format("“{}” lies ahead on {}", title, all),
            fmt::format("The calendar holds “{}” on {}", title, all)};
  }
  const std::string first = date(days.front(), setting.year);
  const std::string last = date(days.back(), setting.year);
  return {fmt::format("The calendar holds “{}” {} more times, the first on {} and the last on {}", title,
                      small(point.number), first, last),
          fmt::format("“{}” comes {} more times, from {} to {}", title, small(point.number), first, last)};
}

/// ten of “드럼 레슨”, eight of “합주”.
std::vector<std::string> planned_series(const Point& point, const Setting& setting) {
  std::vector<std::pair<std::string, int>> groups;
  std::string key;
  for (const Planned* planned : point.planned) {
    const std::string title = title_in_text(planned->title);
    if (groups.empty() || without_number(title) != key) {
      groups.emplace_back(title, 0);
      key = without_number(title);
    }
    ++groups.back().second;
  }
  std::vector<std::string> items;
  for (const auto& [title, count] : groups) items.push_back(fmt::format("{} of “{}”", small(count), title));
  return {
      fmt::format("Up to {} the calendar still holds {}", date(point.days.to, setting.year), all_of(items))};
}

}  // namespace

std::vector<std::string> ahead_moulds(const Point& point, const Setting& setting) {
  const std::string kind =
      point.coverage ? kind_name(point.coverage->kind, Language::English) : std::string{};
  switch (point.topic) {
    case Topic::PlannedTrip:
      return planned_trip(*point.planned[0], setting);
    case Topic::PlannedEvents:
      return planned_events(point, setting);
    case Topic::PlannedSeries:
      return planned_series(point, setting);
    case Topic::PlannedRest:
      return {fmt::format("Beside these, {} stand in the calendar",
                          point.number == 1 ? "one more entry" : small(point.number) + " more entries")};
    case Topic::Gap:
      return {fmt::format("From {} there is no record of {}, which is not zero",
                          span(point.days, setting.year), kind),
              fmt::format("Nothing recorded {} from {}", kind, span(point.days, setting.year))};
    case Topic::PartGap:
      return {fmt::format("“{}” is blank from {}, so {} of that time are those that other files saw",
                          source_name(point.coverage->source), span(point.days, setting.year), kind)};
    case Topic::StartsLate:
      return {fmt::format("The records of {} begin on {}, so what came before is not in here", kind,
                          date(point.days.to + 1, setting.year))};
    case Topic::EndsEarly:
      return {fmt::format("The records of {} end on {}, so what came after cannot be told", kind,
                          date(point.days.from - 1, setting.year))};
    case Topic::PresenceOnly:
      return {"Photos show the days on which I took some, and no others",
              "What a day without photos was like, photos cannot say"};
    case Topic::NothingSure:
      return {fmt::format("There are records of {}, but nothing that can be told from them with certainty",
                          setting.whole_year ? std::to_string(setting.year) : "this period")};
    default:
      return {fmt::format("There are no records of {}, so there is nothing to tell",
                          setting.whole_year ? std::to_string(setting.year) : "this period")};
  }
}

}  // namespace hoego::en
