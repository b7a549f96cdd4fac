#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/areas.h"
#include "analysis/measure.h"
#include "analysis/settings.h"
#include "base/civil.h"

namespace hoego {

struct Measure {
  MeasureKind kind = MeasureKind::Count;
  std::string name;  ///< id of the activity, of Share that of the area; empty for the reserved measures
  Within within = Within::All;  ///< of Share
};

/// Every part that is set must hold. Countries are ISO 3166-1 alpha-2.
struct Filter {
  bool abroad = false;
  std::vector<std::string> in;
  std::vector<std::string> except;
  std::vector<std::pair<std::string, std::shared_ptr<const Pattern>>> where;  ///< key of a matcher, pattern
  std::vector<std::string> expressions;  ///< the patterns of `where` as they are written, in its order

  bool is_of_place() const { return abroad || !in.empty() || !except.empty(); }
};

/// A check as written in resolutions/YEAR.md; grammar and meaning in doc/resolutions.md.
struct Check {
  Measure measure;
  Filter filter;
  Op op = Op::AtLeast;
  double value = 0;        ///< not where `last_year`
  bool last_year = false;  ///< the value is that of the same dates a year earlier
  std::string unit;        ///< "", "h", "km", "%", "weeks", or a currency (ISO 4217)
  CheckPace pace = CheckPace::None;
  CheckUnit every = CheckUnit::Week;  ///< of a pace
  std::optional<Date> by;             ///< last day of the line's period

  /// Whether it is kept by staying under: at most, less than, or none at all.
  bool is_limit() const {
    return op == Op::AtMost || op == Op::Less || (op == Op::Equal && !last_year && value == 0);
  }
};

/// Where a check is wrong, and what was expected there.
struct CheckError {
  std::size_t column = 1;            ///< in characters (code points), from 1
  std::string expected;              ///< "a number or \"last year\""
  std::vector<std::string> nearest;  ///< names close to what stands there
};

/// The names a check may use. Names are compared without regard to case, in NFC.
struct Vocabulary {
  struct Name {
    std::string id;
    std::string written;  ///< id, or label in one language
  };
  std::vector<Name> activities;
  std::vector<Name> areas;
};

/// What was read: either a check or an error.
struct ReadCheck {
  std::optional<Check> check;
  CheckError error;
};

/// Reads a check. `period`: that of the line, which a `by` must lie in. Recursive descent, one token ahead;
/// a check of more than 500 characters is an error.
ReadCheck read_check(std::string_view text, const Vocabulary& vocabulary, DateRange period);

/// The reserved words a measure may begin with, for completion: "hours of", "trips", "share of"…
const std::vector<std::string_view>& measure_words();

}  // namespace hoego
