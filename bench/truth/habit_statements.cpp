#include "bench/truth/habit_statements.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "analysis/activities.h"
#include "analysis/changes.h"
#include "analysis/coverage.h"
#include "analysis/series.h"
#include "analysis/year.h"

namespace hoego::truth {
namespace {

constexpr double change_told_from = 0.8;
constexpr double comparison_told_from = 0.9;
constexpr double nearly_all = 0.9;
constexpr int half_a_year = 182;

std::string change_of(const std::string& activity) {
  return "change " + activity + " ";
}

std::string comparison_of(const std::string& activity) {
  return "comparison " + activity + " ";
}

bool is_clear(const Comparison& comparison) {
  return comparison.verdict == Difference::More || comparison.verdict == Difference::Less;
}

bool is_more(const Comparison& comparison) {
  return !comparison.ratio || *comparison.ratio > 1;  // no ratio: nothing there
}

/// The habits behind an activity; none where anything else is in it.
std::set<int> habits_of(const HabitualLife& all, const ActivitySeries& series) {
  std::set<int> habits;
  for (const Record* record : series.records) {
    const auto at = all.occasion_of.find(record->id);
    if (at == all.occasion_of.end()) return {};
    habits.insert(all.occasions[at->second].habit);
  }
  return habits;
}

/// Truth of one activity.
class Truth {
 public:
  Truth(const HabitualLife& all, std::set<int> habits, const std::set<std::string>& left)
      : all_(all), habits_(std::move(habits)), left_(left) {}

  bool is_right(const Change& change) const {
    constexpr int near = 28;
    constexpr double much = 1.2;
    return std::any_of(habits_.begin(), habits_.end(), [&](int index) {
      const std::optional<Date> day = habit(index).changes;
      if (!day) return false;
      const bool there = std::abs(*day - change.date) <= near || (change.low <= *day && *day <= change.high);
      const double before = sum(&TrueHabit::everyday, {*day - near, *day - 1});
      const double after = sum(&TrueHabit::everyday, {*day, *day + (near - 1)});
      const bool rises = change.after_per_week > change.before_per_week;
      return there && (rises ? after > much * before : before > much * after);
    });
  }

  bool is_right(const Comparison& comparison, DateRange here) const {
    const double now = sum(&TrueHabit::lived, here) / here.days();
    const double then = sum(&TrueHabit::lived, comparison.days) / comparison.days.days();
    return is_more(comparison) ? now > then : now < then;
  }

  bool is_still_decidable(DateRange span) const {
    int times = 0;
    int times_left = 0;
    for (const Occasion& one : all_.occasions) {
      if (habits_.count(one.habit) == 0 || !span.contains(one.day)) continue;
      const auto holds = [&](std::size_t i) { return all_.recorders[i].proves; };
      const auto still = [&](std::size_t i) { return holds(i) && left_.count(all_.recorders[i].source) > 0; };
      times += std::any_of(one.held_by.begin(), one.held_by.end(), holds) ? 1 : 0;
      times_left += std::any_of(one.held_by.begin(), one.held_by.end(), still) ? 1 : 0;
    }
    return times_left >= nearly_all * times && covered(span, true) >= nearly_all * covered(span, false);
  }

 private:
  const TrueHabit& habit(int index) const { return all_.habits[static_cast<std::size_t>(index)]; }

  double sum(std::vector<double> TrueHabit::*rates, DateRange days) const {
    double total = 0;
    for (const int index : habits_) {
      for (Date day = days.from; day <= days.to; day = day + 1) {
        if (all_.life.days.contains(day))
          total += (habit(index).*rates)[static_cast<std::size_t>(day - all_.life.days.from)];
      }
    }
    return total;
  }

  int covered(DateRange span, bool by_those_left) const {
    Days days;
    for (const int index : habits_) {
      for (const std::size_t i : habit(index).recorders) {
        const Recorder& one = all_.recorders[i];
        if (one.proves && (!by_those_left || left_.count(one.source) > 0)) days.add(one.covered);
      }
    }
    return days.count(span);
  }

