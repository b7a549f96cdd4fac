#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace date {
class time_zone;
}

namespace hoego {

/// A zone of the IANA time zone database (RFC 6557), as installed on the machine. A cheap handle that stays
/// valid for the life of the program; safe to share between threads.
class Zone {
 public:
  /// `Asia/Seoul`; nothing for a name the database does not have.
  static std::optional<Zone> find(std::string_view name);
  static Zone utc();
  /// The machine's own zone (TZ, then /etc/localtime); UTC where neither tells.
  static Zone system();

  const std::string& name() const;
  Offset offset_at(Instant instant) const;
  /// The instant at which clocks of this zone show `wall`. In an autumn hour that comes twice, the first
  /// (RFC 5545, 3.3.5); in a spring hour that never comes, read with the offset before the gap.
  Instant resolve(WallTime wall) const;

  bool operator==(const Zone& other) const { return zone_ == other.zone_; }

 private:
  explicit Zone(const ::date::time_zone* zone) : zone_(zone) {}
  const ::date::time_zone* zone_;
};

}  // namespace hoego
