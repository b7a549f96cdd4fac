#pragma once
#include <span>
#include <string>
#include <vector>

#include "record/observation.h"
#include "record/record.h"

namespace hoego {

/// What one origin said, with where it said it.
struct SourcedObservation {
  Observation observation;
  Origin origin;
};

/// Observations of one thing, merged: the best statement of each fact, and all origins.
struct MergedThing {
  std::string id;
  Observation best;
  std::vector<Origin> origins;    ///< sorted, unique
  std::vector<std::string> also;  ///< ids under which it was known by other identities
};

/// The id of the record that all observations of this kind and identity become.
std::string record_id(Kind kind, const std::string& identity);

/// Merges observations of one thing, whatever their order: the same set gives the same result. Of two that
/// say as of when they speak, the later is believed. The time comes from the origin that states most of it
/// (offset or zone, then UTC, then a bare clock, then a day; among equals what the instrument wrote before
/// what a name says); a position from the first in that order that has one; a title is the shortest; when a
/// thing was booked or put on a list is the earliest that is said. The id is that of the smallest identity.
MergedThing merge(std::vector<SourcedObservation> observations);

}  // namespace hoego
