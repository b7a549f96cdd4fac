#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

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

struct Milestone {
  std::string id;  ///< "milestone-developer-3"
  Label label;
  Date since;
  Date date;  ///< in the period
  int years = 0;
  Evidence evidence;
};

/// Everything found about a period.
struct Findings {
  Period period;
  DateRange against;  ///< the same span of the other period
  std::vector<CoverageFinding> coverage;
  std::vector<Home> homes;
  std::vector<Trip> trips;           ///< by departure
  std::vector<Activity> activities;  ///< by weight, the greatest first
  std::vector<Planned> planned;      ///< by day
  std::vector<OpenItem> open;        ///< the oldest first
  std::vector<ClockFinding> clocks;
  std::vector<Milestone> milestones;
  std::map<std::string, Record> cited;  ///< every record that an evidence names
};

}  // namespace hoego
