#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/activities.h"
#include "analysis/evidence.h"
#include "analysis/tickets.h"
#include "analysis/trips.h"
#include "analysis/year.h"

namespace hoego {
namespace {

Planned planned_from(const Record& event, const Assignment& assignment, const Home* home,
                     const Places& atlas) {
  Planned planned;
  planned.title = event.title;
  planned.days = {event.day(), event.last_day()};
  planned.activity = assignment.of(event);
  const std::string* what = event.find_trait(trait::what);
  planned.trip = planned.activity.empty() &&
                 (tells_of_a_trip(event, home, atlas) || (what != nullptr && *what == "flight"));
  planned.booked = booked_on(event, event.offset);
  if (planned.trip) {
    if (const auto named = place_in_title(atlas, event.title)) planned.where = Spot{named->place, named->at};
  }
  planned.evidence = evidence_of({&event});
  planned.id = fmt::format("planned-{}-{}", planned.days.from.iso(), slug(event.title).substr(0, 60));
  return planned;
}

/// Of the last own record before a day: where one plans from.
Offset offset_at_home(const Timeline& timeline, Date day) {
  Offset offset = timeline.records().front().offset;
  for (const Record& record : timeline.records()) {
    if (record.day() > day) break;
    if (record.mine && !record.all_day) offset = record.offset;
  }
  return offset;
}

/// What a ticket is to an entry that is there already: evidence of it, not another plan.
Planned* plan_that_holds(std::vector<Planned>& all, const Record& reservation) {
  const DateRange days{reservation.day() - 1, reservation.last_day() + 1};
  for (Planned& planned : all) {
    if (planned.trip && intersect(planned.days, days)) return &planned;
  }
  return nullptr;
}

void add_evidence(Planned& planned, const Record& reservation, Offset home) {
  planned.evidence.records.push_back(reservation.id);
  ++planned.evidence.count;
  const auto booked = booked_on(reservation, home);
  if (booked && (!planned.booked || *booked < *planned.booked)) planned.booked = booked;
}

}  // namespace

std::vector<Planned> find_planned(const Timeline& timeline, const Settings& settings,
                                  const std::vector<Home>& homes, const Places& atlas, const Period& period) {
  std::vector<Planned> all;
  if (period.as_of >= period.to) return all;
  const Assignment assignment(timeline, settings);
  const Home* home = home_on(homes, period.as_of);
  std::set<std::string> used;
  const auto add = [&](const Record& entry) {
    Planned planned = planned_from(entry, assignment, home, atlas);
    const std::string base = planned.id;
    for (int again = 2; !used.insert(planned.id).second; ++again)
      planned.id = fmt::format("{}-{}", base, again);
    all.push_back(std::move(planned));
  };
  // A ticket back states another clock than the one by which it was booked.
  const Offset home_offset = timeline.records().empty() ? Offset{} : offset_at_home(timeline, period.as_of);
  const std::vector<const Record*> ahead = timeline.on({period.as_of + 1, period.to});
  for (const Record* entry : ahead) {
    if (entry->kind == Kind::Event && entry->mine && still_stands(*entry)) add(*entry);
  }
  for (const Record* entry : ahead) {
    if (entry->kind != Kind::Reservation || !entry->mine || !still_stands(*entry)) continue;
    if (Planned* planned = plan_that_holds(all, *entry)) {
      add_evidence(*planned, *entry, home_offset);
    } else {
      add(*entry);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Planned& a, const Planned& b) { return a.days.from < b.days.from; });
  return all;
}

}  // namespace hoego
