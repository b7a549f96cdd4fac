#include "bench/truth/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace hoego::truth {
namespace {

constexpr double sure = 0.9;
constexpr double even_odds = 0.5;
constexpr double same_place_km = 5;

bool is_left_open(const Statement& one, const std::vector<LeftOpen>& open) {
  return std::any_of(open.begin(), open.end(), [&one](const LeftOpen& gap) {
    return one.what.rfind(gap.what, 0) == 0 && intersect(gap.days, one.days).has_value();
  });
}

}  // namespace

bool is_among(const Statement& one, const std::vector<Statement>& all, double certainty) {
  return std::any_of(all.begin(), all.end(), [&](const Statement& other) {
    return other.certainty >= certainty && agree(one, other);
  });
}

bool agree(const Statement& a, const Statement& b) {
  const int slack = std::max(a.slack, b.slack);
  if (a.what != b.what || std::abs(a.days.from - b.days.from) > slack ||
      std::abs(a.days.to - b.days.to) > slack)
    return false;
  if (a.ratio && b.ratio && (a.ratio->second < b.ratio->first || b.ratio->second < a.ratio->first))
    return false;
  return !a.at || !b.at || distance_km(*a.at, *b.at) <= same_place_km;
}

void SourcesGone::add(const std::vector<Statement>& full, const std::vector<Statement>& reduced,
                      const std::vector<LeftOpen>& open) {
  for (const Statement& one : reduced) {
    if (one.certainty <= sure) continue;
    ++sure_;
    if (is_among(one, full, even_odds) || (one.right && is_left_open(one, open))) continue;
    ++contradicted_;
    if (!one.right) ++contradicted_and_wrong_;
  }
  for (const Statement& one : full) {
    if (one.certainty < one.told_from || !one.right || !one.still_decidable) continue;
    ++still_decidable_;
    if (is_among(one, reduced, one.told_from)) ++still_said_;
  }
}

std::vector<Figure> SourcesGone::figures(const std::string& what) const {
  const double contradicted = sure_ == 0 ? 0 : static_cast<double>(contradicted_) / sure_;
  const double kept = still_decidable_ == 0 ? 0 : static_cast<double>(still_said_) / still_decidable_;
  return {{fmt::format("{}: stated above 0.9 and contradicted by the full data (of {})", what, sure_),
           fmt::format("{:.2f} % ({} of {} wrong in truth too)", 100 * contradicted, contradicted_and_wrong_,
                       contradicted_),
           "≤ 2 %", contradicted <= 0.02},
          {fmt::format("{}: still decidable and still said (of {})", what, still_decidable_),
           fmt::format("{:.1f} %", 100 * kept), "≥ 80 %", kept >= 0.8}};
}

}  // namespace hoego::truth
