#include "bench/truth/habits.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hoego::truth {
namespace {

constexpr int weeks_of_a_year = 52;

double between(Draw& draw, double low, double high) {
  return low + (high - low) * draw.uniform();
}

double log_between(Draw& draw, double low, double high) {
  return std::exp(between(draw, std::log(low), std::log(high)));
}

DailyCounts whole_weeks(int weeks) {
  DailyCounts daily;
  daily.counts.assign(static_cast<std::size_t>(weeks) * 7, 0);
  daily.exposure.assign(static_cast<std::size_t>(weeks) * 7, 1.0 / 7);
  return daily;
}

/// Spreads a week's count over its days.
void put(Draw& draw, DailyCounts& daily, int week, int count) {
  for (int i = 0; i < count; ++i) ++daily.counts[static_cast<std::size_t>(week * 7 + draw.below(7))];
}

void overdispersed(Draw& draw, DailyCounts& daily, int weeks) {
  const double rate = log_between(draw, 0.3, 6);
  const double dispersion = between(draw, 1, 3);
  for (int week = 0; week < weeks; ++week) put(draw, daily, week, draw.overdispersed(rate, dispersion));
}

void autocorrelated(Draw& draw, DailyCounts& daily, int weeks) {
  const double rate = log_between(draw, 0.3, 6);
  const double dispersion = between(draw, 1, 2);
  const double memory = between(draw, 0.3, 0.8);
  const double spread = between(draw, 0.15, 0.45);
  double state = draw.normal();
  for (int week = 0; week < weeks; ++week) {
    put(draw, daily, week, draw.overdispersed(rate * std::exp(spread * state), dispersion));
    state = memory * state + std::sqrt(1 - memory * memory) * draw.normal();
  }
}

void sinusoid(Draw& draw, DailyCounts& daily, int weeks) {
  const double rate = log_between(draw, 0.3, 6);
  const double dispersion = between(draw, 1, 2);
  const double amplitude = between(draw, 0.3, 0.9);
  const double phase = 2 * std::numbers::pi * draw.uniform();
  for (int week = 0; week < weeks; ++week) {
    const double wave = std::cos(2 * std::numbers::pi * week * 7 / 365.2425 + phase);
    put(draw, daily, week, draw.overdispersed(rate * (1 + amplitude * wave), dispersion));
  }
}

void blocks(Draw& draw, DailyCounts& daily, int weeks) {
  const double rate = log_between(draw, 0.5, 5);
  const double dispersion = between(draw, 1, 2);
  const double outside = draw.chance(0.5) ? 0 : between(draw, 0.05, 0.3);
  const int length = 10 + draw.below(17);
  const int begins = draw.below(weeks_of_a_year);
  int shift = 0;
  for (int week = 0; week < weeks; ++week) {
    const int of_year = (week + begins) % weeks_of_a_year;
    if (of_year == 0) shift = draw.below(3) - 1;
    const bool inside = of_year >= 14 + shift && of_year < 14 + shift + length;
    put(draw, daily, week, draw.overdispersed(inside ? rate : rate * outside, dispersion));
  }
}

void strictly_weekly(Draw& draw, DailyCounts& daily, int weeks) {
  const bool twice = draw.chance(0.5);
  const int day = draw.below(7);
  const double missed = between(draw, 0, 0.08);
  const double holidays = between(draw, 1, 4) / weeks_of_a_year;
  constexpr int between_holidays = 5;
  int away = -between_holidays;  // weeks of holiday left; below 0: weeks until there may be another
  for (int week = 0; week < weeks; ++week) {
    if (away == 0 && draw.chance(holidays)) away = draw.chance(0.2) ? 3 : 1 + draw.below(2);
    if (away < 0) ++away;
    if (away > 0) {
      if (--away == 0) away = -between_holidays;
      continue;
    }
    if (!draw.chance(missed)) ++daily.counts[static_cast<std::size_t>(week * 7 + day)];
    if (twice && !draw.chance(missed)) ++daily.counts[static_cast<std::size_t>(week * 7 + (day + 3) % 7)];
  }
}

}  // namespace

DailyCounts steady_habit(Draw& draw, Temper temper, int weeks) {
  DailyCounts daily = whole_weeks(weeks);
  switch (temper) {
    case Temper::Overdispersed:
      overdispersed(draw, daily, weeks);
      break;
    case Temper::Autocorrelated:
      autocorrelated(draw, daily, weeks);
      break;
    case Temper::Seasonal:
      (draw.chance(0.5) ? sinusoid : blocks)(draw, daily, weeks);
      break;
    case Temper::StrictlyWeekly:
      strictly_weekly(draw, daily, weeks);
      break;
  }
  return daily;
}

DailyCounts changed_habit(Draw& draw, double before, double after, double dispersion, int weeks_a_side) {
  DailyCounts daily = whole_weeks(2 * weeks_a_side);
  for (int week = 0; week < 2 * weeks_a_side; ++week)
    put(draw, daily, week, draw.overdispersed(week < weeks_a_side ? before : after, dispersion));
  return daily;
}

std::vector<int> by_week(const DailyCounts& daily) {
  std::vector<int> weeks(daily.counts.size() / 7, 0);
  for (std::size_t day = 0; day < weeks.size() * 7; ++day) weeks[day / 7] += daily.counts[day];
  return weeks;
}

}  // namespace hoego::truth
