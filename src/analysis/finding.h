#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/measure.h"
#include "base/civil.h"
#include "geo/gazetteer.h"
#include "record/coverage.h"
#include "record/record.h"

/// All findings, as plain structs. Days are local and ranges inclusive. Every finding has an `id` (a slug
/// over kind, time and subject that outlives new photos), a certainty where it can be doubted (0..1), and its
/// evidence: record ids, or coverage for a claim of absence. Nothing here is ever a guess: what is not known
/// is absent.
namespace hoego {

/// Record ids behind a finding, in order of time; at most 200 are kept, `count` tells how many there are.
struct Evidence {
  static constexpr std::size_t most = 200;
  std::vector<std::string> records;
  std::size_t count = 0;
};

/// A name in both languages.
struct Label {
  std::string ko;
  std::string en;
};

/// A named point: the centre of what was seen there.
struct Spot {
  Place place;
  std::optional<Coordinates> at;
};

struct Period {
  Date from;
  Date to;
  Date as_of;  ///< the day on which one looks back; days after it are still ahead
  /// Last day that has been lived: min(to, as_of).
  Date lived_to() const { return to < as_of ? to : as_of; }
  /// Days of the period that are still ahead.
  int days_left() const { return as_of < to ? to - as_of : 0; }
};

struct CoverageFinding {
  std::string id;
  std::string source;  ///< source, and scope in it where there is one: "calendars · 밴드"
  Kind kind = Kind::Event;
  CoverageClass coverage = CoverageClass::Opportunistic;
  DateRange days;
  int covered_days = 0;
  std::vector<DateRange> gaps;  ///< inside `days`, cut to the period
  std::string scope = {};       ///< calendar, repository; may be empty
};

struct Home {
  std::string id;  ///< "home-2023-12"
  DateRange days;
  Spot spot;
  double certainty = 0;
  Evidence evidence;
};

/// A place of a trip, in order; a place returned to stands twice.
struct Stay {
  Spot spot;
  DateRange days;
  int nights = 0;
  int photos = 0;
};

/// A sum in one currency (ISO 4217).
struct Money {
  std::string currency;
  double amount = 0;  ///< negative: more was given back than paid
  int payments = 0;
};

/// What was entered beforehand about a trip.
struct Plan {
  std::string title;
  DateRange days;
  std::optional<Date> booked;
  std::optional<double>
      delay_hours;  ///< actual return minus planned return, where both are known to the hour
};

struct Trip {
  std::string id;    ///< "trip-2024-09-ca"; domestic: "trip-2024-08-kr-sokcho"
  std::string name;  ///< the owner's or the calendar's own words; may be empty
  DateRange days;
  int nights = 0;
  bool abroad = false;
  bool day_trip = false;
  bool clipped = false;                ///< reaches over an edge of the period; told whole
  std::vector<std::string> countries;  ///< in order of arrival; transits are not among them
  std::vector<Stay> stays;
  int photos = 0;  ///< the owner's own
  std::optional<Plan> planned;
  std::vector<Money>
      cost;                ///< spent on its days, by currency, the usual one first; empty: no statement tells
  Evidence cost_evidence;  ///< the payments
  double certainty = 0;
  Evidence evidence;
};

enum class Difference { More, Less, NoClearDifference, Unknown };
/// "more", "less", "no clear difference", "unknown".
std::string_view name(Difference difference);

/// The same days of another period beside this one. Interval of 90 %.
struct Comparison {
  DateRange days;                     ///< the other period's days that are compared
  int count = 0;                      ///< there
  std::array<int, 2> covered_days{};  ///< there, here
  std::optional<double> ratio;        ///< rate here / rate there
  std::optional<double> low;
  std::optional<double> high;
  Difference verdict = Difference::Unknown;
  Evidence evidence;  ///< the records there
  /// Chance of a difference as great were the rates the same, two-sided, of the test that the interval
  /// inverts; absent where unknown.
  std::optional<double> p = {};
  /// `p` adjusted for all comparisons of the review.
  std::optional<double> q = {};