  const HabitualLife& all_;
  std::set<int> habits_;
  const std::set<std::string>& left_;
};

Statement statement_of(const std::string& activity, const Change& change, const Truth& truth) {
  Statement one;
  one.what = change_of(activity) + std::string(name(change.kind));
  one.days = {change.date, change.date};
  one.slack = std::max({1, change.date - change.low, change.high - change.date});
  one.certainty = change.certainty;
  one.told_from = change_told_from;
  one.right = truth.is_right(change);
  one.still_decidable = truth.is_still_decidable({change.date - half_a_year, change.date + half_a_year});
  return one;
}

Statement statement_of(const std::string& activity, const Comparison& comparison, DateRange here,
                       const Truth& truth) {
  constexpr double even_odds = 0.5;
  Statement one;
  one.what = comparison_of(activity) + (is_more(comparison) ? "more" : "less");
  one.days = here;
  one.ratio = {comparison.low.value_or(0), comparison.high.value_or(HUGE_VAL)};
  one.certainty = is_clear(comparison) ? 1 - comparison.q.value_or(1) : even_odds;
  one.told_from = comparison_told_from;
  one.right = truth.is_right(comparison, here);
  one.still_decidable = truth.is_still_decidable({comparison.days.from, here.to});
  return one;
}

/// What the program does not say, though it would bet on it: changes that cost less than it asks for.
void lean(HabitStatements& said, const ActivitySeries& series, const Exceptions& exceptions,
          const Timeline& timeline, const Truth& truth, Date today) {
  constexpr double low_penalty = 5;
  constexpr double never = 2;
  const std::vector<Date> seams = seams_of(series, timeline, today);
  for (const Change& change : find_changes(series, exceptions, seams, today, {}, low_penalty)) {
    said.changes.push_back(statement_of(series.id, change, truth));
    said.changes.back().told_from = never;
  }
}

/// Whether half a year before the day and half a year after it are covered, as far as the life reaches.
bool is_covered_around(const Days& covered, Date day, DateRange life) {
  const auto enough = [&covered, life](DateRange side) {
    const auto lived = intersect(side, life);
    return !lived || 5 * covered.count(*lived) >= 4 * lived->days();
  };
  return enough({day - half_a_year, day - 1}) && enough({day, day + (half_a_year - 1)});
}

void leave_open(HabitStatements& said, const Activity& activity, const ActivitySeries& series, DateRange life,
                DateRange here) {
  for (Date day = life.from; day <= life.to; day = day + 1) {
    if (!is_covered_around(series.covered, day, life))
      said.open.push_back({change_of(activity.id), {day, day}});
  }
  if (activity.against->verdict == Difference::Unknown)
    said.open.push_back({comparison_of(activity.id), here});
}

}  // namespace

HabitStatements habit_statements(const HabitualLife& all, const LookedBack& found,
                                 const std::set<std::string>& left, Leaning leaning) {
  constexpr int year = 364;
  const Date today = all.life.days.to;
  const Period period{today - year, today, today};
  const DateRange here{period.from, period.to};
  const Assignment assignment(found.timeline, all.settings);
  const std::vector<ActivitySeries> series = activity_series(found.timeline, assignment, found.trips, today);
  std::vector<Activity> activities = find_activities(
      series, assignment, all.settings, coverage_findings(found.timeline, here), period, year_before(period));
  const Period life{all.life.days.from, today, today};
  add_changes(activities, series, found.timeline, found.trips, all.settings, places(), life);
  const Exceptions exceptions = exceptions_in(all.life.days, found.trips, all.settings, places());
  HabitStatements said;
  for (const Activity& activity : activities) {
    const auto of = std::find_if(series.begin(), series.end(),
                                 [&](const ActivitySeries& one) { return one.id == activity.id; });
    std::set<int> habits = habits_of(all, *of);
    if (habits.empty()) continue;
    const Truth truth(all, std::move(habits), left);
    for (const Change& change : activity.changes)
      said.changes.push_back(statement_of(activity.id, change, truth));
    if (leaning == Leaning::Too) lean(said, *of, exceptions, found.timeline, truth, today);
    const Comparison& against = *activity.against;
    leave_open(said, activity, *of, all.life.days, here);
    if (against.verdict != Difference::Unknown)
      said.comparisons.push_back(statement_of(activity.id, against, here, truth));
  }
  return said;
}

}  // namespace hoego::truth
