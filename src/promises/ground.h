#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/all_time.h"
#include "analysis/journeys_seen.h"
#include "promises/check.h"

namespace hoego {

enum class Answer { No, Perhaps, Yes };

/// What every check is counted on: a life, where its owner was, and what is entered for the days to come.
/// `all` is borrowed and outlives it.
class CountingGround {
 public:
  /// `until`: the last day for which entries are looked for.
  CountingGround(const AllTime& all, Date until);

  const AllTime& all() const { return all_; }
  const JourneysSeen& journeys_seen() const { return journeys_seen_; }
  /// Every activity, with the coverage that lasts (see `lasting_coverage`).
  const std::vector<ActivitySeries>& series() const { return series_; }
  /// Null where nothing of it was ever seen.
  const ActivitySeries* series_of(const std::string& id) const;
  /// Entries for days after `as_of`, by day.
  const std::vector<Planned>& planned() const { return planned_; }

  /// Country of the owner's home on a day, ISO 3166-1 alpha-2; empty where none is known.
  std::string home_country(Date day) const;
  /// Whether a place in this country is meant. An empty country is one that is not known.
  Answer is_meant(const Filter& filter, const std::string& country, Date day) const;
  /// Whether a record is meant: its own place, else where its owner was on that day.
  Answer is_meant(const Filter& filter, const Record& record) const;

 private:
  Answer whereabouts_meant(const Filter& filter, Date day) const;

  const AllTime& all_;
  JourneysSeen journeys_seen_;
  std::vector<Planned> planned_;
  std::vector<ActivitySeries> series_;
};

/// A trip counts from this certainty on; one less certain may count.
inline constexpr double likely_trip = 0.5;

/// The names a check may use: ids and labels of the owner's rules, of all kinds, and of every activity seen;
/// and the areas.
Vocabulary vocabulary_of(const AllTime& all);

}  // namespace hoego
