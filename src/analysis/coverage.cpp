#include "analysis/coverage.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/evidence.h"

namespace hoego {

void Days::add(DateRange range) {
  if (range.to < range.from) return;
  ranges_.push_back(range);
  std::sort(ranges_.begin(), ranges_.end());
  std::vector<DateRange> joined;
  for (const DateRange& next : ranges_) {
    if (!joined.empty() && next.from <= joined.back().to + 1)
      joined.back().to = std::max(joined.back().to, next.to);
    else
      joined.push_back(next);
  }
  ranges_ = std::move(joined);
}

void Days::add(const Days& others) {
  for (const DateRange& range : others.ranges_) add(range);
}

bool Days::contains(Date day) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [day](const DateRange& range) { return range.contains(day); });
}

int Days::count(DateRange within) const {
  int total = 0;
  for (const DateRange& range : ranges_) {
    if (const auto common = intersect(range, within)) total += common->days();
  }
  return total;
}

Days Days::common(const Days& other) const {
  Days both;
  for (const DateRange& mine : ranges_) {
    for (const DateRange& theirs : other.ranges_) {
      if (const auto shared = intersect(mine, theirs)) both.add(*shared);
    }
  }
  return both;
}

std::vector<DateRange> Days::gaps(DateRange within) const {
  std::vector<DateRange> found;
  Date next = within.from;
  for (const DateRange& range : ranges_) {
    const auto common = intersect(range, within);
    if (!common) continue;
    if (next < common->from) found.push_back({next, common->from - 1});
    next = common->to + 1;
  }
  if (next <= within.to) found.push_back({next, within.to});
  return found;
}

namespace {

bool proves_absence(CoverageClass coverage) {
  return coverage == CoverageClass::Sensor || coverage == CoverageClass::Complete;
}

}  // namespace

Days days_that_prove_absence(const Timeline& timeline, Kind kind, const std::set<std::string>& scopes) {
  std::map<std::string, Days> by_scope;
  std::optional<DateRange> extent;
  for (const CoveredSpan& span : timeline.coverage()) {
    if (span.kind != kind || !proves_absence(span.coverage)) continue;
    if (!scopes.empty() && scopes.count(span.scope) == 0) continue;
    by_scope[scopes.empty() ? std::string() : span.scope].add(span.days);
    extent = extent ? DateRange{std::min(extent->from, span.days.from), std::max(extent->to, span.days.to)}
                    : span.days;
  }
  if (!extent || by_scope.size() < scopes.size()) return {};
  Days all;
  all.add(*extent);
  for (const auto& [scope, days] : by_scope) all = all.common(days);
  return all;
}

Days days_that_prove_absence(const Timeline& timeline, const std::function<bool(const CoveredSpan&)>& wants) {
  Days days;
  for (const CoveredSpan& span : timeline.coverage()) {
    if (proves_absence(span.coverage) && wants(span)) days.add(span.days);
  }
  return days;
}

std::vector<CoverageFinding> coverage_findings(const Timeline& timeline, DateRange days) {
  std::vector<CoverageFinding> found;
  std::set<std::string> used;
  for (const CoveredSpan& span : timeline.coverage()) {
    const auto common = intersect(span.days, days);
    if (!common) continue;
    CoverageFinding finding;
    finding.source = span.scope.empty() ? span.source : span.source + " · " + span.scope;
    finding.scope = span.scope;
    finding.kind = span.kind;
    finding.coverage = span.coverage;
    finding.days = span.days;
    finding.covered_days = common->days();
    Days covered;
    covered.add(span.days);
    finding.gaps = covered.gaps(days);
    std::string id =
        fmt::format("coverage-{}-{}", name(span.kind), slug(span.scope.empty() ? span.source : span.scope));
    for (int again = 2; !used.insert(id).second; ++again) {
      id = fmt::format("coverage-{}-{}-{}", name(span.kind),
                       slug(span.scope.empty() ? span.source : span.scope), again);
    }
    finding.id = std::move(id);
    found.push_back(std::move(finding));
  }
  return found;
}

}  // namespace hoego
