#include <algorithm>
#include <array>
#include <utility>

#include "verify/keeping.h"
#include "verify/trial.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}

bool is_moment(const SaidDays& day) {
  return !day.to && !day.ends_span && day.fineness != Fineness::Year && day.fineness != Fineness::Half;
}

bool holds(const SaidDays& day, Date date) {
  const int slack = day.about ? 5 : 0;
  return day.days.from - slack <= date && date <= day.days.to + slack;
}

/// "늘어난 건 드럼이다", "started on May 2": a cleft sentence names its subject behind.
bool is_cleft(std::string_view after) {
  constexpr std::array<std::string_view, 6> tails = {{"난 건", "든 건", "난 것", "든 것", " 건 ", " 것은"}};
  return std::any_of(tails.begin(), tails.end(),
                     [after](std::string_view tail) { return begins(after, tail); });
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

/// A date beside it is that of the change; without one it is of any.
bool Trial::is_when(Date date) const {
  const auto& days = said_.days();
  return std::none_of(days.begin(), days.end(), is_moment) ||
         std::any_of(days.begin(), days.end(),
                     [date](const SaidDays& day) { return is_moment(day) && holds(day, date); });
}

/// What a word of direction is said of, which stands between the words `from` and `next` around it.
std::vector<Trial::Keys> Trial::subjects_of(const SaidTurn& turn, std::size_t from, std::size_t next) const {
  const std::string_view text = said_.folded();
  std::vector<Keys> groups;
  const auto take = [&](std::size_t begin, std::size_t stop) {
    for (const NamedThing& name : said_.names()) {
      const bool subject = name.what == Named::Activity || name.what == Named::Thing ||
                           (name.what == Named::General && meet(name.keys, {"commute"}));
      if (subject && begin <= name.at && name.at < stop) groups.push_back(name.keys);
    }
  };
  const bool cleft = is_cleft(text.substr(turn.end));
  if (cleft || turn.noun == Noun::Behind) take(turn.end, next);
  if (groups.empty() && !cleft) take(from, turn.at);
  if (groups.empty() && !cleft && from > 0) take(0, from);
  if (groups.empty()) take(turn.end, next);
  // Of what a place is named beside, nothing is said that a habit could tell.
  const bool elsewhere = std::any_of(said_.names().begin(), said_.names().end(),
                                     [](const NamedThing& name) { return name.what == Named::Place; });
  if (!groups.empty() || elsewhere) return groups;
  for (const Keys& keys : context_.keys) {
    const bool known = std::any_of(known_.facts.trends.begin(), known_.facts.trends.end(),
                                   [&](const TrendFact& fact) { return meet(fact.of, keys); });
    if (known) return {keys};
  }
  return groups;
}

/// "3월에 시작했다", "stopped in May": a change of the kind, the first or the last time, when it is said.
void Trial::judge_turn_of_life(Turn turn, const Keys& keys, VerifiedPart& part) const {
  bool fits = false;
  for (const Activity& activity : known_.findings.activities) {
    if (!meet({"activity:" + activity.id}, keys)) continue;
    part.finding = activity.id;
    for (const Change& change : activity.changes) {
      const bool starts = change.kind == ChangeKind::Started || change.kind == ChangeKind::Resumed;
      const bool ends = change.kind == ChangeKind::Stopped || change.kind == ChangeKind::Faded;
      fits = fits || ((turn == Turn::Begun ? starts : ends) && is_when(change.date));
    }
    // What came in the first weeks of the period may have gone on since before.
    const bool is_new = activity.first && activity.count > 0 &&
                        (*activity.first - known_.findings.period.from >= 28 ||
                         (activity.against && activity.against->count == 0));
    if (turn == Turn::Begun) fits = fits || (is_new && is_when(*activity.first));
    if (turn == Turn::Ended)
      fits = fits || (activity.last && known_.findings.period.lived_to() - *activity.last >= 28 &&
                      is_when(*activity.last));
    part.standing = fits ? Standing::Agrees : Standing::Differs;
  }
}

/// Two counts that hold and stand side by side show a direction, also where it could be chance.
bool Trial::counts_show(Trend want, const TrendFact& fact) const {
  if (!fact.against || !fact.here || !fact.there || fact.trend == Trend::Up || fact.trend == Trend::Down)
    return false;
  const bool held = std::any_of(numbers_.begin(), numbers_.end(),
                                [](const Finding& found) { return found.standing == Standing::Agrees; });
  if (!held) return false;
  return want == Trend::Up ? *fact.here > *fact.there : want == Trend::Down && *fact.here < *fact.there;
}

void Trial::judge_direction(Turn turn, const std::vector<const TrendFact*>& facts, VerifiedPart& part) const {
  const auto& days = said_.days();
  const bool beside =
      said_.all_cues().has(Cue::LastYear) || std::any_of(days.begin(), days.end(), [&](const SaidDays& day) {
        return day.fineness == Fineness::Year && day.days.from.year() == known_.findings.against.from.year();
      });
  const bool dated = !beside && said_.amounts().empty() && std::any_of(days.begin(), days.end(), is_moment);
  const Trend want = trend_of(turn);
  for (const TrendFact* fact : facts) {
    part.finding = fact->finding;
    if (beside && !fact->against) continue;
    if (dated && (!fact->day || !is_when(*fact->day))) continue;
    if (fact->trend == want || counts_show(want, *fact)) {
      part.standing = Standing::Agrees;
      return;
    }
    if (fact->trend != Trend::Unknown) part.standing = Standing::Differs;
  }
}

void Trial::trends(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  const std::vector<SaidTurn> all = turns_in(text);
  const auto is_unclear = [](const SaidTurn& one) { return one.turn == Turn::Unclear; };
  const bool unclear = std::any_of(all.begin(), all.end(), is_unclear);
  std::size_t from = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const SaidTurn& one = all[i];
    const std::size_t next = i + 1 < all.size() ? all[i + 1].at : text.size();
    const std::size_t start = std::exchange(from, one.end);
    if (unclear && (!is_unclear(one) || (i > 0 && is_unclear(all[i - 1])))) continue;
    if (begins(text.substr(one.end), " 지 ")) continue;  // 시작한 지 3년: how long ago
    const auto groups = subjects_of(one, start, next);
    for (const Keys& keys : groups) {
      std::vector<const TrendFact*> facts;
      for (const TrendFact& fact : known_.facts.trends) {
        if (meet(fact.of, keys) && !meet(fact.of, {"verdict"})) facts.push_back(&fact);
      }
      VerifiedPart part;
      part.stated = is_unclear(one) ? Stated::Comparison : Stated::Direction;
      part.at = one.at;
      part.end = one.end;
      if (one.turn == Turn::Begun || one.turn == Turn::Ended) {
        judge_turn_of_life(one.turn, keys, part);
        if (!part.finding.empty()) to.push_back(part);
        continue;
      }
      if (facts.empty() && (!meet(known_.facts.done, keys) || groups.size() > 1)) continue;
      judge_direction(one.turn, facts, part);
      to.push_back(part);
    }
  }
}

