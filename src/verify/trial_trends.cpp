#include <algorithm>
#include <array>
#include <utility>

#include "story/plan.h"
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

/// Whether words of keeping and of breaking may be said of a promise; of one that is still open both may.
bool verdict_fits(Trend verdict, bool kept, bool broken, std::string_view text) {
  const auto says = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
  const bool done = says("이미") || says("already") || says("끝까지") || says("거뜬");
  if (verdict == Trend::Same && done && kept != broken) return false;
  return verdict == Trend::Same || (verdict == Trend::Up && kept && !broken) ||
         (verdict == Trend::Down && broken);
}

}  // namespace

/// The same of a slow change, which any month of its interval may name.
bool Trial::is_when(const TrendFact& fact) const {
  const auto& days = said_.days();
  return is_when(*fact.day) ||
         (fact.when && std::any_of(days.begin(), days.end(), [&fact](const SaidDays& day) {
            return is_moment(day) && day.fineness != Fineness::Day && intersect(day.days, *fact.when);
          }));
}

/// A date beside it is that of the change; without one it is of any.
bool Trial::is_when(Date date) const {
  const auto& days = said_.days();
  return std::none_of(days.begin(), days.end(), is_moment) ||
         std::any_of(days.begin(), days.end(),
                     [date](const SaidDays& day) { return is_moment(day) && holds(day, date); });
}

/// The activities of the numbers that hold: "작년 53권에 견주면 올해 두 권은 줄어든 수다".
Trial::Keys Trial::counted_here() const {
  Keys keys;
  for (const Finding& found : numbers_) {
    if (found.standing != Standing::Agrees) continue;
    for (const Activity& one : known_.findings.activities) {
      const bool of_it = found.finding == one.id || found.finding == against_id(one);
      if (of_it && !meet(keys, {activity_key(one.id)})) keys.push_back(activity_key(one.id));
    }
  }
  return keys.size() == 1 ? keys : Keys{};
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
  if (turn.noun == Noun::Next) {
    for (const NamedThing& name : said_.names()) {
      const bool next_to_it = name.what == Named::Activity && name.at == turn.end + 1;
      if (next_to_it) groups.push_back(name.keys);
    }
    return groups;
  }
  take(turn.at, turn.end);
  if (groups.empty() && (cleft || turn.noun == Noun::Behind)) take(turn.end, next);
  // "Drums overshadowed all; commits lagged": of its own clause first.
  const std::size_t clause = text.substr(0, turn.at).rfind("; ");
  if (groups.empty() && !cleft && clause != std::string_view::npos && clause > from) take(clause, turn.at);
  if (groups.empty() && !cleft) take(from, turn.at);
  if (groups.empty() && !cleft && from > 0) take(0, from);
  // "여행은 1월에 시작됐다": what begins is the trip.
  const bool of_a_trip =
      groups.empty() && !cleft && turn.noun == Noun::Around &&
      std::any_of(said_.names().begin(), said_.names().end(), [&](const NamedThing& name) {
        return name.at < turn.at && (name.what == Named::Place || meet(name.keys, {"trips"}));
      });
  if (groups.empty() && !of_a_trip) take(turn.end, next);
  if (groups.empty() && cleft) take(0, turn.at);
  // Of what a place is named beside, nothing is said that a habit could tell.
  const bool elsewhere = std::any_of(said_.names().begin(), said_.names().end(),
                                     [](const NamedThing& name) { return name.what == Named::Place; });
  if (!groups.empty() || elsewhere) return groups;
  if (Keys counted = counted_here(); !counted.empty()) return {counted};
  if (Keys implied = implied_by_verb(); !implied.empty()) return {implied};
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
      constexpr double hardly = 0.25;  // a week
      const bool starts = change.kind == ChangeKind::Started || change.kind == ChangeKind::Resumed ||
                          (change.kind == ChangeKind::Grew && change.before_per_week < hardly);
      const bool ends = change.kind == ChangeKind::Stopped || change.kind == ChangeKind::Faded;
      TrendFact when;
      when.day = change.date;
      if (change.kind == ChangeKind::Faded) when.when = DateRange{change.low, change.high};
      fits = fits || ((turn == Turn::Begun ? starts : ends) && is_when(when));
    }
    // What came in the first weeks of the period may have gone on since before.
    const bool is_new = activity.first && activity.count > 0 &&
                        (*activity.first - known_.findings.period.from >= 28 ||
                         (activity.against && activity.against->count == 0));
    // "6월 18일부터 7월 19일까지 발길을 끊었다": not for good.
    for (std::size_t i = 0; turn == Turn::Ended && i < said_.days().size(); ++i) {
      if (!said_.days()[i].to) continue;
      const DateRange range = said_range(i);
      fits = fits || (range.days() > 2 &&
                      count_in(activity, {range.from + 1, range.to - 1}, known_.findings.period) == 0);
    }
    if (turn == Turn::Begun) fits = fits || (is_new && is_when(*activity.first));
    if (turn == Turn::Ended)
      fits = fits || (activity.last && known_.findings.period.lived_to() - *activity.last >= 28 &&
                      is_when(*activity.last));
    part.standing = fits ? Standing::Agrees : Standing::Differs;
  }
}

/// "작년에는 없던 일이다", "last year had none": said without a number.
void Trial::absent_last_year(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  for (const std::string_view words :
       {"작년에는 없던", "작년엔 없던", "지난해에는 없던", "작년에는 없었", "작년엔 없었", "지난해엔 없던",
        "작년에는 하지 않던", "작년엔 안 하던", "last year had none", "none at all last year",
        "none last year", "did not exist last year", "was not there last year"}) {
    const std::size_t at = text.find(words);
    if (at == std::string_view::npos) continue;
    for (const Keys& keys : tiers_around({at, at + words.size()})) {
      for (const Activity& activity : known_.findings.activities) {
        if (!meet({"activity:" + activity.id}, keys) || !activity.against) continue;
        VerifiedPart part;
        part.stated = Stated::Comparison;
        part.at = at;
        part.end = at + words.size();
        part.finding = activity.id;
        part.standing = activity.against->count == 0 ? Standing::Agrees : Standing::Differs;
        to.push_back(part);
        return;
      }
    }
  }
}

