#include <algorithm>
#include <cmath>

#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

NumberFact fact_of(std::string of, double value, std::vector<SaidUnit> units, Cues needs,
                   const std::string& finding) {
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
  to.numbers.push_back(fact_of(key, area.hours, {SaidUnit::Hour, SaidUnit::Bare}, {}, id));
  const auto share = [&](const std::optional<double>& value, Cues needs, bool last_year) {
    if (!value) return;
    for (const auto& [unit, factor] : {std::pair(SaidUnit::Percent, 100.0), {SaidUnit::Fraction, 1.0}}) {
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
    to.numbers.push_back(
        fact_of(key, count, {SaidUnit::Time, SaidUnit::Day, SaidUnit::Bare}, {Cue::Evening}, id));
  }
  for (const int count : area.weekend_days) {
    to.numbers.push_back(
        fact_of(key, count, {SaidUnit::Time, SaidUnit::Day, SaidUnit::Bare}, {Cue::Weekend}, id));
  }
  if (area.share_of_evenings && area.against_share_of_evenings) {
    NumberFact points =
        fact_of(key, std::abs(*area.share_of_evenings - *area.against_share_of_evenings) * 100,
                {SaidUnit::Point, SaidUnit::Percent}, {Cue::Up, Cue::Down, Cue::Gap}, id);
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
  const auto add = [&](double value, std::vector<SaidUnit> units, Cues needs, Cues never = {}) {
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
  add(commute.hours, {SaidUnit::Hour}, {});
  add(commute.journeys, {SaidUnit::Time, SaidUnit::Trip, SaidUnit::Bare}, {});
  add(commute.covered_days, {SaidUnit::Day}, {});
  if (commute.journeys > 0) {
    add(commute.hours * 60 / commute.journeys, {SaidUnit::Minute}, {Cue::Average, Cue::OneWay});
    to.numbers.back().per = SaidUnit::Time;
    add(commute.hours * 60 / commute.journeys, {SaidUnit::Minute}, {Cue::Average, Cue::OneWay});
  }
  for (const CommuteLeg& leg : commute.by_home) {
    add(leg.minutes, {SaidUnit::Minute}, {});
    add(leg.minutes, {SaidUnit::Minute}, {});
    to.numbers.back().per = SaidUnit::Time;
    add(leg.journeys, {SaidUnit::Time, SaidUnit::Trip}, {Cue::Move, Cue::Before, Cue::After});
    add(leg.hours, {SaidUnit::Hour}, {Cue::Move, Cue::Before, Cue::After});
  }
  if (commute.by_home.size() < 2) return;
  const CommuteLeg& before = commute.by_home[commute.by_home.size() - 2];
  const CommuteLeg& after = commute.by_home.back();
  add(std::abs(after.minutes - before.minutes), {SaidUnit::Minute}, {Cue::Gap, Cue::Up, Cue::Down});
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
    NumberFact fact = fact_of(activity_key(activity), days, {SaidUnit::Day, SaidUnit::Bare}, {}, found.id);
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
  const auto longest = std::max_element(
      findings.activities.begin(), findings.activities.end(),
      [](const Activity& a, const Activity& b) { return a.hours.value_or(0) < b.hours.value_or(0); });
  if (longest != findings.activities.end() && longest->hours)
    to.orders.push_back({{}, {Cue::Most}, activity_key(longest->id), {}, longest->id});
}

}  // namespace hoego
