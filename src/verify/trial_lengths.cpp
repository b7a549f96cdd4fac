#include <algorithm>
#include <array>
#include <cmath>

#include "verify/trial.h"

namespace hoego {
namespace {

constexpr double days_a_month = 365.2425 / 12;

std::optional<double> days_of_unit(SaidUnit unit) {
  switch (unit) {
    case SaidUnit::Day:
      return 1;
    case SaidUnit::Week:
      return 7;
    case SaidUnit::Month:
      return days_a_month;
    case SaidUnit::Year:
      return 365.2425;
    default:
      return std::nullopt;
  }
}

/// Whether so many days may be said so: in weeks and months within an eighth, which no count is.
bool may_be(const Amount& said, int days) {
  const double value = days / *days_of_unit(said.unit);
  if (said.unit == SaidUnit::Day) return fits(said, value);
  constexpr double coarse = 0.125;
  const bool plain = said.rounding == SaidRounding::Exact || said.rounding == SaidRounding::About;
  return plain ? std::abs(value - said.value) <= coarse * said.value : fits(said, value);
}

bool begins_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.substr(0, word.size()) == word; });
}

}  // namespace

/// "봄 석 달 동안", "4월 3일부터 6월 10일까지 두 달 넘게": the length of days that the sentence names.
bool Trial::is_length_of_days(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  const std::string_view text = said_.folded();
  const auto& days = said_.days();
  const bool silent = said_.all_cues().any_of({Cue::Silence, Cue::Negative, Cue::None});
  const SaidDays* last = nullptr;
  int spoken_of = 0;
  for (const DateRange& one : context_.days) spoken_of += one.days();
  if (days.empty() && spoken_of > 1 && may_be(said, spoken_of)) return true;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const SaidDays& one = days[i];
    if (one.fineness == Fineness::Year) continue;
    const std::string_view gap =
        one.end <= said.at ? text.substr(one.end, said.at - one.end) : std::string_view("-");
    const std::string_view behind = one.at >= said.end ? text.substr(said.end, one.at - said.end) : "-";
    const bool beside = gap == " " || gap == "의 " || gap.empty() || behind == " of ";
    int together = one.days.days();
    for (std::size_t j = i; j > 0 && days[j].listed; --j) together += days[j - 1].days.days();
    const bool part = one.fineness != Fineness::Day && !one.ends_span;
    if (beside && part && may_be(said, together)) return true;
    const bool season = one.fineness == Fineness::Season || one.fineness == Fineness::Half;
    if (season && said.unit == SaidUnit::Month && may_be(said, one.days.days())) return true;
    // "2월에 시작해 다섯 달을 채우고 6월에": both months are of it.
    for (std::size_t j = 0; j < i && one.fineness == Fineness::Month; ++j) {
      const bool months = days[j].fineness == Fineness::Month && said.unit == SaidUnit::Month;
      if (months && days[j].days.from < one.days.from &&
          may_be(said, DateRange{days[j].days.from, one.days.to}.days()))
        return true;
    }
    if (one.to) {
      const int length = said_range(i).days();
      if (said.unit != SaidUnit::Day && (may_be(said, length) || may_be(said, length - 1))) return true;
      if (said.unit == SaidUnit::Day && silent && (may_be(said, length - 2) || may_be(said, length - 1)))
        return true;
    }
    if (one.fineness != Fineness::Day) continue;
    const bool apart = last != nullptr && !one.ends_span && one.days.from > last->days.from;
    if (apart && said.unit != SaidUnit::Day && may_be(said, one.days.from - last->days.from)) return true;
    last = &one;
  }
  return false;
}

/// The days of a thing from or to which one may count: its first and last, or the one that its words mean.
std::vector<Date> Trial::days_to_count_from(std::size_t name) const {
  const auto& names = said_.names();
  std::size_t from = names[name].at;
  std::size_t to = said_.folded().size();
  for (const NamedThing& other : names) {
    if (other.what == Named::General) continue;
    if (said_.korean() && other.at > names[name].at) to = std::min(to, other.at);
    if (!said_.korean() && other.at < names[name].at) from = std::max(from, other.end);
  }
  if (!said_.korean() && from == names[name].at) from = 0;
  if (!said_.korean()) to = names[name].end;
  const Cues near = said_.cues_of({from, to});
  const bool ended = near.any_of({Cue::End, Cue::Final, Cue::Return}) && !near.has(Cue::Start);
  const bool begun = near.any_of({Cue::Start, Cue::First}) && !near.has(Cue::End);
  std::vector<Date> found;
  const Cues edges = {Cue::Start, Cue::End,    Cue::Leave,   Cue::Return, Cue::First,
                      Cue::Final, Cue::Booked, Cue::Silence, Cue::Move};
  for (const std::size_t i : facts_under(known_.facts.dates_of, names[name].keys)) {
    const DateFact& fact = known_.facts.dates[i];
    if (fact.inside || (!fact.needs.empty() && !fact.needs.any_of(edges))) continue;
    const bool is_end = fact.needs.any_of({Cue::End, Cue::Return});
    const bool is_start = fact.needs.any_of({Cue::Start, Cue::Leave, Cue::First});
    if ((ended && !is_end) || (begun && !is_start)) continue;
    found.push_back(fact.days.from);
    if (fact.days.to > fact.days.from) found.push_back(fact.days.to);
  }
  return found;
}

/// "나고야에 다녀오고 반년 뒤에 캐나다로": the time between two things that the sentence names.
bool Trial::is_time_between(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  const std::string_view after = std::string_view(said_.folded()).substr(said.end);
  const std::string_view before = std::string_view(said_.folded()).substr(0, said.at);
  const bool by_now =
      begins_any(after, {" have passed since", " has passed since", " ago"}) ||
      (before.find(" 지 ") != std::string_view::npos &&
       begins_any(after, {"이 지났", "가 지났", "이 됐", "이 되", "이 흘", "이 넘", "가 넘", "째"}));
  for (std::size_t i = 0; by_now && i < said_.names().size(); ++i) {
    if (said_.names()[i].what == Named::General) continue;
    for (const Date day : days_to_count_from(i)) {
      const int since = known_.findings.period.lived_to() - day;
      if (since > 0 && may_be(said, since)) return true;
    }
  }
  if (!begins_any(after,
                  {" 뒤", " 후", " 만에", "만에", " 지나", " 전", " after", " later", " before", " earlier"}))
    return false;
  const auto& names = said_.names();
  for (std::size_t a = 0; a < names.size(); ++a) {
    for (std::size_t b = a + 1; b < names.size(); ++b) {
      if (names[a].what == Named::General || names[b].what == Named::General) continue;
      if (meet(names[a].keys, names[b].keys)) continue;
      const std::vector<Date> there = days_to_count_from(b);
      for (const Date from : days_to_count_from(a)) {
        const bool fits_one = std::any_of(there.begin(), there.end(), [&](Date to) {
          return to != from && may_be(said, std::abs(to - from));
        });
        if (fits_one) return true;
      }
    }
  }
  return false;
}

std::optional<Trial::Finding> Trial::length(std::size_t amount) const {
  const Amount& said = said_.amounts()[amount];
  if (!days_of_unit(said.unit) || said.per || said.ordinal || said.none || said.value <= 0)
    return std::nullopt;
  if (!is_length_of_days(amount) && !is_time_between(amount)) return std::nullopt;
  Finding found;
  found.stated = Stated::Duration;
  found.standing = Standing::Agrees;
  return found;
}

}  // namespace hoego
