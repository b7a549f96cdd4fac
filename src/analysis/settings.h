#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "base/text.h"
#include "record/observation.h"

namespace hoego {

/// One line of `match` or `except`: every key that is set must hold.
struct Matcher {
  std::optional<Kind> kind;
  std::vector<std::pair<std::string, std::shared_ptr<const Pattern>>>
      patterns;  ///< key (title, calendar…), pattern

  bool matches(const Record& record) const;
};

/// The keys a matcher may have beside `kind`.
const std::vector<std::string>& matcher_keys();

/// `[[activity]]`.
struct ActivityRule {
  std::string id;
  Label label;
  std::string area;
  std::vector<Matcher> match;   ///< any of them
  std::vector<Matcher> except;  ///< none of them
  std::optional<double> hours;  ///< for records without a duration

  bool matches(const Record& record) const;
  /// Whether it is about payments themselves ("coffee"): else a payment that matches is what it cost, not
  /// one time more.
  bool is_of_expenses() const;
};

struct MilestoneRule {
  Label label;
  Date since;
};

/// What the owner said about how the year is to be looked at.
struct Settings {
  std::vector<ActivityRule> activities;
  std::vector<MilestoneRule> milestones;
  std::optional<Date> born;  ///< only for ages
  int week_starts = 1;       ///< ISO weekday, 1 Monday .. 7 Sunday
};

}  // namespace hoego
