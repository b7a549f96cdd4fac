#include <algorithm>
#include <cctype>
#include <numeric>

#include "story/names.h"
#include "story/plan_parts.h"

namespace hoego {

std::string without_number(std::string_view title) {
  std::string key;
  for (const char c : title) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0 && c != ' ' && c != '#') key += c;
  }
  return key;
}

namespace parts {
namespace {

constexpr std::size_t most_planned_trips = 4;
constexpr std::size_t most_planned_groups = 3;
constexpr std::size_t most_series = 4;
constexpr std::size_t most_days_named = 4;

struct Group {
  std::string key;
  std::vector<const Planned*> events;
};

std::vector<Group> grouped_events(const Findings& findings) {
  std::vector<Group> groups;
  for (const Planned& planned : findings.planned) {
    if (planned.trip || planned.days.from > findings.period.to) continue;
    const std::string key = without_number(title_in_text(planned.title));
    if (key.empty()) continue;
    auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.key == key; });
    if (same == groups.end()) same = groups.insert(groups.end(), {key, {}});
    same->events.push_back(&planned);
  }
  // What belongs to something one does weighs more than a single entry; then what comes often, then what is
  // near.
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    const bool known_a = !a.events.front()->activity.empty();
    const bool known_b = !b.events.front()->activity.empty();
    return known_a != known_b ? known_a : a.events.size() > b.events.size();
  });
  return groups;
}

void add_group(Topic topic, const std::vector<const Planned*>& events, Chapter& chapter) {
  Point point{topic, events.front()->id};
  for (std::size_t i = 1; i < events.size(); ++i) point.also.push_back(events[i]->id);
  point.planned = events;
  point.number = static_cast<int>(events.size());
  chapter.points.push_back(point);
}

/// What comes again and again, in one sentence: the events of a group follow each other in `planned`, and
/// the last of all is on `days.to`.
void add_series(const std::vector<std::vector<const Planned*>>& series, Chapter& chapter) {
  Point point{Topic::PlannedSeries, series.front().front()->id};
  point.days = series.front().front()->days;
  for (const auto& events : series) {
    for (const Planned* event : events) {
      if (event->id != point.finding) point.also.push_back(event->id);
      point.days.to = std::max(point.days.to, event->days.from);
      point.planned.push_back(event);
    }
  }
  chapter.points.push_back(point);
}

/// Days of `span` that none of the days covered holds, as ranges.
std::vector<DateRange> holes(DateRange span, const std::vector<bool>& covered) {
  std::vector<DateRange> ranges;
  for (int i = 0; i < span.days(); ++i) {
    if (covered[static_cast<std::size_t>(i)]) continue;
    const Date day = span.from + i;
    if (!ranges.empty() && ranges.back().to + 1 == day) {
      ranges.back().to = day;
    } else {
      ranges.push_back({day, day});
    }
  }
  return ranges;
}

void mark(const CoverageFinding& coverage, DateRange span, std::vector<bool>& covered) {
  const auto seen = intersect(coverage.days, span);
  if (!seen) return;
  std::vector<bool> own(covered.size(), false);
  for (Date day = seen->from; day <= seen->to; day = day + 1)
    own[static_cast<std::size_t>(day - span.from)] = true;
  for (const DateRange& gap : coverage.gaps) {
    const auto part = intersect(gap, span);
    if (!part) continue;
    for (Date day = part->from; day <= part->to; day = day + 1) {
      own[static_cast<std::size_t>(day - span.from)] = false;
    }
  }
  for (std::size_t i = 0; i < own.size(); ++i) covered[i] = covered[i] || own[i];
}

struct Hole {
  Topic topic;
  DateRange days;
  std::vector<const CoverageFinding*> sources;
};

/// Where no source of a kind saw anything.
void add_kind_holes(const std::vector<const CoverageFinding*>& sources, DateRange lived,
                    std::vector<Hole>& out) {
  constexpr int least_gap = 5;
  constexpr int least_edge = 14;
  std::vector<bool> covered(static_cast<std::size_t>(lived.days()), false);
  for (const CoverageFinding* source : sources) mark(*source, lived, covered);
  for (const DateRange& hole : holes(lived, covered)) {
    const bool at_start = hole.from == lived.from;
    const bool at_end = hole.to == lived.to;
    if (at_start && at_end) continue;  // that kind says nothing of the period at all
    if (hole.days() < (at_start || at_end ? least_edge : least_gap)) continue;
    const Topic topic = at_start ? Topic::StartsLate : at_end ? Topic::EndsEarly : Topic::Gap;
    out.push_back({topic, hole, sources});
  }
}

