#pragma once
#include <string>

#include "analysis/finding.h"

/// What the sentences of both languages read from a promise.
namespace hoego {

/// What a promise counts and how it is held to it.
struct PromiseTerms {
  MeasureKind what = MeasureKind::Count;
  const Activity* activity = nullptr;  ///< that the check names; borrowed
  std::string currency;                ///< of money, ISO 4217
  CheckPace pace = CheckPace::None;
  CheckUnit unit = CheckUnit::Week;  ///< of a pace
  bool strict = false;               ///< more than, less than
  bool exact = false;                ///< just so many
  bool last_year = false;            ///< held against last year

  /// Of what it counts: an entry is a time.
  Kind kind() const { return activity == nullptr ? Kind::Event : activity->kind; }
  bool of_hours() const { return what == MeasureKind::Hours || what == MeasureKind::Commute; }
  bool of_money() const { return what == MeasureKind::Cost || what == MeasureKind::CostOfTrips; }
  /// Judged when its days are over: an average, a share, a cost.
  bool at_the_end() const { return pace == CheckPace::Per || what == MeasureKind::Share || of_money(); }
  /// Days on which a journey decides.
  bool of_journeys() const {
    return what == MeasureKind::Trips || what == MeasureKind::DayTrips || what == MeasureKind::NightsAway ||
           what == MeasureKind::Countries;
  }
};
PromiseTerms terms_of(const Promise& promise, const Findings& findings);

/// Whether one single time breaks it.
bool none_at_all(const Promise& promise, const PromiseTerms& terms);
/// Lived days of it that no source could have seen.
int uncovered_days(const Promise& promise, const Findings& findings);
/// Its check could not be read, and nothing was judged.
bool is_unread(const Promise& promise);

/// 2.1, 9, 1,234.5: rounded, without zeros at the end. `places`: 0..3.
std::string decimal(double value, int places);
/// One decimal place, or as many (to three) as tell two different numbers apart.
int places_between(double one, double other);

/// Ten chances, as one says them: "about n in ten".
struct Odds {
  int in_ten = 5;      ///< 1..9
  bool below = false;  ///< less than one in ten
  bool above = false;  ///< more than nine in ten
};
Odds odds(double chance);

}  // namespace hoego
