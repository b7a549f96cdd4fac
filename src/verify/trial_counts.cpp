#include <algorithm>

#include "verify/trial.h"

namespace hoego {
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
    first_day =
        first_day || (before.size() >= word.size() && before.substr(before.size() - word.size()) == word);
  }
  if (!first_day) return std::nullopt;
  const Period& period = known_.findings.period;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({"activity:" + activity.id}, keys)) continue;
    const auto on = [&](Date date) { return count_in(activity, {date, date}, period); };
    const Date first = from.days.from;
    Date next = first;
    while (next <= period.lived_to() && on(next).value_or(0) == 0) next = next + 1;
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
  const bool then =
      words.find("그 뒤") != std::string_view::npos || words.find("그 후") != std::string_view::npos ||
      words.find("그 이후") != std::string_view::npos || words.find("since then") != std::string_view::npos ||
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
  const bool entries = said.unit == SaidUnit::Time || said.unit == SaidUnit::Case ||
                       said.unit == SaidUnit::Item || said.unit == SaidUnit::Bare;
  const std::vector<std::size_t> days = said_.days_of(amount);
  if (!entries || days.empty()) return std::nullopt;
  int sum = 0;
  bool all_equal = true;
  Finding found;
  for (const std::size_t i : days) {
    const DateRange range = said_range(i);
    if (range.to <= known_.findings.period.as_of) return std::nullopt;
    int count = 0;
    for (const Planned& one : known_.findings.planned) {
      if (!meet(keys_of(one), keys)) continue;
      found.finding = one.id;
      if (range.contains(one.days.from)) ++count;
    }
    sum += count;
    all_equal = all_equal && fits(said, count);
  }
  if (found.finding.empty()) return std::nullopt;
  found.scoped = true;
  const bool each = std::string_view(said_.folded()).substr(said.end, 3) == "씩";
  found.standing = (each ? all_equal : fits(said, sum)) ? Standing::Agrees : Standing::Differs;
  found.found = told(amount, sum);
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

/// "봄은 헬스장의 계절이었다. 석 달 동안 서른두 번.": on the days of the sentence before, where it holds.
std::optional<Trial::Finding> Trial::on_days_spoken_of(std::size_t amount, const Keys& keys) const {
  if (!said_.days().empty() || context_.days.empty()) return std::nullopt;
  const Amount& said = said_.amounts()[amount];
  for (const Activity& activity : known_.findings.activities) {
    NumberFact fact;
    fact.of = {"activity:" + activity.id};
    fact.units = units_of(activity.kind);
    if (!meet(fact.of, keys) || !unit_fits(amount, fact)) continue;
    int sum = 0;
    bool all_equal = true;
    for (const DateRange& range : context_.days) {
      const int count = count_in(activity, range, known_.findings.period).value_or(-1);
      sum += count;
      all_equal = all_equal && fits(said, count);
    }
    const bool each = std::string_view(said_.folded()).substr(said.end, 3) == "씩";
    if (each ? !all_equal : !fits(said, sum)) continue;
    Finding found;
    found.finding = activity.id;
    found.standing = Standing::Agrees;
    return found;
  }
  return std::nullopt;
}

/// "캐나다에 있는 동안 한 번도", "while I was in Canada": how often on the days of a trip.
std::optional<Trial::Finding> Trial::on_the_trip(std::size_t amount, const Keys& keys) const {
  const std::string_view text = said_.folded();
  for (const NamedThing& name : said_.names()) {
    const std::string_view after = text.substr(name.end);
    const std::string_view before = text.substr(0, name.at);
    bool during = false;
    for (const std::string_view words : {"에 있는 동안", "에 머무는 동안", "에서 지내는 동안",
                                         "를 여행하는 동안", "을 여행하는 동안", " 여행 중", " 여행 동안"})
      during = during || after.substr(0, words.size()) == words;
    for (const std::string_view words :
         {"while i was in ", "while in ", "while i was away in ", "all the time in "})
      during =
          during || (before.size() >= words.size() && before.substr(before.size() - words.size()) == words);
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
  const bool carried = said_.days_of(amount).empty();
  const std::vector<std::size_t> days = carried ? said_.days_before(amount) : said_.days_of(amount);
  if (days.empty()) {
    const auto trip = on_the_trip(amount, keys);
    return trip ? trip : on_days_spoken_of(amount, keys);
  }
  if (auto gap = in_gap(amount, days.front(), keys)) return gap;
  if (auto ahead = entries_in(amount, keys)) return ahead;
  std::vector<const NamedThing*> places;
  for (const NamedThing* name : said_.names_in(said_.near(amount))) {
    if (stands_there(*name)) places.push_back(name);
  }
  for (const Activity& activity : known_.findings.activities) {
    NumberFact fact;
    fact.of = {"activity:" + activity.id};
    fact.units = units_of(activity.kind);
    if (!meet(fact.of, keys) || !unit_fits(amount, fact) || !places_fit(places, fact.of, {})) continue;
    auto found = count_of_days(amount, activity, days);
    if (!found || (carried && found->standing != Standing::Agrees)) continue;  // it may be of the period
    return found;
  }
  return std::nullopt;
}

/// How often an activity came on days, beside the number said; nothing where that is not known.
std::optional<Trial::Finding> Trial::count_of_days(std::size_t amount, const Activity& activity,
                                                   const std::vector<std::size_t>& days) const {
  const Amount& said = said_.amounts()[amount];
  const Period& period = known_.findings.period;
  int sum = 0;
  int parts = 0;
  bool all_equal = true;
  bool another = false;  // of days that may be read in another way
  const auto is_count_of = [&](DateRange range) {
    return fits(said, count_in(activity, range, period).value_or(-1));
  };
  for (const std::size_t i : days) {
    const SaidDays& one = said_.days()[i];
    if (one.ends_span) continue;
    DateRange range = said_range(i);
    if (one.open == Open::Onwards) range.to = period.lived_to();
    if (one.open == Open::UpTo) range.from = period.from;
    const auto count = count_in(activity, range, period);
    if (!count) return std::nullopt;
    ++parts;
    sum += *count;
    all_equal = all_equal && fits(said, *count);
    // "sank to 31 by September" is September's.
    if (one.open == Open::UpTo && one.fineness == Fineness::Month)
      another = another || is_count_of(said_range(i));
    if (days.size() == 1)
      another = another || std::any_of(one.or_days.begin(), one.or_days.end(), is_count_of);
  }
  const std::string_view after = std::string_view(said_.folded()).substr(said.end);
  const bool each = after.substr(0, 3) == "씩" || after.substr(0, 5) == " each";
  const bool fit = another || (each ? all_equal : fits(said, sum) || (parts > 1 && all_equal));
  Finding found;
  found.finding = activity.id;
  found.scoped = true;
  found.standing = fit ? Standing::Agrees : Standing::Differs;
  found.found = told(amount, sum);
  return found;
}

/// "달마다 14번에서 21번", "14 to 21 a month from March to August": the least and the most of the months.
std::optional<Trial::Finding> Trial::by_months(std::size_t amount, const Keys& keys) const {
  const Amount& said = said_.amounts()[amount];
  if (said.per != SaidUnit::Month) return std::nullopt;
  const bool of_the_last =
      said_.days_of(amount).empty() && amount > 0 && said_.amounts()[amount - 1].per == SaidUnit::Month;
  const std::vector<std::size_t> days = said_.days_of(of_the_last ? amount - 1 : amount);
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

}  // namespace hoego
