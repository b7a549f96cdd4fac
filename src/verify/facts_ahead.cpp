#include <algorithm>
#include <map>

#include "story/plan.h"
#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

struct Series {
  int count = 0;
  Date first;
  Date last;
  std::string finding;
};

}  // namespace

std::vector<std::string> keys_of(const Planned& one) {
  std::vector<std::string> keys = {"title:" + without_number(one.title)};
  if (one.where && !one.where->place.country.empty()) {
    keys.push_back(town_key(one.where->place));
    keys.push_back(country_key(one.where->place.country));
  }
  return keys;
}

namespace {

DateFact date_of(std::vector<std::string> of, DateRange days, Cues needs, const std::string& finding) {
  DateFact fact;
  fact.places = of;
  fact.of = std::move(of);
  fact.days = days;
  fact.needs = needs;
  fact.finding = finding;
  return fact;
}

NumberFact number_of(std::vector<std::string> of, double value, std::vector<SaidUnit> units, Cues needs,
                     const std::string& finding) {
  NumberFact fact;
  fact.places = of;
  fact.of = std::move(of);
  fact.value = value;
  fact.units = std::move(units);
  fact.needs = needs;
  fact.finding = finding;
  return fact;
}

void add_entry(const Planned& one, Facts& to) {
  const std::vector<std::string> of = keys_of(one);
  for (const std::string& key : of) to.been.push_back(key);
  for (const std::string& key : of) to.done.push_back(key);
  to.dates.push_back(date_of(of, {one.days.from, one.days.from}, {}, one.id));
  if (one.days.to > one.days.from) {
    to.dates.push_back(date_of(of, one.days, {}, one.id));
    to.dates.push_back(date_of(of, {one.days.to, one.days.to}, {Cue::End, Cue::Return}, one.id));
    to.numbers.push_back(number_of(of, one.days.to - one.days.from, {SaidUnit::Night}, {}, one.id));
    to.numbers.push_back(number_of(of, one.days.days(), {SaidUnit::Day}, {}, one.id));
  }
  if (!one.booked) return;
  to.dates.push_back(date_of(of, {*one.booked, *one.booked}, {Cue::Booked}, one.id));
  for (const auto& [unit, length] :
       {std::pair(SaidUnit::Day, 1.0), {SaidUnit::Week, 7.0}, {SaidUnit::Month, 365.2425 / 12}})
    to.numbers.push_back(
        number_of(of, (one.days.from - *one.booked) / length, {unit}, {Cue::Booked, Cue::Lead}, one.id));
}

}  // namespace

void add_ahead_facts(const Findings& findings, Facts& to) {
  std::map<std::string, Series> titles;
  std::map<std::string, Series> activities;
  for (const Planned& one : findings.planned) {
    add_entry(one, to);
    const auto count = [&](Series& series) {
      if (series.count == 0) series = {0, one.days.from, one.days.from, one.id};
      ++series.count;
      series.last = std::max(series.last, one.days.from);
    };
    count(titles["title:" + without_number(one.title)]);
    if (!one.activity.empty()) count(activities[activity_key(one.activity)]);
  }
  for (const auto* groups : {&titles, &activities}) {
    for (const auto& [key, series] : *groups) {
      to.numbers.push_back(number_of({key}, series.count,
                                     {SaidUnit::Time, SaidUnit::Case, SaidUnit::Item, SaidUnit::Bare},
                                     {Cue::Ahead, Cue::Calendar}, series.finding));
      to.dates.push_back(date_of({key}, {series.first, series.first}, {Cue::Ahead}, series.finding));
      to.dates.push_back(date_of({key}, {series.first, series.last}, {Cue::Ahead}, series.finding));
      to.dates.push_back(date_of({key}, {series.last, series.last}, {Cue::Ahead}, series.finding));
    }
  }
  int requests = 0;
  int issues = 0;
  int asked = 0;
  for (const OpenItem& one : findings.open) {
    asked += one.asked ? 1 : 0;
    if (!one.asked) ++(one.kind == Kind::Issue ? issues : requests);
    to.done.push_back(finding_key(one.id));
    to.dates.push_back(date_of({finding_key(one.id)}, {one.since, one.since}, {}, one.id));
    to.dates.push_back(date_of({activity_key("pull_requests"), activity_key("issues"), "open"},
                               {one.since, one.since}, {Cue::Open}, one.id));
  }
  if (findings.open.empty()) return;
  const std::string& id = findings.open.front().id;
  const std::vector<SaidUnit> units = {SaidUnit::Case, SaidUnit::Item, SaidUnit::Bare};
  const auto count = [&](int value, std::vector<std::string> of) {
    if (value > 0) to.numbers.push_back(number_of(std::move(of), value, units, {Cue::Open}, id));
  };
  count(requests, {activity_key("pull_requests"), "open"});
  count(issues, {activity_key("issues"), "open"});
  count(requests + issues, {"open"});
  count(asked, {"open", activity_key("reviews")});
}

}  // namespace hoego
