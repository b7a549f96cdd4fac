#pragma once
#include <vector>

#include "bench/truth/decidable.h"
#include "bench/truth/life.h"

namespace hoego::truth {

/// A trip as some method states it.
struct StatedTrip {
  DateRange days;
  bool day_trip = false;
  double certainty = 1;
  std::vector<std::string> countries = {};
  bool seen = true;  ///< an own sighting lies on its days: else calendar or ticket alone tell it
};

/// True and stated trips, matched one to one by the days they have in common, the most first.
struct Matched {
  std::vector<int> truth_of;  ///< of each stated trip, index into life.trips; -1
  std::vector<int> told_by;   ///< of each true trip, index of the stated one; -1
};
Matched match(const Life& life, const std::vector<StatedTrip>& stated);

/// Whether both dates lie within one day, and the kind (day trip or not) is right.
bool is_right(const TrueTrip& truth, const StatedTrip& stated);

/// Sums over lives.
struct Tally {
  int decidable = 0;
  int found = 0;  ///< of the decidable, both dates within a day
  int false_ones = 0;
  int undecidable = 0;
  int undecidable_found = 0;
  int by_papers = 0;  ///< stated by calendar or ticket alone
  int by_papers_right = 0;
  int days_off = 0;  ///< days by which both dates are off, of all that are found

  double precision() const { return found == 0 ? 0 : static_cast<double>(found) / (found + false_ones); }
  double recall() const { return decidable == 0 ? 0 : static_cast<double>(found) / decidable; }
  double f1() const { return found == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};

/// Judges what is stated with a certainty of 0.5 or more. `day_trips`: those, else the others. A stated trip
/// that belongs to an undecidable one is neither right nor false; nor is one that no sighting speaks for or
/// against.
void judge(Tally& tally, const Life& life, const Decidable& can, const std::vector<StatedTrip>& stated,
           bool day_trips);

}  // namespace hoego::truth
