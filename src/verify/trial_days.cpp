#include <algorithm>

#include "story/en_numbers.h"
#include "story/ko_numbers.h"
#include "verify/trial.h"

namespace hoego {
namespace {

/// Whether nothing came between two days on which something did.
bool absent_in(DateRange range, const Activity& activity, const Period& period) {
  return range.days() > 2 && count_in(activity, {range.from + 1, range.to - 1}, period) == 0;
}

}  // namespace

DateRange Trial::said_range(std::size_t day) const {
  const SaidDays& one = said_.days()[day];
  return one.to ? DateRange{one.days.from, said_.days()[*one.to].days.to} : one.days;
}

/// A year alone says of when a sentence is; it is no claim where it is the period's or the one beside it.
bool Trial::is_scope_year(const SaidDays& one) const {
  if (one.fineness != Fineness::Year) return false;
  const int year = one.days.from.year();
  return year == known_.findings.period.from.year() || year == known_.findings.against.from.year();
}

bool Trial::date_is(std::size_t day, const DateFact& fact) const {
  const SaidDays& said = said_.days()[day];
  const DateRange range = said_range(day);
  const bool one_day = fact.days.from == fact.days.to;
  if (fact.of.empty() && one_day && (said.fineness != Fineness::Day || said.to)) return false;
  if (said.to) {
    const SaidDays& last = said_.days()[*said.to];
    if (one_day) return false;
    if (said.fineness == Fineness::Day && last.fineness == Fineness::Day) return range == fact.days;
    return said.days.contains(fact.days.from) && last.days.contains(fact.days.to);
  }
  if (said.fineness == Fineness::Day) {
    if (fact.inside) return fact.days.contains(said.days.from);
    // A booking is often of the year before, and said without it.
    const bool same_day =
        fact.days.from.month() == said.days.from.month() && fact.days.from.day() == said.days.from.day();
    if (one_day && same_day && !said.year_said && fact.needs.has(Cue::Booked)) return true;
    return one_day && fact.days.from == said.days.from;
  }
  if (fact.inside) return intersect(range, fact.days).has_value();
  if (!one_day) return false;
  if (range.contains(fact.days.from)) return true;
  if (fact.gradual && said.fineness != Fineness::Day && intersect(range, fact.loose)) return true;
  const bool loose = said.about && fact.loose.to.days != 0 && said.fineness == Fineness::Third;
  return loose && intersect(range, {fact.days.from - 3, fact.days.from + 3}).has_value();
}

/// Whether none is the number said of a day.
bool Trial::is_without(std::size_t day) const {
  for (std::size_t i = 0; i < said_.amounts().size(); ++i) {
    const auto days = said_.days_of(i);
    if (said_.amounts()[i].none && std::find(days.begin(), days.end(), day) != days.end()) return true;
  }
  return false;
}

/// Whether the sentence says how long something was.
bool Trial::tells_a_length() const {
  return std::any_of(said_.amounts().begin(), said_.amounts().end(), [](const Amount& one) {
    return one.unit == SaidUnit::Day || one.unit == SaidUnit::Week || one.unit == SaidUnit::Month;
  });
}

/// "가장 많은 달은 9월": the month that holds the most or the least.
std::optional<Trial::Finding> Trial::month_order(std::size_t day, const Keys& keys, const Cues& near) const {
  if (said_.days()[day].fineness != Fineness::Month || said_.days()[day].to || said_.days()[day].ends_span)
    return std::nullopt;
  if (!near.any_of({Cue::Most, Cue::Least})) return std::nullopt;
  std::optional<Finding> found;
  for (const OrderFact& order : known_.facts.orders) {
    if (!order.days || !meet(order.of, keys)) continue;
    const bool wanted = near.has(Cue::Least) ? order.needs.has(Cue::Least) ||
                                                   (order.needs.has(Cue::Most) && near.has(Cue::Most))
                                             : order.needs.has(Cue::Most);
    if (!wanted) continue;
    Finding one;
    one.stated = Stated::Order;
    one.finding = order.finding;
    one.standing = *order.days == said_.days()[day].days ? Standing::Agrees : Standing::Differs;
    if (one.standing == Standing::Agrees) return one;
    found = one;
    found->found = said_.korean() ? ko::month(order.days->from, known_.findings.period.from.year())
                                  : en::month(order.days->from, known_.findings.period.from.year());
  }
  return found;
}

/// Something was done in these days, or, where the sentence says so, was not.
std::optional<Trial::Finding> Trial::happened(std::size_t day, const Keys& keys, const Cues& near) const {
  if (near.has(Cue::Unknown)) return std::nullopt;
  if (near.has(Cue::Final) && said_.days()[day].fineness != Fineness::Year && !said_.days()[day].to)
    return std::nullopt;
  const bool absent = std::any_of(said_.amounts().begin(), said_.amounts().end(),
                                  [](const Amount& amount) { return amount.none; });
  if (!absent && near.any_of({Cue::Start, Cue::Most, Cue::Least, Cue::Booked}) && !said_.days()[day].to)
    return std::nullopt;
  // "오사카 방문 기간은 4월 18일부터 20일까지": of a place the days are the trip's.
  const bool of_a_place = std::any_of(said_.names().begin(), said_.names().end(),
                                      [](const NamedThing& name) { return name.what == Named::Place; });
  if (!absent && of_a_place && said_.days()[day].to && said_.days()[day].fineness == Fineness::Day)
    return std::nullopt;
  // The best week is from one day to another, and no other span of days goes for it.
  if (!absent && near.has(Cue::Most) && said_.days()[day].to && said_.days()[day].fineness == Fineness::Day)
    return std::nullopt;
  // "7월 24일까지 이어졌다" names the last day as well.
  const bool up_to = said_.days()[day].fineness == Fineness::Day && said_.days()[day].open == Open::UpTo;
  const bool counted = std::any_of(said_.amounts().begin(), said_.amounts().end(),
                                   [](const Amount& amount) { return !amount.none; });
  if (up_to && !counted && !near.any_of({Cue::Negative, Cue::None})) return std::nullopt;
  // "4월 14일 뒤로 없다" names the last day, which is a fact of its own.
  const SaidDays& when = said_.days()[day];
  const bool from_day = std::string_view(said_.folded()).substr(when.end, 6) == "부터";
  if (when.fineness == Fineness::Day && when.open == Open::Onwards && !from_day) return std::nullopt;
  std::optional<Finding> found;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({"activity:" + activity.id}, keys)) continue;
    DateRange range = said_range(day);
    if (said_.days()[day].open == Open::Onwards) range.to = known_.findings.period.lived_to();
    if (said_.days()[day].open == Open::UpTo) range.from = known_.findings.period.from;
    auto count = count_in(activity, range, known_.findings.period);
    if (!count) continue;
    // From the last time to the next.
    const bool between_days = said_.days()[day].to && said_.days()[day].fineness == Fineness::Day;
    if (between_days && absent_in(range, activity, known_.findings.period)) count = 0;
    const bool none = near.any_of({Cue::Negative, Cue::None}) ||
                      std::any_of(said_.amounts().begin(), said_.amounts().end(),
                                  [](const Amount& amount) { return amount.none; });
    Finding one;
    one.stated = Stated::Date;
    one.finding = activity.id;
    one.standing = (*count == 0) == none ? Standing::Agrees : Standing::Differs;
    one.scoped = true;
    if (one.standing == Standing::Agrees) return one;
    found = one;
  }
  return found;
}

