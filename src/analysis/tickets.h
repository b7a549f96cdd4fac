#pragma once
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/stays.h"
#include "resolve/timeline.h"

namespace hoego {

/// One way of a journey as it was meant to be when it was booked: a ticket, or a calendar entry that begins
/// in one zone and ends in another.
struct Leg {
  const Record* record = nullptr;
  Instant departs;
  Instant lands;
  Date departs_on;  ///< local days of either end
  Date lands_on;
  std::optional<Date> booked;
};

/// The legs of a journey over these days (`home`: of the clock at home, by which one books), by departure:
/// those that were not cancelled and lie within two days of it.
std::vector<Leg> legs_of(const Timeline& timeline, DateRange days, Offset home);

/// Lodgings, meals and events that were reserved for these days and stand.
std::vector<const Record*> reservations_on(const Timeline& timeline, DateRange days);

/// Local day, at home, on which it was entered or booked.
std::optional<Date> booked_on(const Record& record, Offset home);

/// When one was back: the first sighting after the last hop of 300 km or more. An upper bound of the landing.
std::optional<Instant> landing_of(const Journey& journey);

/// How many hours later (or, negative, earlier) than its ticket a journey by air ended. Nothing where either
/// is not known.
std::optional<double> delay_of(const Journey& journey, const std::vector<Leg>& legs);

}  // namespace hoego
