#include <fmt/format.h>

#include <algorithm>

#include "analysis/homes.h"
#include "bench/truth/decidable.h"
#include "bench/truth/homes_judged.h"
#include "bench/truth/looked_back.h"
#include "bench/truth/reliability.h"
#include "bench/truth/rivals.h"
#include "bench/truth/sections.h"
#include "bench/truth/side_by_side.h"
#include "bench/truth/statements.h"
#include "bench/truth/trips_judged.h"

namespace hoego::truth {
namespace {

constexpr int lives = 300;
/// Drawn for the certainties alone, so that more deciles have cases enough to be judged.
constexpr int more_lives = 1800;

/// What is counted over all lives.
struct Totals {
  Tally trips;
  Tally day_trips;
  Tally by_rule;
  Tally by_density;
  Reliability certainty;
  HomesTally homes;
  SourcesGone trips_with_less;
  SourcesGone homes_with_less;
  int countries = 0;
  int countries_right = 0;
  int records = 0;
  int days_right = 0;
  int unknowable = 0;
  int unknowable_right = 0;
};

std::vector<StatedTrip> stated_of(const Life& life, const std::set<std::string>& sources,
                                  const std::vector<Trip>& trips) {
  std::vector<StatedTrip> stated;
  for (const Trip& trip : trips) {
    const bool seen = std::any_of(life.fixes.begin(), life.fixes.end(), [&](const TrueFix& fix) {
      return trip.days.contains(fix.day) && sources.count(fix.source) > 0;
    });
    stated.push_back({trip.days, trip.day_trip, trip.certainty, trip.countries, seen});
  }
  return stated;
}

struct Bet {
  double certainty = 0;
  bool right = false;
};

std::vector<Bet> bets(const Life& life, const std::vector<StatedTrip>& stated) {
  const Matched matched = match(life, stated);
  std::vector<Bet> all;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const int of = matched.truth_of[i];
    const bool right = of >= 0 && is_right(life.trips[static_cast<std::size_t>(of)], stated[i]);
    all.push_back({stated[i].certainty, right});
  }
  return all;
}

void judge_certainties(Totals& totals, const std::vector<Bet>& all) {
  for (const Bet& bet : all) totals.certainty.add(bet.certainty, bet.right);
}

/// With all sources, and with two thirds of them.
std::vector<Bet> bets_of_life(std::uint64_t seed) {
  const Life life = draw_life(seed, atlas());
  const auto sources = all_sources(life);
  const auto left = two_thirds_of_sources(life, seed);
  std::vector<Bet> all = bets(life, stated_of(life, sources, look_back_on(life, sources).trips));
  if (left == sources) return all;
  const std::vector<Bet> with_less = bets(life, stated_of(life, left, look_back_on(life, left).trips));
  all.insert(all.end(), with_less.begin(), with_less.end());
  return all;
}

void judge_countries(Totals& totals, const Life& life, const Decidable& can,
                     const std::vector<StatedTrip>& stated) {
  const Matched matched = match(life, stated);
  for (std::size_t i = 0; i < stated.size(); ++i) {
    if (matched.truth_of[i] < 0) continue;
    const auto of = static_cast<std::size_t>(matched.truth_of[i]);
    const TrueTrip& truth = life.trips[of];
    if (truth.day_trip || !can.trips[of] || !can.countries[of] || !is_right(truth, stated[i])) continue;
    ++totals.countries;
    if (truth.countries == stated[i].countries) ++totals.countries_right;
  }
}

void judge_days(Totals& totals, const Life& life, const LookedBack& found) {
  const auto knowable = knowable_days(life, all_sources(life));
  for (const Record& record : found.timeline.records()) {
    const auto known = knowable.find(record.id);
    if (known == knowable.end()) continue;
    ++totals.records;
    if (record.day() == known->second) ++totals.days_right;
  }
}

std::vector<Statement> trip_statements(const Life& life, const Decidable& can_with_less,
                                       const std::vector<StatedTrip>& stated) {
  const Matched matched = match(life, stated);
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    Statement one;
    one.what = stated[i].day_trip ? "day trip" : "trip";
    one.days = stated[i].days;
    one.certainty = stated[i].certainty;
    const int of = matched.truth_of[i];
    one.right = of >= 0 && is_right(life.trips[static_cast<std::size_t>(of)], stated[i]);
    one.still_decidable = of >= 0 && can_with_less.trips[static_cast<std::size_t>(of)];
    statements.push_back(std::move(one));
  }
  return statements;
}

