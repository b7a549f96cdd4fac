#include <cmath>

#include "story/names.h"
#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

DateFact date_of(std::vector<std::string> of, DateRange days, Cues needs, const std::string& finding) {
  DateFact fact;
  fact.of = std::move(of);
  fact.days = days;
  fact.needs = needs;
  fact.finding = finding;
  return fact;
}

NumberFact number_of(std::vector<std::string> of, double value, std::vector<SaidUnit> units, Cues needs,
                     const std::string& finding) {
  NumberFact fact;
  fact.of = std::move(of);
  fact.value = value;
  fact.units = std::move(units);
  fact.needs = needs;
  fact.finding = finding;
  return fact;
}

void add_coverage(const Findings& findings, const CoverageFinding& one, Facts& to) {
  std::vector<std::string> of = {"kind:" + std::string(name(one.kind)), finding_key(one.id)};
  for (const Activity& activity : findings.activities) {
    if (activity.kind == one.kind) of.push_back(activity_key(activity.id));
  }
  for (const std::string& key : of) to.done.push_back(key);
  for (const DateRange& gap : one.gaps) {
    to.dates.push_back(date_of(of, gap, {Cue::Unknown, Cue::Silence, Cue::None}, one.id));
    to.dates.push_back(date_of(of, {gap.from, gap.from}, {Cue::Unknown, Cue::Silence}, one.id));
    to.dates.push_back(date_of(of, {gap.to, gap.to}, {Cue::Unknown, Cue::Silence}, one.id));
    to.numbers.push_back(
        number_of(of, gap.days(), {SaidUnit::Day}, {Cue::Unknown, Cue::Silence, Cue::None}, one.id));
  }
  to.dates.push_back(date_of(of, {one.days.from, one.days.from}, {Cue::Reach, Cue::Start}, one.id));
  to.dates.push_back(date_of(of, {one.days.to, one.days.to}, {Cue::End}, one.id));
  to.numbers.push_back(number_of(of, one.covered_days, {SaidUnit::Day}, {}, one.id));
}

void add_home(const Findings& findings, std::size_t index, Facts& to) {
  const Home& home = findings.homes[index];
  std::vector<std::string> of = {town_key(home.spot.place), "home"};
  for (const std::string& key : of) to.been.push_back(key);
  to.been.push_back(country_key(home.spot.place.country));
  if (!home.spot.place.admin_en.empty())
    to.been.push_back("admin:" + home.spot.place.country + "/" + home.spot.place.admin_en);
  const int lived = findings.period.lived_to() - home.days.from;
  for (const auto& [unit, length] :
       {std::pair(SaidUnit::Month, 30.44), {SaidUnit::Year, 365.25}, {SaidUnit::Week, 7.0}})
    to.numbers.push_back(number_of({town_key(home.spot.place)}, lived / length, {unit}, {}, home.id));
  if (index == 0) return;
  const Home& before = findings.homes[index - 1];
  DateFact moved = date_of(of, {home.days.from, home.days.from}, {Cue::Move, Cue::Start}, home.id);
  moved.places = {town_key(home.spot.place), town_key(before.spot.place)};
  moved.of.push_back(town_key(before.spot.place));
  moved.loose = {home.days.from - 5, home.days.from + 5};
  to.dates.push_back(moved);
  // From there to here: the order is that of the homes.
  to.orders.push_back({{town_key(before.spot.place)}, {Cue::Move}, town_key(home.spot.place), {}, home.id});
}

}  // namespace

void add_limit_facts(const Findings& findings, Facts& to) {
  const Period& period = findings.period;
  const std::string id = period_id(period);
  to.numbers.push_back(number_of({}, period.days_left(), {SaidUnit::Day}, {Cue::Left}, id));
  to.numbers.push_back(
      number_of({}, std::round(period.days_left() / 7.0), {SaidUnit::Week}, {Cue::Left}, id));
  if (period.to - period.from > 360) {
    to.numbers.push_back(number_of({}, 1, {SaidUnit::Year}, {}, id));
    to.numbers.back().never = {Cue::Birthday};
  }
  to.dates.push_back(date_of({}, {period.as_of, period.as_of}, {Cue::Left, Cue::ThisYear, Cue::Ahead}, id));
  to.dates.push_back(date_of({}, {period.from, period.to}, {}, id));
  to.dates.push_back(date_of({}, {period.from, period.lived_to()}, {}, id));
  for (const CoverageFinding& one : findings.coverage) add_coverage(findings, one, to);
  for (std::size_t i = 0; i < findings.homes.size(); ++i) add_home(findings, i, to);
  for (const ClockFinding& one : findings.clocks) {
    const std::vector<std::string> of = {finding_key(one.id)};
    to.done.push_back(of.front());
    to.numbers.push_back(number_of(of, std::abs(one.shift) / 3600.0, {SaidUnit::Hour}, {}, one.id));
    to.numbers.push_back(number_of(of, one.pictures, {SaidUnit::Photo, SaidUnit::Bare}, {}, one.id));
    to.dates.push_back(date_of(of, one.days, {}, one.id));
  }
}

}  // namespace hoego
