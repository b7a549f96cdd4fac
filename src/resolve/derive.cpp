#include "resolve/derive.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "resolve/clocks.h"
#include "resolve/mine.h"
#include "resolve/same.h"
#include "resolve/whereabouts.h"

namespace hoego {
namespace {

using Identity = std::pair<Kind, std::string>;

struct Merged {
  std::vector<MergedThing> things;
  std::size_t observed = 0;  ///< things with and without a time
};

Merged merge_all(std::vector<SourcedObservation> observations) {
  std::map<Identity, Sighted> groups;
  for (SourcedObservation& item : observations) {
    const Identity identity{item.observation.kind, item.observation.identity};
    groups[identity].observations.push_back(std::move(item));
  }
  std::vector<Sighted> sighted;
  sighted.reserve(groups.size());
  for (auto& [identity, group] : groups) sighted.push_back(std::move(group));
  const std::vector<std::size_t> firsts = same_as(sighted);
  for (std::size_t i = 0; i < sighted.size(); ++i) {
    if (firsts[i] == i) continue;
    auto& all = sighted[firsts[i]].observations;
    std::move(sighted[i].observations.begin(), sighted[i].observations.end(), std::back_inserter(all));
    sighted[i].observations.clear();
  }
  Merged merged;
  merged.things.reserve(sighted.size());
  for (Sighted& group : sighted) {
    if (!group.observations.empty()) merged.things.push_back(merge(std::move(group.observations)));
  }
  merged.observed = merged.things.size();
  return merged;
}

std::string camera_of(const Observation& observation) {
  const auto found = observation.traits.find(trait::camera);
  return found == observation.traits.end() ? std::string() : found->second;
}

std::optional<Zone> zone_at(Coordinates position, const ZoneOf& zone_of) {
  return Zone::find(zone_of(position));
}

/// Whether the thing tells where its owner was: an own picture, or a thing of the owner's with a position.
bool places_its_owner(const MergedThing& thing, const Ownership& ownership) {
  const bool entered_by_hand = thing.best.kind == Kind::Event || thing.best.kind == Kind::Reservation;
  return thing.best.position && !entered_by_hand && ownership.is_mine(thing);
}

std::vector<Fix> fixes_of(const std::vector<MergedThing>& things, const Ownership& ownership,
                          const ZoneOf& zone_of) {
  std::vector<Fix> fixes;
  for (const MergedThing& thing : things) {
    if (!places_its_owner(thing, ownership)) continue;
    const auto zone = zone_at(*thing.best.position, zone_of);
    if (!zone) continue;
    auto at = stated_instant(*thing.best.begin);
    if (!at && thing.best.begin->form == When::Form::Floating) {
      at = zone->resolve(WallTime{thing.best.begin->seconds});
    }
    if (at) fixes.push_back({*at, *thing.best.position, *zone});
  }
  return fixes;
}

/// What the clocks of cameras without GPS and without an offset showed.
std::map<std::string, std::vector<WallTime>> bare_shots(const std::vector<MergedThing>& things,
                                                        const Ownership& ownership) {
  std::map<std::string, std::vector<WallTime>> shots;
  for (const MergedThing& thing : things) {
    const std::string camera = camera_of(thing.best);
    if (camera.empty() || thing.best.position || thing.best.begin->form != When::Form::Floating) continue;
    if (ownership.is_mine(thing)) shots[camera].push_back(WallTime{thing.best.begin->seconds});
  }
  return shots;
}

/// Places one merged thing in local time.
class Placer {
 public:
  Placer(const Decisions& decisions, const Whereabouts& whereabouts, const ZoneOf& zone_of,
         std::vector<HomeTimeStay> stays)
      : decisions_(decisions), whereabouts_(whereabouts), zone_of_(zone_of), stays_(std::move(stays)) {}

  void place(const MergedThing& thing, Record& record) {
    const When& begin = *thing.best.begin;
    record.day_starts = decisions_.day_starts;
    if (begin.form == When::Form::Day) return place_days(thing, record);
    const std::string camera = camera_of(thing.best);
    if (begin.form == When::Form::Floating && !camera.empty() &&
        (place_by_stated_clock(camera, begin, record) ||
         (!thing.best.position && place_by_home_time(camera, begin, record)))) {
      return;
    }
    if (place_by_instant(thing, record)) return;
    const auto [wall, offset, from] = local(begin, thing.best.position);
    record.begin = record.end = wall;
    record.offset = record.end_offset = offset;
    record.zone_from = from;
    if (!thing.best.end) return;
    const Local end = local(*thing.best.end, thing.best.position);
    record.end = end.wall;
    record.end_offset = end.offset;
    if (record.end_instant() < record.begin_instant()) {  // floating times read in two zones
      record.end = record.begin;
      record.end_offset = record.offset;
    }
  }

