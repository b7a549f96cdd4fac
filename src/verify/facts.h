#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "verify/amounts.h"
#include "verify/cues.h"
#include "verify/verify.h"

namespace hoego {

/// A number that findings hold, with the part it plays: whose it is, of when, and by what words one knows
/// that it is meant.
struct NumberFact {
  std::vector<std::string>
      of;  ///< keys (known_names.h) of which a sentence must name one; none: of the period
  std::vector<std::string> places;  ///< keys of places that may stand beside it
  double value = 0;
  std::optional<double> low;   ///< of "at least"
  std::optional<double> high;  ///< of "at most"
  std::vector<SaidUnit> units;
  std::string currency = {};
  std::optional<SaidUnit> per = {};
  Cues needs = {};                     ///< one of them must stand near
  Cues also = {};                      ///< all of them must stand in the sentence
  Cues never = {};                     ///< none of them may
  bool last_year = false;              ///< it is the other period's
  std::optional<DateRange> days = {};  ///< dates beside it must be of these
  bool ordinal = false;
  std::string finding = {};
  Stated stated = Stated::Count;
};

/// A date that findings hold.
struct DateFact {
  std::vector<std::string> of;
  std::vector<std::string> places;
  DateRange days;        ///< one day, or a span that is said from its first to its last
  bool inside = false;   ///< any day or month within is meant
  bool pause = false;    ///< an end of a time without, after which it went on
  bool gradual = false;  ///< a month of `loose` goes for it
  DateRange loose = {};  ///< a date as the change of a habit may be said about so; {0, 0}: exact
  Cues needs = {};
  Cues never = {};
  std::string finding = {};
};

/// A direction: more, less, begun, stopped, kept.
enum class Trend { Up, Down, Same, Unknown };
struct TrendFact {
  std::vector<std::string> of;
  Trend trend = Trend::Same;
  bool against = false;  ///< beside the other period; else a change on its day
  std::optional<Date> day = {};
  std::optional<DateRange> when = {};  ///< of a slow change: where it may have been
  std::optional<double> here = {};
  std::optional<double> there = {};
  std::string finding = {};
};

/// Who is more, first, last: a superlative with what holds it.
struct OrderFact {
  std::vector<std::string> of;
  Cues needs;
  std::string winner;                  ///< key of a place or an activity; empty where it is a month
  std::optional<DateRange> days = {};  ///< the month
  std::string finding = {};
};

/// Of some places the ones with the most pictures, the most nights, the longest way from home.
struct PlaceOrder {
  Cues needs;  ///< one of them makes the superlative
  Cues of;     ///< one of them says in what
  std::vector<std::string> among;
  std::vector<std::string> winners;
  std::string finding = {};
};

struct Facts {
  std::vector<PlaceOrder> place_orders;
  std::vector<NumberFact> numbers;
  std::vector<DateFact> dates;
  std::vector<TrendFact> trends;
  std::vector<OrderFact> orders;
  /// Indices of `numbers` and `dates` by each key that they are of; those of the period as a whole under "".
  std::map<std::string, std::vector<std::size_t>> numbers_of;
  std::map<std::string, std::vector<std::size_t>> dates_of;
  std::vector<std::string> been;    ///< keys of places where one was, lived or will go
  std::vector<std::string> firsts;  ///< keys of places where one was for the first time
  std::vector<std::string> done;    ///< keys of activities, persons and things that came up
};

/// All that findings state, as facts. Borrows nothing.
Facts facts_of(const Findings& findings);

/// Of an index of facts those under one of the keys, each once; without keys those of the period as a whole.
std::vector<std::size_t> facts_under(const std::map<std::string, std::vector<std::size_t>>& by_key,
                                     const std::vector<std::string>& keys);

/// The parts of it (one a file).
void add_activity_facts(const Findings& findings, Facts& to);
void add_trip_facts(const Findings& findings, Facts& to);
void add_travel_totals(const Findings& findings, Facts& to);
void add_place_orders(const Findings& findings, Facts& to);
void add_promise_facts(const Findings& findings, Facts& to);
void add_time_facts(const Findings& findings, Facts& to);
void add_occasion_facts(const Findings& findings, Facts& to);
void add_ahead_facts(const Findings& findings, Facts& to);
void add_limit_facts(const Findings& findings, Facts& to);

/// The keys by which a sentence names an entry for days to come.
std::vector<std::string> keys_of(const Planned& one);
/// The units that records of a kind may be counted in.
std::vector<SaidUnit> units_of(Kind kind);
/// How often an activity came on the days of a range that were lived: by day where all are known, else by
/// whole months; nothing where a day of it was not covered.
std::optional<int> count_in(const Activity& activity, DateRange days, const Period& period);

}  // namespace hoego
