#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/zone.h"
#include "record/place.h"
#include "record/record.h"

namespace hoego {

/// One moment at which the person's place is known.
struct Fix {
  Instant at;
  Coordinates position;
  Zone zone;
};

/// Where the person was, from everything of the owner's that states both a moment and a place. Answers which
/// zone a time without one belongs to.
class Whereabouts {
 public:
  /// `home`: the zone where nothing nearer tells, as the owner named it; without, the zone of most days with
  /// a fix; without any fix, the machine's own (and the answer says Assumed).
  Whereabouts(std::vector<Fix> fixes, std::optional<Zone> home);

  struct Answer {
    Zone zone;
    ZoneFrom from;
  };
  /// Zone in which the person was at an instant.
  Answer zone_at(Instant instant) const;
  /// Zone whose clock showed `wall` where the person was.
  Answer zone_at(WallTime wall) const;

  const std::vector<Fix>& fixes() const { return fixes_; }
  const Zone& home() const { return home_; }

 private:
  /// Zone told by the fixes around `value` among ascending `keys`; `order` maps a key to its fix.
  Answer nearest(std::int64_t value, const std::vector<std::int64_t>& keys,
                 const std::vector<std::size_t>& order) const;

  std::vector<Fix> fixes_;                  ///< by instant
  std::vector<std::int64_t> instants_;      ///< of fixes_, ascending
  std::vector<std::size_t> instant_order_;  ///< 0, 1, 2…
  std::vector<std::int64_t> walls_;         ///< local clocks, ascending
  std::vector<std::size_t> wall_order_;     ///< index into fixes_ for each of walls_
  Zone home_;
  ZoneFrom home_from_;
};

}  // namespace hoego
