#include <algorithm>

#include "bench/truth/told_facts_parts.h"

namespace hoego::truth::parts {
namespace {

/// Months, up to the last one begun, that a change cannot have been in, however one reads its interval.
std::vector<int> months_far_from(const Change& change, const Period& period) {
  constexpr int near = 31;
  std::vector<int> far;
  for (int month = 1; month <= period.lived_to().month(); ++month) {
    const Date from = *Date::from_ymd(period.from.year(), month, 1);
    const DateRange days{from, from + (days_in_month(from.year(), month) - 1)};
    if (!intersect(days, {change.low - near, change.high + near})) far.push_back(month);
  }
  return far;
}

/// One alone in the year, whose month is told by its day and by its records alike.
bool can_be_told(const Change& change, const Activity& activity) {
  constexpr int widest = 45;
  constexpr double sure = 0.8;
  if (activity.changes.size() != 1 || change.high - change.low > widest || change.certainty < sure)
    return false;
  if (change.kind == ChangeKind::Started)
    return activity.first && activity.first->month() == change.date.month();
  if (change.kind == ChangeKind::Stopped)
    return activity.last && activity.last->month() == change.date.month();
  return change.kind != ChangeKind::Resumed;
}

std::optional<std::size_t> index_of(Date day, const Activity& activity, const Period& period) {
  const int at = day - period.from;
  if (at < 0 || static_cast<std::size_t>(at) >= activity.by_day.size()) return std::nullopt;
  return static_cast<std::size_t>(at);
}

/// How often it came on so many days; nothing where one of them is not known.
std::optional<int> times_in(DateRange days, const Activity& activity, const Period& period) {
  int sum = 0;
  for (Date day = days.from; day <= days.to; day = day + 1) {
    const auto at = index_of(day, activity, period);
    if (!at || !activity.by_day[*at]) return std::nullopt;
    sum += *activity.by_day[*at];
  }
  return sum;
}

const Activity* find(const Findings& findings, const std::string& id) {
  for (const Activity& activity : findings.activities) {
    if (activity.id == id && said_of(id)) return &activity;
  }
  return nullptr;
}

/// The first day of a week or a gap, and the same day of months in which it is certain that none so began.
Told first_day(const Best& best, const Activity& activity, const Period& period) {
  const bool is_gap = best.what == BestKind::Gap;
  Told told{Value::of(best.days.from)};
  for (int month = 1; month <= 12; ++month) {
    const auto other = Date::from_ymd(best.days.from.year(), month, best.days.from.day());
    if (!other || month == best.days.from.month()) continue;
    const auto times = times_in({*other, *other + (best.days.days() - 1)}, activity, period);
    if (times && (is_gap ? *times > 0 : *times < best.value))
      told.wrong.push_back({Falsehood::Month, Value::of(*other)});
  }
  return told;
}

Told last_day(const Best& best, const Period& period) {
  return day(best.days.to, period.lived_to().month());
}

/// Whether it was first done at all in the month of the change: then it began in it too, if it stopped in it.
bool is_new(const Activity& activity, const Change& change, const Findings& findings) {
  return std::any_of(findings.firsts.begin(), findings.firsts.end(), [&](const Occasion& first) {
    return first.subject == Subject::Activity && first.key == activity.id &&
           first.date.month() == change.date.month();
  });
}

}  // namespace

void add_changes(const Findings& findings, std::vector<Fact>& facts) {
  for (const Activity& activity : findings.activities) {
    const auto said = said_of(activity.id);
    if (!said) continue;
    for (const Change& change : activity.changes) {
      if (!can_be_told(change, activity)) continue;
      if (change.kind == ChangeKind::Stopped && is_new(activity, change, findings)) continue;
      const bool is_end = change.kind == ChangeKind::Started || change.kind == ChangeKind::Stopped;
      Fact fact;
      fact.kind = is_end ? "begin" : "rate";
      fact.said = truth::name(*said);
      fact.finding = change.id;
      fact.up = change.kind == ChangeKind::Started || change.kind == ChangeKind::Grew;
      fact.told["act"] = name(activity.label);
      fact.told["month"] = month(change.date.month(), months_far_from(change, findings.period));
      facts.push_back(std::move(fact));
    }
  }
}

void add_bests(const Findings& findings, std::vector<Fact>& facts) {
  for (const Best& best : findings.bests) {
    const Activity* activity = find(findings, best.activity);
    if (activity == nullptr) continue;
    Fact fact;
    fact.said = truth::name(*said_of(activity->id));
    fact.finding = best.id;
    fact.told["act"] = name(activity->label);
    if (best.what == BestKind::Week) {
      fact.kind = "best-week";
      fact.told["n"] = count(best.value);
      if (activity->hours) fact.hours_each = *activity->hours / activity->count;
      fact.told["from"] = first_day(best, *activity, findings.period);
      fact.told["to"] = last_day(best, findings.period);
    } else if (best.what == BestKind::Streak) {
      fact.kind = "streak";
      fact.told["weeks"] = count_or_less(best.value);
    } else if (best.what == BestKind::Gap && best.days.from >= findings.period.from) {
      fact.kind = "gap";
      fact.told["days"] = count_or_less(best.value);
      fact.told["from"] = first_day(best, *activity, findings.period);
    } else {
      continue;
    }
    facts.push_back(std::move(fact));
  }
}

}  // namespace hoego::truth::parts
