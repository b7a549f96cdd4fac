#include "resolve/whereabouts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace hoego {
namespace {

constexpr std::int64_t hour = 3600;
/// A single fix tells the zone this long before and after.
constexpr std::int64_t reach_of_one = 18 * hour;
/// Two fixes in one zone tell everything between them up to this gap.
constexpr std::int64_t reach_of_two = 5 * 24 * hour;

std::optional<Zone> zone_of_most_days(const std::vector<Fix>& fixes) {
  std::map<std::string, std::set<std::int32_t>> days;
  for (const Fix& fix : fixes) {
    days[fix.zone.name()].insert(wall_time(fix.at, fix.zone.offset_at(fix.at)).date().days);
  }
  const auto most = std::max_element(days.begin(), days.end(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  if (most == days.end()) return std::nullopt;
  return Zone::find(most->first);
}

}  // namespace

Whereabouts::Whereabouts(std::vector<Fix> fixes, std::optional<Zone> home)
    : fixes_(std::move(fixes)), home_(home ? *home : Zone::system()), home_from_(ZoneFrom::Home) {
  std::stable_sort(fixes_.begin(), fixes_.end(), [](const Fix& a, const Fix& b) {
    return std::tuple(a.at, a.position.latitude, a.position.longitude) <
           std::tuple(b.at, b.position.latitude, b.position.longitude);
  });
  if (!home) {
    if (const auto usual = zone_of_most_days(fixes_))
      home_ = *usual;
    else
      home_from_ = ZoneFrom::Assumed;
  }
  std::vector<std::pair<std::int64_t, std::size_t>> by_wall;
  for (std::size_t i = 0; i < fixes_.size(); ++i) {
    instants_.push_back(fixes_[i].at.seconds);
    instant_order_.push_back(i);
    by_wall.emplace_back(wall_time(fixes_[i].at, fixes_[i].zone.offset_at(fixes_[i].at)).seconds, i);
  }
  std::sort(by_wall.begin(), by_wall.end());
  for (const auto& [wall, index] : by_wall) {
    walls_.push_back(wall);
    wall_order_.push_back(index);
  }
}

Whereabouts::Answer Whereabouts::nearest(std::int64_t value, const std::vector<std::int64_t>& keys,
                                         const std::vector<std::size_t>& order) const {
  const auto after =
      static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), value) - keys.begin());
  const bool has_before = after > 0;
  const bool has_after = after < keys.size();
  const std::int64_t since = has_before ? value - keys[after - 1] : reach_of_two;
  const std::int64_t until = has_after ? keys[after] - value : reach_of_two;
  if (has_before && has_after && since + until <= reach_of_two) {
    const Fix& before_fix = fixes_[order[after - 1]];
    const Fix& after_fix = fixes_[order[after]];
    if (before_fix.zone == after_fix.zone) return {before_fix.zone, ZoneFrom::Whereabouts};
  }
  if (has_before && since <= until && since <= reach_of_one) {
    return {fixes_[order[after - 1]].zone, ZoneFrom::Whereabouts};
  }
  if (has_after && until <= reach_of_one) return {fixes_[order[after]].zone, ZoneFrom::Whereabouts};
  return {home_, home_from_};
}

Whereabouts::Answer Whereabouts::zone_at(Instant instant) const {
  return nearest(instant.seconds, instants_, instant_order_);
}

Whereabouts::Answer Whereabouts::zone_at(WallTime wall) const {
  return nearest(wall.seconds, walls_, wall_order_);
}

}  // namespace hoego
