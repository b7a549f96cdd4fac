#include <algorithm>
#include <array>

#include "verify/trial.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}

bool is_moment(const SaidDays& day) {
  return !day.to && !day.ends_span && day.fineness != Fineness::Year && day.fineness != Fineness::Half;
}

/// "보다", "than in April", "than it had been in April", "compared with April".
bool is_put_beside(std::string_view text, const SaidDays& day) {
  if (begins(text.substr(day.end), "보다") || begins(text.substr(day.end), "에 비")) return true;
  constexpr std::size_t near = 28;
  const std::string_view before = text.substr(day.at > near ? day.at - near : 0, std::min(near, day.at));
  for (const std::string_view head :
       {"than ", "compared with ", "compared to ", "relative to ", "against "}) {
    if (before.find(head) != std::string_view::npos) return true;
  }
  return false;
}

/// Whether a sentence says that something was done, and need say no more of it.
bool is_plain(std::string_view text) {
  constexpr std::array<std::string_view, 48> english = {
      {" went ",   " go ",      " going ",    " gone ",   " been ", " was ",   " were ",   " had ",
       " have ",   " has ",     " did ",      " do ",     " done ", " made ",  " make ",   " took ",
       " wrote ",  " written ", " read ",     " publish", " play",  " practi", " kept ",   " visit",
       " attend",  " train",    " turned up", " spent ",  " used ", " asked ", " posted ", " pushed ",
       " merged ", " shot ",    " met ",      " happen",  " is ",   " are ",   " got ",    " bought ",
       " paid ",   " review",   " open",      " finish",  " work",  " drumm",  " commit",  " came "}};
  constexpr std::array<std::string_view, 36> korean = {
      {"갔",   "했",   "쳤",   "썼",   "읽",   "찍",   "다녔", "다니", "올렸", "올린", "나갔", "나가",
       "만났", "모였", "있었", "있다", "이어", "보냈", "열렸", "열린", "하고", "되었", "됐",   "이었",
       "였",   "이다", "입니", "예요", "에요", "남긴", "남겼", "물었", "물어", "갔던", "해 ",  "치고"}};
  const auto says = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
  return std::any_of(english.begin(), english.end(), says) || std::any_of(korean.begin(), korean.end(), says);
}

Trend trend_of(Turn turn) {
  switch (turn) {
    case Turn::Up:
      return Trend::Up;
    case Turn::Down:
      return Trend::Down;
    default:
      return Trend::Same;
  }
}

}  // namespace

/// Two counts that hold and stand side by side show a direction, also where it could be chance.
bool Trial::counts_show(Trend want, const TrendFact& fact) const {
  if (!fact.against || !fact.here || !fact.there || fact.trend == Trend::Up || fact.trend == Trend::Down)
    return false;
  const bool held = std::any_of(numbers_.begin(), numbers_.end(),
                                [](const Finding& found) { return found.standing == Standing::Agrees; });
  if (!held) return false;
  return want == Trend::Up ? *fact.here > *fact.there : want == Trend::Down && *fact.here < *fact.there;
}

/// "여름에는 봄보다 덜", "more often in autumn than in spring": two times of the year beside each other.
std::optional<Trend> Trial::trend_between_days(const Keys& keys) const {
  const std::string_view text = said_.folded();
  const SaidDays* other = nullptr;
  const SaidDays* here = nullptr;
  for (const SaidDays& one : said_.days()) {
    if (one.to || one.ends_span || one.fineness == Fineness::Year || one.fineness == Fineness::Day)
      return std::nullopt;
    (is_put_beside(text, one) ? other : here) = &one;
  }
  if (other == nullptr || here == nullptr) return std::nullopt;
  const Period& period = known_.findings.period;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({"activity:" + activity.id}, keys)) continue;
    const auto count = count_in(activity, here->days, period);
    const auto there = count_in(activity, other->days, period);
    if (!count || !there || *count == *there) return std::nullopt;
    return *count > *there ? Trend::Up : Trend::Down;
  }
  return std::nullopt;
}

/// "doubled from April to May": the end of a span beside its beginning.
std::optional<Trend> Trial::trend_over_span(const Keys& keys) const {
  const auto& days = said_.days();
  const auto span = std::find_if(days.begin(), days.end(), [](const SaidDays& day) {
    return day.to && (day.fineness == Fineness::Month || day.fineness == Fineness::Season);
  });
  if (span == days.end()) return std::nullopt;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({activity_key(activity.id)}, keys)) continue;
    const auto before = count_in(activity, span->days, known_.findings.period);
    const auto after = count_in(activity, days[*span->to].days, known_.findings.period);
    if (!before || !after || *before == *after) return std::nullopt;
    return *after > *before ? Trend::Up : Trend::Down;
  }
  return std::nullopt;
}

