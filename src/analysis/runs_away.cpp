#include "analysis/runs_away.h"

#include <algorithm>
#include <map>

#include "analysis/regular_places.h"
#include "analysis/speed.h"

namespace hoego {
namespace {

constexpr double far_km = 35;
/// The same run goes on over this many days without a sighting.
constexpr int longest_silence = 6;
constexpr std::int64_t hour = 3600;
constexpr int middle_of_night = 3 * 3600;
/// For a connection, at an airport near home: nearer than this one is at home.
constexpr std::int64_t longest_wait = 16 * hour;
constexpr double airport_km = 15;

Instant later(const Sighting& from, double hours) {
  return {from.time.seconds + static_cast<std::int64_t>(hours * hour)};
}

/// Whether a trip ends and another begins after the one day and not after the other.
bool crosses_split(const Corrections& corrections, Date previous, Date day) {
  for (Date at = previous + 1; at <= day; at = at + 1) {
    if (corrections.split(at)) return true;
  }
  return false;
}

/// Takes sightings one by one and parts them into runs.
class Runs {
 public:
  Runs(const std::vector<Sighting>& all, const std::vector<Home>& homes, const Corrections& corrections)
      : homes_(homes), corrections_(corrections), regular_(all, homes) {
    for (const Sighting& sighting : all) {
      const auto same = corrections.same(sighting.day());
      if (same && is_away(sighting)) last_away_[same->from] = sighting.day();
    }
  }

  void take(const Sighting& sighting) {
    const Date day = sighting.day();
    if (!is_away(sighting)) {
      if (open_ && goes_on(day)) return;
      take_at_home(sighting);
      return;
    }
    if (open_) {
      const Date previous = runs_.back().away.back().day();
      const bool silent = day - previous > longest_silence && !goes_on(previous);
      if (silent || (previous < day && crosses_split(corrections_, previous, day))) {
        close(false);
        at_home_.reset();
      }
    }
    if (!open_) {
      runs_.push_back({{}, at_home_, {}, home_km_});
      from_regular_ = at_regular_;
    }
    open_ = true;
    runs_.back().away.push_back(sighting);
  }

  std::vector<RunAway> finish() {
    close(false);
    return std::move(runs_);
  }

 private:
  bool is_away(const Sighting& sighting) const {
    return km_from_home(sighting, homes_) > far_km && !regular_.contains(sighting.at) &&
           !corrections_.never(sighting.day());
  }

  /// Whether the owner says that the trip goes on after this day.
  bool goes_on(Date day) const {
    const auto same = corrections_.same(day);
    const auto last = same ? last_away_.find(same->from) : last_away_.end();
    return last != last_away_.end() && day <= last->second;
  }

  void take_at_home(const Sighting& sighting) {
    const double km = km_from_home(sighting, homes_);
    at_regular_ = regular_.contains(sighting.at);
    home_km_ = open_ || !at_home_ ? km : std::min(home_km_, km);
    if (open_) runs_.back().after = sighting;
    close(at_regular_);
    at_home_ = sighting;
  }

  void close(bool to_regular) {
    if (!open_) return;
    open_ = false;
    const std::vector<Sighting>& away = runs_.back().away;
    const Coordinates home = *home_on(homes_, away.front().day())->spot.at;
    const bool along = from_regular_ || to_regular;
    const bool on_the_road = std::all_of(away.begin(), away.end(), [&](const Sighting& sighting) {
      return sighting.on_the_move || (along && regular_.on_the_way(home, sighting.at));
    });
    if (on_the_road) runs_.pop_back();
  }

  const std::vector<Home>& homes_;
  const Corrections& corrections_;
  RegularPlaces regular_;
  std::map<Date, Date> last_away_;  ///< by first day of the owner's range: last day away in it
  std::vector<RunAway> runs_;
  std::optional<Sighting> at_home_;
  double home_km_ = 0;  ///< nearest since the last run
  bool open_ = false;
  bool from_regular_ = false;
  bool at_regular_ = false;
};

/// Whether a night can have been slept at home between the end of one run and the start of the next. A night
/// at the airport of one's own town is none, as long as nothing was seen nearer to home.
bool slept_at_home(const RunAway& first, const RunAway& second) {
  const Sighting& home = *first.after;
  const double back_hours = shortest_hours(distance_km(first.away.back().at, home.at));
  const double out_hours = shortest_hours(distance_km(second.away.front().at, home.at));
  const Instant back = later(first.away.back(), back_hours);
  const Instant out = later(second.away.front(), -out_hours);
  if (second.home_km_before >= airport_km && out.seconds - back.seconds < longest_wait) return false;
  const WallTime there = wall_time(back, home.record->offset);
  const Date day = there.date();
  const WallTime night =
      WallTime::at(there.second_of_day() < middle_of_night ? day : day + 1, middle_of_night);
  return night <= wall_time(out, home.record->offset);
}

}  // namespace

std::vector<RunAway> find_runs_away(const std::vector<Sighting>& all, const std::vector<Home>& homes,
                                    const Corrections& corrections) {
  Runs finder(all, homes, corrections);
  for (const Sighting& sighting : all) finder.take(sighting);
  std::vector<RunAway> runs;
  for (RunAway& run : finder.finish()) {
    const bool apart = runs.empty() || !runs.back().after || !run.before ||
                       crosses_split(corrections, runs.back().away.back().day(), run.away.front().day());
    if (apart || slept_at_home(runs.back(), run)) {
      runs.push_back(std::move(run));
      continue;
    }
    RunAway& one = runs.back();
    one.away.insert(one.away.end(), run.away.begin(), run.away.end());
    one.after = run.after;
  }
  return runs;
}

}  // namespace hoego
