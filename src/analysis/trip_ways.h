#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/stays.h"
#include "analysis/tickets.h"

namespace hoego {

/// A moment, and the clock that one read it from.
struct ClockTime {
  Instant at;
  Offset offset;
};

/// One way of a trip: as it was meant to be when it was booked, beside what was seen of it.
struct TripWay {
  std::vector<const Record*> told_by;  ///< tickets, then calendar entries; never empty
  ClockTime departs;
  ClockTime lands;
  /// The ticket was moved since, to these.
  std::optional<ClockTime> now_departs;
  std::optional<ClockTime> now_lands;
  /// Between these two the way lies: last seen before a hop of 300 km or more, first seen after one.
  std::optional<Sighting> last_seen;
  std::optional<Sighting> first_seen;
  /// Of the way home, as the trip's plan tells it: later (or, negative, earlier) than the ticket.
  std::optional<double> delay_hours;
};

/// The ways that tickets and calendar tell of, by departure; those of the same hours are one. `journey`: what
/// was seen; null where nothing was, or it is still ahead. `delay_hours`: of the trip's plan.
std::vector<TripWay> ways_of(const std::vector<Leg>& legs, const Journey* journey,
                             std::optional<double> delay_hours);

}  // namespace hoego