/// What the counts of the days said show beside those before them; nothing where they are much the same.
std::optional<Trend> Trial::trend_of_days(const Keys& keys) const {
  const auto& days = said_.days();
  const auto day = std::find_if(days.begin(), days.end(), [](const SaidDays& one) {
    return is_moment(one) && one.fineness != Fineness::Day;
  });
  if (day == days.end()) return std::nullopt;
  const Period& period = known_.findings.period;
  DateRange range = day->days;
  const int length = range.days();
  DateRange before{std::max(period.from, range.from - length), range.from - 1};
  if (day->open == Open::Onwards) {
    range.to = period.lived_to();
    before.from = period.from;
  }
  range.to = std::min(range.to, period.lived_to());
  constexpr int fewest_days = 20;
  if (range.days() < fewest_days || before.days() < fewest_days) return std::nullopt;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({"activity:" + activity.id}, keys)) continue;
    const auto here = count_in(activity, range, period);
    const auto there = count_in(activity, before, period);
    if (!here || !there || *here + *there == 0) return std::nullopt;
    const double rate = static_cast<double>(*here) / range.days();
    const double rate_before = static_cast<double>(*there) / before.days();
    constexpr double plain = 1.25;
    if (rate > plain * rate_before) return Trend::Up;
    if (rate_before > plain * rate) return Trend::Down;
    return std::nullopt;
  }
  return std::nullopt;
}

void Trial::judge_direction(Turn turn, const std::vector<const TrendFact*>& facts, VerifiedPart& part) const {
  const auto& days = said_.days();
  const bool beside =
      said_.all_cues().has(Cue::LastYear) || std::any_of(days.begin(), days.end(), [&](const SaidDays& day) {
        return day.fineness == Fineness::Year && day.days.from.year() == known_.findings.against.from.year();
      });
  if (!facts.empty()) {
    if (const auto shown = trend_between_days(facts.front()->of)) {
      part.finding = facts.front()->finding;
      part.standing = *shown == trend_of(turn) ? Standing::Agrees : Standing::Differs;
      return;
    }
  }
  const bool dated = !beside && said_.amounts().empty() && std::any_of(days.begin(), days.end(), is_moment);
  const Trend want = trend_of(turn);
  for (const TrendFact* fact : facts) {
    part.finding = fact->finding;
    if (beside && !fact->against) continue;
    if (dated && (!fact->day || !is_when(*fact))) continue;
    if (fact->trend == want || counts_show(want, *fact)) {
      part.standing = Standing::Agrees;
      return;
    }
    if (fact->trend != Trend::Unknown) part.standing = Standing::Differs;
  }
  const bool changed = std::any_of(
      facts.begin(), facts.end(), [want](const TrendFact* fact) { return fact->day && fact->trend == want; });
  const Trend other = want == Trend::Up ? Trend::Down : Trend::Up;
  const bool opposed = std::any_of(facts.begin(), facts.end(), [&](const TrendFact* fact) {
    return fact->day && fact->trend == other && is_when(*fact);
  });
  if (beside || facts.empty() || (want != Trend::Up && want != Trend::Down)) return;
  if (part.standing == Standing::CannotBeKnown) {
    if (const auto shown = trend_over_span(facts.front()->of)) {
      part.standing = *shown == want ? Standing::Agrees : Standing::Differs;
      return;
    }
  }
  if (changed || opposed) return;
  if (const auto shown = trend_of_days(facts.front()->of))
    part.standing = *shown == want ? Standing::Agrees : Standing::Differs;
}

/// What a sentence says of a habit and a time, in words that tell no direction that is known: beside last
/// year, or in a month in which more is said of it than that it was done.
void Trial::unread_directions(std::vector<VerifiedPart>& to) const {
  if (!said_.amounts().empty() || !said_.turns().empty()) return;
  const NamedThing* subject = nullptr;
  for (const NamedThing& name : said_.names()) {
    if (name.what == Named::Place || name.what == Named::Person || name.what == Named::Words) return;
    const bool habit = std::any_of(
        known_.facts.trends.begin(), known_.facts.trends.end(),
        [&name](const TrendFact& fact) { return meet(fact.of, name.keys) && !meet(fact.of, {"verdict"}); });
    if (habit && subject == nullptr) subject = &name;
  }
  if (subject == nullptr) return;
  const Cues cues = said_.all_cues();
  const bool beside = to.empty() && cues.has(Cue::LastYear) && !is_plain(said_.folded());
  const Cues told = {Cue::Most, Cue::Least, Cue::Start, Cue::End,    Cue::First,  Cue::Final,  Cue::None,
                     Cue::Open, Cue::Kept,  Cue::Ahead, Cue::Booked, Cue::Streak, Cue::Broken, Cue::Negative};
  const bool in_a_month =
      !cues.any_of(told) && !is_plain(said_.folded()) &&
      std::any_of(said_.days().begin(), said_.days().end(), [](const SaidDays& day) {
        return is_moment(day) && (day.fineness == Fineness::Month || day.fineness == Fineness::Third);
      });
  if (!beside && !in_a_month) return;
  VerifiedPart part;
  part.stated = Stated::Direction;
  part.at = subject->at;
  part.end = subject->end;
  to.push_back(part);
}

}  // namespace hoego