  const std::map<std::size_t, std::size_t>& used_clocks() const { return used_clocks_; }

 private:
  struct Local {
    WallTime wall;
    Offset offset;
    ZoneFrom from;
  };

  Local local(const When& when, std::optional<Coordinates> position) const {
    if (when.form == When::Form::Offset) return {WallTime{when.seconds}, when.offset, ZoneFrom::Stated};
    if (when.form == When::Form::Zoned) {
      if (const auto zone = Zone::find(when.zone))
        return in_zone(*zone, WallTime{when.seconds}, ZoneFrom::Stated);
    }
    if (position) {
      if (const auto zone = zone_at(*position, zone_of_)) {
        if (when.form == When::Form::Instant)
          return in_zone(*zone, Instant{when.seconds}, ZoneFrom::Coordinates);
        return in_zone(*zone, WallTime{when.seconds}, ZoneFrom::Coordinates);
      }
    }
    if (when.form == When::Form::Instant) {
      const auto [zone, from] = whereabouts_.zone_at(Instant{when.seconds});
      return in_zone(zone, Instant{when.seconds}, from);
    }
    const auto [zone, from] = whereabouts_.zone_at(WallTime{when.seconds});
    return in_zone(zone, WallTime{when.seconds}, from);
  }

  static Local in_zone(const Zone& zone, WallTime wall, ZoneFrom from) {
    return {wall, zone.offset_at(zone.resolve(wall)), from};
  }
  static Local in_zone(const Zone& zone, Instant at, ZoneFrom from) {
    const Offset offset = zone.offset_at(at);
    return {wall_time(at, offset), offset, from};
  }

  void place_days(const MergedThing& thing, Record& record) const {
    record.all_day = true;
    record.begin = WallTime{thing.best.begin->seconds};
    record.end = thing.best.end ? WallTime{thing.best.end->seconds} : WallTime::at(record.begin.date() + 1);
    if (record.end <= record.begin) record.end = WallTime::at(record.begin.date() + 1);
    const Local begin = local(When::floating(record.begin), thing.best.position);
    const Local end = local(When::floating(record.end), thing.best.position);
    record.offset = begin.offset;
    record.end_offset = end.offset;
    record.zone_from = begin.from;
  }

  bool place_by_stated_clock(const std::string& camera, const When& begin, Record& record) {
    const WallTime shown{begin.seconds};
    for (std::size_t i = 0; i < decisions_.clocks.size(); ++i) {
      const CameraClock& clock = decisions_.clocks[i];
      if (clock.camera != camera || !clock.days.contains(shown.date())) continue;
      const WallTime wall{shown.seconds + clock.shift};
      const auto [zone, from] = whereabouts_.zone_at(wall);
      set_corrected(record, in_zone(zone, wall, ZoneFrom::Corrected), shown, "stated");
      ++used_clocks_[i];
      return true;
    }
    return false;
  }

  /// A camera without GPS whose pictures' instants a service knew: the distance between the two is that of
  /// the camera's clock from UTC, not of where its owner was.
  bool place_by_instant(const MergedThing& thing, Record& record) const {
    const When& begin = *thing.best.begin;
    const auto found = thing.best.traits.find(trait::time_from);
    const bool worked_out = found != thing.best.traits.end() &&
                            (found->second == "exif+sidecar" || found->second == "xmp+sidecar");
    if (!worked_out || begin.form != When::Form::Offset || thing.best.position) return false;
    const WallTime shown{begin.seconds};
    const Instant at = instant(shown, begin.offset);
    const auto [zone, from] = whereabouts_.zone_at(at);
    const Local local_time = in_zone(zone, at, ZoneFrom::Corrected);
    if (from != ZoneFrom::Whereabouts || local_time.wall == shown) return false;
    set_corrected(record, local_time, shown, "0.990");
    return true;
  }

  bool place_by_home_time(const std::string& camera, const When& begin, Record& record) const {
    const WallTime shown{begin.seconds};
    const Instant at = whereabouts_.home().resolve(shown);
    for (const HomeTimeStay& stay : stays_) {
      if (stay.camera != camera || at < stay.from || at > stay.to) continue;
      const auto [zone, from] = whereabouts_.zone_at(at);
      const Local local_time = in_zone(zone, at, ZoneFrom::Corrected);
      if (local_time.wall == shown) return false;  // taken at home, on the days around the stay
      set_corrected(record, local_time, shown, fmt::format("{:.3f}", stay.certainty));
      return true;
    }
    return false;
  }

