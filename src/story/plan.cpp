#include "story/plan.h"

#include <algorithm>

#include "story/names.h"
#include "story/plan_parts.h"
#include "story/threads.h"

namespace hoego {
namespace {

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

void leave_out_what_is_told(const std::vector<Chapter>& told, Chapter& chapter) {
  const auto is_told = [&](const Point& point) {
    return std::any_of(told.begin(), told.end(), [&](const Chapter& other) {
      return std::any_of(other.points.begin(), other.points.end(), [&](const Point& one) {
        return one.topic == point.topic && one.finding == point.finding;
      });
    });
  };
  auto& points = chapter.points;
  points.erase(std::remove_if(points.begin(), points.end(), is_told), points.end());
}

enum class Where { Front, Back };

/// All that a chapter holds, to the front or the back of another.
void move_to(Chapter& from, Chapter& to, Where where) {
  to.points.insert(where == Where::Front ? to.points.begin() : to.points.end(), from.points.begin(),
                   from.points.end());
  from.points.clear();
}

/// The chapter of what belongs to no thread, made where there is none.
Chapter& besides(std::vector<Chapter>& threads) {
  if (threads.back().id != thread_else) threads.push_back({std::string(thread_else), {}});
  return threads.back();
}

/// Threads of one sentence have no chapter of their own among others.
void join_single(std::vector<Chapter>& threads) {
  if (threads.size() < 2) return;
  std::vector<Point> single;
  for (Chapter& thread : threads) {
    if (thread.points.size() != 1 || thread.id == thread_else) continue;
    single.push_back(thread.points.front());
    thread.points.clear();
  }
  auto& points = besides(threads).points;
  points.insert(points.begin(), single.begin(), single.end());
  threads.erase(
      std::remove_if(threads.begin(), threads.end(), [](const Chapter& c) { return c.points.empty(); }),
      threads.end());
}

}  // namespace

const AreaTime* area_of(const Chapter& chapter, const Findings& findings) {
  const auto area = std::find_if(findings.areas.begin(), findings.areas.end(),
                                 [&](const AreaTime& one) { return chapter.id == area_id(one); });
  return area == findings.areas.end() ? nullptr : &*area;
}

bool tells(const Chapter& chapter, std::initializer_list<Kind> kinds) {
  return std::any_of(chapter.points.begin(), chapter.points.end(), [&](const Point& point) {
    return std::any_of(point.activities.begin(), point.activities.end(), [&](const Activity* activity) {
      return std::find(kinds.begin(), kinds.end(), activity->kind) != kinds.end();
    });
  });
}

std::vector<Chapter> plan(const Findings& findings) {
  Chapter first = opening(findings);
  Chapter trips{"trips", {}};
  parts::add_trips(findings, trips);
  parts::add_lull(findings, trips);
  Chapter turning = turns(findings);
  std::vector<Chapter> doing = parts::threads(findings, trips);
  Chapter marked{"occasions", {}};
  parts::add_occasions(findings, marked);
  Chapter time{"time", {}};
  parts::add_time(findings, time);
  leave_out_what_is_told(doing, time);
  Chapter compared = comparison(findings);
  // A chapter of one sentence joins its neighbour.
  if (!doing.empty()) {
    if (turning.points.size() == 1) move_to(turning, doing.front(), Where::Front);
    for (Chapter* chapter : {&marked, &time, &compared}) {
      if (chapter->points.size() == 1) move_to(*chapter, besides(doing), Where::Back);
    }
    join_single(doing);
    // What is no thread beside others is all there is.
    if (doing.size() == 1 && doing.front().id == thread_else) doing.front().id = "activities";
  }
  std::vector<Chapter> rest = {std::move(trips), std::move(turning)};
  rest.insert(rest.end(), doing.begin(), doing.end());
  for (Chapter* chapter : {&marked, &time, &compared}) rest.push_back(std::move(*chapter));
  rest.push_back(ahead(findings));
  const bool nothing =
      first.points.size() == 1 &&
      std::all_of(rest.begin(), rest.end(), [](const Chapter& c) { return c.points.empty(); });
  if (nothing) first.points.clear();
  Chapter promised{"promises", {}};
  parts::add_promises(findings, promised);
  parts::add_begun(findings, findings.period.days_left() > 0 ? rest.back() : promised);
  if (promised.points.size() == 1 && !first.points.empty()) move_to(promised, first, Where::Back);
  rest.push_back(limits(findings, nothing));
  rest.insert(rest.begin(), std::move(promised));
  rest.insert(rest.begin(), std::move(first));
  rest.erase(std::remove_if(rest.begin(), rest.end(), [](const Chapter& c) { return c.points.empty(); }),
             rest.end());
  return rest;
}

}  // namespace hoego
