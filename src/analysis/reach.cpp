#include "analysis/reach.h"

#include <algorithm>
#include <set>

#include "record/observation.h"

namespace hoego {
namespace {

constexpr int longest_hole = 45;
constexpr int first_weeks = 60;  ///< days in which a new calendar shows what it was made for

bool proves_absence(CoverageClass coverage) {
  return coverage == CoverageClass::Sensor || coverage == CoverageClass::Complete;
}

/// Kinds that the same sources show are one.
Kind shown_as(Kind kind) {
  switch (kind) {
    case Kind::Review:
    case Kind::Issue:
    case Kind::Comment:
      return Kind::PullRequest;
    case Kind::Video:
      return Kind::Photo;
    default:
      return kind;
  }
}

}  // namespace

std::optional<DateRange> run_of(const Days& days, Date day) {
  if (!days.contains(day)) return std::nullopt;
  const Date first = *Date::from_ymd(Date::min_year, 1, 1);
  const Date last = *Date::from_ymd(Date::max_year, 12, 31);
  const std::vector<DateRange> before = days.gaps({first, day});
  const std::vector<DateRange> after = days.gaps({day, last});
  return DateRange{before.empty() ? first : before.back().to + 1,
                   after.empty() ? last : after.front().from - 1};
}

Days presence(const std::vector<Date>& sorted) {
  Days days;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t last = i;
    while (last + 1 < sorted.size() && sorted[last + 1] - sorted[last] <= longest_hole) ++last;
    days.add({sorted[i], sorted[last]});
    i = last + 1;
  }
  return days;
}

std::string scope_in(const Record& record) {
  const char* key = record.kind == Kind::Event     ? trait::calendar
                    : record.kind == Kind::Chat    ? trait::tool
                    : record.kind == Kind::Message ? trait::chat
                                                   : trait::repository;
  const std::string* scope = record.find_trait(key);
  return scope == nullptr ? std::string() : *scope;
}

Reach::Reach(const Timeline& timeline) {
  std::map<Kind, std::set<Date>> days;
  for (const Record& record : timeline.records()) {
    if (!record.mine && record.kind != Kind::Message) continue;
    days[shown_as(record.kind)].insert(record.day());
    if (record.kind == Kind::Event || record.kind == Kind::Message)
      scopes_[{record.kind, scope_in(record)}].days.push_back(record.day());
  }
  for (const auto& [kind, seen] : days) seen_[kind] = presence({seen.begin(), seen.end()});
  for (const CoveredSpan& span : timeline.coverage()) {
    if (!proves_absence(span.coverage)) continue;
    const auto scope = scopes_.find({span.kind, span.scope});
    // A calendar of holidays, or another person's, would not have shown what its reader did.
    if (span.kind != Kind::Event || scope != scopes_.end()) seen_[shown_as(span.kind)].add(span.days);
    if (scope == scopes_.end()) continue;
    std::optional<Date>& from = scope->second.from;
    from = from ? std::min(*from, span.days.from) : span.days.from;
  }
  for (auto& [key, scope] : scopes_) {
    std::sort(scope.days.begin(), scope.days.end());
    if (!scope.from) scope.from = scope.days.front();
  }
}

std::optional<Date> Reach::of_kind(Kind kind, Date day) const {
  const auto seen = seen_.find(shown_as(kind));
  if (seen == seen_.end()) return std::nullopt;
  const auto run = run_of(seen->second, day - 1);
  return run ? std::optional(run->from) : std::nullopt;
}

const Reach::Scope* Reach::scope_of(const Record& record) const {
  const auto found = scopes_.find({record.kind, scope_in(record)});
  return found == scopes_.end() ? nullptr : &found->second;
}

bool Reach::made_for(const Scope& scope, const std::vector<const Record*>& records) const {
  const DateRange begin{*scope.from, *scope.from + first_weeks};
  const auto inside = [&begin](Date day) { return begin.contains(day); };
  const auto all = std::count_if(scope.days.begin(), scope.days.end(), inside);
  const auto own = std::count_if(records.begin(), records.end(), [&](const Record* record) {
    return scope_of(*record) == &scope && inside(record->day());
  });
  return 2 * own >= all;
}

std::optional<Date> Reach::before(const std::vector<const Record*>& records) const {
  const Date first = records.front()->day();
  std::set<Kind> kinds;
  for (const Record* record : records) kinds.insert(record->kind);
  std::optional<Date> since;
  for (const Kind kind : kinds) {
    const auto reach = of_kind(kind, first);
    if (!reach) return std::nullopt;
    since = since ? std::max(*since, *reach) : *reach;
  }
  const Record& one = *records.front();
  if (const Scope* scope = scope_of(one)) {
    const bool young = first - *scope->from < least_reach;
    const bool alone = one.kind == Kind::Message || !made_for(*scope, records);
    if (young && alone) return std::nullopt;
    if (one.kind == Kind::Message) since = std::max(*since, *scope->from);
  }
  return since && first - *since >= least_reach ? since : std::nullopt;
}

}  // namespace hoego
