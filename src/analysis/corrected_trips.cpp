#include "analysis/corrected_trips.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace hoego {
namespace {

using What = TripCorrection::What;

/// Takes into `trip` what a later one tells, as one trip.
void join(Trip& trip, const Trip& later) {
  trip.days.to = std::max(trip.days.to, later.days.to);
  trip.nights = trip.days.to - trip.days.from;
  trip.day_trip = trip.nights == 0;
  trip.abroad = trip.abroad || later.abroad;
  trip.stays.insert(trip.stays.end(), later.stays.begin(), later.stays.end());
  trip.countries = countries_of(trip.stays);
  trip.photos += later.photos;
  if (trip.name.empty()) trip.name = later.name;
  if (!trip.planned) trip.planned = later.planned;
  trip.certainty = std::max(trip.certainty, later.certainty);
  trip.evidence.count += later.evidence.count;
  for (const std::string& record : later.evidence.records) {
    if (trip.evidence.records.size() < Evidence::most) trip.evidence.records.push_back(record);
  }
}

/// What the owner says is one trip: what only a calendar tells, and what was seen, are still two here.
/// `trips` by departure.
void join_what_is_one(std::vector<Trip>& trips, const Corrections& corrections) {
  std::vector<Trip> joined;
  for (Trip& trip : trips) {
    const auto same = corrections.same(trip.days.from);
    if (same && !joined.empty() && intersect(joined.back().days, *same))
      join(joined.back(), trip);
    else
      joined.push_back(std::move(trip));
  }
  trips = std::move(joined);
}

/// A trip that only a calendar tells of is parted here; one that was seen has been parted by its sightings.
void part(std::vector<Trip>& trips, const Corrections& corrections) {
  for (const TripCorrection& one : corrections.trips) {
    if (one.what != What::Split) continue;
    const Date day = one.days.from;
    for (std::size_t i = 0; i < trips.size(); ++i) {
      if (!(trips[i].days.from < day && day < trips[i].days.to)) continue;
      Trip second = trips[i];
      trips[i].days.to = day;
      second.days.from = day;
      for (Trip* half : {&trips[i], &second}) {
        half->nights = half->days.to - half->days.from;
        for (Stay& stay : half->stays) {
          stay.days = {std::max(stay.days.from, half->days.from), std::min(stay.days.to, half->days.to)};
          stay.nights = std::min(stay.nights, half->nights);
        }
      }
      trips.insert(trips.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(second));
      break;
    }
  }
}

void name_and_confirm(std::vector<Trip>& trips, const Corrections& corrections) {
  for (const TripCorrection& one : corrections.trips) {
    if (one.what != What::Name && one.what != What::Sure) continue;
    const auto trip = std::find_if(trips.begin(), trips.end(),
                                   [&](const Trip& found) { return found.days.contains(one.days.from); });
    if (trip == trips.end()) continue;
    if (one.what == What::Name)
      trip->name = one.name;
    else
      trip->certainty = 1;
  }
}

bool touches(const std::vector<Trip>& trips, DateRange days) {
  return std::any_of(trips.begin(), trips.end(),
                     [days](const Trip& trip) { return intersect(trip.days, days).has_value(); });
}

bool bounded_by(const std::vector<Trip>& trips, Date day) {
  return std::any_of(trips.begin(), trips.end(), [day](const Trip& trip) { return trip.days.from == day; }) &&
         std::any_of(trips.begin(), trips.end(), [day](const Trip& trip) { return trip.days.to == day; });
}

bool applies(const TripCorrection& one, const std::vector<Trip>& uncorrected,
             const std::vector<Trip>& corrected) {
  if (one.what == What::Split) return bounded_by(corrected, one.days.from);
  const bool of_one = one.what == What::Name || one.what == What::Sure;
  return touches(of_one ? corrected : uncorrected, one.days);
}

int days_apart(DateRange a, DateRange b) {
  if (intersect(a, b)) return 0;
  return a.to < b.from ? b.from - a.to : a.from - b.to;
}

std::vector<std::string> nearest(const std::vector<Trip>& trips, DateRange days) {
  constexpr std::size_t most = 3;
  std::vector<const Trip*> sorted;
  for (const Trip& trip : trips) sorted.push_back(&trip);
  std::stable_sort(sorted.begin(), sorted.end(), [days](const Trip* a, const Trip* b) {
    return days_apart(a->days, days) < days_apart(b->days, days);
  });
  std::vector<std::string> found;
  for (const Trip* trip : sorted) {
    if (found.size() == most) break;
    found.push_back(fmt::format("{} ({}..{})", trip->id, trip->days.from.iso(), trip->days.to.iso()));
  }
  return found;
}

}  // namespace

void correct(std::vector<Trip>& trips, const Corrections& corrections) {
  part(trips, corrections);
  join_what_is_one(trips, corrections);
  name_and_confirm(trips, corrections);
}

std::vector<UnusedCorrection> unused_corrections(const Corrections& corrections,
                                                 const std::vector<Trip>& uncorrected,
                                                 const std::vector<Trip>& corrected) {
  std::vector<UnusedCorrection> unused;
  for (const TripCorrection& one : corrections.trips) {
    if (applies(one, uncorrected, corrected)) continue;
    unused.push_back({written(one), one.where, nearest(uncorrected, one.days)});
  }
  return unused;
}

std::vector<std::string> countries_of(const std::vector<Stay>& stays) {
  std::vector<std::string> countries;
  for (const Stay& stay : stays) {
    const std::string& country = stay.spot.place.country;
    if (country.empty() || std::find(countries.begin(), countries.end(), country) != countries.end())
      continue;
    countries.push_back(country);
  }
  return countries;
}

}  // namespace hoego
