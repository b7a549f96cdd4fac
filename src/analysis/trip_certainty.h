#pragma once
#include "analysis/stays.h"

namespace hoego {

/// What speaks for a journey as it is stated: that there was one, and that both its dates are right to a day.
struct TripSupport {
  int departure_days = 1;  ///< days on which one can have left
  int return_days = 1;
  int stops = 1;  ///< sightings at which one stopped, an hour or more apart
  int days_seen = 1;
  int nights = 0;
  double farthest_km = 0;
  int planned_dates = 0;       ///< how many of both dates a ticket or a calendar entry names
  double home_certainty = 1;   ///< of the home one was away from
  bool one_instrument = true;  ///< all of it was seen by a position log alone, which has glitches
};

TripSupport support_of(const Journey& journey, double certainty_of_home, int dates_named);

/// Probability, 0.02..0.99. A logistic score of what is listed above, each thing in a few steps (Platt,
/// Advances in Large Margin Classifiers, 1999), then an isotonic table of what such scores came to (Zadrozny
/// and Elkan, KDD 2002). Both were fitted on the tuning lives of bench/truth, whose reliability table shows
/// how far they hold on others.
double certainty_of(const TripSupport& support);

/// Whether it is one reading of a position log that would need nights or a flight to be true: on the tuning
/// lives none of 280 was.
bool is_likely_a_glitch(const Journey& journey);

/// What speaks for a trip that only calendar or tickets tell.
struct EnteredSupport {
  bool in_calendar = false;
  bool tickets = false;
  double silence = 0;  ///< log odds of away against home, of days without a sighting; 0 where none looked
  bool kept_appointment = false;  ///< an appointment with a place, far from where the trip goes
};

double certainty_of(const EnteredSupport& support);

}  // namespace hoego
