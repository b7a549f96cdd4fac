#include "analysis/year.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/activities.h"
#include "analysis/areas.h"
#include "analysis/bests.h"
#include "analysis/changes.h"
#include "analysis/code_and_prompts.h"
#include "analysis/commute.h"
#include "analysis/corrected_trips.h"
#include "analysis/costs.h"
#include "analysis/coverage.h"
#include "analysis/evidence.h"
#include "analysis/homes.h"
#include "analysis/journeys_seen.h"
#include "analysis/milestones.h"
#include "analysis/occasions.h"
#include "analysis/open.h"
#include "analysis/reach.h"
#include "analysis/series.h"
#include "analysis/traces.h"
#include "analysis/trips.h"

namespace hoego {
namespace {

std::vector<Home> homes_in(const std::vector<Home>& homes, DateRange days) {
  std::vector<Home> found;
  std::copy_if(homes.begin(), homes.end(), std::back_inserter(found),
               [days](const Home& home) { return intersect(home.days, days).has_value(); });
  return found;
}

std::vector<Trip> trips_in(const std::vector<Trip>& trips, DateRange days) {
  std::vector<Trip> found;
  for (const Trip& trip : trips) {
    if (!intersect(trip.days, days)) continue;
    found.push_back(trip);
    found.back().clipped = trip.days.from < days.from || trip.days.to > days.to;
  }
  return found;
}

std::vector<ClockFinding> clocks_in(const Timeline& timeline, DateRange days) {
  std::vector<ClockFinding> found;
  for (const ClockCorrection& correction : timeline.clocks()) {
    if (!intersect(correction.days, days)) continue;
    ClockFinding clock;
    clock.id = fmt::format("clock-{}-{}", correction.days.from.iso().substr(0, 7), slug(correction.camera));
    clock.camera = correction.camera;
    clock.days = correction.days;
    clock.shift = correction.shift;
    clock.pictures = correction.pictures;
    clock.stated = correction.stated;
    clock.certainty = correction.certainty;
    clock.evidence = {correction.evidence, static_cast<std::size_t>(correction.pictures)};
    found.push_back(std::move(clock));
  }
  return found;
}

/// `against`, no longer than what was lived of the period.
DateRange same_span(DateRange lived, DateRange against) {
  const int years = against.from.year() - lived.from.year();
  // A leap day makes the same span of another year a day shorter or longer: the same dates count.
  const bool same_dates = plus_years(lived.from, years) == against.from;
  const Date last = same_dates ? plus_years(lived.to, years) : against.from + (lived.days() - 1);
  return {against.from, std::min(against.to, last)};
}

}  // namespace

DateRange year_before(const Period& period) {
  return {plus_years(period.from, -1), plus_years(period.lived_to(), -1)};
}

void cite(Findings& findings, const Timeline& timeline) {
  for (const Evident& one : evident(findings)) {
    for (const std::string& id : one.evidence->records) {
      if (const Record* record = timeline.find(id)) findings.cited.try_emplace(id, *record);
    }
  }
}

Findings look_back(const AllTime& all, const Period& period, DateRange against) {
  const auto& [timeline, settings, atlas, as_of, seen, homes, trips, assignment, series] = all;
  const DateRange lived{period.from, period.lived_to()};
  const Corrections& corrections = settings.corrections;
  Findings findings;
  if (!corrections.trips.empty()) {
    findings.unused_corrections =
        unused_corrections(corrections, find_trips(timeline, homes, atlas, as_of), trips);
  }
  findings.period = period;
  findings.week_starts = settings.week_starts;
  findings.against = same_span(lived, against);
  findings.coverage = coverage_findings(timeline, lived);
  findings.journeys_seen = journeys_seen(timeline, as_of).at_all.count(lived);
  findings.homes = homes_in(homes, lived);
  findings.trips = trips_in(trips, lived);
  findings.activities =
      find_activities(series, assignment, settings, findings.coverage, period, findings.against);
  findings.areas = find_areas(series, assignment, settings, period, findings.against);
  findings.code_and_prompts = find_code_and_prompts(series, assignment, period, findings.against);
  findings.commute = find_commute(seen, homes, atlas, lived);
  std::vector<UnusedCorrection> unused =
      add_changes(findings.activities, series, timeline, trips, settings, atlas, period);
  std::move(unused.begin(), unused.end(), std::back_inserter(findings.unused_corrections));
  add_costs(findings.trips, timeline, settings);
  findings.open = find_open(timeline, period.lived_to());
  findings.planned = find_planned(timeline, settings, homes, atlas, period);
  findings.clocks = clocks_in(timeline, lived);
  const Reach reach(timeline);
  const Traces traces = traces_of(timeline, series, assignment, as_of);
  const Lived told{timeline, traces, reach, homes, trips, assignment, atlas};
  findings.milestones = find_milestones(settings, traces, reach, period);
  findings.firsts = find_firsts(told, period);
  findings.lasts = find_lasts(told, period);
  findings.bests = find_bests(series, trips, settings.week_starts, period);
  const std::vector<Best> lulls = find_lulls(series, trips, period);
  findings.bests.insert(findings.bests.end(), lulls.begin(), lulls.end());
  cite(findings, timeline);
  return findings;
}

Findings look_back(const Timeline& timeline, const Settings& settings, const Places& atlas,
                   const Period& period, DateRange against) {
  return look_back(over_all_time(timeline, settings, atlas, period.as_of), period, against);
}

}  // namespace hoego
