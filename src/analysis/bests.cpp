#include "analysis/bests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "analysis/evidence.h"
#include "analysis/reach.h"

namespace hoego {
namespace {

/// One activity up to the last lived day.
struct Done {
  const ActivitySeries& series;
  std::vector<const Record*> records;  ///< up to the last lived day, never empty
  DateRange days;                      ///< of the period, lived
  int week_starts = 1;
};

Date week_begin(int week, int week_starts) {
  return Date{7 * week - 3 + (week_starts - 1)};
}

Best best_of(const Done& done, BestKind what, double value, DateRange days) {
  static constexpr std::array<const char*, 6> words = {"best-week",   "longest-streak", "longest-gap",
                                                       "round-count", "lull",           "best-day"};
  Best best;
  best.id = fmt::format("{}-{}-{}", words.at(static_cast<std::size_t>(what)), done.series.id,
                        done.days.from.iso().substr(0, 4));
  best.what = what;
  best.activity = done.series.id;
  best.value = value;
  best.days = days;
  best.evidence = evidence_of(within(done.records, days));
  return best;
}

/// From when on nothing as good was seen: the day after the last one as good, but no farther than all days
/// are covered; nothing where that is inside the period.
std::optional<Date> since(const Done& done, Date begin, std::optional<Date> as_good_until) {
  const auto run = run_of(done.series.covered, begin);
  if (!run) return std::nullopt;
  Date from = std::max(run->from, done.records.front()->day());
  if (as_good_until) from = std::max(from, *as_good_until + 1);
  return from < done.days.from ? std::optional(from) : std::nullopt;
}

/// Counts by unit (a week or a day); the first day and the length of a unit.
struct Units {
  std::map<int, int> counts;
  std::function<Date(int)> begin;
  int length = 1;
};

std::optional<Best> best_unit(const Done& done, const Units& units, BestKind what, double factor) {
  constexpr int fewest = 3;
  int best = 0;
  int value = 0;
  bool alone = false;
  int total = 0;
  for (const auto& [unit, count] : units.counts) {
    if (!done.days.contains(units.begin(unit))) continue;
    total += count;
    if (count >= value) {
      alone = count > value;
      best = unit;
      value = count;
    }
  }
  const double mean = static_cast<double>(total) * units.length / done.days.days();
  if (value < fewest || !alone || value < factor * mean) return std::nullopt;
  std::optional<Date> as_good;
  for (const auto& [unit, count] : units.counts) {
    if (unit < best && count >= value) as_good = units.begin(unit) + (units.length - 1);
  }
  const Date begin = units.begin(best);
  Best found = best_of(done, what, value, {begin, begin + (units.length - 1)});
  found.reaches_back_to = since(done, begin, as_good);
  return found;
}

std::optional<Best> best_week(const Done& done) {
  Units weeks;
  weeks.length = 7;
  weeks.begin = [&done](int week) { return week_begin(week, done.week_starts); };
  for (const Record* record : done.records) ++weeks.counts[week_of(record->day(), done.week_starts)];
  return best_unit(done, weeks, BestKind::Week, 1.5);
}

std::optional<Best> best_day(const Done& done) {
  Units days;
  days.begin = [](int day) { return Date{day}; };
  for (const Record* record : done.records) ++days.counts[record->day().days];
  return best_unit(done, days, BestKind::Day, 3);
}

std::optional<Best> longest_streak(const Done& done) {
  constexpr int fewest = 4;
  std::set<int> weeks;
  for (const Record* record : done.records) weeks.insert(week_of(record->day(), done.week_starts));
  struct Run {
    int first = 0;
    int last = 0;
    int weeks() const { return last - first + 1; }
  };
  std::vector<Run> runs;
  for (const int week : weeks) {
    if (!runs.empty() && runs.back().last + 1 == week)
      runs.back().last = week;
    else
      runs.push_back({week, week});
  }
  const auto end = [&](const Run& run) { return week_begin(run.last, done.week_starts) + 6; };
  const Run* best = nullptr;
  for (const Run& run : runs) {
    const bool here = end(run) >= done.days.from;
    if (here && (best == nullptr || run.weeks() > best->weeks())) best = &run;
  }
  if (best == nullptr || best->weeks() < fewest) return std::nullopt;
  std::optional<Date> as_good;
  for (const Run& run : runs) {
    if (run.last < best->first && run.weeks() >= best->weeks()) as_good = end(run);
  }
  const Date begin = week_begin(best->first, done.week_starts);
  Best found = best_of(done, BestKind::Streak, best->weeks(), {begin, std::min(end(*best), done.days.to)});
  found.reaches_back_to = since(done, begin, as_good);
  return found;
}

std::optional<Best> longest_gap(const Done& done, const std::vector<Trip>& trips) {
  constexpr int least = 21;
  constexpr std::size_t fewest = 5;
  std::vector<Date> days;
  for (const Record* record : done.records) {
    if (days.empty() || days.back() < record->day()) days.push_back(record->day());
  }
  if (days.size() < fewest) return std::nullopt;
  std::vector<int> distances;
  std::optional<DateRange> longest;
  std::optional<Date> as_good;
  for (std::size_t i = 1; i < days.size(); ++i) {
    distances.push_back(days[i] - days[i - 1]);
    const DateRange gap{days[i - 1] + 1, days[i] - 1};
    if (gap.days() < 1 || !done.series.covered.gaps(gap).empty()) continue;
    if (done.days.contains(days[i]) && (!longest || gap.days() > longest->days())) longest = gap;
  }
  std::nth_element(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2),
                   distances.end());
  if (!longest || longest->days() < least || longest->days() <= 3 * distances[distances.size() / 2])
    return std::nullopt;
  for (std::size_t i = 1; i < days.size() && days[i] <= longest->from; ++i) {
    if (days[i] - days[i - 1] - 1 >= longest->days()) as_good = days[i] - 1;
  }
  Best found = best_of(done, BestKind::Gap, longest->days(), *longest);
  found.reaches_back_to = since(done, longest->from, as_good);
  // The gap is shown by the times around it.
  std::vector<const Record*> around;
  for (const Record* record : within(done.records, {longest->from - 1, longest->to + 1}))
    around.push_back(record);
  found.evidence = evidence_of(around);
  for (const Trip& trip : trips) {
    if (!trip.day_trip && intersect(trip.days, *longest)) found.trips.push_back(trip.id);
  }
  return found;
}

std::optional<Best> round_count(const Done& done) {
  std::optional<Best> greatest;
  for (std::size_t step = 100; step <= done.records.size(); step *= 10) {
    for (const std::size_t level : {step, 5 * step}) {
      if (level > done.records.size()) continue;
      const Record& reached = *done.records[level - 1];
      if (!done.days.contains(reached.day())) continue;
      greatest =
          best_of(done, BestKind::RoundCount, static_cast<double>(level), {reached.day(), reached.day()});
      greatest->reaches_back_to = done.records.front()->day();
      greatest->evidence = evidence_of({&reached});
    }
  }
  return greatest;
}

}  // namespace

bool is_done(Kind kind) {
  switch (kind) {
    case Kind::Sleep:
    case Kind::Measurement:
    case Kind::Expense:
    case Kind::Message:
    case Kind::Comment:
    case Kind::Reservation:
      return false;
    default:
      return true;
  }
}

std::vector<Best> find_bests(const std::vector<ActivitySeries>& all, const std::vector<Trip>& trips,
                             int week_starts, const Period& period) {
  const DateRange days{period.from, period.lived_to()};
  std::vector<Best> found;
  for (const ActivitySeries& series : all) {
    if (!is_done(series.kind)) continue;
    Done done{series, {}, days, week_starts};
    for (const Record* record : series.records) {
      if (record->day() <= days.to) done.records.push_back(record);
    }
    if (within(done.records, days).empty()) continue;
    for (auto& best : {best_week(done), longest_streak(done), longest_gap(done, trips), round_count(done),
                       best_day(done)}) {
      if (best) found.push_back(*best);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Best& a, const Best& b) { return a.what < b.what; });
  return found;
}

}  // namespace hoego
