#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/civil.h"
#include "bench/truth/section.h"
#include "record/place.h"

namespace hoego::truth {

/// A finding as something that other data may contradict.
struct Statement {
  std::string what;  ///< "trip", "home", "change"…, with its subject: only like is held against like
  DateRange days;    ///< what it says of time: of a change, from its first day to its first day
  int slack = 1;     ///< days by which either date of another statement may differ and still say the same
  std::optional<Coordinates> at = {};  ///< of a home: within 5 km the same
  /// Of a comparison: the interval of its ratio; two that do not meet do not say the same.
  std::optional<std::pair<double, double>> ratio = {};
  double certainty = 0;
  double told_from = 0.5;       ///< certainty from which on the program says it
  bool right = true;            ///< by the simulation's truth
  bool still_decidable = true;  ///< by the sources that are left: read of the full data's statements only
};

/// Whether two statements say the same.
bool agree(const Statement& a, const Statement& b);

/// Whether some statement of at least this certainty says the same as `one`.
bool is_among(const Statement& one, const std::vector<Statement>& all, double certainty);

/// What all sources cannot tell, for want of coverage: statements that begin with `what`, of these days.
struct LeftOpen {
  std::string what;
  DateRange days;
};

/// Findings of all sources beside those of fewer, over many lives.
///
/// Contradicted: stated above 0.9 by the fewer sources, while all of them do not say the same with even odds;
/// where all of them leave it open, by the simulation's truth. Still said: what all sources tell
/// rightly, and what is left would show, is told by what is left.
class SourcesGone {
 public:
  /// `full`: what all sources tell; `reduced`: what is told by those that are left.
  void add(const std::vector<Statement>& full, const std::vector<Statement>& reduced,
           const std::vector<LeftOpen>& open = {});

  /// "<what>: of findings above 0.9 contradicted by the full data", at most 2 %; "<what>: of what is still
  /// decidable still said", at least 80 %.
  /// Beside the first its share that is wrong by the simulation's truth.
  std::vector<Figure> figures(const std::string& what) const;

 private:
  int sure_ = 0;
  int contradicted_ = 0;
  int contradicted_and_wrong_ = 0;
  int still_decidable_ = 0;
  int still_said_ = 0;
};

}  // namespace hoego::truth
