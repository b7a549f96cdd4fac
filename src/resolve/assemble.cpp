#include "resolve/assemble.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

#include "record/observation.h"
#include "resolve/derive.h"

namespace hoego {
namespace {

using Scope = std::tuple<std::string, std::string, Kind>;  // source, calendar or repository, kind
using ScopeView = std::tuple<std::string_view, std::string_view, Kind>;

/// Looks scopes up without a copy of their words.
struct ScopeOrder {
  using is_transparent = void;
  bool operator()(const ScopeView& a, const ScopeView& b) const { return a < b; }
};
using Extents = std::map<Scope, DateRange, ScopeOrder>;

std::string_view scope_of(const Record& record) {
  for (const char* key : {trait::calendar, trait::repository}) {
    if (const std::string* value = record.find_trait(key)) return *value;
  }
  return {};
}

/// First and last day with a record, by source and scope; and by source alone (empty scope).
Extents extents(const std::vector<Record>& records) {
  Extents found;
  const auto widen = [&found](const ScopeView& scope, Date day) {
    const auto at = found.find(scope);
    if (at == found.end())
      found.emplace(Scope(scope), DateRange{day, day});
    else
      at->second = {std::min(at->second.from, day), std::max(at->second.to, day)};
  };
  for (const Record& record : records) {
    const std::string_view scope = scope_of(record);
    for (const Origin& origin : record.origins) {
      widen({origin.source, "", record.kind}, record.day());
      if (!scope.empty()) widen({origin.source, scope, record.kind}, record.day());
    }
  }
  return found;
}

const SourceDecision* decision_of(const Decisions& decisions, const std::string& source) {
  for (const SourceDecision& decision : decisions.sources) {
    if (decision.path == source) return &decision;
  }
  return nullptr;
}

std::optional<DateRange> days_of(const SourcedClaim& item, const Extents& known, Date today) {
  const CoverageClaim& claim = item.claim;
  auto extent = known.find({item.source, claim.scope, claim.kind});
  if (extent == known.end()) extent = known.find({item.source, "", claim.kind});
  std::optional<Date> from = claim.from;
  if (!from && extent != known.end()) from = extent->second.from;
  if (!from) return std::nullopt;
  const Date to = std::min(claim.to.value_or(today), today);
  if (to < *from) return std::nullopt;
  return DateRange{*from, to};
}

std::vector<CoveredSpan> spans_of(const std::vector<Record>& records, const std::vector<SourcedClaim>& claims,
                                  const Decisions& decisions, Date today) {
  const auto known = extents(records);
  std::map<std::pair<Scope, CoverageClass>, DateRange> united;
  const auto unite = [&united](const Scope& scope, CoverageClass coverage, DateRange days) {
    const auto [at, fresh] = united.try_emplace({scope, coverage}, days);
    if (!fresh) at->second = {std::min(at->second.from, days.from), std::max(at->second.to, days.to)};
  };
  for (const SourcedClaim& item : claims) {
    const auto days = days_of(item, known, today);
    if (days) unite({item.source, item.claim.scope, item.claim.kind}, item.claim.coverage, *days);
  }
  for (const auto& [scope, extent] : known) {
    const auto& [source, name, kind] = scope;
    const bool picture = kind == Kind::Photo || kind == Kind::Video;
    if (picture && extent.from <= today) {
      unite(scope, CoverageClass::Opportunistic, {extent.from, std::min(extent.to, today)});
    }
  }
  std::vector<CoveredSpan> spans;
  for (const auto& [key, days] : united) {
    const auto& [source, name, kind] = key.first;
    CoveredSpan span{source, name, kind, key.second, days};
    const SourceDecision* decision = decision_of(decisions, source);
    if (decision != nullptr && decision->complete) {
      span.coverage = CoverageClass::Complete;
      span.days = {decision->complete->from, std::min(decision->complete->to, today)};
      if (span.days.to < span.days.from) continue;
    }
    spans.push_back(std::move(span));
  }
  return spans;
}

std::vector<ClockCorrection> clocks_of(const std::vector<Record>& records) {
  constexpr int most_days_apart = 10;  // pictures further apart belong to another correction
  std::map<std::string, std::vector<const Record*>> by_camera;
  for (const Record& record : records) {
    const std::string* camera = record.find_trait(trait::camera);
    if (camera != nullptr && record.find_trait(clock_trait::shift) != nullptr)
      by_camera[*camera].push_back(&record);
  }
  std::vector<ClockCorrection> corrections;
  for (const auto& [camera, pictures] : by_camera) {
    std::map<std::int32_t, int> votes;
    for (const Record* picture : pictures) {
      const auto shift = static_cast<std::int32_t>(
          std::strtol(picture->find_trait(clock_trait::shift)->c_str(), nullptr, 10));
      const bool next = corrections.empty() || corrections.back().camera != camera ||
                        picture->day() - corrections.back().days.to > most_days_apart;
      if (next) {
        votes.clear();
        const std::string& certainty = *picture->find_trait(clock_trait::certainty);
        const bool stated = certainty == "stated";
        corrections.push_back({camera,
                               {picture->day(), picture->day()},
                               shift,
                               0,
                               stated ? 1.0 : std::strtod(certainty.c_str(), nullptr),
                               stated,
                               {}});
      }
      ClockCorrection& correction = corrections.back();
      correction.days.to = std::max(correction.days.to, picture->day());
      ++correction.pictures;
      if (correction.evidence.size() < 200) correction.evidence.push_back(picture->id);
      if (++votes[shift] > votes[correction.shift]) correction.shift = shift;
    }
  }
  return corrections;
}

}  // namespace

Timeline assemble(std::vector<Record> records, const std::vector<SourcedClaim>& claims,
                  const Decisions& decisions, Date today) {
  std::vector<CoveredSpan> spans = spans_of(records, claims, decisions, today);
  std::vector<ClockCorrection> clocks = clocks_of(records);
  return {std::move(records), std::move(spans), std::move(clocks)};
}

}  // namespace hoego
