#include "bench/truth/reliability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hoego::truth {

double Reliability::Decile::distance() const {
  return std::abs(share() - certainty());
}

void Reliability::add(double certainty, bool came_true) {
  const double sure = std::clamp(certainty, 0.0, 1.0);
  // Certainties such as 0.7 stand a rounding error below their decile's edge.
  const auto at = static_cast<std::size_t>(std::min(9.0, std::floor(sure * 10 + 1e-9)));
  Decile& decile = deciles_[at];
  ++decile.cases;
  decile.certainties += sure;
  if (came_true) ++decile.came_true;
  const double off = sure - (came_true ? 1 : 0);
  squares_ += off * off;
}

void Reliability::add(const Reliability& other) {
  for (std::size_t i = 0; i < deciles_.size(); ++i) {
    deciles_[i].cases += other.deciles_[i].cases;
    deciles_[i].came_true += other.deciles_[i].came_true;
    deciles_[i].certainties += other.deciles_[i].certainties;
  }
  squares_ += other.squares_;
}

int Reliability::cases() const {
  int all = 0;
  for (const Decile& decile : deciles_) all += decile.cases;
  return all;
}

int Reliability::judged() const {
  return static_cast<int>(std::count_if(deciles_.begin(), deciles_.end(),
                                        [this](const Decile& one) { return one.cases >= least_cases_; }));
}

double Reliability::farthest() const {
  double most = 0;
  for (const Decile& decile : deciles_) {
    if (decile.cases >= least_cases_) most = std::max(most, decile.distance());
  }
  return most;
}

double Reliability::brier() const {
  return cases() == 0 ? 0 : squares_ / cases();
}

Figure Reliability::figure(std::string_view what) const {
  const std::string name = fmt::format("{} ({} cases, {} deciles judged)", what, cases(), judged());
  if (judged() == 0) return {name, fmt::format("Brier {:.3f}", brier())};
  return {name, fmt::format("{:.1f} points off at most, Brier {:.3f}", 100 * farthest(), brier()),
          fmt::format("≤ {:.0f} points in each decile", 100 * tolerance), farthest() <= tolerance};
}

std::vector<std::string> Reliability::table() const {
  std::vector<std::string> lines = {"| certainty | cases | mean certainty | true | distance | |",
                                    "|---|---|---|---|---|---|"};
  for (std::size_t i = 0; i < deciles_.size(); ++i) {
    const Decile& decile = deciles_[i];
    if (decile.cases == 0) continue;
    const auto tenth = static_cast<double>(i) / 10;
    const char* verdict = decile.cases < least_cases_      ? "too few to judge"
                          : decile.distance() <= tolerance ? "within"
                                                           : "OFF";
    lines.push_back(fmt::format("| {:.1f}–{:.1f} | {} | {:.3f} | {:.3f} | {:.1f} points | {} |", tenth,
                                tenth + 0.1, decile.cases, decile.certainty(), decile.share(),
                                100 * decile.distance(), verdict));
  }
  return lines;
}

}  // namespace hoego::truth
