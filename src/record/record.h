#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "record/kind.h"
#include "record/place.h"

namespace hoego {

/// Where the zone of a record's local time comes from, in order of trust.
enum class ZoneFrom : std::uint8_t { Stated, Coordinates, Whereabouts, Home, Assumed, Corrected };
std::string_view name(ZoneFrom from);

/// One of the places where a thing was read; enough to reopen it.
struct Origin {
  std::string source;   ///< the source's path as the owner gave it
  std::string path;     ///< file or folder, relative to that path; empty for the path itself
  std::string locator;  ///< UID, commit id, archive member…; may be empty
  auto operator<=>(const Origin&) const = default;
};

/// One thing that happened, once: the merge of its observations, with the local day as it was lived. Derived;
/// the same bytes whatever the order of import or the number of jobs.
struct Record {
  std::string id;  ///< "photo-1f0c…": kind and hash of the identity
  Kind kind = Kind::Event;
  std::string title;

  WallTime begin;  ///< local clock, where the person was
  WallTime end;    ///< exclusive; equal to `begin` for things without a duration
  Offset offset;   ///< of `begin`
  Offset end_offset;
  bool all_day =
      false;  ///< day precision: `begin` is the midnight of the first day, `end` of the day after the last
  ZoneFrom zone_from = ZoneFrom::Assumed;

  std::optional<Coordinates> position;  ///< as stated by an origin, never guessed
  std::int32_t day_starts = 0;          ///< seconds after midnight at which the owner's day begins
  bool mine = true;                     ///< false: shown, not counted
  std::map<std::string, std::string> traits;
  std::map<std::string, double> quantities;
  std::vector<Origin> origins;  ///< sorted, unique, never empty

  /// Local day as lived: what happens before the owner's day begins belongs to the day before.
  Date day() const { return all_day ? begin.date() : WallTime{begin.seconds - day_starts}.date(); }
  /// Last local day touched, inclusive.
  Date last_day() const {
    if (end <= begin) return day();
    return WallTime{end.seconds - 1 - (all_day ? 0 : day_starts)}.date();
  }
  Instant begin_instant() const { return instant(begin, offset); }
  Instant end_instant() const { return instant(end, end_offset); }
  const std::string* find_trait(const char* key) const {
    const auto found = traits.find(key);
    return found == traits.end() ? nullptr : &found->second;
  }
};

}  // namespace hoego