/// "글은 일요일에 올라갔다", "a post went up": of what is published no direction.
bool Trial::is_published(const SaidTurn& turn, const Keys& keys) const {
  const std::string_view word = std::string_view(said_.folded()).substr(turn.at, turn.end - turn.at);
  if ((word != "올라갔" && word != "went up") || said_.all_cues().has(Cue::LastYear)) return false;
  return std::any_of(known_.findings.activities.begin(), known_.findings.activities.end(),
                     [&](const Activity& one) {
                       return (one.kind == Kind::Post || one.kind == Kind::PullRequest) &&
                              meet({activity_key(one.id)}, keys);
                     });
}

void Trial::trends(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  const std::vector<SaidTurn>& all = said_.turns();
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
      if (is_published(one, keys)) continue;
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

/// The promise that a sentence means without its words: by what it counts, where no other counts the same.
Trial::Keys Trial::promise_meant() const {
  const std::string_view text = said_.folded();
  const auto says = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
  bool promised = says("기로 했") || says("기로 한") || says("겠다던") || says("겠다는 ");
  bool abroad = says("해외") || says("abroad") || says("overseas") || says("외국");
  Keys named;
  for (const NamedThing& name : said_.names()) {
    if (meet(name.keys, {"promises"})) promised = true;
    if (std::any_of(name.keys.begin(), name.keys.end(),
                    [](const std::string& key) { return key.rfind("finding:promise", 0) == 0; }))
      return {};
    named.insert(named.end(), name.keys.begin(), name.keys.end());
  }
  if (!promised) return {};
  Keys meant;
  for (const Promise& one : known_.findings.promises) {
    if (!one.terms || one.days.from >= known_.findings.period.as_of) continue;
    const bool trips = one.terms->measure == MeasureKind::Trips && abroad;
    const bool counted = !one.terms->name.empty() && meet(named, {activity_key(one.terms->name)});
    if (trips || counted) meant.push_back(finding_key(one.id));
  }
  return meant.size() == 1 ? meant : Keys{};
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

/// "다짐은 드럼만 지켰고 글과 스터디는 지키지 못했다": each by what it counts, in its clause.
void Trial::promises_by_clause(std::vector<VerifiedPart>& to) const {
  const auto& names = said_.names();
  if (std::none_of(names.begin(), names.end(),
                   [](const NamedThing& name) { return meet(name.keys, {"promises"}); }))
    return;
  const std::string_view text = said_.folded();
  for (const NamedThing& name : names) {
    std::size_t end = text.size();
    for (const std::string_view mark : {"고 ", "지만 ", "는데 ", "; ", " but "})
      end = std::min(end, text.find(mark, name.end));
    const Cues cues = said_.cues_of({name.at, end});
    const Keeping said = keeping_in(text.substr(name.at, end - name.at));
    const bool broken = cues.has(Cue::Broken) || said.broken;
    if (!broken && !cues.has(Cue::Kept) && !said.kept) continue;
    for (const Promise& one : known_.findings.promises) {
      const bool counted = one.terms && !one.terms->name.empty() && one.verdict &&
                           one.days.from < known_.findings.period.as_of &&
                           meet(name.keys, {activity_key(one.terms->name)});
      if (!counted) continue;
      VerifiedPart part;
      part.stated = Stated::Direction;
      part.at = name.at;
      part.end = name.end;
      part.finding = one.id;
      const Trend verdict = *one.verdict == Verdict::Kept ? Trend::Up
                            : *one.verdict == Verdict::Broken || *one.verdict == Verdict::Missed
                                ? Trend::Down
                                : Trend::Same;
      part.standing = verdict_fits(verdict, !broken, broken, text) ? Standing::Agrees : Standing::Differs;
      to.push_back(part);
    }
  }
}

void Trial::verdicts(std::vector<VerifiedPart>& to) const {
  const Cues cues = said_.all_cues();
  const Keeping said = keeping_in(beside_promises());
  const bool kept = cues.has(Cue::Kept) || said.kept;
  const bool broken = cues.has(Cue::Broken) || said.broken;
  if (!kept && !broken) return;
  const std::size_t before = to.size();
  // What the verdicts on promises of these keys say to the words from `at` to `end`.
  const auto judge = [&](const Keys& keys, std::size_t at, std::size_t end) {
    for (const TrendFact& fact : known_.facts.trends) {
      if (!meet(fact.of, {"verdict"}) || !meet(fact.of, keys)) continue;
      VerifiedPart part;
      part.stated = Stated::Direction;
      part.at = at;
      part.end = end;
      part.finding = fact.finding;
      part.standing =
          verdict_fits(fact.trend, kept, broken, said_.folded()) ? Standing::Agrees : Standing::Differs;
      to.push_back(part);
    }
  };
  const std::size_t whole = said_.text().size();
  for (const NamedThing& name : said_.names()) judge(name.keys, name.at, name.end);
  judge(promise_meant(), 0, whole);
  promises_by_clause(to);
  if (to.size() > before) return;
  // "Remember “…”? I stuck to it."
  const bool spoken_of = said_.names().empty() && said_.amounts().empty() && !context_.keys.empty();
  if (spoken_of) judge(context_.keys.front(), 0, whole);
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
