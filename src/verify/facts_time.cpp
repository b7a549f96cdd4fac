#include <algorithm>
#include <cmath>

#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

NumberFact fact_of(std::string of, double value, std::vector<Unit> units, Cues needs, const std::string& finding) {
  NumberFact fact;
  fact.of = {std::move(of)};
  fact.value = value;
  fact.units = std::move(units);
  fact.needs = needs;
  fact.finding = finding;
  return fact;
}

void add_area(const AreaTime& area, Facts& to) {
  const std::string key = "area:" + area.id;
  const std::string id = area_id(area);
  to.done.push_back(key);
  to.numbers.push_back(fact_of(key, area.hours, {Unit::Hour, Unit::Bare}, {}, id));
  const auto share = [&](const std::optional<double>& value, Cues needs, bool last_year) {
    if (!value) return;
    for (const auto& [unit, factor] : {std::pair(Unit::Percent, 100.0), {Unit::Fraction, 1.0}}) {
      NumberFact fact = fact_of(key, *value * factor, {unit}, needs, id);
      fact.last_year = last_year;
      fact.stated = Stated::Share;
      to.numbers.push_back(std::move(fact));
    }
  };
  to.numbers.back().stated = Stated::Duration;
  share(area.share, {Cue::Share, Cue::Most}, false);
  share(area.against_share, {Cue::Share}, true);
  share(area.share_of_evenings, {Cue::Evening}, false);
  share(area.against_share_of_evenings, {Cue::Evening, Cue::LastYear}, true);
  share(area.share_of_weekends, {Cue::Weekend}, false);
  for (const int count : area.evenings) {
    to.numbers.push_back(fact_of(key, count, {Unit::Time, Unit::Day, Unit::Bare}, {Cue::Evening}, id));
  }
  for (const int count : area.weekend_days) {
    to.numbers.push_back(fact_of(key, count, {Unit::Time, Unit::Day, Unit::Bare}, {Cue::Weekend}, id));
  }
  if (area.share_of_evenings && area.against_share_of_evenings) {
    NumberFact points = fact_of(key, std::abs(*area.share_of_evenings - *area.against_share_of_evenings) * 100,
                                {Unit::Point, Unit::Percent}, {Cue::Up, Cue::Down, Cue::Gap}, id);
    to.numbers.push_back(std::move(points));
    TrendFact trend;
    trend.of = {key};
    trend.against = true;
    trend.here = *area.share_of_evenings;
    trend.there = *area.against_share_of_evenings;
    trend.finding = id;
    trend.trend = area.against_evenings == Difference::More      ? Trend::Up
                  : area.against_evenings == Difference::Less    ? Trend::Down
                  : area.against_evenings == Difference::Unknown ? Trend::Unknown
                                                                 : Trend::Same;
    to.trends.push_back(std::move(trend));
  }
}

void add_commute(const Commute& commute, Facts& to) {
  const auto add = [&](double value, std::vector<Unit> units, Cues needs, Cues never = {}) {
    NumberFact fact = fact_of("commute", value, std::move(units), needs, commute.id);
    fact.never = never;
    for (const Spot& spot : commute.between) {
      fact.places.push_back(town_key(spot.place));
      fact.places.push_back(country_key(spot.place.country));
    }
    to.numbers.push_back(std::move(fact));
  };
  to.done.push_back("commute");
  for (const Spot& spot : commute.between) to.been.push_back(town_key(spot.place));
  add(commute.hours, {Unit::Hour}, {});
  add(commute.journeys, {Unit::Time, Unit::Trip, Unit::Bare}, {});
  add(commute.covered_days, {Unit::Day}, {});
  if (commute.journeys > 0) {
    add(commute.hours * 60 / commute.journeys, {Unit::Minute}, {Cue::Average, Cue::OneWay});
    to.numbers.back().per = Unit::Time;
    add(commute.hours * 60 / commute.journeys, {Unit::Minute}, {Cue::Average, Cue::OneWay});
  }
  for (const CommuteLeg& leg : commute.by_home) {
    add(leg.minutes, {Unit::Minute}, {});
    add(leg.minutes, {Unit::Minute}, {});
    to.numbers.back().per = Unit::Time;
    add(leg.journeys, {Unit::Time, Unit::Trip}, {Cue::Move, Cue::Before, Cue::After});
    add(leg.hours, {Unit::Hour}, {Cue::Move, Cue::Before, Cue::After});
  }
  if (commute.by_home.size() < 2) return;
  const CommuteLeg& before = commute.by_home[commute.by_home.size() - 2];
  const CommuteLeg& after = commute.by_home.back();
  add(std::abs(after.minutes - before.minutes), {Unit::Minute}, {Cue::Gap, Cue::Up, Cue::Down});
  TrendFact trend;
  trend.of = {"commute"};
  trend.against = true;
  trend.trend = after.minutes < before.minutes ? Trend::Down : Trend::Up;
  trend.here = after.minutes;
  trend.there = before.minutes;
  trend.finding = commute.id;
  to.trends.push_back(std::move(trend));
}

void add_code_and_prompts(const CodeAndPrompts& found, Facts& to) {
  const auto add = [&](const std::string& activity, int days, bool last_year) {
    NumberFact fact = fact_of(activity_key(activity), days, {Unit::Day, Unit::Bare}, {}, found.id);
    fact.last_year = last_year;
    fact.needs = {Cue::Day};
    to.numbers.push_back(std::move(fact));
  };
  for (const bool here : {false, true}) {
    add(found.code, found.code_days[here ? 1 : 0], !here);
    add(found.prompts, found.prompt_days[here ? 1 : 0], !here);
  }
}

}  // namespace

void add_time_facts(const Findings& findings, Facts& to) {
  for (const AreaTime& area : findings.areas) add_area(area, to);
  if (findings.commute) add_commute(*findings.commute, to);
  if (findings.code_and_prompts) add_code_and_prompts(*findings.code_and_prompts, to);
  const auto most = [&](auto value, auto key) {
    const std::string* best = nullptr;
    double greatest = 0;
    for (const Activity& one : findings.activities) {
      if (value(one) > greatest) {
        greatest = value(one);
        best = &one.id;
      }
    }
    (void)key;
    return best;
  };
  if (const auto* best = most([](const Activity& a) { return a.hours.value_or(0); }, 0))
    to.orders.push_back({{}, {Cue::Most}, activity_key(*best), {}, *best});
}

}  // namespace hoego
