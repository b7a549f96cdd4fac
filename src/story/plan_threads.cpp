#include <algorithm>
#include <array>

#include "story/months.h"
#include "story/plan_parts.h"
#include "story/threads.h"

namespace hoego::parts {
namespace {

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

/// The journey that most pictures come from, where they are a good part of all and none of them lies outside.
const Trip* most_pictured(const Findings& findings, const Activity& activity) {
  constexpr double good_part = 0.3;
  if (activity.kind != Kind::Photo) return nullptr;
  const Trip* most = nullptr;
  for (const Trip* trip : overnight(findings)) {
    if (trip->clipped || trip->photos < good_part * activity.count || trip->photos > activity.count) continue;
    if (!most || trip->photos > most->photos) most = trip;
  }
  return most;
}

/// How an activity lay in the period: up to `most` remarks, the strongest first.
void add_shape(const Findings& findings, const Activity& activity, bool silence_told, std::size_t most,
               Chapter& chapter) {
  std::vector<Point> points;
  const std::vector<const hoego::Change*> changes = told_changes(activity);
  const auto any = [&changes](ChangeKind kind) {
    return std::any_of(changes.begin(), changes.end(),
                       [kind](const hoego::Change* change) { return change->kind == kind; });
  };
  if (!silence_told && !any(ChangeKind::Stopped) && remarkable_silence(findings, activity)) {
    points.push_back({Topic::Silence, activity.id, {}, {}, {&activity}});
  }
  // The changes tell how it lay in the period better than its months.
  std::vector<Point> turning = change_points(activity, silence_told);
  points.insert(points.end(), turning.rbegin(), turning.rend());
  const bool by_months = changes.empty() && activity.kind == Kind::Event &&
                         month_shape(findings, activity).form != MonthShape::Form::None;
  if (by_months) points.push_back({Topic::Months, activity.id, {}, {}, {&activity}});
  const Trip* trip = most_pictured(findings, activity);
  if (trip) points.push_back({Topic::PicturesOfTrip, activity.id, {trip->id}, {trip}, {&activity}});
  const auto month = trip || by_months || !changes.empty() ? std::nullopt : busiest_month(activity);
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
  constexpr std::size_t most_whole = 10;
  constexpr std::size_t most_in_rest = 5;
  constexpr int least_in_rest = 3;
  Told told;
  std::vector<const Activity*> all;
  for (const Activity& activity : findings.activities) {
    const bool vanished = activity.count == 0 && activity.absence_known && activity.against &&
                          activity.against->verdict == Difference::Less && activity.against->count > 0;
    if ((activity.count > 0 || vanished) && is_deed(activity.kind)) all.push_back(&activity);
  }
  // A list of one is no list.
  const std::size_t whole = all.size() == most_whole + 1 ? all.size() : std::min(all.size(), most_whole);
  for (std::size_t i = 0; i < all.size(); ++i) {
    // What stopped is told, however little of it there was.
    if (i < whole || remarkable_silence(findings, *all[i])) {
      told.whole.push_back(all[i]);
    } else if (all[i]->count >= least_in_rest && told.rest.size() < most_in_rest) {
      told.rest.push_back(all[i]);
    }
  }
  return told;
}

/// What is told of one activity, in order: how much, when, what marks it, what belongs to it alone.
void add_activity(const Findings& findings, const Activity& activity, std::size_t rank, Chapter& chapter) {
  const bool silence_told = &activity == longest_silence(findings);
  add_count(activity, chapter);
  add_details(activity, chapter);
  add_shape(findings, activity, silence_told, activity.kind == Kind::Event || rank < 3 ? 2 : 1, chapter);
  add_cost(activity, chapter);
}

void add_streak(const std::vector<const Activity*>& steady, Chapter& chapter) {
  const Activity& activity = *steady.back();
  Point point{Topic::Streak, activity.id, {}, {}, steady};
  for (const Activity* other : steady) {
    if (other != &activity) point.also.push_back(other->id);
  }
  chapter.points.push_back(point);
}

Point rest_of(const std::vector<const Activity*>& rest) {
  if (rest.size() == 1) return {Topic::Count, rest.front()->id, {}, {}, rest};
  Point point{Topic::Rest, rest.front()->id, {}, {}, rest};
  for (std::size_t i = 1; i < rest.size(); ++i) point.also.push_back(rest[i]->id);
  return point;
}

Chapter& chapter_of(std::vector<Chapter>& chapters, const std::string& thread) {
  const auto found = std::find_if(chapters.begin(), chapters.end(),
                                  [&](const Chapter& chapter) { return chapter.id == thread; });
  if (found != chapters.end()) return *found;
  chapters.push_back({thread, {}});
  return chapters.back();
}

}  // namespace

std::vector<Chapter> threads(const Findings& findings, Chapter& trips) {
  const Told all = told_activities(findings);
  const auto steady = steadiest(all.whole);
  std::vector<const Activity*> rest;
  std::vector<Chapter> chapters;
  for (const Thread& thread : threads_of(findings, all.whole)) {
    const bool to_trips = thread.id == thread_pictures && !trips.points.empty();
    Chapter& chapter = to_trips ? trips : chapter_of(chapters, thread.id);
    for (const Activity* activity : thread.activities) {
      const auto rank = std::find(all.whole.begin(), all.whole.end(), activity) - all.whole.begin();
      add_activity(findings, *activity, static_cast<std::size_t>(rank), chapter);
      add_bests(findings, *activity, chapter);
      if (!steady.empty() && activity == steady.back()) add_streak(steady, chapter);
    }
    add_of_thread(findings, thread, chapter);
  }
  for (const Thread& thread : threads_of(findings, all.rest)) {
    const auto chapter = std::find_if(chapters.begin(), chapters.end(),
                                      [&](const Chapter& one) { return one.id == thread.id; });
    if (chapter == chapters.end() || thread.id == thread_else) {
      rest.insert(rest.end(), thread.activities.begin(), thread.activities.end());
    } else {
      chapter->points.push_back(rest_of(thread.activities));
    }
  }
  if (!rest.empty()) chapter_of(chapters, std::string(thread_else)).points.push_back(rest_of(rest));
  return chapters;
}

}  // namespace hoego::parts
