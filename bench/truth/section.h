#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace hoego::truth {

/// Methods are tuned on the one and judged on the other; no seed is in both.
enum class Seeds { Tuning, Reporting };

/// The seed of the nth life or series of a set.
constexpr std::uint64_t seed_of(Seeds seeds, int n) {
  return (seeds == Seeds::Tuning ? 1'000'000'000ULL : 2'000'000'000ULL) + static_cast<std::uint64_t>(n);
}

/// One figure: what was measured, on how many cases, and whether it reaches its bar.
struct Figure {
  std::string what;
  std::string value;
  std::string bar = {};  ///< empty: has none (another method's row)
  bool reached = true;
};

/// A table of figures, and free lines under it (a reliability table, a cell by cell table, as Markdown).
struct Report {
  std::string title;
  std::vector<Figure> figures;
  std::vector<std::string> lines = {};
};

/// Simulates lives or series with a known truth, has them judged, and counts.
using Section = std::vector<Report> (*)(Seeds seeds);

}  // namespace hoego::truth