Trial::Finding Trial::date(std::size_t day) const {
  // What is said once for a whole sentence.
  const Cues said_anywhere = {Cue::Ahead,    Cue::Unknown, Cue::Reach, Cue::Move,   Cue::Kept, Cue::Broken,
                              Cue::Birthday, Cue::Streak,  Cue::Most,  Cue::Booked, Cue::Open};
  const SaidDays& said = said_.days()[day];
  Finding worst;
  worst.stated = said.to ? Stated::Span : Stated::Date;
  if (is_scope_year(said)) {
    worst.standing = Standing::Agrees;
    return worst;
  }
  // "작년 10월까지": up to where the other period is looked at.
  if (said.open == Open::UpTo && said.year_said && said.days.contains(known_.findings.against.to)) {
    worst.standing = Standing::Agrees;
    return worst;
  }
  if (said.ends_span && day > 0) return dates_[day - 1];
  if (said.backwards) {
    worst.standing = Standing::Differs;
    return worst;
  }
  const std::size_t end = said.to ? said_.days()[*said.to].end : said.end;
  const Span span = said_.around(said.at, end);
  const Cues near = said_.cues_of(span);
  const Cues all = said_.all_cues();
  const Span beside = said_.beside(said.at, end);
  const Cues everywhere = said_anywhere.both(all);
  const auto names = said_.names_in(beside);
  std::vector<Keys> tiers = tiers_around(beside);
  const std::size_t own = tiers.size() - context_.keys.size();
  tiers.emplace_back();
  // Of a person the first and the last time are that person's, whatever else came on those days.
  if (all.any_of({Cue::First, Cue::Final, Cue::Start, Cue::End})) {
    for (const NamedThing& name : said_.names()) {
      if (name.what == Named::Person && !name.keys.empty()) tiers = {name.keys};
    }
  }
  const std::size_t spoken = std::min(own, tiers.size());
  bool candidate = false;
  bool shaped = false;
  bool unseen = false;  // an absence from days that nothing tells of
  for (std::size_t tier = 0; tier < tiers.size(); ++tier) {
    const Keys& keys = tiers[tier];
    // What was spoken of before is meant only where nothing named here could be.
    if (candidate && tier >= spoken && tier + 1 < tiers.size()) continue;
    // What is said not to have been in a month is so or not, whatever else is of that month.
    const bool absence = (said.fineness != Fineness::Day || said.to) &&
                         (near.any_of({Cue::None, Cue::Negative}) || is_without(day)) &&
                         !near.any_of({Cue::End, Cue::Unknown});
    if (absence) {
      const auto lived = happened(day, keys, near);
      if (lived) return *lived;
      unseen = unseen || tier < spoken;
    }
    const auto order = month_order(day, keys, near);
    if (order && order->standing == Standing::Agrees) return *order;
    for (const std::size_t i : facts_under(known_.facts.dates_of, keys)) {
      const DateFact& fact = known_.facts.dates[i];
      const bool needed =
          near.any_of(fact.needs) || fact.needs.any_of(everywhere) || (fact.pause && fact.needs.any_of(all));
      if (!fact.needs.empty() && !needed) continue;
      if (fact.never.any_of(near)) continue;
      // What has not been since a day did not go on after it.
      const bool for_good = said.open == Open::Onwards && said_.days().size() == 1 && !tells_a_length();
      if (fact.pause && for_good) continue;
      // The month with the most is not that of the best week.
      if (order && fact.needs.has(Cue::Most) && !all.any_of({Cue::Week, Cue::Day})) continue;
      if (!fact.places.empty() && !places_fit(names, fact.of, fact.places)) continue;
      if (date_is(day, fact)) {
        Finding one;
        one.stated = worst.stated;
        one.finding = fact.finding;
        one.standing = Standing::Agrees;
        return one;
      }
      // A day is told beside a day, a span beside a span.
      const bool same_shape = (fact.days.from == fact.days.to) == !said.to;
      if (fact.of.empty() || (candidate && (shaped || !same_shape))) continue;
      candidate = true;
      shaped = same_shape;
      worst.standing = Standing::Differs;
      worst.finding = fact.finding;
      const int year = known_.findings.period.from.year();
      worst.found = said_.korean() ? ko::span(fact.days, year) : en::span(fact.days, year);
    }
    if (order) {
      if (!candidate) worst = *order;
      return worst;
    }
    const auto lived = happened(day, keys, near);
    if (lived && lived->standing == Standing::Agrees) return *lived;
    if (lived && !candidate) {
      worst = *lived;
      candidate = true;
    }
  }
  if (unseen && worst.standing == Standing::Differs) {
    worst.standing = Standing::CannotBeKnown;
    worst.found.clear();
  }
  return worst;
}

}  // namespace hoego
