#include "record/when.h"

#include "base/zone.h"

namespace hoego {

std::optional<Instant> stated_instant(const When& when) {
  switch (when.form) {
    case When::Form::Instant:
      return Instant{when.seconds};
    case When::Form::Offset:
      return instant(WallTime{when.seconds}, when.offset);
    case When::Form::Zoned:
      if (const auto zone = Zone::find(when.zone)) return zone->resolve(WallTime{when.seconds});
      return std::nullopt;
    case When::Form::Floating:
    case When::Form::Day:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<WallTime> stated_wall(const When& when) {
  if (when.form == When::Form::Instant) return std::nullopt;
  return WallTime{when.seconds};
}

}  // namespace hoego
