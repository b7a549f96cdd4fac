#include "analysis/tickets.h"

#include <algorithm>

#include "analysis/trips.h"
#include "record/observation.h"

namespace hoego {
namespace {

constexpr double by_air_km = 300;
constexpr int days_around = 2;
constexpr std::int64_t longest_delay = 3 * 86400;

std::string text_of(const Record& record, const char* key) {
  const std::string* value = record.find_trait(key);
  return value == nullptr ? std::string() : *value;
}

bool carries(const Record& record) {
  if (record.all_day || record.end_instant() <= record.begin_instant()) return false;  // clocks may go back
  if (record.kind == Kind::Event) return record.offset != record.end_offset;
  const std::string what = text_of(record, trait::what);
  return record.kind == Kind::Reservation &&
         (what == "flight" || what == "train" || what == "bus" || what == "boat");
}

/// Seconds by which it was moved since it was booked.
std::int64_t moved_by(const Record& record) {
  const auto first = WallTime::parse(text_of(record, trait::first_planned));
  return first ? record.begin.seconds - first->seconds : 0;
}

Leg leg_of(const Record& record, Offset home) {
  const std::int64_t moved = moved_by(record);
  Leg leg;
  leg.record = &record;
  leg.departs = {record.begin_instant().seconds - moved};
  leg.lands = {record.end_instant().seconds - moved};
  leg.departs_on = wall_time(leg.departs, record.offset).date();
  leg.lands_on = wall_time(leg.lands, record.end_offset).date();
  leg.booked = booked_on(record, home);
  return leg;
}

}  // namespace

std::optional<Date> booked_on(const Record& record, Offset home) {
  const std::string booked = text_of(record, trait::booked);
  if (booked.size() < 19) return std::nullopt;
  const auto wall = WallTime::parse(std::string_view(booked).substr(0, 19));
  if (!wall) return std::nullopt;
  return wall_time(instant(*wall, Offset{0}), home).date();
}

std::vector<Leg> legs_of(const Timeline& timeline, DateRange days, Offset home) {
  std::vector<Leg> legs;
  for (const Record* record : timeline.on({days.from - days_around, days.to + days_around})) {
    if (record->mine && still_stands(*record) && carries(*record)) legs.push_back(leg_of(*record, home));
  }
  std::stable_sort(legs.begin(), legs.end(),
                   [](const Leg& a, const Leg& b) { return a.departs < b.departs; });
  return legs;
}

std::vector<const Record*> reservations_on(const Timeline& timeline, DateRange days) {
  std::vector<const Record*> found;
  for (const Record* record : timeline.on(days)) {
    const bool reserved = record->kind == Kind::Reservation && record->mine && still_stands(*record);
    if (reserved && !carries(*record)) found.push_back(record);
  }
  return found;
}

std::optional<Instant> landing_of(const Journey& journey) {
  std::vector<Sighting> path = journey.away;
  if (journey.on_the_way_back && journey.on_the_way_back->time > path.back().time)
    path.push_back(*journey.on_the_way_back);
  if (journey.after) path.push_back(*journey.after);
  for (std::size_t i = path.size() - 1; i > 0; --i) {
    if (distance_km(path[i - 1].at, path[i].at) >= by_air_km) return path[i].time;
  }
  return std::nullopt;
}

std::optional<double> delay_of(const Journey& journey, const std::vector<Leg>& legs) {
  const auto landed = landing_of(journey);
  if (!landed || journey.farthest_km < by_air_km) return std::nullopt;
  const std::int64_t middle = (journey.away.front().time.seconds + journey.away.back().time.seconds) / 2;
  for (auto leg = legs.rbegin(); leg != legs.rend(); ++leg) {
    const std::int64_t late = landed->seconds - leg->lands.seconds;
    if (leg->departs.seconds > middle && std::abs(late) <= longest_delay)
      return static_cast<double>(late) / 3600;
  }
  return std::nullopt;
}

}  // namespace hoego
