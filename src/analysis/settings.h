#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/corrections.h"
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

/// `[[area]]`.
struct AreaRule {
  std::string id;
  Label label;
  bool is_private = false;
};

struct MilestoneRule {
  Label label;
  Date since;
};

/// What the owner said about how the year is to be looked at.
struct Settings {
  std::vector<ActivityRule> activities;
  std::vector<AreaRule> areas;
  std::vector<MilestoneRule> milestones;
  Corrections corrections;
  int week_starts = 1;   ///< ISO weekday, 1 Monday .. 7 Sunday
  std::string holidays;  ///< country whose public holidays explain a gap, ISO 3166-1 alpha-2; may be empty
  std::optional<Date> born;  ///< only for ages
};

}  // namespace hoego
