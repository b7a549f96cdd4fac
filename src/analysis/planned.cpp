#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/activities.h"
#include "analysis/evidence.h"
#include "analysis/trips.h"
#include "analysis/year.h"

namespace hoego {
namespace {

std::optional<Date> booked_day(const Record& event) {
  const std::string* booked = event.find_trait(trait::booked);
  if (booked == nullptr || booked->size() < 19) return std::nullopt;
  const auto wall = WallTime::parse(std::string_view(*booked).substr(0, 19));
  if (!wall) return std::nullopt;
  return wall_time(instant(*wall, Offset{0}), event.offset).date();
}

Planned planned_from(const Record& event, const Assignment& assignment, const Home* home,
                     const Places& atlas) {
  Planned planned;
  planned.title = event.title;
  planned.days = {event.day(), event.last_day()};
  planned.activity = assignment.of(event);
  planned.trip = planned.activity.empty() && tells_of_a_trip(event, home, atlas);
  planned.booked = booked_day(event);
  if (planned.trip) {
    if (const auto named = place_in_title(atlas, event.title)) planned.where = Spot{named->place, named->at};
  }
  planned.evidence = evidence_of({&event});
  planned.id = fmt::format("planned-{}-{}", planned.days.from.iso(), slug(event.title).substr(0, 60));
  return planned;
}

}  // namespace

std::vector<Planned> find_planned(const Timeline& timeline, const Settings& settings,
                                  const std::vector<Home>& homes, const Places& atlas, const Period& period) {
  std::vector<Planned> all;
  if (period.as_of >= period.to) return all;
  const Assignment assignment(timeline, settings);
  const Home* home = home_on(homes, period.as_of);
  std::set<std::string> used;
  for (const Record* event : timeline.on({period.as_of + 1, period.to})) {
    if (event->kind != Kind::Event || !event->mine || !still_stands(*event)) continue;
    Planned planned = planned_from(*event, assignment, home, atlas);
    const std::string base = planned.id;
    for (int again = 2; !used.insert(planned.id).second; ++again)
      planned.id = fmt::format("{}-{}", base, again);
    all.push_back(std::move(planned));
  }
  return all;
}

}  // namespace hoego