void judge_life(Totals& totals, std::uint64_t seed) {
  const Life life = draw_life(seed, atlas());
  const auto sources = all_sources(life);
  const Decidable can = decidable(life, sources);
  const LookedBack found = look_back_on(life, sources);
  const auto stated = stated_of(life, sources, found.trips);
  judge(totals.trips, life, can, stated, false);
  judge(totals.day_trips, life, can, stated, true);
  judge(totals.by_rule, life, can, trips_by_rule(found), false);
  judge(totals.by_density, life, can, trips_by_density(found), false);
  judge_certainties(totals, bets(life, stated));
  judge_countries(totals, life, can, stated);
  judge_homes(totals.homes, life, can, found);
  judge_days(totals, life, found);

  const auto left = two_thirds_of_sources(life, seed);
  if (left == sources) return;
  const Decidable can_with_less = decidable(life, left);
  const LookedBack less = look_back_on(life, left);
  const auto stated_with_less = stated_of(life, left, less.trips);
  judge_certainties(totals, bets(life, stated_with_less));
  totals.trips_with_less.add(trip_statements(life, can_with_less, stated),
                             trip_statements(life, can_with_less, stated_with_less));
  totals.homes_with_less.add(home_statements(life, can_with_less, found),
                             home_statements(life, can_with_less, less));
}

std::string percent(int part, int whole) {
  return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * part / whole);
}

Figure row(const std::string& method, const Tally& tally, const std::string& bar = "") {
  return {
      fmt::format("{}: F1 (of {} decidable)", method, tally.decidable),
      fmt::format("{:.3f} (precision {:.3f}, recall {:.3f})", tally.f1(), tally.precision(), tally.recall()),
      bar, tally.f1() >= 0.97};
}

Report trips_report(const Totals& totals) {
  const Tally& trips = totals.trips;
  Report report{"Trips", {}};
  report.figures.push_back(row("trips, both dates within a day", trips, "≥ 0.97"));
  report.figures.push_back(
      {"days off, both dates together, of those found",
       fmt::format("{:.3f}", trips.found == 0 ? 0.0 : 1.0 * trips.days_off / trips.found)});
  report.figures.push_back({fmt::format("undecidable trips (of {}) found all the same", trips.undecidable),
                            percent(trips.undecidable_found, trips.undecidable)});
  report.figures.push_back({fmt::format("told by calendar or ticket alone (of {}), right", trips.by_papers),
                            percent(trips.by_papers_right, trips.by_papers)});
  report.figures.push_back({fmt::format("countries slept in, in order (of {})", totals.countries),
                            percent(totals.countries_right, totals.countries)});
  report.figures.push_back(row("day trips, as day trips", totals.day_trips));
  report.figures.push_back(row("other: ≥ 50 km, ≥ 2 days, gaps ≤ 2 days", totals.by_rule));
  report.figures.push_back(row("other: density clusters of photos", totals.by_density));
  report.figures.push_back(totals.certainty.figure("certainty of trips and day trips"));
  report.lines = totals.certainty.table();
  return report;
}

Report homes_report(const Totals& totals) {
  const HomesTally& homes = totals.homes;
  Report report{"Homes", {}};
  const double share = homes.moves == 0 ? 1 : 1.0 * homes.moves_found / homes.moves;
  report.figures.push_back({fmt::format("moves within a week (of {} decidable)", homes.moves),
                            percent(homes.moves_found, homes.moves), "≥ 95 %", share >= 0.95});
  report.figures.push_back(
      {"days off, of moves found",
       fmt::format("{:.2f}", homes.moves_found == 0 ? 0.0 : 1.0 * homes.days_off / homes.moves_found)});
  report.figures.push_back({"moves that were none", fmt::format("{}", homes.false_moves)});
  report.figures.push_back({fmt::format("all moves (of {}) within a week", homes.all_moves),
                            percent(homes.all_moves_found, homes.all_moves)});
  report.figures.push_back(
      {fmt::format("days with the right home (of {})", homes.days), percent(homes.days_right, homes.days)});
  const double days = totals.records == 0 ? 1 : 1.0 * totals.days_right / totals.records;
  report.figures.push_back(
      {fmt::format("local day right (of {} records whose zone can be known)", totals.records),
       fmt::format("{:.2f} %", 100 * days), "≥ 99.5 %", days >= 0.995});
  return report;
}

Report sources_report(const Totals& totals) {
  Report report{"With a third of the sources gone", totals.trips_with_less.figures("trips and day trips")};
  for (const Figure& figure : totals.homes_with_less.figures("homes and moves"))
    report.figures.push_back(figure);
  return report;
}

}  // namespace

std::vector<Report> trips(Seeds seeds) {
  Totals totals;
  for (int n = 0; n < lives; ++n) judge_life(totals, seed_of(seeds, n));
  const std::function<std::vector<Bet>(int)> work = [seeds](int n) {
    return bets_of_life(seed_of(seeds, lives + n));
  };
  for (const std::vector<Bet>& all : side_by_side(more_lives, work)) judge_certainties(totals, all);
  return {trips_report(totals), homes_report(totals), sources_report(totals)};
}

}  // namespace hoego::truth
