#pragma once
#include <string>

#include "analysis/finding.h"

/// What the sentences of both languages read from a promise.
namespace hoego {

/// What a promise counts and how it is held to it, as its check is written.
struct PromiseTerms {
  enum class What {
    Times,
    Hours,
    Days,
    Distance,
    Streak,
    Share,
    Trips,
    DayTrips,
    Nights,
    Countries,
    Steps,
    Money,
  };
  enum class Pace { None, Per, Every };
  enum class Unit { Day, Week, Month };

  What what = What::Times;
  const Activity* activity = nullptr;  ///< that the check names; borrowed
  std::string currency;                ///< of Money, ISO 4217
  Pace pace = Pace::None;
  Unit unit = Unit::Week;  ///< of a pace
  bool strict = false;     ///< more than, less than
  bool exact = false;      ///< just so many
  bool last_year = false;  ///< held against last year

  /// Judged when its days are over: an average, a share, a cost.
  bool at_the_end() const { return pace == Pace::Per || what == What::Share || what == What::Money; }
  /// Days on which a journey decides.
  bool of_journeys() const {
    return what == What::Trips || what == What::DayTrips || what == What::Nights || what == What::Countries;
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
