#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/civil.h"
#include "record/kind.h"

namespace hoego {

/// What the presence or absence of items can prove. See the table in doc/observation-format.md.
enum class CoverageClass : std::uint8_t {
  Sensor,         ///< days with readings, gaps under 24 h filled
  Complete,       ///< every day from the first item to the export
  Window,         ///< from the oldest to the newest item
  Opportunistic,  ///< presence only: never proves that something was not
};

/// Days that a unit could have seen things of one kind.
struct CoverageClaim {
  Kind kind = Kind::Event;
  CoverageClass coverage = CoverageClass::Opportunistic;
  std::string scope;         ///< calendar, repository, camera: claims of one scope are united; may be empty
  std::optional<Date> from;  ///< first day; nothing: the day of the unit's first item
  /// Last day: the export's date. Nothing: the unit is alive (a repository, a blog's folder), and reaches to
  /// the moment it was last read.
  std::optional<Date> to;
  bool operator==(const CoverageClaim&) const = default;
};

}  // namespace hoego
