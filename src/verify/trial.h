#pragma once
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "verify/facts.h"
#include "verify/said.h"
#include "verify/turns.h"
#include "verify/verify.h"

namespace hoego {

/// What earlier sentences under the same heading were about, the nearest first, and the numbers that held.
struct Context {
  std::deque<std::vector<std::string>> keys;
  std::vector<Amount> numbers;
  std::vector<DateRange> days;  ///< that the last sentence with dates was about
  std::string heading;
};

/// All that a sentence is put beside. Borrowed.
struct Known {
  const Findings& findings;
  const KnownNames& names;
  const Facts& facts;
};

/// Puts the claims of one sentence beside what is known.
class Trial {
 public:
  /// Borrows all for its life.
  Trial(const Said& said, const Known& known, const Context& context);
  /// In the order of the sentence.
  std::vector<VerifiedPart> parts();
  /// Numbers that agreed, for sums in the next sentence.
  std::vector<Amount> held() const;

 private:
  /// How a number or a date stands to the facts of its role.
  struct Finding {
    Standing standing = Standing::CannotBeKnown;
    std::string found = {};
    std::string finding = {};
    Stated stated = Stated::Count;
    bool scoped = false;  ///< its dates told of when it is
  };
  using Keys = std::vector<std::string>;

  Keys implied_by_verb() const;
  Keys trips_by_their_days() const;
  Keys implied_by_unit(std::size_t amount) const;
  bool speaks_of_the_rest() const;
  std::vector<Keys> tiers_of(std::size_t amount) const;
  std::vector<Keys> tiers_around(const Span& span) const;
  bool places_fit(const std::vector<const NamedThing*>& near, const Keys& of, const Keys& places) const;

  // trial_numbers.cpp
  Finding number(std::size_t amount) const;
  std::vector<Finding> of_tier(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> without(std::size_t amount, const std::vector<Keys>& tiers) const;
  std::optional<Finding> count_of_days(std::size_t amount, const Activity& activity,
                                       const std::vector<std::size_t>& days) const;
  std::optional<Finding> in_days(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> rest_ahead(std::size_t amount) const;
  std::optional<Finding> by_months(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> silence(const std::vector<Keys>& tiers) const;
  std::optional<Finding> in_order(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> entries_in(std::size_t amount, const Keys& keys) const;
  bool is_rate_of_days(std::size_t amount) const;
  std::optional<Finding> on_days_spoken_of(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> on_the_trip(std::size_t amount, const Keys& keys) const;
  bool stands_there(const NamedThing& place) const;
  bool is_listed_apart(std::size_t day, std::size_t amount) const;
  bool all_places_so(std::size_t amount, const NumberFact& fact) const;
  std::optional<std::size_t> first_day_without(std::size_t amount) const;
  std::optional<Finding> in_gap(std::size_t amount, std::size_t day, const Keys& keys) const;
  std::optional<Finding> since_then(std::size_t amount, const Keys& keys) const;
  bool role_fits(std::size_t amount, const NumberFact& fact) const;
  bool unit_fits(std::size_t amount, const NumberFact& fact) const;
  bool dates_fit(std::size_t amount, const NumberFact& fact) const;
  bool value_fits(const Amount& said, const NumberFact& fact) const;
  void settle_sums(std::vector<Finding>& numbers) const;
  std::string told(std::size_t amount, double value) const;

  // trial_weekdays.cpp
  const SaidWeekdays* weekdays_of(std::size_t amount) const;
  std::optional<int> count_on(const Activity& activity, const SaidWeekdays& weekdays, DateRange days) const;
  std::optional<Finding> on_weekdays(std::size_t amount, const Keys& keys) const;
  void weekdays(std::vector<VerifiedPart>& to) const;

  // trial_lengths.cpp
  std::optional<Finding> length(std::size_t amount) const;
  bool is_length_of_days(std::size_t amount) const;
  bool is_time_between(std::size_t amount) const;
  std::vector<Date> days_to_count_from(std::size_t name) const;

  // trial_derived.cpp
  std::vector<double> wholes_of(const Activity& activity, std::size_t amount) const;
  bool is_share_of_whole(std::size_t amount, const std::vector<Finding>& numbers) const;
  bool is_ratio_of_named(std::size_t amount) const;
  bool is_ratio_of_days(std::size_t amount) const;
  bool is_sum_of_named(std::size_t amount) const;

  // trial_days.cpp
  Finding date(std::size_t day) const;
  bool date_is(std::size_t day, const DateFact& fact) const;
  std::optional<Finding> month_order(std::size_t day, const Keys& keys, const Cues& near) const;
  std::optional<Finding> happened(std::size_t day, const Keys& keys, const Cues& near) const;
  DateRange said_range(std::size_t day) const;
  bool is_without(std::size_t day) const;
  bool tells_a_length() const;
  bool is_scope_year(const SaidDays& one) const;

  // trial_trends.cpp, trial_directions.cpp
  void trends(std::vector<VerifiedPart>& to) const;
  bool is_when(Date date) const;
  bool is_when(const TrendFact& fact) const;
  std::optional<Trend> trend_between_days(const Keys& keys) const;
  std::vector<Keys> subjects_of(const SaidTurn& turn, std::size_t from, std::size_t next) const;
  void judge_turn_of_life(Turn turn, const Keys& keys, VerifiedPart& part) const;
  void judge_direction(Turn turn, const std::vector<const TrendFact*>& facts, VerifiedPart& part) const;
  bool counts_show(Trend want, const TrendFact& fact) const;
  std::optional<Trend> trend_of_days(const Keys& keys) const;
  std::optional<Trend> trend_over_span(const Keys& keys) const;
  void unread_directions(std::vector<VerifiedPart>& to) const;
  void absent_last_year(std::vector<VerifiedPart>& to) const;
  bool is_published(const SaidTurn& turn, const Keys& keys) const;
  Keys promise_meant() const;
  Keys counted_here() const;
  std::string beside_promises() const;
  void verdicts(std::vector<VerifiedPart>& to) const;
  void promises_by_clause(std::vector<VerifiedPart>& to) const;

  // trial_names.cpp
  void names(std::vector<VerifiedPart>& to) const;
  void orders(std::vector<VerifiedPart>& to) const;
  void moves(std::vector<VerifiedPart>& to) const;
  void superlatives(std::vector<VerifiedPart>& to) const;
  const NamedThing* holder_of(const CueAt& cue) const;

  const Said& said_;
  const Known& known_;
  const Context& context_;
  std::vector<Finding> dates_;
  std::vector<Finding> numbers_;
};

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// A share or a ratio of numbers.
bool is_relation(SaidUnit unit);
/// Whether two numbers of this ratio may be put beside each other so: as a share, as what is lacking, as
/// more.
bool may_be_ratio(const Amount& said, double ratio);

}  // namespace hoego
