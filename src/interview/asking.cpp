#include "interview/asking.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "story/names.h"
#include "story/weight.h"

namespace hoego {
namespace {

constexpr double asked_from = 0.5;  ///< less likely ones than not are not asked about
constexpr std::size_t most_doubtful = 2;
constexpr int fewest_days_tried = 28;  ///< before one can say how a promise goes

Asking of_change(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Started:
      return Asking::Started;
    case ChangeKind::Grew:
      return Asking::Grew;
    case ChangeKind::Faded:
      return Asking::Faded;
    case ChangeKind::Stopped:
      return Asking::Stopped;
    default:
      return Asking::Resumed;
  }
}

std::optional<Asking> of_comparison(const Activity& activity) {
  if (!activity.against) return std::nullopt;
  const Difference told = activity.against->told();
  if (told == Difference::More) return Asking::More;
  return told == Difference::Less ? std::optional(Asking::Less) : std::nullopt;
}

/// Nothing where a sentence leaves nothing to ask.
std::optional<Asking> asking_of(const Point& point) {
  switch (point.topic) {
    case Topic::Lull:
      return Asking::Lull;
    case Topic::Farthest:
    case Topic::TripBooked:
    case Topic::TripRoute:
    case Topic::TripLength:
    case Topic::TripShort:
    case Topic::DayTrip:
    case Topic::TripDelay:
      return Asking::Trip;
    case Topic::CalendarTrip:
      return Asking::EnteredTrip;
    case Topic::Change:
      return of_change(point.change->kind);
    case Topic::PromiseBroken:
      return Asking::Broken;
    case Topic::PromiseMissed:
      return Asking::Missed;
    case Topic::LongestSilence:
    case Topic::Silence:
      return Asking::Silence;
    case Topic::CountAgainst:
    case Topic::Against:
      return of_comparison(*point.activities.front());
    case Topic::BestDay:
      return Asking::BestDay;
    case Topic::BestWeek:
      return Asking::BestWeek;
    case Topic::MostTime:
    case Topic::MostDays:
      return Asking::Most;
    case Topic::Count:
      return Asking::Much;
    case Topic::CodePrompts:
      return Asking::CodePrompts;
    case Topic::AreaEvenings:
      return Asking::Evenings;
    case Topic::CommuteTime:
      return Asking::Commute;
    case Topic::Move:
      return Asking::Move;
    case Topic::Anniversary:
      return Asking::Anniversary;
    case Topic::Age:
      return Asking::Age;
    case Topic::FirstTimes:
      return Asking::FirstTime;
    case Topic::LastTime:
      return Asking::LastTime;
    case Topic::PlannedTrip:
      return Asking::PlannedTrip;
    case Topic::Open:
      return Asking::Open;
    default:
      return std::nullopt;
  }
}

/// Of a subject what leaves most to the owner.
std::optional<Ask> best_of(const Weighed& weighed) {
  std::optional<Ask> best;
  for (const Point& point : weighed.points) {
    const auto what = asking_of(point);
    if (what && (!best || *what < best->what)) best = Ask{*what, weighed.subject, point};
  }
  return best;
}

enum class Sort { Journey, Promise, Habit, Other };

/// Journeys, promises that did not hold and habits that changed leave most to the owner; the rest is asked
/// after them.
Sort sort_of(Asking what) {
  if (what <= Asking::Trip) return Sort::Journey;
  if (what == Asking::Broken || what == Asking::Missed) return Sort::Promise;
  return what <= Asking::Silence ? Sort::Habit : Sort::Other;
}

bool likely_but_untold(double certainty) {
  return certainty >= asked_from && certainty < told_from;
}

bool is_asked(const std::vector<Ask>& list, const std::string& subject) {
  return std::any_of(list.begin(), list.end(), [&](const Ask& ask) { return ask.subject == subject; });
}

/// Journeys too uncertain to be told, the longest first; those that only the calendar knows are told as such.
void add_doubtful_trips(const Findings& findings, const std::vector<Ask>& told, std::vector<Ask>& to) {
  std::vector<const Trip*> trips;
  for (const Trip& trip : findings.trips) {
    const bool known = is_asked(told, trip.id);
    const bool past = trip.days.from <= findings.period.lived_to();
    if (!known && past && likely_but_untold(trip.certainty)) trips.push_back(&trip);
  }
  std::stable_sort(trips.begin(), trips.end(),
                   [](const Trip* a, const Trip* b) { return a->nights > b->nights; });
  if (trips.size() > most_doubtful) trips.resize(most_doubtful);
  for (const Trip* trip : trips)
    to.push_back({Asking::DoubtfulTrip, trip->id, {Topic::CalendarTrip, trip->id, {}, {trip}}});
}

/// Of habits that are not asked about for another change.
void add_doubtful_changes(const Findings& findings, const std::vector<Ask>& told, std::vector<Ask>& to) {
  std::size_t added = 0;
  for (const Activity& activity : findings.activities) {
    const bool known = std::any_of(told.begin(), told.end(), [&](const Ask& ask) {
      return ask.subject == activity.id && sort_of(ask.what) == Sort::Habit;
    });
    if (known || added == most_doubtful) continue;
    const auto change = std::find_if(activity.changes.begin(), activity.changes.end(),
                                     [](const Change& one) { return likely_but_untold(one.certainty); });
    if (change == activity.changes.end()) continue;
    Point point{Topic::Change, change->id, {activity.id}, {}, {&activity}};
    point.change = &*change;
    to.push_back({Asking::DoubtfulChange, activity.id, std::move(point)});
    ++added;
  }
}

/// Promises of the days lived that no file can judge.
void add_to_judge(const Findings& findings, std::vector<Ask>& to) {
  const DateRange lived{findings.period.from, findings.period.lived_to()};
  for (const Promise& promise : findings.promises) {
    const auto tried = intersect(promise.days, lived);
    if (promise.verdict || !promise.check.empty() || !tried || tried->days() < fewest_days_tried) continue;
    Point point{Topic::PromisesTicked, promise.id};
    point.promises = {&promise};
    to.push_back({promise.ticked ? Asking::Ticked : Asking::ToJudge, promise.id, std::move(point)});
  }
}

/// What the text tells, by weight, a few of each sort first.
std::vector<Ask> told_asks(const Findings& findings) {
  std::array<std::size_t, 4> places = {2, 2, 5, 0};  // of journeys, promises, habits
  std::vector<Ask> first;
  std::vector<Ask> rest;
  for (const Weighed& weighed : by_weight(findings)) {
    auto ask = best_of(weighed);
    if (!ask) continue;
    std::size_t& left = places.at(static_cast<std::size_t>(sort_of(ask->what)));
    (left > 0 ? first : rest).push_back(std::move(*ask));
    if (left > 0) --left;
  }
  std::move(rest.begin(), rest.end(), std::back_inserter(first));
  return first;
}

}  // namespace

std::vector<Ask> asks(const Findings& findings) {
  std::vector<Ask> told = told_asks(findings);
  std::vector<Ask> untold;
  add_doubtful_trips(findings, told, untold);
  add_doubtful_changes(findings, told, untold);
  add_to_judge(findings, untold);
  told.erase(
      std::remove_if(told.begin(), told.end(), [&](const Ask& ask) { return is_asked(untold, ask.subject); }),
      told.end());
  // What the text leaves out comes after the weightiest of what it tells, two to one.
  std::vector<Ask> all;
  std::size_t next = 0;
  for (std::size_t i = 0; i < told.size(); ++i) {
    all.push_back(std::move(told[i]));
    if (i % 2 == 1 && i > 1 && next < untold.size()) all.push_back(std::move(untold[next++]));
  }
  for (; next < untold.size(); ++next) all.push_back(std::move(untold[next]));
  return all;
}

}  // namespace hoego