/// A sentence in small letters without the words of its promises, which may speak of keeping themselves.
std::string Trial::beside_promises() const {
  std::string text(said_.folded());
  for (const NamedThing& name : said_.names()) {
    const bool promise = std::any_of(
        known_.facts.trends.begin(), known_.facts.trends.end(),
        [&](const TrendFact& fact) { return meet(fact.of, {"verdict"}) && meet(fact.of, name.keys); });
    if (promise) text.replace(name.at, name.end - name.at, name.end - name.at, ' ');
  }
  return text;
}

void Trial::verdicts(std::vector<VerifiedPart>& to) const {
  const Cues cues = said_.all_cues();
  const Keeping said = keeping_in(beside_promises());
  const bool kept = cues.has(Cue::Kept) || said.kept;
  const bool broken = cues.has(Cue::Broken) || said.broken;
  if (!kept && !broken) return;
  const std::size_t before = to.size();
  for (const NamedThing& name : said_.names()) {
    for (const TrendFact& fact : known_.facts.trends) {
      if (!meet(fact.of, {"verdict"}) || !meet(fact.of, name.keys)) continue;
      VerifiedPart part;
      part.stated = Stated::Direction;
      part.at = name.at;
      part.end = name.end;
      part.finding = fact.finding;
      const bool fits = fact.trend == Trend::Same || (fact.trend == Trend::Up && kept && !broken) ||
                        (fact.trend == Trend::Down && broken);
      part.standing = fits ? Standing::Agrees : Standing::Differs;
      to.push_back(part);
    }
  }
  if (to.size() > before || !said_.amounts().empty()) return;
  // A promise is told of that no name tells apart.
  for (const NamedThing& name : said_.names()) {
    if (name.what != Named::General || !meet(name.keys, {"promises"})) continue;
    VerifiedPart part;
    part.stated = Stated::Direction;
    part.at = name.at;
    part.end = name.end;
    to.push_back(part);
    return;
  }
}

}  // namespace hoego
