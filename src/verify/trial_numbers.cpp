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

/// Two numbers of one unit, or of things counted with and without it.
bool same_sort(const Amount& a, const Amount& b) {
  const auto bare = [](const Amount& one, const Amount& other) {
    const bool measured = other.unit == SaidUnit::Percent || other.unit == SaidUnit::Money ||
                          other.unit == SaidUnit::Ratio || other.unit == SaidUnit::Fraction;
    return one.unit == SaidUnit::Bare && !measured;
  };
  return a.unit == b.unit || bare(a, b) || bare(b, a);
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
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](const NamedThing* one) {
                                 return one->what == Named::Place && !stands_there(*one);
                               }),
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
  if (said.rounding == SaidRounding::Over && fact.needs.has(Cue::Reach) && said.value == fact.value) return true;
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

/// "3월 5일부터 40일 동안 없었다": the days without, from the one after the last time to the one before the
/// next.
std::optional<Trial::Finding> Trial::in_gap(std::size_t amount, std::size_t day, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  const SaidDays& from = said_.days()[day];
  if (said.unit != SaidUnit::Day || from.fineness != Fineness::Day || from.open != Open::Onwards)
    return std::nullopt;
  if (!said_.all_cues().any_of({Cue::None, Cue::Negative, Cue::Silence})) return std::nullopt;
  // "뒤로" and "since" name the last time, not the first day without.
  const std::string_view behind = std::string_view(said_.folded()).substr(from.end);
  const std::string_view before = std::string_view(said_.folded()).substr(0, from.at);
  bool first_day = behind.substr(0, 6) == "부터";
  for (const std::string_view word : {"from ", "starting ", "beginning ", "시작이 ", "시작은 "}) {
    first_day = first_day ||
                (before.size() >= word.size() && before.substr(before.size() - word.size()) == word);
  }
  if (!first_day) return std::nullopt;
  const Period& period = known_.findings.period;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({"activity:" + activity.id}, keys)) continue;
    const auto on = [&](Date date) { return count_in(activity, {date, date}, period); };
    const Date first = from.days.from;
    Date next = first;
    while (next <= period.lived_to() && on(next) == 0) next = next + 1;
    Finding found;
    found.finding = activity.id;
    found.stated = Stated::Duration;
    found.scoped = true;
    const bool begins =
        next > first && (first == period.from || (first > period.from && on(first - 1).value_or(0) > 0));
    found.standing = begins && fits(said, next - first) ? Standing::Agrees : Standing::Differs;
    if (begins) found.found = told(amount, next - first);
    return found;
  }
  return std::nullopt;
}

/// The one date of a sentence that says how long there was nothing from it on.
std::optional<std::size_t> Trial::first_day_without(std::size_t amount) const {
  if (said_.amounts()[amount].unit != SaidUnit::Day) return std::nullopt;
  const std::vector<std::size_t> days = said_.days_of(amount);
  if (!days.empty()) return days.front();
  return said_.days().size() == 1 ? std::optional<std::size_t>(0) : std::nullopt;
}

/// "그 뒤로 여섯 번": what came after the days named before.
std::optional<Trial::Finding> Trial::since_then(std::size_t amount, const Keys& keys) const {
  const std::size_t from = amount > 0 ? said_.amounts()[amount - 1].end : 0;
  const std::string_view words =
      std::string_view(said_.folded()).substr(from, said_.amounts()[amount].at - from);
  const std::string_view after = std::string_view(said_.folded()).substr(said_.amounts()[amount].end);
  const bool then = words.find("그 뒤") != std::string_view::npos ||
                    words.find("그 후") != std::string_view::npos ||
                    words.find("그 이후") != std::string_view::npos ||
                    words.find("since then") != std::string_view::npos ||
                    words.find("after that") != std::string_view::npos || after == " since." ||
                    after.substr(0, 7) == " since," || after.substr(0, 11) == " since then";
  if (!then) return std::nullopt;
  const SaidDays* last = nullptr;
  for (const SaidDays& one : said_.days()) {
    if (one.end <= said_.amounts()[amount].at) last = &one;
  }
  if (last == nullptr) return std::nullopt;
  for (const Activity& activity : known_.findings.activities) {
    NumberFact fact;
    fact.of = {"activity:" + activity.id};
    fact.units = units_of(activity.kind);
    if (!meet(fact.of, keys) || !unit_fits(amount, fact)) continue;
    const auto count =
        count_in(activity, {last->days.to + 1, known_.findings.period.lived_to()}, known_.findings.period);
    if (!count) continue;
    Finding found;
    found.finding = activity.id;
    found.standing = fits(said_.amounts()[amount], *count) ? Standing::Agrees : Standing::Differs;
    found.found = told(amount, *count);
    return found;
  }
  return std::nullopt;
}

