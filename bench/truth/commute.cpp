#include "analysis/commute.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "bench/truth/commuter.h"
#include "bench/truth/sections.h"

namespace hoego::truth {
namespace {

constexpr int commuters = 200;
constexpr int others = 70;  ///< of each kind

/// Places have no names here.
Places nowhere() {
  Places places;
  places.place_of = [](Coordinates) -> std::optional<Place> { return std::nullopt; };
  places.find_town = [](std::string_view) { return std::vector<std::pair<Place, Coordinates>>(); };
  places.country_by_name = [](std::string_view) -> std::optional<std::string> { return std::nullopt; };
  return places;
}

std::optional<Commute> told(const SimulatedWays& life) {
  const Places atlas = nowhere();
  const std::vector<Sighting> all = life.sightings();
  return find_commute(all, find_homes(all, atlas), atlas, life.days);
}

struct Errors {
  int lives = 0;
  int told = 0;
  std::vector<double> hours;
  std::vector<double> journeys;
  std::vector<double> minutes;
  int moved = 0;
  int moves_told = 0;

  void add(const SimulatedWays& life, const std::optional<Commute>& found) {
    ++lives;
    if (!found) return;
    ++told;
    hours.push_back(found->hours / life.hours - 1);
    journeys.push_back(static_cast<double>(found->journeys) / life.journeys - 1);
    const bool both = life.minutes_by_home.size() == 2;
    moved += both ? 1 : 0;
    if (found->by_home.size() != life.minutes_by_home.size()) return;
    moves_told += both ? 1 : 0;
    for (std::size_t leg = 0; leg < found->by_home.size(); ++leg)
      minutes.push_back(found->by_home[leg].minutes - life.minutes_by_home[leg]);
  }
};

double within(const std::vector<double>& errors, double bound) {
  const auto good =
      std::count_if(errors.begin(), errors.end(), [bound](double error) { return std::abs(error) <= bound; });
  return errors.empty() ? 0 : static_cast<double>(good) / static_cast<double>(errors.size());
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

double worst(const std::vector<double>& errors) {
  double most = 0;
  for (const double error : errors) most = std::max(most, std::abs(error));
  return most;
}

Figure share(const char* what, double value, const char* bar, double least) {
  return {what, fmt::format("{:.1f} %", 100 * value), bar, value >= least};
}

Figure false_commutes(Seeds seeds, Ways ways, const char* what) {
  int wrong = 0;
  for (int n = 0; n < others; ++n) {
    Draw draw(seed_of(seeds, n), what);
    wrong += told(simulate_ways(draw, ways)) ? 1 : 0;
  }
  return {fmt::format("told a commute: {} ({} lives)", what, others), fmt::format("{}", wrong), "none",
          wrong == 0};
}

}  // namespace

std::vector<Report> commute(Seeds seeds) {
  Errors errors;
  for (int n = 0; n < commuters; ++n) {
    Draw draw(seed_of(seeds, n), "commuters");
    const SimulatedWays life = simulate_ways(draw, Ways::Commuter);
    errors.add(life, told(life));
  }
  Report report{"Commute from positions", {}};
  report.figures = {
      share("commuters told of their way (200 half years)", static_cast<double>(errors.told) / errors.lives,
            "≥ 98 %", 0.98),
      share("hours within 5 % of the truth, of those told", within(errors.hours, 0.05), "≥ 95 %", 0.95),
      share("journeys within 2 %", within(errors.journeys, 0.02), "≥ 95 %", 0.95),
      {"error of the hours, median and worst",
       fmt::format("{:+.1f} %, {:.1f} %", 100 * median(errors.hours), 100 * worst(errors.hours))},
      {"error of the journeys, median and worst",
       fmt::format("{:+.1f} %, {:.1f} %", 100 * median(errors.journeys), 100 * worst(errors.journeys))},
      share("both ways told of those who moved",
            errors.moved == 0 ? 1 : static_cast<double>(errors.moves_told) / errors.moved, "≥ 95 %", 0.95),
      share("minutes of one way within 4", within(errors.minutes, 4), "≥ 95 %", 0.95),
      false_commutes(seeds, Ways::AtHome, "works at home, gym, band room, weekends at the parents'"),
      false_commutes(seeds, Ways::Hourly, "commuters with a position an hour"),
      false_commutes(seeds, Ways::Pictures, "commuters with a few pictures a day"),
  };
  return {report};
}

}  // namespace hoego::truth