/// Where one source of several has a hole that the others fill in part.
void add_part_holes(const std::vector<const CoverageFinding*>& sources, DateRange lived,
                    const std::vector<Hole>& whole, std::vector<Hole>& out) {
  constexpr int least_part = 14;
  if (sources.size() < 2) return;
  for (const CoverageFinding* source : sources) {
    if (source->coverage == CoverageClass::Window)
      continue;  // the last few of something: no more is expected
    for (const DateRange& gap : source->gaps) {
      // A source that began or ended in between is no hole where another goes on.
      if (gap.from <= lived.from || gap.to >= lived.to) continue;
      const bool told = std::any_of(whole.begin(), whole.end(), [&](const Hole& hole) {
        return hole.days.from <= gap.from && gap.to <= hole.days.to;
      });
      if (gap.days() >= least_part && !told) out.push_back({Topic::PartGap, gap, {source}});
    }
  }
}

/// Whether it matters that a kind was not seen: of issues, comments and messages one does not keep count.
bool is_missed(Kind kind) {
  return kind != Kind::Issue && kind != Kind::Comment && kind != Kind::Message;
}

std::vector<Hole> all_holes(const Findings& findings) {
  std::vector<Hole> found;
  const DateRange lived{findings.period.from, findings.period.lived_to()};
  if (lived.to < lived.from) return found;
  for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
    if (!is_missed(static_cast<Kind>(kind))) continue;
    std::vector<const CoverageFinding*> sources;
    for (const CoverageFinding& coverage : findings.coverage) {
      if (coverage.kind == static_cast<Kind>(kind) && coverage.coverage != CoverageClass::Opportunistic) {
        sources.push_back(&coverage);
      }
    }
    if (sources.empty()) continue;
    std::vector<Hole> whole;
    add_kind_holes(sources, lived, whole);
    std::vector<Hole> part;
    add_part_holes(sources, lived, whole, part);
    found.insert(found.end(), whole.begin(), whole.end());
    found.insert(found.end(), part.begin(), part.end());
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Hole& a, const Hole& b) { return a.days.days() > b.days.days(); });
  return found;
}

void add_presence_only(const Findings& findings, Chapter& chapter) {
  for (const CoverageFinding& coverage : findings.coverage) {
    if (coverage.kind != Kind::Photo || coverage.coverage != CoverageClass::Opportunistic) continue;
    Point point{Topic::PresenceOnly, coverage.id};
    point.coverage = &coverage;
    chapter.points.push_back(point);
    return;
  }
}

/// Clocks put right outside of any trip told.
void add_clocks(const Findings& findings, Chapter& chapter) {
  const auto trips = overnight(findings);
  for (const ClockFinding& clock : findings.clocks) {
    const bool on_trip = std::any_of(trips.begin(), trips.end(), [&](const Trip* trip) {
      return intersect(clock.days, trip->days).has_value();
    });
    if (on_trip || clock.certainty < told_from) continue;
    Point point{Topic::Clock, clock.id};
    point.clock = &clock;
    chapter.points.push_back(point);
  }
}

}  // namespace

void add_planned(const Findings& findings, Chapter& chapter) {
  std::vector<const Planned*> left;
  std::size_t trips = 0;
  for (const Planned& planned : findings.planned) {
    if (!planned.trip || planned.days.from > findings.period.to) continue;
    if (trips++ < most_planned_trips) {
      add_group(Topic::PlannedTrip, {&planned}, chapter);
    } else {
      left.push_back(&planned);
    }
  }
  std::vector<std::vector<const Planned*>> series;
  std::size_t groups = 0;
  for (const Group& group : grouped_events(findings)) {
    const bool known = !group.events.front()->activity.empty();
    const bool often = group.events.size() > most_days_named;
    if (often && series.size() < most_series && (known || series.empty())) {
      series.push_back(group.events);
    } else if (!often && groups < most_planned_groups) {
      ++groups;
      add_group(Topic::PlannedEvents, group.events, chapter);
    } else {
      left.insert(left.end(), group.events.begin(), group.events.end());
    }
  }
  if (series.size() == 1) add_group(Topic::PlannedEvents, series.front(), chapter);
  if (series.size() > 1) add_series(series, chapter);
  if (!left.empty()) add_group(Topic::PlannedRest, left, chapter);
}

void add_limits(const Findings& findings, Chapter& chapter) {
  constexpr std::size_t most = 5;
  add_clocks(findings, chapter);
  for (const Hole& hole : all_holes(findings)) {
    if (chapter.points.size() >= most) break;
    Point point{hole.topic, hole.sources.front()->id};
    point.coverage = hole.sources.front();
    for (std::size_t i = 1; i < hole.sources.size(); ++i) point.also.push_back(hole.sources[i]->id);
    point.days = hole.days;
    chapter.points.push_back(point);
  }
  add_presence_only(findings, chapter);
}

}  // namespace parts
}  // namespace hoego
