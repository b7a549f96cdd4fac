#include "bench/truth/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace hoego::truth {
namespace {

constexpr double sure = 0.9;
constexpr double said = 0.5;
constexpr double same_place_km = 5;

bool is_among(const Statement& one, const std::vector<Statement>& all) {
  return std::any_of(all.begin(), all.end(),
                     [&one](const Statement& other) { return other.certainty >= said && agree(one, other); });
}

}  // namespace

bool agree(const Statement& a, const Statement& b) {
  const int slack = std::max(a.slack, b.slack);
  if (a.what != b.what || std::abs(a.days.from - b.days.from) > slack ||
      std::abs(a.days.to - b.days.to) > slack)
    return false;
  return !a.at || !b.at || distance_km(*a.at, *b.at) <= same_place_km;
}

void SourcesGone::add(const std::vector<Statement>& full, const std::vector<Statement>& reduced) {
  for (const Statement& one : reduced) {
    if (one.certainty <= sure) continue;
    ++sure_;
    if (!is_among(one, full)) ++contradicted_;
  }
  for (const Statement& one : full) {
    if (one.certainty < said || !one.right || !one.still_decidable) continue;
    ++still_decidable_;
    if (is_among(one, reduced)) ++still_said_;
  }
}

std::vector<Figure> SourcesGone::figures(const std::string& what) const {
  const double contradicted = sure_ == 0 ? 0 : static_cast<double>(contradicted_) / sure_;
  const double kept = still_decidable_ == 0 ? 0 : static_cast<double>(still_said_) / still_decidable_;
  return {{fmt::format("{}: stated above 0.9 and contradicted by the full data (of {})", what, sure_),
           fmt::format("{:.2f} %", 100 * contradicted), "≤ 2 %", contradicted <= 0.02},
          {fmt::format("{}: still decidable and still said (of {})", what, still_decidable_),
           fmt::format("{:.1f} %", 100 * kept), "≥ 80 %", kept >= 0.8}};
}

}  // namespace hoego::truth
