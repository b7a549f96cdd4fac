#include "bench/truth/homes_judged.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "analysis/homes.h"

namespace hoego::truth {
namespace {

constexpr int a_week = 7;
constexpr double same_place_km = 5;

/// Index of the true move that a found home tells.
std::optional<std::size_t> move_told(const Life& life, const Home& home) {
  for (std::size_t i = 1; i < life.homes.size(); ++i) {
    const TrueHome& truth = life.homes[i];
    if (std::abs(home.days.from - truth.days.from) <= a_week &&
        distance_km(*home.spot.at, truth.at) <= same_place_km)
      return i - 1;
  }
  return std::nullopt;
}

}  // namespace

void judge_homes(HomesTally& tally, const Life& life, const Decidable& can, const LookedBack& found) {
  std::vector<int> off(can.moves.size(), -1);
  for (std::size_t i = 1; i < found.homes.size(); ++i) {
    const Home& home = found.homes[i];
    if (home.certainty < 0.5) continue;
    const auto told = move_told(life, home);
    if (told) {
      off[*told] = std::abs(home.days.from - life.homes[*told + 1].days.from);
      continue;
    }
    // A move that the sources cannot date is neither right nor wrong.
    const bool undatable = [&] {
      for (std::size_t k = 0; k < can.moves.size(); ++k) {
        if (!can.moves[k] && distance_km(*home.spot.at, life.homes[k + 1].at) <= same_place_km) return true;
      }
      return false;
    }();
    if (!undatable) ++tally.false_moves;
  }
  for (std::size_t k = 0; k < can.moves.size(); ++k) {
    ++tally.all_moves;
    if (off[k] >= 0) ++tally.all_moves_found;
    if (!can.moves[k]) continue;
    ++tally.moves;
    if (off[k] < 0) continue;
    ++tally.moves_found;
    tally.days_off += off[k];
  }
  if (found.homes.empty()) return;
  for (Date day = found.homes.front().days.from; day <= found.homes.back().days.to; day = day + 1) {
    ++tally.days;
    const Home* home = home_on(found.homes, day);
    if (distance_km(*home->spot.at, life.home_on(day).at) <= same_place_km) ++tally.days_right;
  }
}

std::vector<Statement> home_statements(const Life& life, const Decidable& can, const LookedBack& found) {
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < found.homes.size(); ++i) {
    const Home& home = found.homes[i];
    Statement one;
    one.what = i == 0 ? "first home" : "move";
    if (i > 0) one.days = {home.days.from, home.days.from};
    one.slack = a_week;
    one.at = home.spot.at;
    one.certainty = home.certainty;
    if (i == 0) {
      one.right = distance_km(*home.spot.at, life.homes.front().at) <= same_place_km;
      one.still_decidable = false;  // how long a first home was seen is no question of finding it
    } else {
      const auto told = move_told(life, home);
      one.right = told.has_value();
      one.still_decidable = told && can.moves[*told];
    }
    statements.push_back(std::move(one));
  }
  return statements;
}

}  // namespace hoego::truth