/// "이 밖에도 달력에 36건이 더 있다": what is entered for days to come beside what the sentences before
/// named.
std::optional<Trial::Finding> Trial::rest_ahead(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  const bool entries = said.unit == SaidUnit::Case || said.unit == SaidUnit::Item ||
                       said.unit == SaidUnit::Bare || said.unit == SaidUnit::Other ||
                       said.unit == SaidUnit::Time || said.unit == SaidUnit::Post;  // entries, of a calendar
  const bool ahead = speaks_of_the_rest() && said_.all_cues().any_of({Cue::Ahead, Cue::Calendar});
  if (!ahead || !entries || said.per || context_.keys.empty()) return std::nullopt;
  int left = 0;
  Finding found;
  for (const Planned& one : known_.findings.planned) {
    if (one.days.from > known_.findings.period.to) continue;
    const Keys keys = keys_of(one);
    const bool told = std::any_of(context_.keys.begin(), context_.keys.end(),
                                  [&keys](const Keys& before) { return meet(before, keys); });
    if (told) continue;
    ++left;
    found.finding = one.id;
  }
  found.standing = fits(said, left) ? Standing::Agrees : Standing::Differs;
  found.found = told(amount, left);
  return found;
}

/// "10월 4일에 읽은 책이 열한 번째": the so-manieth of the period on the day said.
std::optional<Trial::Finding> Trial::in_order(std::size_t amount, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  if (!said.ordinal) return std::nullopt;
  const Period& period = known_.findings.period;
  for (const SaidDays& day : said_.days()) {
    if (day.fineness != Fineness::Day || day.to || day.ends_span) continue;
    for (const Activity& activity : known_.findings.activities) {
      if (!meet({"activity:" + activity.id}, keys)) continue;
      const auto count = count_in(activity, {period.from, day.days.from}, period);
      const auto before = count_in(activity, {period.from, day.days.from - 1}, period);
      if (!count || said.value > *count || said.value <= before.value_or(*count - 1)) continue;
      Finding found;
      found.finding = activity.id;
      found.standing = Standing::Agrees;
      return found;
    }
  }
  return std::nullopt;
}

/// Of entries for days to come those of the days said: "11월에 두 번 잡혀 있다".
std::optional<Trial::Finding> Trial::entries_in(std::size_t amount, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  const bool entries = has({SaidUnit::Time, SaidUnit::Case, SaidUnit::Item, SaidUnit::Bare}, said.unit);
  const std::vector<std::size_t> days = said_.days_of(amount);
  if (!entries || days.size() != 1) return std::nullopt;
  const DateRange range = said_range(days.front());
  if (range.to <= known_.findings.period.as_of) return std::nullopt;
  int count = 0;
  Finding found;
  for (const Planned& one : known_.findings.planned) {
    if (!meet(keys_of(one), keys)) continue;
    found.finding = one.id;
    if (range.contains(one.days.from)) ++count;
  }
  if (found.finding.empty()) return std::nullopt;
  found.scoped = true;
  found.standing = fits(said, count) ? Standing::Agrees : Standing::Differs;
  found.found = told(amount, count);
  return found;
}

/// "4월 마지막 주에는 일주일에 일곱 번", "10월 6일 하루에 1,855장": a rate over the very days it is said of.
bool Trial::is_rate_of_days(std::size_t amount) const {
  const auto per = said_.amounts()[amount].per;
  const std::vector<std::size_t> days = said_.days_of(amount);
  if (!per || days.size() != 1) return false;
  const int length = said_range(days.front()).days();
  return (per == SaidUnit::Day && length == 1) || (per == SaidUnit::Week && length == 7) ||
         (per == SaidUnit::Month && length >= 28 && length <= 31);
}

