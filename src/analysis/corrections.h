#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"

namespace hoego {

/// `[[trip]]` of corrections.toml. A constraint in time, so that it survives every import.
struct TripCorrection {
  enum class What {
    Name,   ///< the trip that covers `days.from` is called `name`
    Same,   ///< no boundary inside `days`: one trip
    Split,  ///< one trip ends on `days.from`, and the next begins
    Never,  ///< no trip on `days`
    Sure,   ///< the trip that covers `days.from` was one, however little tells of it
  };
  What what = What::Name;
  DateRange days;          ///< of one day for Name, Split and Sure
  std::string name;        ///< of Name
  std::string where = {};  ///< "corrections.toml, line 3"
};

/// `[[change]]` of corrections.toml, about the change of that activity around that day.
struct ChangeCorrection {
  enum class What {
    Reject,  ///< there was none
    Sure     ///< it was one, however little tells of it
  };
  std::string activity;  ///< id
  Date near;
  std::string where = {};
  What what = What::Reject;
};

/// A change lies near a day when it is dated within so many days of it.
inline constexpr int near_days = 28;

/// What the owner said that the analysis got wrong.
struct Corrections {
  std::vector<TripCorrection> trips;
  std::vector<ChangeCorrection> changes;

  bool never(Date day) const;
  /// Whether a boundary between two trips is wanted on the day.
  bool split(Date day) const;
  /// The range of one trip that holds the day.
  std::optional<DateRange> same(Date day) const;
};

/// As it stands in the file: "[[trip]] split = 2024-10-03".
std::string written(const TripCorrection& correction);
std::string written(const ChangeCorrection& correction);

}  // namespace hoego
