#include <algorithm>
#include <cmath>

#include "verify/found_value.h"
#include "verify/trial.h"

namespace hoego {
namespace {

std::ptrdiff_t names_town(const NamedThing& name) {
  return std::count_if(name.keys.begin(), name.keys.end(),
                       [](const std::string& key) { return key.rfind("town:", 0) == 0; });
}

bool has(const std::vector<SaidUnit>& units, SaidUnit unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace

bool Trial::unit_fits(std::size_t amount, const NumberFact& fact) const {
  const Amount& said = said_.amounts()[amount];
  if (said.none)
    return has(fact.units, SaidUnit::Bare) && (said.unit == SaidUnit::Bare || has(fact.units, said.unit));
  if (said.unit == SaidUnit::Money) return has(fact.units, SaidUnit::Money) && said.currency == fact.currency;
  if (said.unit == SaidUnit::Other) {
    // "74 ensembles": the noun is the name.
    return has(fact.units, SaidUnit::Bare) &&
           std::any_of(said_.names().begin(), said_.names().end(), [&](const NamedThing& one) {
             return one.at < said.end + 1 && said.at < one.end && meet(one.keys, fact.of);
           });
  }
  if (said.unit == SaidUnit::Bare && has(fact.units, SaidUnit::Percent)) return false;
  // Books are counted as they are read.
  if (said.unit == SaidUnit::Book && said_.cues_of(said_.near(amount)).has(Cue::Wrote)) return false;
  return has(fact.units, said.unit);
}

/// Whether the words around a number are those of the fact's part.
bool Trial::role_fits(std::size_t amount, const NumberFact& fact) const {
  const Amount& said = said_.amounts()[amount];
  if (said.per != fact.per) return false;
  const Span span = said_.near(amount);
  const Cues near = said_.cues_of(span);
  if (!fact.needs.empty() && !said_.all_cues().any_of(fact.needs)) return false;
  if (fact.never.any_of(near) || !said_.all_cues().all_of(fact.also)) return false;
  const YearSaid year = said_.year_of(amount);
  if (fact.last_year) {
    if (year != YearSaid::Last && !said_.is_before(amount)) return false;
    if (year == YearSaid::This && !said_.is_before(amount)) return false;
  } else if (fact.stated == Stated::Count && !fact.per && fact.needs.empty() && year == YearSaid::Last) {
    return false;
  }
  auto names = said_.names_in(span);
  if (fact.places.empty())
    names.erase(std::remove_if(
                    names.begin(), names.end(),
                    [&](const NamedThing* one) { return one->what == Named::Place && !stands_there(*one); }),
                names.end());
  if (fact.of.size() != 1 || fact.of.front().rfind("town:", 0) != 0)
    return places_fit(names, fact.of, fact.places);
  // Of several towns each is looked at by itself.
  std::vector<const NamedThing*> others;
  for (const NamedThing* name : names) {
    if (names_town(*name) == 0) others.push_back(name);
  }
  const auto towns = names.size() - others.size();
  return places_fit(towns > 1 ? others : names, fact.of, fact.places);
}

/// "The gym: March 4, thirty-eight visits": the first or the last day, told apart from the number behind it.
bool Trial::is_listed_apart(std::size_t day, std::size_t amount) const {
  const SaidDays& said = said_.days()[day];
  const std::size_t at = said_.amounts()[amount].at;
  if (said.fineness != Fineness::Day || said.end > at) return false;
  const bool comma = std::string_view(said_.folded()).substr(said.end, at - said.end) == ", ";
  return comma && std::any_of(known_.findings.activities.begin(), known_.findings.activities.end(),
                              [&](const Activity& one) {
                                return one.id == dates_[day].finding &&
                                       (one.first == said.days.from || one.last == said.days.from);
                              });
}

/// Whether the dates that stand by a number are those of the fact, or have a part of their own.
bool Trial::dates_fit(std::size_t amount, const NumberFact& fact) const {
  if (fact.per) return true;
  for (const std::size_t i : said_.days_of(amount)) {
    const SaidDays& said = said_.days()[i];
    if (said.ends_span) continue;
    if (dates_[i].standing == Standing::Agrees && (!dates_[i].scoped || is_listed_apart(i, amount))) continue;
    if (!fact.days) return false;
    const DateRange days = said_range(i);
    if (said.to ? days != *fact.days : !intersect(days, *fact.days)) return false;
    if (!said.to && said.fineness != Fineness::Day && !days.contains(fact.days->from) &&
        dates_[i].standing != Standing::Agrees)
      return false;
    if (!said.to && said.fineness == Fineness::Day && dates_[i].standing != Standing::Agrees) return false;
  }
  return true;
}

bool Trial::value_fits(const Amount& said, const NumberFact& fact) const {
  // "10월 6일에 만 장을 넘겼다": the number that was reached.
  if (said.rounding == SaidRounding::Over && fact.needs.has(Cue::Reach) && said.value == fact.value)
    return true;
  if (said.per && fact.low && fact.high && said.rounding != SaidRounding::AtLeast) {
    const double high = std::max(said.value, said.high);
    if (std::abs(said.value - *fact.low) < 1e-6 && std::abs(high - *fact.high) < 1e-6) return true;
    return said.step < 1 ? fits(said, fact.value)
                         : said.high == 0 && std::abs(std::round(fact.value) - said.value) < 1e-6;
  }
  if (said.rounding == SaidRounding::AtLeast && fact.low) {
    Amount plain = said;
    plain.rounding = SaidRounding::Exact;
    return fits(plain, *fact.low) || fits(said, *fact.low);
  }
  if (said.per && said.step >= 1 && said.unit != SaidUnit::Money) {
    if (said.high > said.value) return fact.value >= said.value && fact.value <= said.high;
    return std::abs(std::round(fact.value) - said.value) < 1e-6 || fits(said, fact.value);
  }
  if (said.unit == SaidUnit::Bare && has(fact.units, SaidUnit::Hour)) {
    Amount hours = said;
    hours.unit = SaidUnit::Hour;
    return fits(hours, fact.value);
  }
  return fits(said, fact.value);
}

std::string Trial::told(std::size_t amount, double value) const {
  const Amount& said = said_.amounts()[amount];
  const std::string_view words = std::string_view(said_.text()).substr(said.at, said.end - said.at);
  return said_.korean() ? ko_value(said, words, value) : en_value(said, words, value);
}

/// "그 뒤로 한 편도 없다": nothing since the last time, which a date beside it tells.
std::optional<Trial::Finding> Trial::silence(const std::vector<Keys>& tiers) const {
  for (const Keys& keys : tiers) {
    for (const Activity& activity : known_.findings.activities) {
      if (!meet({"activity:" + activity.id}, keys) || !activity.last) continue;
      Finding found;
      found.finding = activity.id;
      found.standing =
          *activity.last < known_.findings.period.lived_to() ? Standing::Agrees : Standing::Differs;
      return found;
    }
  }
  return std::nullopt;
}

/// "퀘벡과 밴프에서 2박씩": it holds of each place named with it.
bool Trial::all_places_so(std::size_t amount, const NumberFact& fact) const {
  const Amount& said = said_.amounts()[amount];
  const auto is_town = [](const std::string& key) { return key.rfind("town:", 0) == 0; };
  if (fact.of.size() != 1 || !is_town(fact.of.front())) return true;
  const auto near = said_.names_in(said_.near(amount));
  return std::all_of(near.begin(), near.end(), [&](const NamedThing* name) {
    if (std::none_of(name->keys.begin(), name->keys.end(), is_town)) return true;
    const auto facts = facts_under(known_.facts.numbers_of, name->keys);
    return std::any_of(facts.begin(), facts.end(), [&](std::size_t i) {
      const NumberFact& other = known_.facts.numbers[i];
      return unit_fits(amount, other) && other.of.size() == 1 && value_fits(said, other);
    });
  });
}

/// What one tier of keys says of a number, the closest scope first: one that agrees, or all that differ.
std::vector<Trial::Finding> Trial::of_tier(std::size_t amount, const Keys& keys) const {
  if (auto range = by_months(amount, keys)) return {*range};
  if (auto nth = in_order(amount, keys)) return {*nth};
  std::vector<Finding> all;
  for (const auto& one : {on_weekdays(amount, keys), since_then(amount, keys)}) {
    if (!one) continue;
    if (one->standing == Standing::Agrees) return {*one};
    all.push_back(*one);
  }
  if (const auto scoped = in_days(amount, keys)) {
    if (scoped->standing == Standing::Agrees && said_.year_of(amount) != YearSaid::Last) return {*scoped};
    all.push_back(*scoped);
  }
  for (const std::size_t i : facts_under(known_.facts.numbers_of, keys)) {
    const NumberFact& fact = known_.facts.numbers[i];
    if (!unit_fits(amount, fact) || !role_fits(amount, fact)) continue;
    const bool value = value_fits(said_.amounts()[amount], fact);
    const bool dates = dates_fit(amount, fact);
    // What is of other days says nothing of these.
    if (!dates && said_.amounts()[amount].none) continue;
    Finding one;
    one.stated = fact.stated;
    one.finding = fact.finding;
    one.standing = value && dates && all_places_so(amount, fact) ? Standing::Agrees : Standing::Differs;
    one.scoped = fact.days.has_value();
    if (!value) one.found = told(amount, fact.value);
    if (one.standing == Standing::Agrees) return {one};
    all.push_back(one);
  }
  return all;
}

/// What is said of a time without: how long it was from a day on, or that it lasts.
std::optional<Trial::Finding> Trial::without(std::size_t amount, const std::vector<Keys>& tiers) const {
  if (const auto first = first_day_without(amount)) {
    for (const Keys& keys : tiers) {
      if (auto gap = in_gap(amount, *first, keys)) return gap;
    }
  }
  const auto days = said_.days_of(amount);
  const bool of_days = std::any_of(days.begin(), days.end(), [this](std::size_t i) {
    return said_.days()[i].fineness != Fineness::Day && said_.days()[i].open == Open::No;
  });
  const bool lasts = said_.amounts()[amount].none && !of_days && said_.year_of(amount) != YearSaid::Last &&
                     said_.all_cues().any_of({Cue::End, Cue::Silence});
  return lasts ? silence(tiers) : std::nullopt;
}

Trial::Finding Trial::number(std::size_t amount) const {
  if (const auto rest = rest_ahead(amount)) return *rest;
  std::vector<Keys> tiers = tiers_of(amount);
  if (const auto none = without(amount, tiers)) return *none;
  const std::size_t own = tiers.size() - std::min(tiers.size(), context_.keys.size());
  tiers.emplace_back();  // what is of the period as a whole
  for (const NamedThing* name : said_.names_in(said_.near(amount))) {
    if (name->what == Named::Person && !name->keys.empty()) tiers = {name->keys};
  }
  Finding worst;
  bool candidate = false;
  const bool year = said_.amounts()[amount].unit == SaidUnit::Year;
  for (std::size_t tier = 0; tier < tiers.size(); ++tier) {
    const Keys& keys = tiers[tier];
    // A tier of what all of a sort are called.
    const bool weak = std::none_of(keys.begin(), keys.end(),
                                   [](const std::string& key) { return key.find(':') != std::string::npos; });
    // What was spoken of before is meant only where nothing named here could be.
    if (candidate && tier >= own && (tier + 1 < tiers.size() || year)) continue;
    for (const Finding& one : of_tier(amount, keys)) {
      if (one.standing == Standing::Agrees) return one;
      if (candidate) continue;
      worst = one;
      candidate = !weak;
    }
  }
  if (const auto lasted = length(amount)) return *lasted;
  return worst;
}

}  // namespace hoego