/// "나고야에 다녀오느라", "after I came back from Canada": a place that says no more than when.
bool Trial::stands_there(const NamedThing& place) const {
  if (place.what != Named::Place) return false;
  const std::string_view after = std::string_view(said_.folded()).substr(place.end);
  const std::string_view before = std::string_view(said_.folded()).substr(0, place.at);
  for (const std::string_view words : {"left for ", "leaving for ", "back from ", "before ", "flew to "}) {
    const bool said = before.size() >= words.size() && before.substr(before.size() - words.size()) == words;
    if (said) return false;
  }
  for (const std::string_view words :
       {"에 다녀오느라", "에 다녀와서", "에 다녀온", "에 가느라", "에 가면서", "에서 돌아와", "에서 돌아온",
        "에 가기 전", "으로 떠나기 전", "로 떠나기 전", "에 다녀오고"}) {
    if (after.substr(0, words.size()) == words) return false;
  }
  return true;
}

/// "캐나다에 있는 동안 한 번도", "while I was in Canada": how often on the days of a trip.
std::optional<Trial::Finding> Trial::on_the_trip(std::size_t amount, const Keys& keys) const {
  const std::string_view text = said_.folded();
  for (const NamedThing& name : said_.names()) {
    const std::string_view after = text.substr(name.end);
    const std::string_view before = text.substr(0, name.at);
    bool during = false;
    for (const std::string_view words : {"에 있는 동안", "에 머무는 동안", "에서 지내는 동안", "를 여행하는 동안",
                                         "을 여행하는 동안", " 여행 중", " 여행 동안"})
      during = during || after.substr(0, words.size()) == words;
    for (const std::string_view words : {"while i was in ", "while in ", "while i was away in ", "all the time in "})
      during = during ||
               (before.size() >= words.size() && before.substr(before.size() - words.size()) == words);
    if (!during || name.what != Named::Place) continue;
    for (const Trip& trip : known_.findings.trips) {
      const auto country = [&](const std::string& code) { return meet({country_key(code)}, name.keys); };
      if (!std::any_of(trip.countries.begin(), trip.countries.end(), country)) continue;
      for (const Activity& activity : known_.findings.activities) {
        NumberFact fact;
        fact.of = {"activity:" + activity.id};
        fact.units = units_of(activity.kind);
        if (!meet(fact.of, keys) || !unit_fits(amount, fact)) continue;
        const auto count = count_in(activity, trip.days, known_.findings.period);
        if (!count) continue;
        Finding found;
        found.finding = trip.id;
        found.standing = fits(said_.amounts()[amount], *count) ? Standing::Agrees : Standing::Differs;
        found.found = told(amount, *count);
        return found;
      }
    }
  }
  return std::nullopt;
}

/// How often on the days said of the number.
std::optional<Trial::Finding> Trial::in_days(std::size_t amount, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  if (said.per && !is_rate_of_days(amount)) return std::nullopt;
  std::vector<std::size_t> days = said_.days_of(amount);
  const bool carried = days.empty();
  if (carried) days = said_.days_before(amount);
  if (days.empty()) return on_the_trip(amount, keys);
  if (auto gap = in_gap(amount, days.front(), keys)) return gap;
  if (auto ahead = entries_in(amount, keys)) return ahead;
  const Period& period = known_.findings.period;
  std::vector<const NamedThing*> places;
  for (const NamedThing* name : said_.names_in(said_.near(amount))) {
    if (stands_there(*name)) places.push_back(name);
  }
  for (const Activity& activity : known_.findings.activities) {
    NumberFact fact;
    fact.of = {"activity:" + activity.id};
    fact.units = units_of(activity.kind);
    if (!meet(fact.of, keys) || !unit_fits(amount, fact) || !places_fit(places, fact.of, {})) continue;
    int sum = 0;
    bool known = true;
    bool all_equal = true;
    bool another = false;  // of a week of a month, read in another way
    int parts = 0;
    for (const std::size_t i : days) {
      if (said_.days()[i].ends_span) continue;
      DateRange range = said_range(i);
      if (said_.days()[i].open == Open::Onwards) range.to = period.lived_to();
      if (said_.days()[i].open == Open::UpTo) range.from = period.from;
      const auto count = count_in(activity, range, period);
      known = known && count;
      if (!count) break;
      ++parts;
      sum += *count;
      all_equal = all_equal && fits(said, *count);
      for (const DateRange& other : said_.days()[i].or_days)
        another = another || (days.size() == 1 && fits(said, count_in(activity, other, period).value_or(-1)));
    }
    if (!known) continue;
    const std::string_view after = std::string_view(said_.folded()).substr(said.end);
    const bool each = after.substr(0, 3) == "씩" || after.substr(0, 5) == " each";
    Finding found;
    found.finding = activity.id;
    found.scoped = true;
    const bool fit = another || (each ? all_equal : fits(said, sum) || (parts > 1 && all_equal));
    if (carried && !fit) continue;  // it may be of the whole period
    found.standing = fit ? Standing::Agrees : Standing::Differs;
    found.found = told(amount, sum);
    return found;
  }
  return std::nullopt;
}

