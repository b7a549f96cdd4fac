#include "analysis/journeys_seen.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "record/observation.h"

namespace hoego {
namespace {

constexpr int picture_reaches = 21;  ///< days

/// What tells of the owner: sources of positions, calendars with own entries, days of own pictures with a
/// position.
struct Tellers {
  std::set<std::string> positions;
  std::set<std::string> calendars;
  std::set<Date> pictures;
};

Tellers tellers_in(const Timeline& timeline, Date as_of) {
  Tellers tellers;
  for (const Record& record : timeline.records()) {
    if (!record.mine) continue;
    if (record.kind == Kind::Event) {
      const std::string* calendar = record.find_trait(trait::calendar);
      tellers.calendars.insert(calendar == nullptr ? std::string() : *calendar);
    }
    if (!record.position || record.day() > as_of) continue;
    if (record.kind == Kind::Photo || record.kind == Kind::Video) tellers.pictures.insert(record.day());
    if (record.kind == Kind::Measurement || record.kind == Kind::Visit) {
      for (const Origin& origin : record.origins) tellers.positions.insert(origin.source);
    }
  }
  return tellers;
}

Days reached_by(const std::set<Date>& pictures, Date as_of) {
  Days days;
  if (pictures.empty()) return days;
  days.add({*pictures.begin() - picture_reaches, *pictures.begin()});
  for (const Date day : pictures) days.add({day, std::min(day + picture_reaches, as_of)});
  return days;
}

}  // namespace

JourneysSeen journeys_seen(const Timeline& timeline, Date as_of) {
  const Tellers tellers = tellers_in(timeline, as_of);
  JourneysSeen seen;
  seen.by_positions = days_that_prove_absence(timeline, [&](const CoveredSpan& span) {
    const bool of_positions = span.kind == Kind::Measurement || span.kind == Kind::Visit;
    return of_positions && tellers.positions.count(span.source) > 0;
  });
  const Days by_calendar = days_that_prove_absence(timeline, [&](const CoveredSpan& span) {
    return span.kind == Kind::Event && tellers.calendars.count(span.scope) > 0;
  });
  seen.at_all = by_calendar.common(reached_by(tellers.pictures, as_of));
  seen.at_all.add(seen.by_positions);
  return seen;
}

}  // namespace hoego
