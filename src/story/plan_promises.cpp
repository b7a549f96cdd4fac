#include <algorithm>

#include "story/plan_parts.h"
#include "story/promise_terms.h"

namespace hoego::parts {
namespace {

constexpr std::size_t most_told = 8;

bool is_final(const Promise& promise) {
  return promise.verdict == Verdict::Kept || promise.verdict == Verdict::Broken ||
         promise.verdict == Verdict::Missed;
}

bool reaches_beyond(const Findings& findings, const Promise& promise) {
  return promise.days.to > findings.period.to || promise.days.from > findings.period.lived_to();
}

/// A promise that goes on after the period is judged in its own time, unless it is decided already.
bool on_the_board(const Findings& findings, const Promise& promise) {
  if (!promise.verdict) return false;
  const bool decided = is_final(promise) && promise.date.value_or(promise.days.to) <= findings.period.to;
  return decided || !reaches_beyond(findings, promise);
}

int order_of(const Promise& promise) {
  if (is_final(promise)) return 0;
  if (promise.verdict == Verdict::AtRisk) return 1;
  return promise.verdict == Verdict::OnTrack ? 2 : 3;
}

Topic topic_of(const Promise& promise) {
  switch (*promise.verdict) {
    case Verdict::Kept:
      return Topic::PromiseKept;
    case Verdict::Broken:
      return Topic::PromiseBroken;
    case Verdict::Missed:
      return Topic::PromiseMissed;
    case Verdict::Unknown:
      return Topic::PromiseUnknown;
    default:
      return Topic::PromiseOpen;
  }
}

Point point_of(Topic topic, std::vector<const Promise*> promises) {
  Point point{topic, promises.front()->id};
  for (std::size_t i = 1; i < promises.size(); ++i) point.also.push_back(promises[i]->id);
  point.promises = std::move(promises);
  return point;
}

/// The journey that decided it.
void add_journey(const Findings& findings, const Promise& promise, const PromiseTerms& terms, Point& point) {
  const bool decided = promise.verdict == Verdict::Kept || promise.verdict == Verdict::Broken;
  if (!decided || !promise.date || !terms.of_journeys()) return;
  for (const Trip& trip : findings.trips) {
    if (trip.certainty < told_from || !trip.days.contains(*promise.date)) continue;
    if (terms.what == MeasureKind::DayTrips && !trip.day_trip) continue;
    const bool better = !point.trips.empty() && point.trips.front()->day_trip && !trip.day_trip;
    if (point.trips.empty() || better) point.trips = {&trip};
  }
  if (!point.trips.empty()) point.also.push_back(point.trips.front()->id);
}

/// The journey that a missed week was spent on.
void add_week_away(const Findings& findings, const Promise& promise, const PromiseTerms& terms,
                   Point& point) {
  constexpr int most_of_a_week = 4;
  const bool a_week = terms.pace == CheckPace::Every && terms.unit == CheckUnit::Week;
  if (!a_week || promise.limit || promise.verdict != Verdict::Broken || !promise.date) return;
  for (const Trip* trip : overnight(findings)) {
    const auto away = intersect(trip->days, {*promise.date - 6, *promise.date});
    if (!away || away->days() < most_of_a_week) continue;
    point.trips = {trip};
    point.also.push_back(trip->id);
    return;
  }
}

/// What became of the habit while a goal was out of reach.
void add_change(const Promise& promise, const PromiseTerms& terms, Point& point) {
  constexpr int least_after = 14;  // days: a habit that ends with the promise did not cost it
  const bool out_of_reach = promise.verdict == Verdict::Missed || promise.verdict == Verdict::AtRisk;
  if (!out_of_reach || promise.limit || terms.activity == nullptr) return;
  for (const hoego::Change* change : told_changes(*terms.activity)) {
    const bool went = change->kind == ChangeKind::Faded || change->kind == ChangeKind::Stopped;
    const bool came = change->kind == ChangeKind::Grew || change->kind == ChangeKind::Resumed;
    if (came) point.change = nullptr;
    if (went && promise.days.contains(change->date) && promise.days.to - change->date >= least_after)
      point.change = change;
  }
  if (point.change != nullptr) point.also.push_back(point.change->id);
}

/// What is entered for days to come, as far as it is told elsewhere too.
void add_risk(const Findings& findings, const Promise& promise, Point& point) {
  if (promise.risks.empty()) return;
  const Risk& risk = promise.risks.front();
  for (const Planned& planned : findings.planned) {
    if (planned.title != risk.title || !planned.days.contains(risk.date)) continue;
    point.planned = {&planned};
    point.also.push_back(planned.id);
    return;
  }
}

std::vector<bool> covered_days(const Findings& findings, const Promise& promise, DateRange lived) {
  std::vector<bool> covered(static_cast<std::size_t>(lived.days()), false);
  for (const CoverageFinding& coverage : findings.coverage) {
    if (std::find(promise.coverage.begin(), promise.coverage.end(), coverage.id) == promise.coverage.end())
      continue;
    for (Date day = lived.from; day <= lived.to; day = day + 1) {
      const bool gap = std::any_of(coverage.gaps.begin(), coverage.gaps.end(),
                                   [day](const DateRange& one) { return one.contains(day); });
      if (coverage.days.contains(day) && !gap) covered[static_cast<std::size_t>(day - lived.from)] = true;
    }
  }
  return covered;
}

/// The longest stretch that no source saw, where the sources alone explain what is missing.
void add_missing_days(const Findings& findings, const Promise& promise, Point& point) {
  const int missing = uncovered_days(promise, findings);
  const DateRange lived{promise.days.from, std::min(promise.days.to, findings.period.as_of)};
  if (promise.verdict != Verdict::Unknown || missing == 0 || promise.coverage.empty()) return;
  if (lived.from < findings.period.from) return;
  const std::vector<bool> covered = covered_days(findings, promise, lived);
  if (std::count(covered.begin(), covered.end(), false) != missing) return;
  DateRange longest{lived.from, lived.from - 1};
  DateRange hole = longest;
  for (Date day = lived.from; day <= lived.to; day = day + 1) {
    if (covered[static_cast<std::size_t>(day - lived.from)]) {
      hole = {day + 1, day};
    } else {
      hole.to = day;
      if (hole.days() > longest.days()) longest = hole;
    }
  }
  if (2 * longest.days() < missing) return;
  point.days = longest;
  point.number = missing;
  for (const CoverageFinding& coverage : findings.coverage) {
    if (coverage.id == promise.coverage.front()) point.coverage = &coverage;
  }
  point.also.insert(point.also.end(), promise.coverage.begin(), promise.coverage.end());
}

Point told(const Findings& findings, const Promise& promise) {
  Point point = point_of(topic_of(promise), {&promise});
  const PromiseTerms terms = terms_of(promise, findings);
  add_journey(findings, promise, terms, point);
  add_week_away(findings, promise, terms, point);
  add_change(promise, terms, point);
  add_risk(findings, promise, point);
  add_missing_days(findings, promise, point);
  return point;
}

}  // namespace

void add_promises(const Findings& findings, Chapter& chapter) {
  std::vector<const Promise*> board;
  std::vector<const Promise*> certain;
  std::vector<const Promise*> ticked;
  int not_certain = 0;  // of the period's own
  for (const Promise& promise : findings.promises) {
    const bool told = on_the_board(findings, promise);
    const bool sure = told && promise.verdict != Verdict::Unknown;
    if (told) board.push_back(&promise);
    if (sure) certain.push_back(&promise);
    if (!sure && !reaches_beyond(findings, promise)) ++not_certain;
    if (!promise.verdict && promise.ticked && !reaches_beyond(findings, promise)) {
      ticked.push_back(&promise);
    }
  }
  if (certain.size() > 1) {
    chapter.points.push_back(point_of(Topic::PromisesSummary, certain));
    chapter.points.back().number = not_certain;
  }
  std::vector<const Promise*> rest;
  if (board.size() > most_told) {
    std::stable_sort(board.begin(), board.end(),
                     [](const Promise* a, const Promise* b) { return order_of(*a) < order_of(*b); });
    rest.assign(board.begin() + most_told, board.end());
    board.resize(most_told);
  }
  for (const Promise* promise : board) chapter.points.push_back(told(findings, *promise));
  if (!rest.empty()) chapter.points.push_back(point_of(Topic::PromisesRest, rest));
  if (!ticked.empty()) chapter.points.push_back(point_of(Topic::PromisesTicked, ticked));
}

void add_begun(const Findings& findings, Chapter& chapter) {
  std::vector<std::vector<const Promise*>> groups;  // of the same days
  for (const Promise& promise : findings.promises) {
    if (!reaches_beyond(findings, promise) || on_the_board(findings, promise)) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&promise](const auto& group) {
      return group.front()->days == promise.days;
    });
    if (same == groups.end()) {
      groups.push_back({&promise});
    } else {
      same->push_back(&promise);
    }
  }
  for (const auto& group : groups) chapter.points.push_back(point_of(Topic::PromisesBegun, group));
}

}  // namespace hoego::parts
