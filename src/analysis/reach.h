#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/coverage.h"
#include "resolve/timeline.h"

namespace hoego {

/// Days that must have been seen without a break before something can be called a first.
inline constexpr int least_reach = 365;

/// The first and the last day of the run of days that holds `day`; nothing where the day is not in the set.
std::optional<DateRange> run_of(const Days& days, Date day);

/// Presence: the days from the first to the last of `sorted`, without holes of more than 45 days. A source
/// that tells something every few weeks was there to tell; it proves no absence of a single day.
Days presence(const std::vector<Date>& sorted);

/// The calendar, repository, tool or conversation that a record belongs to; may be empty. As the sources name
/// the scopes of their coverage.
std::string scope_in(const Record& record);

/// How far back the sources reach: since when something would not have gone unseen.
class Reach {
 public:
  explicit Reach(const Timeline& timeline);

  /// Since when records of the kind were seen, without a break up to the day before `day`: by sensor or
  /// complete coverage of any source of the kind (pull requests, reviews, issues and comments are shown by
  /// the same ones), or by presence. Nothing where the day before was not seen.
  std::optional<Date> of_kind(Kind kind, Date day) const;

  /// Since when nothing like `records` (by time, not empty, of one subject) would have gone unseen before the
  /// first of them; nothing where that is less than `least_reach` days. Every kind among them must reach
  /// back. A calendar younger than that is believed only where it was made for the subject, which fills half
  /// of its first weeks: one that begins with a whole life in it is an export that begins only then. A
  /// conversation with people reaches as far as its own export.
  std::optional<Date> before(const std::vector<const Record*>& records) const;

 private:
  struct Scope {
    std::optional<Date> from;
    std::vector<Date> days;  ///< of own records, sorted
  };
  const Scope* scope_of(const Record& record) const;
  bool made_for(const Scope& scope, const std::vector<const Record*>& records) const;

  std::map<Kind, Days> seen_;
  std::map<std::pair<Kind, std::string>, Scope> scopes_;
};

}  // namespace hoego
