#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "base/zone.h"
#include "record/place.h"
#include "record/when.h"

namespace hoego {

/// `[[clock]]`: a camera that was set wrong between two days of its own clock.
struct CameraClock {
  std::string camera;
  DateRange days;
  std::int32_t shift = 0;  ///< seconds to add
};

/// `[[source]]`, as far as it decides about records.
struct SourceDecision {
  std::string path;  ///< as the owner wrote it
  bool mine = true;
  std::optional<DateRange> complete;  ///< overrides the source's own coverage
};

/// `[[record]]` of corrections.toml.
struct RecordCorrection {
  std::string id;
  std::optional<When> time;
  std::optional<Coordinates> place;
  std::optional<bool> mine;
  bool reject = false;
};

/// What the owner decided about single records and sources: the plain-text side of resolving.
struct Decisions {
  std::vector<std::string> names;
  std::vector<std::string> emails;
  std::vector<std::string> cameras;
  std::vector<std::string> calendars;  ///< own ones; empty: all are
  std::optional<Zone> home_zone;
  std::int32_t day_starts = 0;  ///< seconds after midnight, below 86400
  std::vector<CameraClock> clocks;
  std::vector<SourceDecision> sources;
  std::vector<RecordCorrection> records;
};

}  // namespace hoego
