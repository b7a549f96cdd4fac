#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "bench/truth/section.h"

namespace hoego::truth {

/// Whether certainties are what they say: of what is stated with 0.8, four of five should be true. Collects
/// pairs of a certainty and the truth, and lays them out by deciles of certainty (a reliability diagram as a
/// table; Murphy and Winkler, Applied Statistics 26, 1977).
class Reliability {
 public:
  /// Deciles of fewer than `least_cases` are shown, not judged.
  explicit Reliability(int least_cases = 1000) : least_cases_(least_cases) {}

  /// How far the share of the true may lie from the mean certainty.
  static constexpr double tolerance = 0.05;

  /// `certainty` of 0..1 (what lies outside is a mistake of the finding, and is cut to it).
  void add(double certainty, bool came_true);
  /// The cases of another collection too.
  void add(const Reliability& other);

  int cases() const;
  /// Deciles that have cases enough to be judged.
  int judged() const;
  /// The greatest distance between the mean certainty and the share that was true, of the judged deciles; 0
  /// where none is.
  double farthest() const;
  /// Mean squared distance of certainty and truth (Brier, 1950): 0 is perfect, 0.25 a coin's.
  double brier() const;

  /// "<what> (12,345 cases, 4 deciles judged)", the farthest decile in points; a bar where any is judged.
  Figure figure(std::string_view what) const;
  /// The table in Markdown, empty deciles left out.
  std::vector<std::string> table() const;

 private:
  struct Decile {
    int cases = 0;
    int came_true = 0;
    double certainties = 0;  ///< sum

    double certainty() const { return cases == 0 ? 0 : certainties / cases; }
    double share() const { return cases == 0 ? 0 : static_cast<double>(came_true) / cases; }
    double distance() const;
  };
  int least_cases_;
  std::array<Decile, 10> deciles_{};
  double squares_ = 0;
};

}  // namespace hoego::truth
