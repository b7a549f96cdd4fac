#include <algorithm>
#include <array>
#include <cmath>

#include "verify/trial.h"

namespace hoego {
namespace {

enum class Turn { Up, Down, Begun, Ended, Unclear };

struct TurnWord {
  std::string_view text;
  Turn turn;
};

/// Words that say of something that it went up or down, began or ended.
constexpr std::array<TurnWord, 101> turns = {
    {{"늘었다고도", Turn::Unclear}, {"줄었다고도", Turn::Unclear}, {"뚜렷한 차이", Turn::Unclear}, {"우연히", Turn::Unclear}, {"비슷", Turn::Unclear},
     {"no clear difference", Turn::Unclear}, {"too close to call", Turn::Unclear}, {"by chance", Turn::Unclear}, {"about the same", Turn::Unclear},
     {"늘었", Turn::Up}, {"늘어", Turn::Up}, {"늘린", Turn::Up}, {"늘렸", Turn::Up}, {"늘고", Turn::Up}, {"늘며", Turn::Up}, {"잦아", Turn::Up}, {"많아졌", Turn::Up}, {"많아져", Turn::Up},
     {"증가", Turn::Up}, {"급증", Turn::Up}, {"길어졌", Turn::Up}, {"더 많", Turn::Up}, {"더 자주", Turn::Up}, {"보다 많", Turn::Up}, {"더 길", Turn::Up},
     {"줄었", Turn::Down}, {"줄어", Turn::Down}, {"줄인", Turn::Down}, {"줄고", Turn::Down}, {"줄며", Turn::Down}, {"뜸해", Turn::Down}, {"드물어", Turn::Down}, {"드문드문해", Turn::Down},
     {"감소", Turn::Down}, {"적어졌", Turn::Down}, {"짧아졌", Turn::Down}, {"덜 ", Turn::Down}, {"더 적", Turn::Down}, {"보다 적", Turn::Down},
     {"멈췄", Turn::Ended}, {"멈춘", Turn::Ended}, {"그만뒀", Turn::Ended}, {"그만두", Turn::Ended}, {"끊겼", Turn::Ended}, {"끊긴", Turn::Ended},
     {"시작됐", Turn::Begun}, {"시작했", Turn::Begun}, {"시작해", Turn::Begun}, {"새로 생", Turn::Begun}, {"다시 이어", Turn::Begun}, {"시작한", Turn::Begun},
     {"went up", Turn::Up}, {"go up", Turn::Up}, {"rose", Turn::Up}, {"risen", Turn::Up}, {"grew", Turn::Up}, {"increased", Turn::Up}, {"picked up", Turn::Up}, {"climbed", Turn::Up},
     {"up from", Turn::Up}, {"doubled", Turn::Up}, {"tripled", Turn::Up}, {"more often", Turn::Up}, {"there was more", Turn::Up}, {"more than last year", Turn::Up}, {"more than the year before", Turn::Up},
     {"went down", Turn::Down}, {"go down", Turn::Down}, {"fell", Turn::Down}, {"fallen", Turn::Down}, {"dropped", Turn::Down}, {"declined", Turn::Down}, {"decreased", Turn::Down},
     {"down from", Turn::Down}, {"thinned out", Turn::Down}, {"slowed", Turn::Down}, {"grew rarer", Turn::Down}, {"less often", Turn::Down}, {"halved", Turn::Down}, {"there was less", Turn::Down},
     {"fewer", Turn::Down}, {"more than in ", Turn::Up}, {"less than in ", Turn::Down}, {"less than last year", Turn::Down}, {"faded", Turn::Down},
     {"came to a stop", Turn::Ended}, {"stopped", Turn::Ended}, {"quit ", Turn::Ended}, {"ended on", Turn::Ended}, {"rarer", Turn::Down}, {"a rare thing", Turn::Down}, {"more frequent", Turn::Up}, {"clear rise", Turn::Up}, {"clear drop", Turn::Down}, {"clear fall", Turn::Down}, {"확실히 늘", Turn::Up}, {"there were more", Turn::Up}, {"there were fewer", Turn::Down}, {"started", Turn::Begun}, {"took up", Turn::Begun}, {"came back", Turn::Begun}}};

struct Said1 {
  Turn turn;
  std::size_t at;
  std::size_t end;
};

bool begins(std::string_view text, std::string_view word) { return text.substr(0, word.size()) == word; }

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// "작년보다 글을 많이 썼다", "more posts than last year": the word of the direction apart from what it is put
/// beside.
void add_beside(std::string_view text, std::vector<Said1>& to) {
  const auto note = [&](std::size_t at, std::size_t length, Turn turn) {
    const bool taken = std::any_of(to.begin(), to.end(), [&](const Said1& other) { return at < other.end && other.at < at + length; });
    if (!taken) to.push_back({turn, at, at + length});
  };
  for (const std::string_view then : {"작년보다", "지난해보다", "기간보다", "작년에 비해", "년보다", "이맘때보다"}) {
    const std::size_t found = text.find(then);
    if (found == std::string_view::npos) continue;
    for (const TurnWord& one : {TurnWord{"많이", Turn::Up}, TurnWord{"많은", Turn::Up}, TurnWord{"많았", Turn::Up}, TurnWord{"많다", Turn::Up}, TurnWord{"자주", Turn::Up},
                                TurnWord{"적게", Turn::Down}, TurnWord{"적은", Turn::Down}, TurnWord{"적었", Turn::Down}, TurnWord{"적다", Turn::Down}, TurnWord{"덜 ", Turn::Down}}) {
      const std::size_t at = text.find(one.text, found);
      if (at == std::string_view::npos) continue;
      // "많이 줄었다" is said by the verb alone.
      const bool verb = std::any_of(to.begin(), to.end(), [&](const Said1& other) { return other.turn != Turn::Unclear; });
      if (!verb) note(at, one.text.size(), one.turn);
      break;
    }
    break;
  }
  for (const std::string_view then : {" than last year", " than in the same", " than the year before", " than by this time", " than a year ago", " than in 20"}) {
    const std::size_t found = text.find(then);
    if (found == std::string_view::npos) continue;
    for (const TurnWord& one : {TurnWord{"more ", Turn::Up}, TurnWord{"fewer ", Turn::Down}, TurnWord{"less ", Turn::Down}}) {
      const std::size_t at = text.rfind(one.text, found);
      if (at != std::string_view::npos && found - at < 60) note(at, one.text.size() - 1, one.turn);
    }
    break;
  }
}

std::vector<Said1> turns_in(std::string_view text) {
  std::vector<Said1> all;
  for (const TurnWord& one : turns) {
    for (std::size_t at = text.find(one.text); at != std::string_view::npos; at = text.find(one.text, at + 1)) {
      const std::size_t end = at + one.text.size();
      const bool latin = is_letter_byte(one.text.front());
      if (latin && ((at > 0 && is_letter_byte(text[at - 1])) || (end < text.size() && is_letter_byte(text[end]) && one.text.back() != ' '))) continue;
      const bool taken = std::any_of(all.begin(), all.end(), [&](const Said1& other) { return at < other.end && other.at < end; });
      if (!taken) all.push_back({one.turn, at, end});
    }
  }
  add_beside(text, all);
  std::sort(all.begin(), all.end(), [](const Said1& a, const Said1& b) { return a.at < b.at; });
  return all;
}

}  // namespace

void Trial::trends(std::vector<VerifiedPart>& to) const {
  const std::string_view text = said_.folded();
  std::vector<Said1> all = turns_in(text);
  const bool unclear = std::any_of(all.begin(), all.end(), [](const Said1& one) { return one.turn == Turn::Unclear; });
  std::size_t from = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Said1& one = all[i];
    const std::size_t next = i + 1 < all.size() ? all[i + 1].at : text.size();
    const std::size_t start = from;
    from = one.end;
    if (unclear && one.turn != Turn::Unclear) continue;
    if (unclear && i > 0 && all[i - 1].turn == Turn::Unclear) continue;
    const std::string_view after = text.substr(one.end);
    const bool cleft = begins(after, "난 건") || begins(after, "든 건") || begins(after, "난 것") || begins(after, "든 것") || begins(after, " 건 ") || begins(after, " 것은");
    const bool noun_behind = text.substr(one.at, one.end - one.at) == "there was more" || text.substr(one.at, one.end - one.at) == "there was less" ||
                             text.substr(one.at, one.end - one.at) == "fewer" || text.substr(one.at, one.end - one.at) == "took up" ||
                             text.substr(one.at, one.end - one.at) == "started" || text.substr(one.at, one.end - one.at) == "there were more" ||
                             text.substr(one.at, one.end - one.at) == "there were fewer" ||
                             text.substr(one.at, one.end - one.at) == "stopped" || text.substr(one.at, one.end - one.at) == "quit ";
    std::vector<Keys> groups;
    const auto take = [&](std::size_t begin, std::size_t stop) {
      for (const NamedThing& name : said_.names()) {
        const bool subject = name.what == Named::Activity || name.what == Named::Thing || (name.what == Named::General && meet(name.keys, {"commute"}));
        if (subject && begin <= name.at && name.at < stop) groups.push_back(name.keys);
      }
    };
    if (cleft || noun_behind) take(one.end, next);
    if (groups.empty() && !cleft) take(start, one.at);
    if (groups.empty() && !cleft && i > 0) take(0, start);
    if (groups.empty()) take(one.end, next);
    if (groups.empty()) {
      for (const Keys& keys : context_.keys) {
        const bool known = std::any_of(known_.facts.trends.begin(), known_.facts.trends.end(), [&](const TrendFact& fact) { return meet(fact.of, keys); });
        if (!known) continue;
        groups.push_back(keys);
        break;
      }
    }
    for (const Keys& keys : groups) {
      std::vector<const TrendFact*> facts;
      for (const TrendFact& fact : known_.facts.trends) {
        if (meet(fact.of, keys) && !meet(fact.of, {"verdict"})) facts.push_back(&fact);
      }
      const bool begun_or_ended = one.turn == Turn::Begun || one.turn == Turn::Ended;
      if (facts.empty() && !begun_or_ended) {
        const bool counted = std::any_of(known_.facts.done.begin(), known_.facts.done.end(), [&](const std::string& key) { return meet({key}, keys); });
        if (!counted) continue;
      }
      VerifiedPart part;
      part.stated = one.turn == Turn::Unclear ? Stated::Comparison : Stated::Direction;
      part.at = one.at;
      part.end = one.end;
      part.standing = Standing::CannotBeKnown;
      const Cues cues = said_.all_cues();
      const bool beside = cues.has(Cue::LastYear) || std::any_of(said_.days().begin(), said_.days().end(), [&](const SaidDays& day) {
                            return day.fineness == Fineness::Year && day.days.from.year() == known_.findings.against.from.year();
                          });
      if (one.turn == Turn::Begun || one.turn == Turn::Ended) {
        bool fits = false;
        for (const Activity& activity : known_.findings.activities) {
          if (!meet({"activity:" + activity.id}, keys)) continue;
          part.finding = activity.id;
          for (const Change& change : activity.changes) {
            const bool starts = change.kind == ChangeKind::Started || change.kind == ChangeKind::Resumed;
            fits = fits || (one.turn == Turn::Begun ? starts : change.kind == ChangeKind::Stopped || change.kind == ChangeKind::Faded);
          }
          if (one.turn == Turn::Begun) fits = fits || (activity.first && activity.count > 0);
          if (one.turn == Turn::Ended) fits = fits || (activity.last && known_.findings.period.lived_to() - *activity.last >= 28);
          part.standing = fits ? Standing::Agrees : Standing::Differs;
        }
        if (part.finding.empty()) continue;
        to.push_back(part);
        continue;
      }
      // A date beside it is that of the change.
      const SaidDays* when = nullptr;
      for (const SaidDays& day : said_.days()) {
        if (!day.to && !day.ends_span && day.fineness != Fineness::Year && day.fineness != Fineness::Half) when = &day;
      }
      const bool dated = !beside && when != nullptr && said_.amounts().empty();
      const Trend want = one.turn == Turn::Up ? Trend::Up : one.turn == Turn::Down ? Trend::Down : Trend::Same;
      for (const TrendFact* fact : facts) {
        part.finding = fact->finding;
        if (beside && !fact->against) continue;
        if (dated) {
          const bool then = fact->day && when->days.from - (when->about ? 5 : 0) <= *fact->day && *fact->day <= when->days.to + (when->about ? 5 : 0);
          if (!then) continue;
        }
        const bool raw = fact->against && fact->here && fact->there && said_.amounts().size() > 0 &&
                         std::any_of(numbers_.begin(), numbers_.end(), [](const Finding& found) { return found.standing == Standing::Agrees; }) &&
                         (want == Trend::Up ? *fact->here > *fact->there : want == Trend::Down && *fact->here < *fact->there);
        const bool fits = fact->trend == want || (fact->trend != Trend::Unknown && raw && fact->trend == Trend::Same);
        if (fits) {
          part.standing = Standing::Agrees;
          part.finding = fact->finding;
          break;
        }
        if (fact->trend != Trend::Unknown) part.standing = Standing::Differs;
      }
      to.push_back(part);
    }
  }
}

void Trial::verdicts(std::vector<VerifiedPart>& to) const {
  const Cues cues = said_.all_cues();
  if (!cues.any_of({Cue::Kept, Cue::Broken})) return;
  const std::size_t before = to.size();
  for (const NamedThing& name : said_.names()) {
    for (const TrendFact& fact : known_.facts.trends) {
      if (!meet(fact.of, {"verdict"}) || !meet(fact.of, name.keys)) continue;
      VerifiedPart part;
      part.stated = Stated::Direction;
      part.at = name.at;
      part.end = name.end;
      part.finding = fact.finding;
      const bool kept = cues.has(Cue::Kept);
      const bool broken = cues.has(Cue::Broken);
      const bool fits = fact.trend == Trend::Same || (fact.trend == Trend::Up && kept && !broken) || (fact.trend == Trend::Down && broken);
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
