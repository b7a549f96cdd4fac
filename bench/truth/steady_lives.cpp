#include "bench/truth/steady_lives.h"

#include <fmt/format.h>

#include <ctime>
#include <string_view>

#include "bench/truth/change_methods.h"
#include "bench/truth/habits.h"
#include "bench/truth/sections.h"

namespace hoego::truth {
namespace {

constexpr int year = 364;
constexpr std::array<std::string_view, 4> tempers = {"over-dispersed", "autocorrelated", "seasonal",
                                                     "strictly weekly"};

std::string percent(double share, int digits = 1) {
  return fmt::format("{:.{}f} %", 100 * share, digits);
}

std::vector<int> last_year(const DailyCounts& daily) {
  const std::vector<int> weeks = by_week(daily);
  return {weeks.end() - year / 7, weeks.end()};
}

/// False alarms where there is but one year of records, so that no season can be known.
Alarms first_years(Seeds seeds, Temper temper) {
  constexpr int cases = 2000;
  Alarms alarms{0, cases};
  for (int n = 0; n < cases; ++n) {
    Draw draw(seed_of(seeds, n), fmt::format("first year {}", static_cast<int>(temper)));
    if (!find_change_points(steady_habit(draw, temper, year / 7)).empty()) ++alarms.told;
  }
  return alarms;
}

Figure speed(Seeds seeds) {
  constexpr int habits = 50;
  constexpr int weeks = 15 * 52;
  constexpr double bar = 0.2;
  std::vector<DailyCounts> all;
  for (int n = 0; n < habits; ++n) {
    Draw draw(seed_of(seeds, n), "speed");
    all.push_back(steady_habit(draw, static_cast<Temper>(n % 4), weeks));
  }
  const std::clock_t begin = std::clock();
  std::size_t found = 0;
  for (const DailyCounts& daily : all) found += find_change_points(daily).size();
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return {fmt::format("{} habits of 15 years searched ({} changes told)", habits, found),
          fmt::format("{:.2f} s", seconds), "at most 0.2 s", seconds <= bar};
}

}  // namespace

SteadyLives steady_lives(Seeds seeds) {
  constexpr double significant = 1.96;
  SteadyLives all;
  for (int life = 0; life < lives; ++life) {
    const int years = 2 + life % 3;
    bool told = false;
    bool trend = false;
    bool month = false;
    for (int n = 0; n < habits_of_a_life; ++n) {
      const auto temper = static_cast<std::size_t>((n + life) % 4);
      Draw draw(seed_of(seeds, life), fmt::format("steady {}", n));
      const DailyCounts daily = steady_habit(draw, static_cast<Temper>(temper), years * year / 7);
      bool here = false;
      for (const ChangePoint& change : find_change_points(daily)) {
        if (change.day < static_cast<int>(daily.counts.size()) - year) continue;
        here = true;
        all.certainties.push_back(change.certainty);
      }
      const std::vector<int> weeks = last_year(daily);
      const bool rises = mann_kendall(weeks) > significant;
      const bool far = last_month_far_from_mean(weeks);
      ++all.by_temper[temper].series;
      ++all.trend.series;
      ++all.month.series;
      all.by_temper[temper].told += here ? 1 : 0;
      all.trend.told += rises ? 1 : 0;
      all.month.told += far ? 1 : 0;
      told = told || here;
      trend = trend || rises;
      month = month || far;
    }
    all.lives_told += told ? 1 : 0;
    all.lives_trend += trend ? 1 : 0;
    all.lives_month += month ? 1 : 0;
  }
  return all;
}

Report report_of(const SteadyLives& all, Seeds seeds) {
  constexpr double bar = 0.05;
  Report report{"Changes of habit: lives without a change", {}};
  const double told = static_cast<double>(all.lives_told) / lives;
  report.figures.push_back(
      {fmt::format("life-years told any change ({} lives of {} habits, 2 to 4 years of records)", lives,
                   habits_of_a_life),
       percent(told), "at most 5 %", told <= bar});
  for (std::size_t i = 0; i < tempers.size(); ++i)
    report.figures.push_back(
        {fmt::format("{} series-years told one ({})", tempers[i], all.by_temper[i].series),
         percent(all.by_temper[i].rate(), 2)});
  for (const std::size_t i : {0U, 1U, 3U})
    report.figures.push_back({fmt::format("{}, the first year of records", tempers[i]),
                              percent(first_years(seeds, static_cast<Temper>(i)).rate(), 2)});
  report.figures.push_back({"Mann–Kendall at 0.05 within the year: life-years, series-years",
                            fmt::format("{}, {}", percent(static_cast<double>(all.lives_trend) / lives),
                                        percent(all.trend.rate()))});
  report.figures.push_back({"last month below half or above twice the mean: life-years, series-years",
                            fmt::format("{}, {}", percent(static_cast<double>(all.lives_month) / lives),
                                        percent(all.month.rate()))});
  report.figures.push_back(speed(seeds));
  return report;
}

std::vector<Report> changes_calibration(Seeds seeds) {
  constexpr std::array<double, 9> penalties = {14, 14.4, 14.8, 15.2, 15.6, 16, 16.4, 16.8, 17.2};
  constexpr int series = 6000;
  Report report{
      "Penalty for a change, by the weeks of a series: share of steady series told one in the last year", {}};
  std::string head = "| weeks | habits |";
  for (const double penalty : penalties) head += fmt::format(" {} |", penalty);
  report.lines = {head, "|---|---|---|---|---|---|---|---|---|---|---|"};
  for (const int weeks : {16, 32, 52, 104, 156, 208}) {
    std::array<int, penalties.size()> told{};
    for (int n = 0; n < series; ++n) {
      Draw draw(seed_of(seeds, n), fmt::format("calibration {}", weeks));
      const auto temper = weeks < 104 ? Temper::Overdispersed : static_cast<Temper>(n % 4);
      const DailyCounts daily = steady_habit(draw, temper, weeks);
      for (std::size_t i = 0; i < penalties.size(); ++i) {
        const std::vector<ChangePoint> found = find_change_points(daily, penalties[i]);
        if (found.empty()) break;
        if (found.back().day >= static_cast<int>(daily.counts.size()) - year) ++told[i];
      }
    }
    std::string line = fmt::format("| {} | {} |", weeks, weeks < 104 ? "over-dispersed" : "all four");
    for (const int count : told)
      line += fmt::format(" {} |", percent(static_cast<double>(count) / series, 2));
    report.lines.push_back(line);
  }
  return {report};
}

}  // namespace hoego::truth
