#include <algorithm>
#include <cmath>

#include "story/promise_terms.h"
#include "verify/facts.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

std::vector<SaidUnit> units_of_terms(const PromiseTerms& terms, Kind kind) {
  switch (terms.what) {
    case MeasureKind::Hours:
    case MeasureKind::Commute:
      return {SaidUnit::Hour};
    case MeasureKind::Days:
      return {SaidUnit::Day};
    case MeasureKind::Distance:
      return {SaidUnit::Kilometre};
    case MeasureKind::LongestStreak:
      return {SaidUnit::Week};
    case MeasureKind::Share:
      return {SaidUnit::Percent};
    case MeasureKind::NightsAway:
      return {SaidUnit::Night};
    case MeasureKind::Countries:
      return {SaidUnit::Country};
    case MeasureKind::Steps:
      return {SaidUnit::Step};
    case MeasureKind::Cost:
    case MeasureKind::CostOfTrips:
      return {SaidUnit::Money};
    case MeasureKind::Trips:
    case MeasureKind::DayTrips:
      return {SaidUnit::Time, SaidUnit::Trip, SaidUnit::Bare};
    case MeasureKind::Count:
      break;
  }
  return units_of(kind);
}

class Builder {
 public:
  Builder(const Findings& findings, const Promise& promise, Facts& to)
      : all_(findings),
        one_(promise),
        terms_(terms_of(promise, findings)),
        to_(to),
        of_{finding_key(promise.id)} {}

  void build() {
    const std::vector<SaidUnit> units = units_of_terms(terms_, terms_.kind());
    const std::optional<SaidUnit> per = pace();
    if (one_.value) number(*one_.value, units, per);
    if (one_.target) number(*one_.target, units, per);
    if (one_.target && !counted().empty()) {
      NumberFact& goal = number(*one_.target, units, per);
      goal.of.push_back(activity_key(counted()));
      goal.needs = {Cue::Kept, Cue::Broken, Cue::Target, Cue::Short};
    }
    if (one_.value && one_.target) {
      NumberFact& lacking = number(std::abs(*one_.target - *one_.value), units, std::nullopt);
      lacking.needs = {Cue::Short, Cue::Gap, Cue::Left};
      if (!counted().empty() && *one_.value < *one_.target) lacking.of.push_back(activity_key(counted()));
    }
    forecast(units);
    periods();
    dates();
    const int missing = uncovered_days(one_, all_);
    if (missing > 0)
      number(missing, {SaidUnit::Day}, std::nullopt).needs = {Cue::Unknown, Cue::Silence, Cue::Reach};
    if (!one_.verdict) return;
    TrendFact verdict;
    verdict.of = of_;
    verdict.of.push_back("verdict");
    verdict.trend = *one_.verdict == Verdict::Kept                                         ? Trend::Up
                    : *one_.verdict == Verdict::Broken || *one_.verdict == Verdict::Missed ? Trend::Down
                                                                                           : Trend::Same;
    verdict.finding = one_.id;
    to_.trends.push_back(verdict);
  }

 private:
  NumberFact& number(double value, std::vector<SaidUnit> units, std::optional<SaidUnit> per) {
    NumberFact fact;
    fact.of = of_;
    fact.value = value;
    fact.units = std::move(units);
    fact.per = per;
    fact.currency = terms_.currency;
    fact.finding = one_.id;
    to_.numbers.push_back(std::move(fact));
    return to_.numbers.back();
  }
  void date(DateRange days, Cues needs) {
    DateFact fact;
    fact.of = of_;
    fact.days = days;
    fact.needs = needs;
    fact.finding = one_.id;
    to_.dates.push_back(std::move(fact));
  }
  /// Id of the activity that it counts; empty where it counts none.
  std::string counted() const { return one_.terms ? one_.terms->name : std::string{}; }
  std::optional<SaidUnit> pace() const {
    if (terms_.pace == CheckPace::None) return std::nullopt;
    return terms_.unit == CheckUnit::Day    ? SaidUnit::Day
           : terms_.unit == CheckUnit::Week ? SaidUnit::Week
                                            : SaidUnit::Month;
  }

