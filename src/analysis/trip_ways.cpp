#include "analysis/trip_ways.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace hoego {
namespace {

constexpr double by_air_km = 300;
constexpr std::int64_t same_way = 90 * 60;
constexpr std::int64_t longest_delay = 3 * 86400;

TripWay way_of(const Leg& leg) {
  const Record& record = *leg.record;
  TripWay way;
  way.told_by = {&record};
  way.departs = {leg.departs, record.offset};
  way.lands = {leg.lands, record.end_offset};
  if (record.begin_instant() != leg.departs) {
    way.now_departs = ClockTime{record.begin_instant(), record.offset};
    way.now_lands = ClockTime{record.end_instant(), record.end_offset};
  }
  return way;
}

bool is_same(const TripWay& way, const Leg& leg) {
  return std::abs(way.departs.at.seconds - leg.departs.seconds) <= same_way &&
         std::abs(way.lands.at.seconds - leg.lands.seconds) <= same_way;
}

/// A ticket tells more exactly than the calendar.
void join(TripWay& way, const Leg& leg) {
  TripWay other = way_of(leg);
  if (way.told_by.front()->kind != Kind::Reservation && leg.record->kind == Kind::Reservation)
    std::swap(way, other);
  way.told_by.insert(way.told_by.end(), other.told_by.begin(), other.told_by.end());
  if (!way.now_departs) {
    way.now_departs = other.now_departs;
    way.now_lands = other.now_lands;
  }
}

struct Hop {
  Sighting from;
  Sighting to;
};

std::vector<Hop> hops_of(const Journey& journey) {
  std::vector<Sighting> path;
  if (journey.before) path.push_back(*journey.before);
  if (journey.on_the_way_out) path.push_back(*journey.on_the_way_out);
  path.insert(path.end(), journey.away.begin(), journey.away.end());
  if (journey.on_the_way_back) path.push_back(*journey.on_the_way_back);
  if (journey.after) path.push_back(*journey.after);
  std::stable_sort(path.begin(), path.end(),
                   [](const Sighting& a, const Sighting& b) { return a.time < b.time; });
  std::vector<Hop> hops;
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (distance_km(path[i - 1].at, path[i].at) >= by_air_km) hops.push_back({path[i - 1], path[i]});
  }
  return hops;
}

/// Sets between which sightings the way lies: of the hops after its departure the first, and the one that
/// ends nearest to its landing.
void see(TripWay& way, const std::vector<Hop>& hops) {
  const auto late = [&way](const Hop& hop) { return std::abs(hop.to.time.seconds - way.lands.at.seconds); };
  const Hop* out = nullptr;
  const Hop* in = nullptr;
  for (const Hop& hop : hops) {
    if (hop.to.time <= way.departs.at || late(hop) > longest_delay) continue;
    if (out == nullptr) out = &hop;
    if (in == nullptr || late(hop) < late(*in)) in = &hop;
  }
  if (out == nullptr) return;
  way.last_seen = out->from;
  way.first_seen = in->to;
}

}  // namespace

std::vector<TripWay> ways_of(const std::vector<Leg>& legs, const Journey* journey,
                             std::optional<double> delay_hours) {
  std::vector<TripWay> ways;
  for (const Leg& leg : legs) {
    const auto same =
        std::find_if(ways.begin(), ways.end(), [&leg](const TripWay& way) { return is_same(way, leg); });
    if (same == ways.end())
      ways.push_back(way_of(leg));
    else
      join(*same, leg);
  }
  if (journey == nullptr) return ways;
  const std::vector<Hop> hops = hops_of(*journey);
  for (TripWay& way : ways) see(way, hops);
  const auto landed = landing_of(*journey);
  for (TripWay& way : ways) {
    if (!landed || !delay_hours) break;
    const double late = static_cast<double>(landed->seconds - way.lands.at.seconds) / 3600;
    if (std::abs(late - *delay_hours) < 1e-6) way.delay_hours = delay_hours;
  }
  return ways;
}

}  // namespace hoego