  /// What may be told as a change: the verdict, but NoClearDifference where `q` > 0.1, so that among all that
  /// is told of a review one change in ten is false at most, on average.
  Difference told() const;
};

enum class ChangeKind { Started, Grew, Faded, Stopped, Resumed };
/// "started", "grew", "faded", "stopped", "resumed".
std::string_view name(ChangeKind kind);

/// A change of habit: a day from which on an activity came at another rate. Rates are per covered week of
/// everyday life (trips and public holidays are no exposure). Interval of 90 % for the day.
struct Change {
  std::string id;  ///< "gym-faded-2024-06"
  ChangeKind kind = ChangeKind::Grew;
  Date date;  ///< first day of the new rate
  Date low;
  Date high;
  double before_per_week = 0;
  double after_per_week = 0;
  double certainty = 0;
  Evidence evidence;  ///< records around it; of a stop the last ones before it
};

struct Activity {
  std::string id;  ///< from hoego.toml, or "photos", "commits", "posts"… or a slug of a calendar title
  Label label;
  std::string area;         ///< may be empty
  Kind kind = Kind::Event;  ///< of most of its records: tells the counter (장, 개, 편, 번)
  int count = 0;
  std::optional<double> hours;  ///< absent where none of its records has a duration
  int days = 0;                 ///< distinct local days
  std::optional<Date> first;
  std::optional<Date> last;
  int longest_streak_weeks = 0;
  std::vector<std::optional<int>>
      by_month;  ///< one per month of the period; absent: not covered, or still ahead
  std::vector<std::optional<int>> by_day;  ///< one per day of the period; absent: not covered, or still ahead
  /// Whether days without a record are days without the activity (sensor or complete coverage).
  bool absence_known = false;
  std::vector<std::string> coverage;  ///< ids of the coverage findings of the sources its records come from
  std::optional<Comparison> against;
  std::vector<Change> changes;  ///< in the period, by day
  /// Sums of what its records state ("characters", "pages", "messages"), by name.
  std::map<std::string, double> totals;
  /// Of pull requests and issues: how many were "merged", "closed", "open" on the day of looking back.
  std::map<std::string, int> outcomes;
  std::vector<Money> cost;  ///< paid for it, by currency, the usual one first
  Evidence cost_evidence;   ///< the payments
  Evidence evidence;
};

/// A pull request or an issue that is not done: the owner's, or one that waits for the owner.
struct OpenItem {
  std::string id;
  std::string title;
  Kind kind = Kind::PullRequest;
  Date since;
  bool asked = false;      ///< another's, and the owner is asked to act
  std::string repository;  ///< may be empty
  Evidence evidence;
};

/// Something entered for a day after `as_of`.
struct Planned {
  std::string id;
  std::string title;
  DateRange days;
  bool trip = false;     ///< several days away, or its title names a town or country abroad
  std::string activity;  ///< id, may be empty
  std::optional<Spot> where;
  std::optional<Date> booked;
  Evidence evidence;
};

struct ClockFinding {
  std::string id;  ///< "clock-2024-09-fujifilm-x-t4"
  std::string camera;
  DateRange days;
  std::int32_t shift = 0;  ///< seconds
  int pictures = 0;
  bool stated = false;
  double certainty = 0;
  Evidence evidence;
};

/// Where an anniversary comes from: the owner's own `[[milestone]]`, the day of birth, or the first time of
/// something, found in records that reach back far enough.
enum class MilestoneKind { Given, Age, Found };
/// "given", "age", "found".
std::string_view name(MilestoneKind kind);

struct Milestone {
  std::string id;  ///< "milestone-developer-3", "milestone-age-27", "milestone-first-drums-1"
  Label label;     ///< of an age: "나이", "age"
  Date since;
  Date date;  ///< in the period
  int years = 0;
  Evidence evidence;
  MilestoneKind what = MilestoneKind::Given;
};

/// What a first, a last or a milestone is about.
enum class Subject { Country, Town, Activity, Repository, Language, Tool, Person, Book, Topic };
/// "country", "town", "activity", "repository", "language", "tool", "person", "book", "topic".
std::string_view name(Subject subject);

/// The first or the last time of something. A first only where the sources reach back far enough to have seen
/// an earlier one; a last only where they would have seen a later one.
struct Occasion {
  std::string id;  ///< "first-country-ca", "last-repository-…"
  Subject subject = Subject::Activity;
  std::string key;  ///< ISO country, activity id, or the name itself in folded case: what the subject is,
                    ///< whatever the language; of a town "KR/Sokcho", of a tool's model "model/gpt-4o"
  Label label;
  Date date;
  int count = 0;                        ///< how often it came in the period
  std::optional<Date> reaches_back_to;  ///< first: since when nothing of it was seen
  Evidence evidence;
  Kind kind = Kind::Event;             ///< of most of its records: tells the counter
  std::optional<Date> silent_to = {};  ///< last: the last day on which a later one would have been seen
};

enum class BestKind { Week, Streak, Gap, RoundCount, Lull, Day };
/// "best week", "longest streak", "longest gap", "round count", "lull", "best day".
std::string_view name(BestKind kind);

/// A record or a mark of the period.
struct Best {
  std::string id;  ///< "best-week-drums-2024"
  BestKind what = BestKind::Week;
  std::string activity;  ///< id; empty for a lull, which is of all
  double value =
      0;  ///< times in the week or day, weeks of the streak, days of the gap or lull, the round count
  DateRange days;  ///< the week, the streak, the gap; of a round count the day it was reached
  std::optional<Date> reaches_back_to;  ///< the best since then; absent: of the period
  std::string after;                    ///< lull: id of the trip it followed
  Evidence evidence;
  std::vector<std::string> trips =
      {};  ///< gap: ids of the trips that lie in it, which do not explain it away
};

/// Where the time went, by area; overlapping hours count once. Shares of 0..1; absent where not known.
struct AreaTime {
  std::string id;  ///< the area's
  Label label;
  double hours = 0;                         ///< an hour of two areas at once is divided between them
  std::optional<double> share;              ///< of the hours of all areas
  std::optional<double> share_of_evenings;  ///< covered evenings (18 to 24 h) with half an hour of it or more
  std::optional<double> low;                ///< of share_of_evenings, 90 %
  std::optional<double> high;
  std::optional<double> share_of_weekends;  ///< covered weekend days with half an hour of it or more
  std::optional<double> against_share;
  std::optional<double> against_share_of_evenings;
  std::array<int, 2> evenings{};                      ///< of share_of_evenings: those with it, those covered
  std::array<int, 2> weekend_days{};                  ///< of share_of_weekends, likewise
  Difference against_evenings = Difference::Unknown;  ///< its share of evenings beside the other period's
  Evidence evidence;  ///< the records that tell its hours; where there are none, those of the other period
};

/// Days with commits against days with prompts to a language model, in two periods: there, here. Only where
/// both are covered in both.
struct CodeAndPrompts {
  std::string id = "code-and-prompts";
  std::string code;     ///< id of the activity with most days of commits
  std::string prompts;  ///< id of the activity with most days of prompts
  std::array<int, 2> code_days{};
  std::array<int, 2> prompt_days{};
  std::array<double, 2> share{};  ///< prompt days / (prompt days + code days); a day of both is both
  double low = 0;                 ///< of the share here, 90 %
  double high = 0;
  Difference verdict = Difference::Unknown;  ///< the share here beside that there
  Evidence evidence;
};

/// Regular journeys between home and one other place, while one home was lived in.
struct CommuteLeg {
  std::string home;  ///< id of the home
  DateRange days;    ///< of the home, cut to the period
  int journeys = 0;
  double hours = 0;
  double minutes = 0;    ///< median of one way
  int covered_days = 0;  ///< days of `days` on which a journey would have been seen
};

/// The way to work and back, from positions.
struct Commute {
  std::string id = "commute";
  double hours = 0;  ///< of the journeys seen; nothing is added for days not covered
  int journeys = 0;  ///< one way each
  int covered_days = 0;
  std::array<Spot, 2> between;      ///< the last home, the other place
  std::vector<CommuteLeg> by_home;  ///< in order; two or more where one moved
  Evidence evidence;
};

/// How a promise stands on the day of looking back. Kept, Broken and Missed are final.
enum class Verdict { Kept, Broken, OnTrack, AtRisk, Missed, Unknown };
/// "kept", "broken", "on_track", "at_risk", "missed", "unknown".
std::string_view name(Verdict verdict);

/// The rest of an unfinished period.
struct Forecast {
  std::optional<double> needed_per_week;  ///< of what is still missing, over the days left
  std::optional<double> best_per_week;    ///< the best stretch so far as long as the days left
  double chance = 0;                      ///< that the promise is kept in the end, 0..1
};

/// Something entered for a day to come that would break a promise.
struct Risk {
  std::string title;
  Date date;
  Evidence evidence;
};

/// Whole units (weeks, months) of a promise for every one of them.
struct PromisePeriods {
  int held = 0;
  int of = 0;       ///< those judged
  int unknown = 0;  ///< those that an uncovered day might turn
};

/// A line of resolutions/YEAR.md.
struct Promise {
  std::string id;                   ///< "promise-2024-trips-abroad-except-ca-0": year, and check or text
  std::string text;                 ///< the owner's words
  std::string check;                ///< as written; empty: the owner's to judge
  std::string where;                ///< "resolutions/2024.md:3"
  std::optional<CheckTerms> terms;  ///< of the check; absent: none, or it cannot be read
  DateRange days;                   ///< over which it is judged
  std::optional<Verdict> verdict;   ///< absent: the owner's to judge
  bool ticked = false;
  std::optional<Date> date;      ///< on which it was kept or broken
  std::optional<double> value;   ///< so far, in `unit`; absent where not known
  std::optional<double> target;  ///< absent where it is last year's and not known
  std::string unit;              ///< "", "h", "km", "%", "weeks", a currency (ISO 4217), "per week"…
  bool limit = false;            ///< to stay under (at most, less than, none at all), not to reach
  std::optional<PromisePeriods> periods;
  std::optional<Forecast> forecast;
  std::vector<Risk> risks;
  /// The running value by day of `days`, for a chart; absent: not covered, or still ahead. Empty where there
  /// is nothing that runs.
  std::vector<std::optional<double>> course;
  std::vector<std::string> coverage;  ///< ids of the coverage findings it rests on
  int covered_days = 0;               ///< lived days of `days` that the sources could have seen
  Evidence evidence;                  ///< what counted; of a broken limit what broke it
};

/// A correction that applies to nothing, with what may have been meant.
struct UnusedCorrection {
  std::string what;                     ///< "[[trip]] at = 2024-03-16"
  std::string where;                    ///< place in corrections.toml
  std::vector<std::string> candidates;  ///< "trip-2024-03-jp, 2024-03-15..2024-03-18"
};

/// What the owner wrote of a finding, as typed.
struct OwnWords {
  std::string on;    ///< id of the finding
  std::string text;  ///< Markdown of any length, without blank lines around it
  int year = 0;      ///< of the notes it stands in: the period's own year, or the one before
};

/// Everything found about a period.
struct Findings {
  Period period;
  int week_starts = 1;  ///< ISO weekday, 1 Monday .. 7 Sunday
  DateRange against;    ///< the same span of the other period
  std::vector<CoverageFinding> coverage;
  int journeys_seen = 0;  ///< lived days on which a journey would have been seen (journeys_seen.h)
  std::vector<Home> homes;
  std::vector<Trip> trips;           ///< by departure
  std::vector<Activity> activities;  ///< by weight, the greatest first
  std::vector<Planned> planned;      ///< by day
  std::vector<OpenItem> open;        ///< the oldest first
  std::vector<ClockFinding> clocks;
  std::vector<Milestone> milestones;
  std::vector<Occasion> firsts;  ///< by day
  std::vector<Occasion> lasts;   ///< by day
  std::vector<Best> bests;
  std::vector<AreaTime> areas;  ///< by hours, the most first
  std::optional<Commute> commute;
  std::optional<CodeAndPrompts> code_and_prompts;
  std::vector<UnusedCorrection> unused_corrections;
  std::vector<Promise> promises;        ///< in the owner's order
  std::vector<OwnWords> own_words;      ///< in the order of the notes, the year before first
  std::map<std::string, Record> cited;  ///< every record that an evidence names
};

/// The id under which the period itself is told: "period-2024", else "period-2024-03-01-2024-05-31".
std::string period_id(const Period& period);
/// The id of an activity's comparison: "against-drums".
std::string against_id(const Activity& activity);
/// The id under which an area is told, as an activity may be called the same: "area-music".
std::string area_id(const AreaTime& area);
/// The id under which what a trip or an activity cost is told: "cost-trip-2024-09-ca".
std::string cost_id(const std::string& finding);

/// A finding's id, what it is in a word, and its evidence; borrowed from the findings.
struct Evident {
  std::string id;
  std::string_view what;
  const Evidence* evidence = nullptr;
};
/// Every finding that has evidence: the one list of them.
std::vector<Evident> evident(const Findings& all);

}  // namespace hoego