  static void set_corrected(Record& record, const Local& local_time, WallTime shown, std::string certainty) {
    record.begin = record.end = local_time.wall;
    record.offset = record.end_offset = local_time.offset;
    record.zone_from = ZoneFrom::Corrected;
    record.traits[clock_trait::shift] = fmt::format("{}", local_time.wall.seconds - shown.seconds);
    record.traits[clock_trait::certainty] = std::move(certainty);
  }

  const Decisions& decisions_;
  const Whereabouts& whereabouts_;
  const ZoneOf& zone_of_;
  std::vector<HomeTimeStay> stays_;
  std::map<std::size_t, std::size_t> used_clocks_;
};

Record record_of(const MergedThing& thing) {
  Record record;
  record.id = thing.id;
  record.kind = thing.best.kind;
  record.title = thing.best.title;
  record.position = thing.best.position;
  record.traits = thing.best.traits;
  record.quantities = thing.best.quantities;
  record.origins = thing.origins;
  return record;
}

bool is_known_as(const MergedThing& thing, const std::string& id) {
  return thing.id == id || std::find(thing.also.begin(), thing.also.end(), id) != thing.also.end();
}

const RecordCorrection* correction_of(const Decisions& decisions, const MergedThing& thing) {
  const auto found =
      std::find_if(decisions.records.begin(), decisions.records.end(),
                   [&](const RecordCorrection& correction) { return is_known_as(thing, correction.id); });
  return found == decisions.records.end() ? nullptr : &*found;
}

void apply_before_placing(const RecordCorrection* correction, MergedThing& thing) {
  if (correction == nullptr) return;
  if (correction->time) {
    thing.best.begin = correction->time;
    thing.best.end.reset();
  }
  if (correction->place) thing.best.position = correction->place;
}

std::vector<Issue> unused(const Decisions& decisions, const std::map<std::size_t, std::size_t>& used_clocks,
                          const std::vector<MergedThing>& things) {
  std::vector<Issue> issues;
  for (std::size_t i = 0; i < decisions.clocks.size(); ++i) {
    if (used_clocks.count(i) > 0) continue;
    const CameraClock& clock = decisions.clocks[i];
    issues.push_back({"hoego.toml", "[[clock]] " + clock.camera, "no picture of this camera on these days",
                      "compare the camera's name and the days with `hoego timeline --kind photo`"});
  }
  for (const RecordCorrection& correction : decisions.records) {
    const bool exists = std::any_of(things.begin(), things.end(), [&](const MergedThing& thing) {
      return is_known_as(thing, correction.id);
    });
    if (exists) continue;
    issues.push_back({"corrections.toml", "[[record]] " + correction.id, "there is no such record any more",
                      "look for it with `hoego timeline --search TEXT`, or remove the entry"});
  }
  return issues;
}

}  // namespace

Derived derive(std::vector<SourcedObservation> observations, const Decisions& decisions,
               const ZoneOf& zone_of) {
  Merged merged = merge_all(std::move(observations));
  std::vector<MergedThing>& things = merged.things;
  for (MergedThing& thing : things) apply_before_placing(correction_of(decisions, thing), thing);
  std::erase_if(things, [](const MergedThing& thing) { return !thing.best.begin; });
  const Ownership ownership(decisions, things);
  const Whereabouts whereabouts(fixes_of(things, ownership, zone_of), decisions.home_zone);
  Placer placer(decisions, whereabouts, zone_of,
                cameras_on_home_time(whereabouts, bare_shots(things, ownership)));

  Derived derived;
  derived.things = merged.observed;
  derived.assumed_author = ownership.assumed_author();
  derived.records.reserve(things.size());
  for (const MergedThing& thing : things) {
    const RecordCorrection* correction = correction_of(decisions, thing);
    Record record = record_of(thing);
    placer.place(thing, record);
    record.mine = ownership.is_mine(thing);
    if (correction != nullptr && correction->mine) record.mine = *correction->mine;
    if (correction != nullptr && correction->time) record.zone_from = ZoneFrom::Corrected;
    if (correction == nullptr || !correction->reject) derived.records.push_back(std::move(record));
  }
  std::sort(derived.records.begin(), derived.records.end(), [](const Record& a, const Record& b) {
    return std::tuple(a.begin_instant(), std::string_view(a.id)) <
           std::tuple(b.begin_instant(), std::string_view(b.id));
  });
  derived.issues = unused(decisions, placer.used_clocks(), things);
  return derived;
}

}  // namespace hoego
