#include "analysis/season.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hoego {
namespace {

constexpr double year = 365.2425;
constexpr int shortest_history = 546;  // days
constexpr double price_of_a_wave = 4;
constexpr double least_factor = 0.02;

using Row = std::vector<double>;

double wave(std::size_t number, double day) {
  const std::size_t times_a_year = number / 2 + 1;
  const double angle = 2 * std::numbers::pi * static_cast<double>(times_a_year) * day / year;
  return number % 2 == 0 ? std::cos(angle) : std::sin(angle);
}

/// Solves a symmetric positive system in place (Gauss, without pivots).
Row solve(std::vector<Row> a, Row b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      const double times = a[j][i] / a[i][i];
      for (std::size_t k = i; k < n; ++k) a[j][k] -= times * a[i][k];
      b[j] -= times * b[i];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

/// What a week is explained by: which stretch it is of, and the waves of its middle.
std::vector<Row> rows_of(const Weeks& weeks, const Partition& partition, std::size_t waves) {
  std::vector<Row> rows;
  std::size_t stretch = 0;
  for (int i = 0; i < weeks.size(); ++i) {
    if (stretch < partition.size() && i == partition[stretch]) ++stretch;
    Row row(partition.size() + 1 + waves, 0.0);
    row[stretch] = 1;
    for (std::size_t k = 0; k < waves; ++k)
      row[partition.size() + 1 + k] = wave(k, weeks.begin[static_cast<std::size_t>(i)] + 3.5);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// One step of Newton's method for Poisson's likelihood; waves are held back a little, so that they stay
/// finite where a season is empty.
void improve(Row& beta, const Weeks& weeks, const std::vector<Row>& rows, std::size_t levels) {
  constexpr double held_back = 0.3;
  constexpr double longest_step = 1.5;
  const std::size_t n = beta.size();
  std::vector<Row> curvature(n, Row(n, 0.0));
  Row slope(n, 0.0);
  for (std::size_t w = 0; w < rows.size(); ++w) {
    double log_rate = 0;
    for (std::size_t i = 0; i < n; ++i) log_rate += beta[i] * rows[w][i];
    const double mean = weeks.exposure[w] * std::exp(std::clamp(log_rate, -8.0, 6.0));
    for (std::size_t i = 0; i < n; ++i) {
      slope[i] += (weeks.counts[w] - mean) * rows[w][i];
      for (std::size_t j = 0; j < n; ++j) curvature[i][j] += mean * rows[w][i] * rows[w][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    const double prior = i < levels ? 1e-3 : held_back;
    slope[i] -= prior * beta[i];
    curvature[i][i] += prior;
  }
  const Row step = solve(curvature, slope);
  for (std::size_t i = 0; i < n; ++i) beta[i] += std::clamp(step[i], -longest_step, longest_step);
}

Season fitted(const Weeks& weeks, const Partition& partition, std::size_t waves) {
  constexpr int steps = 12;
  const std::vector<Row> rows = rows_of(weeks, partition, waves);
  const std::size_t levels = partition.size() + 1;
  Row beta(levels + waves, 0.0);
  for (int i = 0; i < steps; ++i) improve(beta, weeks, rows, levels);
  Season season;
  season.waves.assign(beta.begin() + static_cast<std::ptrdiff_t>(levels), beta.end());
  season.price = price_of_a_wave * static_cast<double>(waves);
  double sum = 0;
  constexpr int days = 365;
  for (int day = 0; day < days; ++day) sum += season.factor(day);
  season.level = -std::log(sum / days);
  return season;
}

int strongest_of(const Partition& partition, const Weeks& weeks) {
  const StretchCost cost(weeks);
  int strongest = partition.front();
  double most = -1;
  for (const int at : partition) {
    const double saved = cost(0, weeks.size()) - cost(0, at) - cost(at, weeks.size());
    if (saved <= most) continue;
    most = saved;
    strongest = at;
  }
  return strongest;
}

bool is_regular(const Weeks& weeks) {
  constexpr double most_empty = 0.25;
  constexpr double most_dispersed = 0.35;
  constexpr int longest_gap = 3;
  Weeks full;
  int empty = 0;
  int run = 0;
  for (std::size_t i = 0; i < weeks.counts.size(); ++i) {
    if (weeks.exposure[i] < 0.7) continue;
    if (weeks.counts[i] == 0) {
      ++run;
      continue;
    }
    if (run <= longest_gap && full.size() > 0) empty += run;
    run = 0;
    full.counts.push_back(weeks.counts[i]);
    full.exposure.push_back(weeks.exposure[i]);
  }
  if (run <= longest_gap) empty += run;
  return full.size() >= 6 && empty <= most_empty * (full.size() + empty) &&
         nearby_dispersion(full, 2) <= most_dispersed;
}

}  // namespace

double Season::factor(int day) const {
  double log_factor = level;
  for (std::size_t k = 0; k < waves.size(); ++k) log_factor += waves[k] * wave(k, day);
  return std::max(least_factor, std::exp(std::min(log_factor, 6.0)));
}

Weeks Season::taken_out_of(const Weeks& weeks) const {
  Weeks flat = weeks;
  for (std::size_t i = 0; i < flat.exposure.size(); ++i) flat.exposure[i] *= factor(flat.begin[i] + 3);
  return flat;
}

std::vector<Season> possible_seasons(const Weeks& weeks, const Partition& partition) {
  if (weeks.size() < 2 || weeks.begin.back() - weeks.begin.front() < shortest_history) return {};
  std::vector<Season> seasons;
  for (const std::size_t waves : {2U, 4U, 6U}) seasons.push_back(fitted(weeks, {}, waves));
  if (!partition.empty()) {
    for (const std::size_t waves : {2U, 4U})
      seasons.push_back(fitted(weeks, {strongest_of(partition, weeks)}, waves));
  }
  return seasons;
}

bool season_is_known(const Weeks& weeks, const Partition& partition) {
  constexpr double hardly = 0.1;
  const StretchCost sums(weeks);
  std::vector<double> rates;
  std::vector<int> days;
  for (std::size_t i = 0; i <= partition.size(); ++i) {
    const int from = i == 0 ? 0 : partition[i - 1];
    const int to = i == partition.size() ? weeks.size() : partition[i];
    rates.push_back(sums.count(from, to) / std::max(sums.exposure(from, to), least_factor));
    days.push_back(weeks.begin[static_cast<std::size_t>(to - 1)] -
                   weeks.begin[static_cast<std::size_t>(from)]);
  }
  const double most = *std::max_element(rates.begin(), rates.end());
  int lived = 0;
  for (std::size_t i = 0; i < rates.size(); ++i) lived += rates[i] > hardly * most ? days[i] : 0;
  return lived >= shortest_history - 7 * static_cast<int>(rates.size());
}

Weeks without_short_gaps(const Weeks& weeks) {
  constexpr std::size_t forgiven = 3;
  constexpr int looked_at = 4;
  constexpr int came = 3;
  if (!is_regular(weeks)) return weeks;
  Weeks kept;
  const auto n = weeks.counts.size();
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && weeks.counts[end] == 0) ++end;
    const auto here = weeks.counts.begin() + static_cast<std::ptrdiff_t>(i);
    const bool lively =
        i >= static_cast<std::size_t>(looked_at) && std::count(here - looked_at, here, 0) <= looked_at - came;
    end = std::max(end, i + 1);
    // The first weeks of a run stay, so that a stop keeps its date.
    const bool gap = weeks.counts[i] == 0 && lively;
    const std::size_t stay = gap ? end - std::min(end - i, forgiven) : end;
    for (std::size_t k = i; k < stay; ++k) {
      kept.counts.push_back(weeks.counts[k]);
      kept.exposure.push_back(weeks.exposure[k]);
      kept.begin.push_back(weeks.begin[k]);
    }
    i = end;
  }
  return kept;
}

}  // namespace hoego
