#include "resolve/clocks.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hoego {
namespace {

constexpr std::int64_t slot_seconds = 600;
/// A picture may be taken this long before the first or after the last fix abroad and still be of that stay.
constexpr std::int64_t edge_seconds = 18 * 3600;
/// Share of the camera's ten minutes in which the owner's other device is also used, if the clock is read
/// rightly.
constexpr double together = 0.7;
/// Successive ten minutes are not independent: a run of twelve counts as one look.
constexpr double slots_per_look = 12;
constexpr double certain_enough = 0.9;
constexpr std::size_t fewest_slots = 3;

using Slots = std::set<std::int64_t>;

struct Run {
  Instant from;
  Instant to;
  Slots slots;  ///< ten minutes of the fixes, each with its two neighbours
};

bool away(const Fix& fix, const Zone& home) {
  return fix.zone.offset_at(fix.at) != home.offset_at(fix.at);
}

std::vector<Run> runs_in_other_zones(const Whereabouts& whereabouts) {
  std::vector<Run> runs;
  bool running = false;
  for (const Fix& fix : whereabouts.fixes()) {
    if (!away(fix, whereabouts.home())) {
      running = false;
      continue;
    }
    if (!running) runs.push_back({fix.at, fix.at, {}});
    running = true;
    runs.back().to = fix.at;
    const std::int64_t slot = fix.at.seconds / slot_seconds;
    for (const std::int64_t near : {slot - 1, slot, slot + 1}) runs.back().slots.insert(near);
  }
  return runs;
}

std::size_t shared(const Slots& camera, const Slots& device) {
  return static_cast<std::size_t>(
      std::count_if(camera.begin(), camera.end(), [&](std::int64_t slot) { return device.count(slot) > 0; }));
}

/// Probability that the clock was on home time, from how many ten minutes match under each reading.
double certainty(const Run& run, const Slots& as_home, const Slots& as_local) {
  const double span = static_cast<double>(run.to.seconds - run.from.seconds) / slot_seconds + 1;
  const double by_chance = std::clamp(static_cast<double>(run.slots.size()) / span, 0.01, together - 0.05);
  const auto log_likelihood = [&](const Slots& slots) {
    const auto hits = static_cast<double>(shared(slots, run.slots));
    const double misses = static_cast<double>(slots.size()) - hits;
    return hits * std::log(together / by_chance) + misses * std::log((1 - together) / (1 - by_chance));
  };
  return 1 / (1 + std::exp((log_likelihood(as_local) - log_likelihood(as_home)) / slots_per_look));
}

}  // namespace

std::vector<HomeTimeStay> cameras_on_home_time(const Whereabouts& whereabouts,
                                               const std::map<std::string, std::vector<WallTime>>& shots) {
  std::vector<HomeTimeStay> found;
  const std::vector<Run> runs = runs_in_other_zones(whereabouts);
  for (const auto& [camera, walls] : shots) {
    for (const Run& run : runs) {
      Slots as_home;
      Slots as_local;
      for (const WallTime wall : walls) {
        const Instant home_time = whereabouts.home().resolve(wall);
        if (home_time.seconds < run.from.seconds - edge_seconds ||
            home_time.seconds > run.to.seconds + edge_seconds) {
          continue;
        }
        as_home.insert(home_time.seconds / slot_seconds);
        as_local.insert(whereabouts.zone_at(wall).zone.resolve(wall).seconds / slot_seconds);
      }
      if (as_home.size() < fewest_slots) continue;
      const double sure = certainty(run, as_home, as_local);
      if (sure < certain_enough) continue;
      found.push_back({camera, {run.from.seconds - edge_seconds}, {run.to.seconds + edge_seconds}, sure});
    }
  }
  return found;
}

}  // namespace hoego
