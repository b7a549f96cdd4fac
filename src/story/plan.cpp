#include "story/plan.h"

#include <algorithm>
#include <cstdlib>

#include "story/months.h"
#include "story/names.h"
#include "story/plan_parts.h"

namespace hoego {
namespace {

constexpr int least_silence = 42;

/// Nights and readings happen by themselves: how many there are says nothing of what one did. Of messages and
/// comments one does not keep count.
bool is_deed(Kind kind) {
  return kind != Kind::Sleep && kind != Kind::Measurement && kind != Kind::Expense && kind != Kind::Message &&
         kind != Kind::Comment;
}

/// A silence tells something when it is long beside the usual distance between two times.
bool remarkable_silence(const Findings& findings, const Activity& activity) {
  const int silence = silent_days(findings, activity);
  if (silence < least_silence || activity.count < 3 || !activity.first || !activity.last) return false;
  const double usual = static_cast<double>(*activity.last - *activity.first) / (activity.count - 1);
  return silence > 4 * usual;
}

const Activity* longest_silence(const Findings& findings) {
  const Activity* longest = nullptr;
  for (const Activity& activity : findings.activities) {
    if (!is_deed(activity.kind) || !remarkable_silence(findings, activity)) continue;
    if (!longest || silent_days(findings, activity) > silent_days(findings, *longest)) longest = &activity;
  }
  return longest;
}

/// The one activity that leads by `measure`, among two or more that have it.
template <class Measure>
const Activity* leader(const Findings& findings, Measure measure) {
  const Activity* first = nullptr;
  double best = 0;
  double second = 0;
  for (const Activity& activity : findings.activities) {
    const double value = is_deed(activity.kind) ? measure(activity) : 0;
    if (value > best) {
      second = best;
      best = value;
      first = &activity;
    } else if (value > second) {
      second = value;
    }
  }
  return second > 0 && best > second ? first : nullptr;
}

Chapter opening(const Findings& findings) {
  Chapter chapter{"opening", {}};
  chapter.points.push_back({Topic::Period, period_id(findings.period)});
  const Activity* by_time = leader(findings, [](const Activity& a) { return a.hours.value_or(0); });
  const Activity* by_days = leader(findings, [](const Activity& a) { return static_cast<double>(a.days); });
  if (by_time) {
    chapter.points.push_back({Topic::MostTime, by_time->id, {}, {}, {by_time}});
  } else if (by_days && by_days->days >= 10) {
    chapter.points.push_back({Topic::MostDays, by_days->id, {}, {}, {by_days}});
  }
  if (const Trip* trip = parts::farthest(findings)) {
    chapter.points.push_back({Topic::Farthest, trip->id, {}, {trip}});
  }
  if (const Activity* silent = longest_silence(findings)) {
    chapter.points.push_back({Topic::LongestSilence, silent->id, {}, {}, {silent}});
  }
  return chapter;
}

Chapter turns(const Findings& findings) {
  Chapter chapter{"turns", {}};
  for (std::size_t i = 1; i < findings.homes.size(); ++i) {
    const Home& home = findings.homes[i];
    if (home.days.from <= findings.period.from || home.days.from > findings.period.lived_to()) continue;
    Point point{Topic::Move, home.id, {findings.homes[i - 1].id}};
    point.home = &home;
    point.home_before = &findings.homes[i - 1];
    if (!place_name(home.spot.place, Language::English).empty()) chapter.points.push_back(point);
  }
  for (const Milestone& milestone : findings.milestones) {
    if (milestone.date > findings.period.lived_to() || milestone.years < 1) continue;
    if (!parts::is_told(findings, milestone)) continue;
    Point point{parts::topic_of(milestone), milestone.id};
    point.milestone = &milestone;
    chapter.points.push_back(point);
  }
  return chapter;
}

/// The month that stands out: alone at the top and well over the mean of the months known.
std::optional<int> busiest_month(const Activity& activity) {
  int known = 0;
  int sum = 0;
  int best = -1;
  bool alone = true;
  for (std::size_t i = 0; i < activity.by_month.size(); ++i) {
    if (!activity.by_month[i]) continue;
    ++known;
    sum += *activity.by_month[i];
    const int value = *activity.by_month[i];
    const int top = best < 0 ? 0 : *activity.by_month[static_cast<std::size_t>(best)];
    if (value > top) {
      best = static_cast<int>(i);
      alone = true;
    } else if (value == top) {
      alone = false;
    }
  }
  if (known < 3 || best < 0 || !alone || activity.count < 60) return std::nullopt;
  const int top = *activity.by_month[static_cast<std::size_t>(best)];
  return 2 * top * known >= 3 * sum ? std::optional(best) : std::nullopt;
}

/// Whether something of the one period is not once in the other: that is seen, not inferred, and needs no
/// clear difference to be said.
bool all_or_none(const Activity& activity) {
  const auto& against = activity.against;
  return against && (activity.count == 0 || against->count == 0) &&
         (against->verdict == Difference::More || against->verdict == Difference::Less);
}

void add_count(const Activity& activity, Chapter& chapter) {
  const auto& against = activity.against;
  // What fell, or was not there at all, is told with the other period's number at once; of what grew the
  // hours come first.
  const bool at_once =
      all_or_none(activity) || (against && (against->told() == Difference::Less ||
                                            (against->told() == Difference::More && !activity.hours)));
  if (at_once && !unequal_cover(*against)) {
    chapter.points.push_back({Topic::CountAgainst, against_id(activity), {activity.id}, {}, {&activity}});
    return;
  }
  chapter.points.push_back({Topic::Count, activity.id, {}, {}, {&activity}});
  if (against && against->verdict != Difference::Unknown) {
    chapter.points.push_back({Topic::Against, against_id(activity), {activity.id}, {}, {&activity}});
  }
}

/// How an activity lay in the period: up to `most` remarks, the strongest first.
void add_shape(const Findings& findings, const Activity& activity, bool silence_told, std::size_t most,
               Chapter& chapter) {
  std::vector<Point> points;
  const std::vector<const hoego::Change*> changes = parts::told_changes(activity);
  const auto any = [&changes](ChangeKind kind) {
    return std::any_of(changes.begin(), changes.end(),
                       [kind](const hoego::Change* change) { return change->kind == kind; });
  };
  if (!silence_told && !any(ChangeKind::Stopped) && remarkable_silence(findings, activity)) {
    points.push_back({Topic::Silence, activity.id, {}, {}, {&activity}});
  }
  // The changes tell how it lay in the period better than its months.
  std::vector<Point> turning = parts::change_points(activity, silence_told);
  points.insert(points.end(), turning.rbegin(), turning.rend());
  const bool by_months = changes.empty() && activity.kind == Kind::Event &&
                         month_shape(findings, activity).form != MonthShape::Form::None;
  if (by_months) points.push_back({Topic::Months, activity.id, {}, {}, {&activity}});
  const auto month = by_months || !changes.empty() ? std::nullopt : busiest_month(activity);
  if (month) {
    Point point{Topic::BusiestMonth, activity.id, {}, {}, {&activity}};
    point.number = *month;
    points.push_back(point);
  }
  const bool first_told =
      by_months || any(ChangeKind::Started) ||
      (activity.against && activity.against->verdict == Difference::More && activity.against->count == 0);
  if (!first_told && activity.count > 1 && late_first(findings, activity)) {
    points.push_back({Topic::First, activity.id, {}, {}, {&activity}});
  }
  if (points.size() > most) points.resize(most);
  // Told in the order of time: the first, the months, the silence.
  std::reverse(points.begin(), points.end());
  chapter.points.insert(chapter.points.end(), points.begin(), points.end());
}

/// The activities that went longest without missing a week: one number is told once a text.
std::vector<const Activity*> steadiest(const std::vector<const Activity*>& told) {
  constexpr int least = 8;
  std::vector<const Activity*> best;
  for (const Activity* activity : told) {
    const int weeks = activity->longest_streak_weeks;
    if (!activity->absence_known || weeks < least) continue;
    if (!best.empty() && weeks < best.front()->longest_streak_weeks) continue;
    if (!best.empty() && weeks > best.front()->longest_streak_weeks) best.clear();
    best.push_back(activity);
  }
  return best;
}

/// The activities that are told one by one, and the rest.
struct Told {
  std::vector<const Activity*> whole;
  std::vector<const Activity*> rest;
};

Told told_activities(const Findings& findings) {
  constexpr std::size_t most_whole = 8;
  constexpr std::size_t most_in_rest = 5;
  Told told;
  std::vector<const Activity*> all;
  for (const Activity& activity : findings.activities) {
    const bool vanished = activity.count == 0 && activity.absence_known && activity.against &&
                          activity.against->verdict == Difference::Less && activity.against->count > 0;
    if ((activity.count > 0 || vanished) && is_deed(activity.kind)) all.push_back(&activity);
  }
  // A list of one is no list.
  const std::size_t whole = all.size() == most_whole + 1 ? all.size() : std::min(all.size(), most_whole);
  const Activity* silent = longest_silence(findings);
  for (std::size_t i = 0; i < all.size(); ++i) {
    // What stopped is told, however little of it there was.
    const bool stopped = all[i] != silent && remarkable_silence(findings, *all[i]);
    if (i < whole || stopped) {
      told.whole.push_back(all[i]);
    } else if (all[i]->count > 0 && told.rest.size() < most_in_rest) {
      told.rest.push_back(all[i]);
    }
  }
  return told;
}

Chapter activities(const Findings& findings) {
  Chapter chapter{"activities", {}};
  const Activity* silent = longest_silence(findings);
  const Told all = told_activities(findings);
  const auto steady = steadiest(all.whole);
  for (std::size_t i = 0; i < all.whole.size(); ++i) {
    const Activity& activity = *all.whole[i];
    add_count(activity, chapter);
    add_shape(findings, activity, &activity == silent, activity.kind == Kind::Event || i < 3 ? 2 : 1,
              chapter);
    parts::add_details(activity, chapter);
    if (steady.empty() || &activity != steady.back()) continue;
    Point point{Topic::Streak, activity.id, {}, {}, steady};
    for (const Activity* other : steady) {
      if (other != &activity) point.also.push_back(other->id);
    }
    chapter.points.push_back(point);
  }
  if (!all.rest.empty()) {
    Point rest{Topic::Rest, all.rest.front()->id, {}, {}, all.rest};
    for (std::size_t i = 1; i < all.rest.size(); ++i) rest.also.push_back(all.rest[i]->id);
    chapter.points.push_back(rest);
  }
  return chapter;
}

/// The comparisons of one verdict, the greatest first, as many as a sentence bears.
Point summary(const Findings& findings, Topic topic, std::initializer_list<Difference> verdicts) {
  constexpr std::size_t most = 5;
  Point point{topic, ""};
  for (const Difference verdict : verdicts) {
    std::size_t taken = 0;
    for (const Activity& activity : findings.activities) {
      if (!activity.against || activity.against->told() != verdict || taken == most) continue;
      if (activity.against->told() != activity.against->verdict && all_or_none(activity)) continue;
      // What two kinds of statements tell of spending is no comparison of one's ways.
      if (activity.kind == Kind::Expense || activity.kind == Kind::Message || activity.kind == Kind::Comment)
        continue;
      ++taken;
      point.activities.push_back(&activity);
      if (point.finding.empty()) {
        point.finding = against_id(activity);
      } else {
        point.also.push_back(against_id(activity));
      }
    }
  }
  return point;
}

Chapter comparison(const Findings& findings) {
  Chapter chapter{"comparison", {}};
  const auto compared = std::count_if(findings.activities.begin(), findings.activities.end(),
                                      [](const Activity& activity) { return activity.against.has_value(); });
  if (compared < 3) return chapter;
  for (Point point : {summary(findings, Topic::SummaryChanged, {Difference::More, Difference::Less}),
                      summary(findings, Topic::SummaryNoDifference, {Difference::NoClearDifference}),
                      summary(findings, Topic::SummaryUnknown, {Difference::Unknown})}) {
    if (!point.activities.empty()) chapter.points.push_back(std::move(point));
  }
  return chapter;
}

Chapter ahead(const Findings& findings) {
  Chapter chapter{"ahead", {}};
  if (findings.period.days_left() == 0) return chapter;
  parts::add_planned(findings, chapter);
  parts::add_open(findings, chapter);
  for (const Milestone& milestone : findings.milestones) {
    if (milestone.date <= findings.period.lived_to() || milestone.years < 1) continue;
    Point point{parts::topic_of(milestone), milestone.id};
    point.milestone = &milestone;
    chapter.points.push_back(point);
  }
  return chapter;
}

/// Whether any record of the period was found, told or not.
bool has_records(const Findings& findings) {
  const auto counted = [](const Activity& activity) { return activity.count > 0; };
  return !findings.trips.empty() || !findings.planned.empty() || !findings.clocks.empty() ||
         std::any_of(findings.activities.begin(), findings.activities.end(), counted);
}

Chapter limits(const Findings& findings, bool nothing_told) {
  Chapter chapter{"limits", {}};
  if (nothing_told) {
    chapter.points.push_back(
        {has_records(findings) ? Topic::NothingSure : Topic::Nothing, period_id(findings.period)});
  }
  parts::add_limits(findings, chapter);
  return chapter;
}

}  // namespace

int silent_days(const Findings& findings, const Activity& activity) {
  if (!activity.absence_known || !activity.last || *activity.last < findings.period.from) return 0;
  const int from = *activity.last - findings.period.from + 1;
  const int to = findings.period.lived_to() - findings.period.from;
  for (int i = from; i <= to; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (at >= activity.by_day.size() || !activity.by_day[at]) return 0;
  }
  return std::max(0, to - from + 1);
}

bool late_first(const Findings& findings, const Activity& activity) {
  if (!activity.absence_known || !activity.first || *activity.first - findings.period.from < 31) return false;
  const int until = *activity.first - findings.period.from;
  for (int i = 0; i < until; ++i) {
    if (static_cast<std::size_t>(i) >= activity.by_day.size() ||
        !activity.by_day[static_cast<std::size_t>(i)]) {
      return false;
    }
  }
  return true;
}

bool unequal_cover(const Comparison& against) {
  return std::abs(against.covered_days[0] - against.covered_days[1]) * 20 > against.covered_days[1];
}

std::vector<Chapter> plan(const Findings& findings) {
  Chapter first = opening(findings);
  std::vector<Chapter> rest;
  Chapter trips{"trips", {}};
  parts::add_trips(findings, trips);
  parts::add_lull(findings, trips);
  Chapter marked{"occasions", {}};
  parts::add_occasions(findings, marked);
  Chapter turning = turns(findings);
  Chapter doing = activities(findings);
  Chapter compared = comparison(findings);
  Chapter time{"time", {}};
  parts::add_time(findings, time);
  // A chapter of one sentence joins its neighbour.
  if (turning.points.size() == 1 && !doing.points.empty()) {
    doing.points.insert(doing.points.begin(), turning.points.front());
    turning.points.clear();
  }
  if (marked.points.size() == 1 && !doing.points.empty()) {
    doing.points.push_back(marked.points.front());
    marked.points.clear();
  }
  if (compared.points.size() == 1) {
    doing.points.push_back(compared.points.front());
    compared.points.clear();
  }
  if (time.points.size() == 1 && !doing.points.empty()) {
    doing.points.push_back(time.points.front());
    time.points.clear();
  }
  for (Chapter* chapter : {&trips, &turning, &doing, &marked, &time, &compared})
    rest.push_back(std::move(*chapter));
  rest.push_back(ahead(findings));
  const bool nothing =
      first.points.size() == 1 &&
      std::all_of(rest.begin(), rest.end(), [](const Chapter& c) { return c.points.empty(); });
  if (nothing) first.points.clear();
  Chapter promised{"promises", {}};
  parts::add_promises(findings, promised);
  parts::add_begun(findings, findings.period.days_left() > 0 ? rest.back() : promised);
  if (promised.points.size() == 1 && !first.points.empty()) {
    first.points.push_back(promised.points.front());
    promised.points.clear();
  }
  rest.push_back(limits(findings, nothing));
  rest.insert(rest.begin(), std::move(promised));
  rest.insert(rest.begin(), std::move(first));
  rest.erase(std::remove_if(rest.begin(), rest.end(), [](const Chapter& c) { return c.points.empty(); }),
             rest.end());
  return rest;
}

}  // namespace hoego
