#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "story/en_numbers.h"
#include "story/en_pledge.h"
#include "story/moulds.h"
#include "story/names.h"

namespace hoego::en {
namespace {

using What = PromiseTerms::What;
using Pace = PromiseTerms::Pace;
using Unit = PromiseTerms::Unit;

/// The one place of the journey, else where it led on the day, as a journey through two countries decides by
/// one of them.
std::string destination(const Pledge& pledge) {
  if (pledge.point.trips.empty()) return {};
  const Trip& trip = *pledge.point.trips.front();
  std::string place = trip_name(trip, Language::English);
  if (trip.countries.size() < 2 || !pledge.promise.date) return place;
  for (const Stay& stay : trip.stays) {
    const std::string there = place_name(stay.spot.place, Language::English);
    if (stay.days.contains(*pledge.promise.date) && !there.empty()) place = there;
  }
  return place;
}

/// when I went to Nagoya, with a night in Nagoya.
std::string by_going(const Pledge& pledge) {
  const std::string place = destination(pledge);
  if (place.empty()) return {};
  return pledge.terms.what == What::Nights ? "with a night in " + place : "when I went to " + place;
}

/// , as gym faded from around June: what became of the habit meanwhile.
std::string meanwhile(const Pledge& pledge) {
  const auto* change = pledge.point.change;
  if (change == nullptr || pledge.terms.activity == nullptr) return {};
  return fmt::format(", as {} {} from around {}", activity_name(*pledge.terms.activity, Language::English),
                     change->kind == ChangeKind::Stopped ? "stopped" : "grew rare",
                     month(change->date, pledge.setting.year));
}

std::vector<std::string> kept_limit(const Pledge& p) {
  if (none_at_all(p.promise, p.terms) || !p.promise.value || p.value() == 0)
    return {fmt::format("{} held to the last day", p.name),
            fmt::format("I kept {} to the end, without a single exception", p.name)};
  return {fmt::format("I kept {}: it came to {}, within {}", p.name, p.so_far(), p.held_against()),
          fmt::format("{} held, with {} against {}", p.name, p.so_far(), p.held_against())};
}

std::vector<std::string> kept(const Pledge& p) {
  if (p.terms.pace == Pace::Every && p.promise.periods) {
    const std::string all = units_said(p.promise.periods->of, p.terms.unit);
    return {fmt::format("{} held in all of its {}", p.name, all),
            fmt::format("I kept {} for {} without missing one", p.name, all)};
  }
  if (p.promise.limit) return kept_limit(p);
  if (p.terms.exact && !p.terms.last_year)
    return {fmt::format("I kept {}: it came to just {}", p.name, p.so_far())};
  if (!p.promise.date || p.terms.at_the_end())
    return {fmt::format("I kept {}, with {} against {}", p.name, p.so_far(), p.held_against())};
  const std::string going = by_going(p);
  if (!going.empty() && p.target() <= 1 && !p.terms.strict)
    return {fmt::format("{} was kept on {}, {}", p.name, p.day(), going)};
  const char* const passing = p.terms.strict ? "went past" : "came to";
  return {fmt::format("I kept {} on {}, when it {} {}", p.name, p.day(), passing, p.held_against()),
          fmt::format("{} {} {} on {} and was kept", p.name, passing, p.held_against(), p.day())};
}

/// in May, in the week of May 6 to 12, on May 6.
std::string failing_unit(const Pledge& p) {
  if (p.promise.limit || p.terms.unit == Unit::Day) return "on " + p.day();
  if (p.terms.unit == Unit::Month) return "in " + month(*p.promise.date, p.setting.year);
  const Date from = std::max(*p.promise.date - 6, p.promise.days.from);
  return "in the week of " + span({from, *p.promise.date}, p.setting.year);
}

std::vector<std::string> broken_every(const Pledge& p) {
  const PromisePeriods& periods = *p.promise.periods;
  std::string unit = failing_unit(p);
  if (!p.point.trips.empty())
    unit += fmt::format(", which I spent in {}", trip_name(*p.point.trips.front(), Language::English));
  if (periods.held == 0) return {fmt::format("{} did not hold from the start, {}", p.name, unit)};
  const bool once = periods.of - periods.held == 1;
  return {fmt::format("{} held in {} of {}, and {}broke {}", p.name, small(periods.held),
                      units_said(periods.of, p.terms.unit), once ? "" : "first ", unit)};
}

std::vector<std::string> broken(const Pledge& p) {
  if (p.terms.pace == Pace::Every && p.promise.periods && p.promise.date) return broken_every(p);
  if (!p.promise.date || p.terms.at_the_end())
    return {fmt::format("{} did not hold: it came to {}, over {}", p.name, p.so_far(), p.held_against())};
  const std::string going = by_going(p);
  const std::string when = going.empty() ? "on " + p.day() : fmt::format("on {}, {}", p.day(), going);
  if (none_at_all(p.promise, p.terms)) return {fmt::format("{} was broken {}", p.name, when)};
  const std::string passing = fmt::format("{} {}", p.terms.strict ? "reached" : "went past",
                                          p.terms.last_year ? p.held_against() : p.alone(p.target()));
  const std::string head = fmt::format("{} {} {}", p.name, passing, when);
  const bool over = p.promise.days.to <= p.setting.findings.period.as_of;
  if (p.value() > p.target() + 1)
    return {fmt::format("{} and was broken; {} {}", head, over ? "in the end it came to" : "it now stands at",
                        p.so_far())};
  return {fmt::format("{}, and was broken", head)};
}

std::vector<std::string> missed(const Pledge& p) {
  const double lacking = p.target() - p.value();
  const bool plain = !p.terms.at_the_end() && !p.terms.strict && lacking > 0.05;
  if (!plain)
    return {fmt::format("{} came to {}, {} {}{}", p.name, p.so_far(),
                        p.terms.strict ? "not past" : "short of", p.held_against(), meanwhile(p))};
  const std::string against = p.terms.last_year ? " of " + p.held_against() : std::string{};
  return {fmt::format("{} came to {}, {} short{}{}", p.name, p.so_far(), p.lacking(), against, meanwhile(p))};
}

/// 10 weeks, nine days: what is left of the promise's own days.
std::string days_left(const Pledge& p) {
  const int days = p.promise.days.to - p.setting.findings.period.as_of;
  return days < 14 ? counted(days, "day") : counted(std::lround(days / 7.0), "week");
}

std::vector<std::string> at_risk_by_plans(const Pledge& p) {
  const Risk& risk = p.promise.risks.front();
  std::string what = fmt::format("“{}”", title_in_text(risk.title));
  const std::size_t more = p.promise.risks.size() - 1;
  if (more > 0) what += fmt::format(" and {}", counted(static_cast<long long>(more), "other"));
  const std::string when = date(risk.date, p.setting.year);
  const std::string plan = more > 0 ? fmt::format("the calendar holds {} from {}", what, when)
                                    : fmt::format("the calendar holds {} for {}", what, when);
  if (p.value() == 0) return {fmt::format("{} held so far, but {}", p.name, plan)};
  return {fmt::format("{} stood at {}, and {}", p.name, p.alone(p.value()), plan)};
}

std::vector<std::string> open_limit(const Pledge& p, const std::string& chance) {
  if (!p.promise.risks.empty()) return at_risk_by_plans(p);
  if (!p.promise.value)
    return {fmt::format("{} has nothing to measure yet; its chance of holding is {}", p.name, chance)};
  if (p.value() == 0)
    return {fmt::format("{} held so far; its chance of holding to the end is {}", p.name, chance)};
  const bool over = p.terms.strict ? p.value() >= p.target() : p.value() > p.target();
  return {fmt::format("{} stood at {}, {} {}; its chance of holding in the end is {}", p.name, p.so_far(),
                      over ? "over" : "within", p.held_against(), chance)};
}

std::vector<std::string> open_every(const Pledge& p, const std::string& chance) {
  const int of = p.promise.periods->of;
  const std::string odds = fmt::format("its chance of holding to the end is {}", chance);
  if (of == 0) return {fmt::format("{} has not seen its first {} out; {}", p.name, p.pace_noun(), odds)};
  const char* const known = p.promise.periods->unknown > 0 ? "the " : "";
  return {fmt::format("{} held in {}{}{}; {}", p.name, known, units_said(of, p.terms.unit),
                      p.promise.periods->unknown > 0 ? " on record" : " so far", odds)};
}

std::vector<std::string> open_goal(const Pledge& p, const std::string& chance) {
  const Forecast& forecast = *p.promise.forecast;
  const std::string odds = fmt::format("its chance is {}", chance);
  std::string now = p.promise.value ? "stood at " + p.so_far() : "had nothing to measure yet";
  if (p.promise.value && p.promise.target && p.terms.last_year)
    now += fmt::format(" against {}", p.held_against());
  now += meanwhile(p);
  if (!forecast.needed_per_week) {
    const bool there = p.terms.strict ? p.value() > p.target() : p.value() >= p.target();
    if (!p.promise.value || p.terms.last_year) return {fmt::format("{} {}; {}", p.name, now, odds)};
    return {
        fmt::format("{} {}, {} {}; {}", p.name, now, there ? "up to" : "short of", p.held_against(), odds)};
  }
  const double needed = *forecast.needed_per_week;
  if (needed <= 0) return {fmt::format("{} {} and needs nothing more; {}", p.name, now, odds)};
  const int places = places_between(needed, forecast.best_per_week.value_or(needed));
  const std::string need = rate(needed, p.terms, places) + " a week";
  const std::string rest = days_left(p);
  if (p.promise.verdict == Verdict::OnTrack)
    return {fmt::format("{} {}; {} over the {} left would do, and {}", p.name, now, need, rest, odds)};
  if (!forecast.best_per_week || *forecast.best_per_week >= needed)
    return {fmt::format("{} {}; the {} left ask for {}, and {}", p.name, now, rest, need, odds)};
  return {fmt::format("{} {}; the {} left ask for {}, and the best stretch so far had {}", p.name, now, rest,
                      need, decimal(*forecast.best_per_week, places))};
}

std::vector<std::string> open(const Pledge& p) {
  const std::string chance = odds_said(p.promise.forecast ? p.promise.forecast->chance : 0.5);
  if (p.terms.pace == Pace::Every && p.promise.periods) return open_every(p, chance);
  if (p.promise.limit || !p.promise.forecast) return open_limit(p, chance);
  return open_goal(p, chance);
}

/// What would have to be known.
std::string what_it_takes(const Pledge& p) {
  const int missing = uncovered_days(p.promise, p.setting.findings);
  if (p.promise.covered_days == 0 && missing > 0) return "records to look at";
  if (p.point.coverage != nullptr) {
    const bool one_kind = p.promise.coverage.size() == 1;
    const std::string kind =
        one_kind ? kind_name(p.point.coverage->kind, Language::English) : std::string("those days");
    const std::string days = span(p.point.days, p.setting.year);
    if (p.point.days.days() == p.point.number)
      return one_kind ? fmt::format("the records of {} from {}", kind, days)
                      : fmt::format("records from {}", days);
    return fmt::format("the records of {}, {} among them", figure(p.point.number, "day"), days);
  }

  if (!p.promise.target && p.terms.last_year) return "more of last year's records to compare";
  if (missing > 0) return fmt::format("the {} that no record reaches", figure(missing, "day"));
  return "records of more detail than there are";
}

std::vector<std::string> unknown(const Pledge& p) {
  if (is_unread(p.promise))
    return {fmt::format("The check beside {} could not be read, so it was not judged", p.name)};
  const auto& periods = p.promise.periods;
  if (p.point.coverage == nullptr && periods && periods->unknown > 0 && periods->of > 0) {
    const std::string known = fmt::format("{} held in the {} on record and would take the other {}", p.name,
                                          units_said(periods->of, p.terms.unit), small(periods->unknown));
    return {known + (p.promise.ticked ? "; I marked it as kept myself" : ", so I left it open")};
  }
  const std::string takes = what_it_takes(p);
  if (p.promise.ticked)
    return {fmt::format("To judge {} would take {}; I marked it as kept myself", p.name, takes)};
  return {fmt::format("To judge {} would take {}, so I left it open", p.name, takes)};
}

/// I kept one, three did not hold and four are still open: how many of each, in this order.
std::string standing(const std::vector<const Promise*>& promises) {
  const auto count = [&promises](std::initializer_list<Verdict> verdicts) {
    return std::count_if(promises.begin(), promises.end(), [&](const Promise* one) {
      return std::find(verdicts.begin(), verdicts.end(), *one->verdict) != verdicts.end();
    });
  };
  std::vector<std::string> parts;
  if (const auto n = count({Verdict::Kept}); n > 0) parts.push_back(fmt::format("I kept {}", small(n)));
  if (const auto n = count({Verdict::Broken, Verdict::Missed}); n > 0)
    parts.push_back(fmt::format("{} did not hold", small(n)));
  if (const auto n = count({Verdict::OnTrack, Verdict::AtRisk}); n > 0)
    parts.push_back(fmt::format("{} {} still open", small(n), n == 1 ? "is" : "are"));
  if (const auto n = count({Verdict::Unknown}); n > 0)
    parts.push_back(fmt::format("{} {} left unjudged", small(n), n == 1 ? "was" : "were"));
  return all_of(parts);
}

std::vector<std::string> summary(const Point& point) {
  const std::string all = counted(static_cast<long long>(point.promises.size()), "promise");
  return {fmt::format("Of {}{}, {}", all, point.number == 0 ? "" : " that the records can tell",
                      standing(point.promises))};
}

/// “A” and “B”; of many the first few and how many more there are.
std::string several_names(const Point& point) {
  constexpr std::size_t most = 5;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < point.promises.size() && i < most; ++i)
    names.push_back(own_words(*point.promises[i]));
  if (point.promises.size() > most)
    names.push_back(small(static_cast<long long>(point.promises.size() - most)) + " more");
  return all_of(names);
}

std::vector<std::string> begun(const Point& point) {
  const DateRange days = point.promises.front()->days;
  return {fmt::format("{} {} to hold from {}", several_names(point), point.promises.size() > 1 ? "are" : "is",
                      span(days, 0))};
}

}  // namespace

std::vector<std::string> promise_moulds(const Point& point, const Setting& setting) {
  switch (point.topic) {
    case Topic::PromisesSummary:
      return summary(point);
    case Topic::PromisesTicked:
      return {fmt::format("I marked {} as kept myself", several_names(point))};
    case Topic::PromisesRest:
      return {fmt::format("Of the other {}, {}", small(static_cast<long long>(point.promises.size())),
                          standing(point.promises))};
    case Topic::PromisesBegun:
      return begun(point);
    case Topic::PromiseKept:
      return kept({point, setting});
    case Topic::PromiseBroken:
      return broken({point, setting});
    case Topic::PromiseMissed:
      return missed({point, setting});
    case Topic::PromiseUnknown:
      return unknown({point, setting});
    default:
      return open({point, setting});
  }
}

}  // namespace hoego::en