/// "달마다 14번에서 21번", "14 to 21 a month from March to August": the least and the most of the months.
std::optional<Trial::Finding> Trial::by_months(std::size_t amount, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  if (said.per != SaidUnit::Month) return std::nullopt;
  std::vector<std::size_t> days = said_.days_of(amount);
  if (days.empty() && amount > 0 && said_.amounts()[amount - 1].per == SaidUnit::Month)
    days = said_.days_of(amount - 1);
  if (days.empty()) return std::nullopt;
  DateRange range = said_range(days.front());
  if (said_.days()[days.front()].open == Open::Onwards) range.to = known_.findings.period.lived_to();
  if (range.days() < 45) return std::nullopt;
  for (const Activity& activity : known_.findings.activities) {
    NumberFact fact;
    fact.of = {"activity:" + activity.id};
    fact.units = units_of(activity.kind);
    if (!meet(fact.of, keys) || !unit_fits(amount, fact)) continue;
    std::optional<int> low;
    std::optional<int> high;
    for (Date month = month_start(range.from); month <= range.to; month = month_start(month + 31)) {
      const auto count = count_in(activity, {month, month_start(month + 31) - 1}, known_.findings.period);
      if (!count) return std::nullopt;
      low = std::min(low.value_or(*count), *count);
      high = std::max(high.value_or(*count), *count);
    }
    if (!low) return std::nullopt;
    Finding found;
    found.finding = activity.id;
    found.scoped = true;
    const bool pair = said.high > said.value;
    const bool fit =
        pair ? said.value == *low && said.high == *high : said.value == *low || said.value == *high;
    if (said.rounding == SaidRounding::Over || said.rounding == SaidRounding::AtLeast) {
      constexpr double near = 1.25;
      found.standing = *low >= said.value && *low <= near * said.value ? Standing::Agrees : Standing::Differs;
      return found;
    }
    const bool same = pair || amount + 1 < said_.amounts().size() || amount > 0 || *low == *high;
    found.standing = fit && same ? Standing::Agrees : Standing::Differs;
    return found;
  }
  return std::nullopt;
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

Trial::Finding Trial::number(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  Finding worst;
  bool candidate = false;
  bool weak = false;  // a tier of what all of a sort are called
  const auto note = [&](const Finding& one) {
    if (candidate || one.standing != Standing::Differs) return;
    worst = one;
    candidate = !weak;
  };
  if (const auto rest = rest_ahead(amount)) return *rest;
  std::vector<Keys> tiers = tiers_of(amount);
  if (const auto first = first_day_without(amount)) {
    for (const Keys& keys : tiers) {
      if (const auto gap = in_gap(amount, *first, keys)) return *gap;
    }
  }
  const auto months = said_.days_of(amount);
  const bool of_days = std::any_of(months.begin(), months.end(), [this](std::size_t i) {
    return said_.days()[i].fineness != Fineness::Day && said_.days()[i].open == Open::No;
  });
  if (said.none && !of_days && said_.year_of(amount) != YearSaid::Last &&
      said_.all_cues().any_of({Cue::End, Cue::Silence})) {
    if (auto silent = silence(tiers)) return *silent;
  }
  const std::size_t own = tiers.size() - std::min(tiers.size(), context_.keys.size());
  tiers.emplace_back();  // what is of the period as a whole
  for (const NamedThing* name : said_.names_in(said_.near(amount))) {
    if (name->what == Named::Person && !name->keys.empty()) tiers = {name->keys};
  }
  for (std::size_t tier = 0; tier < tiers.size(); ++tier) {
    const Keys& keys = tiers[tier];
    weak = std::none_of(keys.begin(), keys.end(),
                        [](const std::string& key) { return key.find(':') != std::string::npos; });
    // What was spoken of before is meant only where nothing named here could be.
    if (candidate && tier >= own && (tier + 1 < tiers.size() || said.unit == SaidUnit::Year)) continue;
    if (const auto range = by_months(amount, keys)) {
      if (range->standing == Standing::Agrees) return *range;
      note(*range);
      continue;
    }
    if (const auto nth = in_order(amount, keys)) return *nth;
    if (const auto on = on_weekdays(amount, keys)) {
      if (on->standing == Standing::Agrees) return *on;
      note(*on);
    }
    if (const auto later = since_then(amount, keys)) {
      if (later->standing == Standing::Agrees) return *later;
      note(*later);
    }
    if (const auto scoped = in_days(amount, keys)) {
      if (scoped->standing == Standing::Agrees && said_.year_of(amount) != YearSaid::Last) return *scoped;
      note(*scoped);
    }
    for (const std::size_t i : facts_under(known_.facts.numbers_of, keys)) {
      const NumberFact& fact = known_.facts.numbers[i];
      if (!unit_fits(amount, fact) || !role_fits(amount, fact)) continue;
      const bool value = value_fits(said, fact);
      const bool dates = dates_fit(amount, fact);
      Finding one;
      one.stated = fact.stated;
      one.finding = fact.finding;
      one.standing = value && dates ? Standing::Agrees : Standing::Differs;
      one.scoped = fact.days.has_value();
      if (!value) one.found = told(amount, fact.value);
      if (value && dates && all_places_so(amount, fact)) return one;
      if (value && dates) one.standing = Standing::Differs;
      note(one);
    }
  }
  if (const auto lasted = length(amount)) return *lasted;
  return worst;
}

/// A number that nothing holds alone may be the sum, the difference or the share of those that hold beside
/// it.
void Trial::settle_sums(std::vector<Finding>& numbers) const {
  const Cues cues = said_.all_cues();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].standing == Standing::Agrees) continue;
    const Amount& said = said_.amounts()[i];
    std::vector<const Amount*> others;
    for (std::size_t j = 0; j < numbers.size(); ++j) {
      const Amount& other = said_.amounts()[j];
      if (j != i && numbers[j].standing == Standing::Agrees && !other.per) others.push_back(&other);
    }
    const std::size_t here = others.size();
    for (const Amount& other : context_.numbers) others.push_back(&other);
    const auto agrees = [&](double value) {
      if (!fits(said, value)) return false;
      numbers[i].standing = Standing::Agrees;
      return true;
    };
    double sum = 0;
    int same = 0;
    for (std::size_t j = 0; j < here; ++j) {
      if (others[j]->unit != said.unit) continue;
      sum += others[j]->value;
      ++same;
    }
    if (same > 1 && cues.has(Cue::Sum) && agrees(sum)) continue;
    bool settled = false;
    for (std::size_t a = 0; a < others.size() && !settled; ++a) {
      for (std::size_t b = 0; b < others.size() && !settled; ++b) {
        if (a == b || !same_sort(*others[a], *others[b]) || others[b]->value == 0) continue;
        const double ratio = others[a]->value / others[b]->value;
        if (said.unit == others[a]->unit && cues.any_of({Cue::Gap, Cue::Up, Cue::Down}))
          settled = agrees(std::abs(others[a]->value - others[b]->value));
        else if (is_relation(said.unit))
          settled = may_be_ratio(said, ratio);
      }
    }
    settled = settled || is_sum_of_named(i) ||
              (is_relation(said.unit) && (is_share_of_whole(i, numbers) || is_ratio_of_named(i) || is_ratio_of_days(i)));
    if (settled) numbers[i].standing = Standing::Agrees;
  }
}

}  // namespace hoego
