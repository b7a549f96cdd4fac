#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/all_time.h"
#include "analysis/chosen_pictures.h"
#include "analysis/finding.h"
#include "analysis/trip_days.h"
#include "analysis/trip_ways.h"

namespace hoego {

/// What was paid on a trip for one category, in one currency.
struct CostLine {
  std::string category;  ///< as the statement says it; may be empty
  Money money;
};

/// What else was done on the days of a trip.
struct Meanwhile {
  static constexpr std::size_t most_told = 8;
  std::string activity;  ///< id; empty where it has none
  Label label;           ///< of the activity
  Kind kind = Kind::Event;
  std::size_t count = 0;
  std::vector<const Record*> told;  ///< the first of them
  std::vector<int> by_day;          ///< one per day of the trip
};

/// Somebody whom pictures or entries of a trip name.
struct Companion {
  std::string name;
  std::size_t records = 0;
};

/// Everything that can be told of one trip. Records are borrowed from the timeline.
struct TripAccount {
  Trip trip;
  bool ahead = false;  ///< only planned: what was seen is not there yet
  std::optional<Spot> home;
  std::vector<TripDay> days;  ///< none of what is ahead
  std::vector<TripWay> ways;
  std::vector<const Record*> reserved;  ///< lodgings, meals and events, by time
  /// Between the first and the last time that it was seen, whatever the clocks showed.
  std::optional<double> elapsed_hours;
  std::vector<CostLine> cost;        ///< by currency as in the trip's cost, then by amount
  std::vector<Meanwhile> meanwhile;  ///< those of most records first
  std::vector<Companion> companions;
  PictureChoice choice;
};

/// Of a trip, or of a planned one, by the finding's id; nothing where there is none of it. At most
/// `most_pictures` are chosen.
std::optional<TripAccount> trip_account(const AllTime& all, const std::string& id, std::size_t most_pictures);

}  // namespace hoego
