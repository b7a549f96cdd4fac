#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/civil.h"
#include "record/coverage.h"
#include "record/record.h"

namespace hoego {

/// A coverage claim with its source, its days filled in.
struct CoveredSpan {
  std::string source;  ///< the source's path as the owner gave it
  std::string scope;   ///< calendar, repository; may be empty
  Kind kind = Kind::Event;
  CoverageClass coverage = CoverageClass::Opportunistic;
  DateRange days;
};

/// A camera's clock that was wrong and has been put right in the records.
struct ClockCorrection {
  std::string camera;
  DateRange days;          ///< local days of its pictures
  std::int32_t shift = 0;  ///< seconds added to what the camera showed
  int pictures = 0;
  double certainty = 0;               ///< 0..1
  bool stated = false;                ///< true: by the owner's `[[clock]]`
  std::vector<std::string> evidence;  ///< record ids, at most 200
};

/// All records, immutable, sorted by (begin instant, id), with what the sources could have seen.
class Timeline {
 public:
  Timeline() = default;
  Timeline(std::vector<Record> records, std::vector<CoveredSpan> coverage,
           std::vector<ClockCorrection> clocks);

  std::span<const Record> records() const { return records_; }
  std::span<const CoveredSpan> coverage() const { return coverage_; }
  std::span<const ClockCorrection> clocks() const { return clocks_; }

  /// Records whose first local day lies in `days`. Valid as long as the timeline.
  std::vector<const Record*> on(DateRange days) const;
  const Record* find(const std::string& id) const;

 private:
  std::vector<Record> records_;
  std::vector<CoveredSpan> coverage_;
  std::vector<ClockCorrection> clocks_;
  std::vector<std::pair<Date, std::size_t>> by_day_;        ///< first local day, position; sorted
  std::vector<std::pair<std::size_t, std::size_t>> by_id_;  ///< hash of the id, position; sorted
};

}  // namespace hoego