  void forecast(const std::vector<SaidUnit>& units) {
    if (!one_.forecast) return;
    const Forecast& forecast = *one_.forecast;
    const int days = one_.days.to - all_.period.as_of;
    for (const auto& value : {forecast.needed_per_week, forecast.best_per_week}) {
      if (!value) continue;
      number(*value, units, SaidUnit::Week);
      if (value == forecast.best_per_week) number(*value, units, std::nullopt).needs = {Cue::Most};
    }
    number(std::round(days / 7.0), {SaidUnit::Week}, std::nullopt).needs = {Cue::Left};
    number(days, {SaidUnit::Day}, std::nullopt).needs = {Cue::Left};
    number(forecast.chance * 100, {SaidUnit::Percent}, std::nullopt).needs = {Cue::Chance};
    NumberFact& odds_of = number(odds(forecast.chance).in_ten / 10.0, {SaidUnit::Fraction}, std::nullopt);
    odds_of.needs = {Cue::Chance};
  }

  void periods() {
    if (!one_.periods) return;
    const SaidUnit unit = terms_.unit == CheckUnit::Day    ? SaidUnit::Day
                          : terms_.unit == CheckUnit::Week ? SaidUnit::Week
                                                           : SaidUnit::Month;
    for (const int count : {one_.periods->held, one_.periods->of, one_.periods->unknown}) {
      if (count > 0) number(count, {unit, SaidUnit::Bare}, std::nullopt);
    }
  }

  void dates() {
    if (one_.date) {
      date({*one_.date, *one_.date}, {Cue::Kept, Cue::Broken, Cue::End});
      if (!counted().empty()) {
        date({*one_.date, *one_.date}, {Cue::Kept, Cue::Broken});
        to_.dates.back().of.push_back(activity_key(counted()));
      }
      number(*one_.date - one_.days.from, {SaidUnit::Day}, std::nullopt).needs = {Cue::Kept};
    }
    if (terms_.pace == CheckPace::Every && one_.date && terms_.unit == CheckUnit::Week)
      date({*one_.date - 6, *one_.date}, {Cue::Kept, Cue::Broken, Cue::End});
    date(one_.days, {});
    date({one_.days.to, one_.days.to}, {Cue::End, Cue::Target});
    for (const Risk& risk : one_.risks) date({risk.date, risk.date}, {});
    for (const std::string& id : one_.coverage) {
      for (const CoverageFinding& found : all_.coverage) {
        if (found.id != id) continue;
        for (const DateRange& gap : found.gaps) date(gap, {});
      }
    }
  }

  const Findings& all_;
  const Promise& one_;
  PromiseTerms terms_;
  Facts& to_;
  std::vector<std::string> of_;
};

}  // namespace

void add_promise_facts(const Findings& findings, Facts& to) {
  for (const Promise& one : findings.promises) Builder(findings, one, to).build();
  // Those that only begin with the day of looking back are counted apart.
  const auto count = [&](std::initializer_list<Verdict> verdicts, Cues needs) {
    const auto n = std::count_if(findings.promises.begin(), findings.promises.end(), [&](const Promise& one) {
      return one.days.to <= findings.period.to && one.days.from <= findings.period.lived_to() &&
             one.verdict && std::find(verdicts.begin(), verdicts.end(), *one.verdict) != verdicts.end();
    });
    if (n == 0) return;
    NumberFact fact;
    fact.of = {"promises"};
    fact.value = static_cast<double>(n);
    fact.units = {SaidUnit::Promise, SaidUnit::Item, SaidUnit::Bare};
    fact.needs = needs;
    fact.finding = findings.promises.front().id;
    to.numbers.push_back(fact);
  };
  using V = Verdict;
  count({V::Kept}, {Cue::Kept});
  count({V::Broken, V::Missed}, {Cue::Broken});
  count({V::Broken}, {Cue::Broken});
  count({V::Missed}, {Cue::Broken});
  count({V::OnTrack, V::AtRisk}, {Cue::Left, Cue::Open});
  count({V::Unknown}, {Cue::Unknown, Cue::Left});
  count({V::Kept, V::Broken, V::Missed, V::OnTrack, V::AtRisk, V::Unknown}, {Cue::Target});
  count({V::Kept, V::Broken, V::Missed, V::OnTrack, V::AtRisk}, {Cue::Target});
  if (findings.promises.empty()) return;
  NumberFact all;
  all.of = {"promises"};
  all.value = static_cast<double>(findings.promises.size());
  all.units = {SaidUnit::Promise, SaidUnit::Item, SaidUnit::Bare};
  all.needs = {Cue::Target};
  all.finding = findings.promises.front().id;
  to.numbers.push_back(all);
}

}  // namespace hoego
