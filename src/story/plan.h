#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "story/deeds.h"

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
  PicturesOfTrip,
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

/// The area that a chapter's thread is of; null where it is none.
const AreaTime* area_of(const Chapter& chapter, const Findings& findings);
/// Whether a chapter tells of an activity of one of these kinds.
bool tells(const Chapter& chapter, std::initializer_list<Kind> kinds);

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

/// A title without what counts it: "합주 12회" and "합주 13회" are one thing.
std::string without_number(std::string_view title);

}  // namespace hoego
