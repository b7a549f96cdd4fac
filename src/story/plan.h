#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"

namespace hoego {

/// What one sentence says.
enum class Topic {
  Period,
  MostTime,
  MostDays,
  Farthest,
  LongestSilence,
  TripBooked,
  TripRoute,
  TripLength,
  TripShort,
  TripBestPlace,
  TripDelay,
  TripBack,
  CalendarTrip,
  MoreTrips,
  DayTrip,
  DayTrips,
  BestDayTrip,
  Move,
  Anniversary,
  Count,
  CountAgainst,
  Against,
  Months,
  BusiestMonth,
  Streak,
  First,
  Silence,
  Rest,
  SummaryChanged,
  SummaryNoDifference,
  SummaryUnknown,
  PlannedTrip,
  PlannedEvents,
  PlannedSeries,
  PlannedRest,
  Gap,
  PartGap,
  StartsLate,
  EndsEarly,
  Clock,
  PresenceOnly,
  NothingSure,
  Nothing,
  TripCost,
  Cost,
  Prompts,
  Merged,
  Open,
  Asked,
  Change,
  AreaHours,
  AreaEvenings,
  AreaWeekends,
  CommuteTime,
  CommuteMoved,
  CodePrompts,
  FirstTimes,
  LastTime,
  BestWeek,
  BestDay,
  RoundCount,
  Lull,
  Age,
  FoundAnniversary,
  PromisesSummary,
  PromiseKept,
  PromiseBroken,
  PromiseMissed,
  PromiseOpen,
  PromiseUnknown,
  PromisesTicked,
  PromisesRest,
  PromisesBegun,
};

/// One sentence before it has words. The pointers are borrowed from the findings; which of them are set
/// follows from the topic.
struct Point {
  Topic topic = Topic::Period;
  std::string finding;
  std::vector<std::string> also = {};
  std::vector<const Trip*> trips = {};
  std::vector<const Activity*> activities = {};  ///< of SummaryChanged: those with more, then those with less
  std::vector<const Planned*> planned = {};
  std::vector<const OpenItem*> open = {};
  const hoego::Change* change = nullptr;
  const Home* home = nullptr;
  const Home* home_before = nullptr;
  const Milestone* milestone = nullptr;
  const ClockFinding* clock = nullptr;
  const CoverageFinding* coverage = nullptr;
  std::vector<const Occasion*> occasions = {};  ///< of one subject; of FirstTimes one or more, by day
  const Best* best = nullptr;
  DateRange days = {};  ///< of a gap
  int number = 0;       ///< BusiestMonth: index of the month; DayTrips, PlannedRest, CalendarTrip: how many;
                        ///< PromisesSummary: how many are not certain; PromiseUnknown: days not covered
  std::vector<const AreaTime*> areas = {};    ///< by hours; of AreaEvenings and AreaWeekends one
  std::vector<const Promise*> promises = {};  ///< of a verdict one; of the others those that are counted
};

struct Chapter {
  std::string id;
  std::vector<Point> points;
};

/// Trips below this certainty are left to the questions (style rule 2.1).
inline constexpr double told_from = 0.8;

/// Chooses what is told and in what order, for any language: by weight, each fact once, nothing without a
/// finding. Empty chapters are left out.
///
/// The silence of the opening is the longest by days among what was still done in the period: one reads "the
/// longest", and a shorter silence of something that seems to matter more would make it untrue. What had
/// stopped before the period began is told by its comparison alone. The other silences stand with their
/// activities.
std::vector<Chapter> plan(const Findings& findings);

/// Days without the activity from the day after its last up to the last lived day, where absence is known and
/// every one of them was covered; 0 otherwise.
int silent_days(const Findings& findings, const Activity& activity);

/// A title without what counts it: "합주 12회" and "합주 13회" are one thing.
std::string without_number(std::string_view title);

/// Whether nothing before the activity's first went unseen since the period began, and a month or more lies
/// before it.
bool late_first(const Findings& findings, const Activity& activity);

/// Whether the days seen differ so much that the counts do not compare as they stand.
bool unequal_cover(const Comparison& against);

}  // namespace hoego
