#pragma once
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "verify/facts.h"
#include "verify/said.h"
#include "verify/verify.h"

namespace hoego {

/// What earlier sentences under the same heading were about, the nearest first, and the numbers that held.
struct Context {
  std::deque<std::vector<std::string>> keys;
  std::vector<Amount> numbers;
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

  std::vector<Keys> tiers_of(std::size_t amount) const;
  std::vector<Keys> tiers_around(const Span& span) const;
  bool places_fit(const std::vector<const NamedThing*>& near, const Keys& of, const Keys& places) const;

  // trial_numbers.cpp
  Finding number(std::size_t amount) const;
  std::optional<Finding> in_days(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> by_months(std::size_t amount, const Keys& keys) const;
  std::optional<Finding> silence(const std::vector<Keys>& tiers) const;
  bool all_places_so(std::size_t amount, const NumberFact& fact) const;
  std::optional<Finding> in_gap(std::size_t amount, std::size_t day, const Keys& keys) const;
  std::optional<Finding> since_then(std::size_t amount, const Keys& keys) const;
  bool role_fits(std::size_t amount, const NumberFact& fact) const;
  bool unit_fits(std::size_t amount, const NumberFact& fact) const;
  bool dates_fit(std::size_t amount, const NumberFact& fact) const;
  bool value_fits(const Amount& said, const NumberFact& fact) const;
  void settle_sums(std::vector<Finding>& numbers) const;
  std::string told(const Amount& said, double value) const;

  // trial_days.cpp
  Finding date(std::size_t day) const;
  bool date_is(std::size_t day, const DateFact& fact) const;
  std::optional<Finding> month_order(std::size_t day, const Keys& keys, const Cues& near) const;
  std::optional<Finding> happened(std::size_t day, const Keys& keys, const Cues& near) const;
  DateRange said_range(std::size_t day) const;
  bool is_scope_year(const SaidDays& one) const;

  // trial_trends.cpp
  void trends(std::vector<VerifiedPart>& to) const;
  void verdicts(std::vector<VerifiedPart>& to) const;

  // trial_names.cpp
  void names(std::vector<VerifiedPart>& to) const;
  void orders(std::vector<VerifiedPart>& to) const;

  const Said& said_;
  const Known& known_;
  const Context& context_;
  std::vector<Finding> dates_;
  std::vector<Finding> numbers_;
};

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace hoego
