#include "promises/lasting_coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace hoego {
namespace {

const DateRange ever{*Date::from_ymd(Date::min_year, 1, 1), *Date::from_ymd(Date::max_year, 12, 31)};

Days days_in(DateRange range) {
  Days days;
  days.add(range);
  return days;
}

/// A source that told of an activity, from its first record on.
struct Teller {
  Date first;
  Days covered;
};

std::vector<Teller> tellers_of(const ActivitySeries& series, const Timeline& timeline) {
  std::map<std::pair<Kind, std::string>, Date> firsts;  // the records are in order of time
  for (const Record* record : series.records)
    firsts.try_emplace({record->kind, calendar_or_repository(*record)}, record->day());
  std::vector<Teller> tellers;
  for (const auto& [source, first] : firsts) {
    const auto& [kind, scope] = source;
    Teller teller{first, days_that_prove_absence(timeline, kind,
                                                 scope.empty() ? std::set<std::string>() : std::set{scope})};
    // What proves no absence (pictures) tells of times, and takes none away.
    if (!teller.covered.empty()) tellers.push_back(std::move(teller));
  }
  return tellers;
}

const ActivityRule* rule_of(const std::string& activity, const Settings& settings) {
  const auto found = std::find_if(settings.activities.begin(), settings.activities.end(),
                                  [&activity](const ActivityRule& rule) { return rule.id == activity; });
  return found == settings.activities.end() ? nullptr : &*found;
}

/// A payment is what an activity cost, not one time of it, but where the rule is of payments alone.
bool is_looked_at(const ActivityRule& rule, const Matcher& matcher) {
  return matcher.kind != Kind::Expense || rule.is_of_expenses();
}

/// Whether a matcher looks into the calendar or repository of a span.
bool looks_into(const Matcher& matcher, const CoveredSpan& span) {
  return span.kind == matcher.kind &&
         std::all_of(matcher.patterns.begin(), matcher.patterns.end(), [&span](const auto& one) {
           const bool of_scope = one.first == "calendar" || one.first == "repository";
           return !of_scope || one.second->matches(span.scope);
         });
}

Days coverage_of(const ActivityRule& rule, const Timeline& timeline) {
  Days covered = days_in(ever);
  bool any = false;
  for (const Matcher& matcher : rule.match) {
    if (!is_looked_at(rule, matcher)) continue;
    if (!matcher.kind) return {};
    const Days seen = days_that_prove_absence(
        timeline, [&matcher](const CoveredSpan& span) { return looks_into(matcher, span); });
    // A calendar that there is not can hold nothing.
    if (seen.empty()) continue;
    covered = covered.common(seen);
    any = true;
  }
  return any ? covered : Days();
}

}  // namespace

std::set<Kind> kinds_of_rule(const std::string& activity, const Settings& settings) {
  std::set<Kind> kinds;
  if (const ActivityRule* rule = rule_of(activity, settings)) {
    for (const Matcher& matcher : rule->match) {
      if (is_looked_at(*rule, matcher) && matcher.kind) kinds.insert(*matcher.kind);
    }
    return kinds;
  }
  for (const KindActivity& kind : kind_activities()) {
    if (kind.id == activity) kinds.insert(kind.kind);
  }
  return kinds;
}

Days coverage_of_rule(const std::string& activity, const AllTime& all) {
  if (const ActivityRule* rule = rule_of(activity, all.settings)) return coverage_of(*rule, all.timeline);
  const std::set<Kind> kinds = kinds_of_rule(activity, all.settings);
  return kinds.empty() ? Days() : days_that_prove_absence(all.timeline, *kinds.begin(), {});
}

Days lasting_coverage(const ActivitySeries& series, const AllTime& all) {
  if (series.records.empty()) return coverage_of_rule(series.id, all);
  const Date first = series.records.front()->day();
  const std::vector<Teller> tellers = tellers_of(series, all.timeline);
  Days since = tellers.empty() ? Days() : days_in({first, ever.to});
  std::optional<Days> of_the_first;
  for (const Teller& teller : tellers) {
    Days taken = teller.covered;
    taken.add({ever.from, teller.first - 1});
    since = since.common(taken);
    if (teller.first == first)
      of_the_first = of_the_first ? of_the_first->common(teller.covered) : teller.covered;
  }
  Days before = coverage_of_rule(series.id, all);
  if (before.empty() && of_the_first) before = *of_the_first;
  since.add(before.common(days_in({ever.from, first - 1})));
  return since;
}

}  // namespace hoego
