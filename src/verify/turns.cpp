#include "verify/turns.h"

#include <algorithm>
#include <array>
#include <string>

#include "verify/turn_patterns.h"
#include "verify/turn_words.h"
#include "verify/year_beside.h"

namespace hoego {
namespace {

struct TurnWord {
  std::string_view text;
  Turn turn;
};

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}

/// "작년보다 글을 많이 썼다", "more posts than last year": the word of the direction apart from what it is
/// put beside.
void add_beside(std::string_view text, std::vector<SaidTurn>& to) {
  const auto note = [&](std::size_t at, std::size_t length, Turn turn) {
    const bool taken = std::any_of(to.begin(), to.end(), [&](const SaidTurn& other) {
      return at < other.end && other.at < at + length;
    });
    if (!taken) to.push_back({turn, at, at + length, Noun::Around, Way::Compare});
  };
  for (const std::string_view then :
       {"작년보다", "지난해보다", "기간보다", "작년에 비해", "년보다", "이맘때보다"}) {
    const std::size_t found = text.find(then);
    if (found == std::string_view::npos) continue;
    for (const TurnWord& one :
         {TurnWord{"많이", Turn::Up}, TurnWord{"많은", Turn::Up}, TurnWord{"많았", Turn::Up},
          TurnWord{"많다", Turn::Up}, TurnWord{"자주", Turn::Up}, TurnWord{"적게", Turn::Down},
          TurnWord{"적은", Turn::Down}, TurnWord{"적었", Turn::Down}, TurnWord{"적다", Turn::Down},
          TurnWord{"많습", Turn::Up}, TurnWord{"적습", Turn::Down}, TurnWord{"드문", Turn::Down},
          TurnWord{"덜 ", Turn::Down}, TurnWord{"열심히", Turn::Up}, TurnWord{"더 ", Turn::Up}}) {
      const std::size_t at = text.find(one.text, found);
      if (at == std::string_view::npos) continue;
      // "많이 줄었다" is said by the verb alone.
      const bool verb = std::any_of(to.begin(), to.end(),
                                    [&](const SaidTurn& other) { return other.turn != Turn::Unclear; });
      if (!verb) note(at, one.text.size(), one.turn);
      break;
    }
    break;
  }
  for (const std::string_view then :
       {" than last year", " than in the same", " than the year before", " than by this time",
        " than a year ago", " than in 20", " than last.", " than by last "}) {
    const std::size_t found = text.find(then);
    if (found == std::string_view::npos) continue;
    for (const TurnWord& one :
         {TurnWord{"more ", Turn::Up}, TurnWord{"fewer ", Turn::Down}, TurnWord{"less ", Turn::Down}}) {
      const std::size_t at = text.rfind(one.text, found);
      const bool bound = at != std::string_view::npos && text.substr(at + one.text.size(), 9) == "than half";
      if (at != std::string_view::npos && !bound && found - at < 60) note(at, one.text.size() - 1, one.turn);
    }
    break;
  }
}

/// Words of a table that compare: 더 많, fewer, more often.
bool compares(std::string_view word) {
  for (const std::string_view one : {"more", "less", "fewer", "rarer", "fuller", "더 ", "덜 ", "많이", "자주",
                                     "드물게", "보다 많", "보다 적"}) {
    if (word.find(one) != std::string_view::npos) return true;
  }
  return false;
}

void find(std::string_view text, std::string_view word, const TurnWords& of, std::vector<SaidTurn>& to) {
  const bool change = of.turn == Turn::Up || of.turn == Turn::Down;
  const Way way = of.way == Way::Change && change && compares(word) ? Way::Compare : of.way;
  for (const Span& one : places_of_words(text, word)) to.push_back({of.turn, one.at, one.end, of.noun, way});
}

/// "never gave up", "그만두지 않았다".
bool is_denied(std::string_view text, const SaidTurn& turn) {
  if (turn.turn == Turn::Unclear) return false;
  const std::string_view before = text.substr(0, turn.at);
  for (const std::string_view no :
       {"never ", " not ", "n't ", " no ", " without ", "without a ", "no longer "}) {
    if (before.size() >= no.size() && before.substr(before.size() - no.size()) == no) return true;
  }
  const std::string_view after = text.substr(turn.end);
  // "58 of them fell on a Saturday".
  if (text.substr(turn.at, turn.end - turn.at) == "fell" &&
      (after.substr(0, 4) == " on " || after.substr(0, 6) == " short"))
    return true;
  const std::string_view phrase = text.substr(turn.at, turn.end - turn.at);
  if (phrase == "the end of" || phrase == "the start of") {
    for (const std::string_view when :
         {" january",   " february",   " march",      " april",   " may",      " june",
          " july",      " august",     " september",  " october", " november", " december",
          " last ",     " this ",      " 20",         " spring",  " summer",   " the year",
          " the month", " the summer", " the spring", " the week"}) {
      if (after.substr(0, when.size()) == when) return true;
    }
  }
  if (turn.turn == Turn::Begun) {
    // "10월 2일에 시작된 그 한 주", "the week that began on", "started the year's …", "발을 들인 것도 8월이
    // 끝".
    for (const std::string_view week : {" 그 한 주", " 한 주", " 그 주", " the year", "인 것도", "인 지"}) {
      if (after.substr(0, week.size()) == week) return true;
    }
    for (const std::string_view on : {" on ", " home", " from "}) {
      if (phrase == "came back" && after.substr(0, on.size()) == on) return true;
    }
    // "1월 51개로 시작해": the first of a row of numbers.
    for (const std::string_view with : {"개로 ", "번으로 ", "회로 ", "편으로 ", "장으로 "}) {
      if (before.size() >= with.size() && before.substr(before.size() - with.size()) == with) return true;
    }
    for (const std::string_view week : {"since i ", "week that ", "week which ", " 그 ", "the week "}) {
      if (before.size() >= week.size() && before.substr(before.size() - week.size()) == week) return true;
    }
  }
  // "less than half of last year's" is a bound.
  for (const std::string_view part :
       {" than half", " than a third", " than a quarter", " than one", " than twice"}) {
    if (after.substr(0, part.size()) == part) return true;
  }
  // "생각보다 많다" is beside no number.
  for (const std::string_view thought : {"생각", "예상", "than i thought"}) {
    if (before.size() >= thought.size() && before.substr(before.size() - thought.size()) == thought)
      return true;
  }
  // "2월까지만 해도" ends nothing.
  if (turn.turn == Turn::Ended && after.substr(0, 7) == " 해도") return true;
  // "비행기를 끊었다" books.
  for (const std::string_view ticket : {"비행기를 ", "비행기표를 ", "표를 ", "항공권을 ", "티켓을 "}) {
    if (before.size() >= ticket.size() && before.substr(before.size() - ticket.size()) == ticket) return true;
  }
  // "뜸해지기 시작했다", "began to fade": what begins is the change.
  const std::string_view grows = "지기 ";
  const bool of_a_change =
      after.substr(0, 4) == " to " ||
      (before.size() >= grows.size() && before.substr(before.size() - grows.size()) == grows);
  if (turn.turn == Turn::Begun && of_a_change) return true;
  for (const std::string_view no : {"지 않", "지는 않", "지 못", "지 말"}) {
    if (after.substr(0, no.size()) == no) return true;
  }
  return false;
}

/// "a lot more since March", "up on last year": a bare word that compares, where the sentence says with what.
void add_comparative(std::string_view text, int year, std::vector<SaidTurn>& to) {
  const auto has = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
  const bool framed = has_last_year(text, year) || has(" than in ") || has(" since ") || has("since ") ||
                      has("from here on") || has("from then on") || has(" onwards") || has("in the last");
  const bool started = has("started going to");
  if (!framed && !started) return;
  const std::string marks = " .,;:?!";
  for (const TurnWord& one : {TurnWord{"more", Turn::Up}, TurnWord{"less", Turn::Down},
                              TurnWord{"up", Turn::Up}, TurnWord{"down", Turn::Down}}) {
    const std::size_t at = text.find(one.text);
    if (at == std::string_view::npos || (at > 0 && is_letter_byte(text[at - 1]))) continue;
    const std::size_t end = at + one.text.size();
    if (end < text.size() && marks.find(text[end]) == std::string::npos) continue;
    // "had not come up once", "written down": of a verb.
    const std::size_t before = at > 1 ? text.rfind(' ', at - 2) : std::string_view::npos;
    const std::string_view verb =
        before == std::string_view::npos ? std::string_view() : text.substr(before + 1, at - before - 2);
    const bool particle = verb == "come" || verb == "came" || verb == "comes" || verb == "written" ||
                          verb == "wrote" || verb == "write" || verb == "put" || verb == "set" ||
                          verb == "turned" || verb == "showed" || verb == "got";
    if (particle) continue;
    const bool bound = text.substr(end, 6) == " than " && end + 6 < text.size() && text[end + 6] >= '0' &&
                       text[end + 6] <= '9';
    const bool to_a_number = text.substr(end, 4) == " to " || text.substr(end, 10) == " than half";
    if (bound || to_a_number) continue;
    to.push_back({one.turn, at, end, Noun::Around, Way::Compare});
    return;
  }
}

/// "Commits ↓", "Drums: up": a mark, or a word alone behind its name.
void add_marks(std::string_view text, std::vector<SaidTurn>& to) {
  for (const TurnWord& one : {TurnWord{"↑", Turn::Up}, TurnWord{"↗", Turn::Up}, TurnWord{"▲", Turn::Up},
                              TurnWord{"⬆", Turn::Up}, TurnWord{"↓", Turn::Down}, TurnWord{"↘", Turn::Down},
                              TurnWord{"▼", Turn::Down}, TurnWord{"⬇", Turn::Down}}) {
    for (const Span& span : places_of_words(text, one.text))
      to.push_back({one.turn, span.at, span.end, Noun::Around});
  }
  for (const TurnWord& one :
       {TurnWord{": up", Turn::Up}, TurnWord{": down", Turn::Down}, TurnWord{": more", Turn::Up},
        TurnWord{": less", Turn::Down}, TurnWord{": fewer", Turn::Down}, TurnWord{", up", Turn::Up},
        TurnWord{", down", Turn::Down}}) {
    for (const Span& span : places_of_words(text, one.text)) {
      const std::string_view after = text.substr(span.end);
      const bool alone =
          after.empty() || after.front() == '.' || after.front() == ',' || after.front() == ';';
      const bool wholly = span.at >= 5 && text.substr(span.at - 5, 5) == "hands";
      if (alone && !wholly) to.push_back({one.turn, span.at, span.end, Noun::Around});
    }
  }
}

/// "More drums, fewer commits", "it had less Pilates": of the name next to it.
void add_next(std::string_view text, std::vector<SaidTurn>& to) {
  for (const TurnWord& one : {TurnWord{"more ", Turn::Up}, TurnWord{"less ", Turn::Down}}) {
    for (std::size_t at = text.find(one.text); at != std::string_view::npos;
         at = text.find(one.text, at + 1)) {
      if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(') continue;
      const std::string_view before = text.substr(0, at);
      constexpr std::array<std::string_view, 6> heads = {{"no ", "once ", "any ", "or ", "and ", "even "}};
      const bool bound = std::any_of(heads.begin(), heads.end(),
                                     [&](std::string_view head) {
                                       return before.size() >= head.size() &&
                                              before.substr(before.size() - head.size()) == head &&
                                              head != "and " && head != "even ";
                                     }) ||
                         (before.size() > 1 && is_digit_byte(before[before.size() - 2]));
      if (!bound) to.push_back({one.turn, at, at + one.text.size() - 1, Noun::Next, Way::Compare});
    }
  }
}

/// "a leaner year", "busier than 2023": adjectives that tell a direction only where two times are compared.
void add_adjectives(std::string_view text, int year, std::vector<SaidTurn>& to) {
  if (!has_last_year(text, year)) return;
  constexpr std::array<std::pair<Turn, std::string_view>, 2> words = {
      {{Turn::Up,
        "bigger|larger|greater|higher|fuller|busier|richer|heavier|better|stronger|livelier|denser|thicker|"
        "brisker|louder|fatter|wider|keener|more intense|more active|more diligent|more productive|more "
        "fruitful|"
        "more abundant|more prolific|more generous|faster"},
       {Turn::Down,
        "smaller|lower|thinner|quieter|lighter|poorer|leaner|weaker|slower|slimmer|scarcer|sparser|scantier|"
        "skimpier|emptier|worse|duller|slacker|lazier|meagre|meager|less intense|less active|less diligent|"
        "less productive|less fruitful|less abundant|less prolific|lesser|more modest|more meagre|more "
        "meager"}}};
  for (const auto& [turn, list] : words) {
    std::string_view rest = list;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      for (const Span& span : places_of_words(text, rest.substr(0, bar)))
        to.push_back({turn, span.at, span.end, Noun::Around, Way::Compare});
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
}

/// "in June", "of the year": a time, or what must be looked at first.
bool begins_time(std::string_view text) {
  constexpr std::array<std::string_view, 20> heads = {
      {"jan", "feb", "mar",   "apr",  "may", "jun",    "jul",    "aug",    "sep",    "oct",
       "nov", "dec", "early", "late", "mid", "spring", "summer", "autumn", "winter", "the "}};
  return (!text.empty() && is_digit_byte(text.front())) ||
         std::any_of(heads.begin(), heads.end(),
                     [text](std::string_view head) { return text.substr(0, head.size()) == head; });
}

/// "an increase in posts": a noun of change stands before what it is of.
void place_nouns(std::string_view text, std::vector<SaidTurn>& all) {
  for (SaidTurn& one : all) {
    if (one.way != Way::Change || (one.turn != Turn::Up && one.turn != Turn::Down)) continue;
    const std::string_view after = text.substr(one.end);
    const bool of_it = after.substr(0, 4) == " in " || after.substr(0, 4) == " of ";
    if (of_it && !begins_time(after.substr(4))) one.noun = Noun::Behind;
  }
}

/// "The upswing in drumming started in February": what begins is the change.
void drop_begun_changes(std::string_view text, std::vector<SaidTurn>& all) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    const SaidTurn& before = all[i - 1];
    const bool change = before.turn == Turn::Up || before.turn == Turn::Down;
    const std::string_view between = text.substr(before.end, all[i].at - before.end);
    const bool of_noun = between.substr(0, 4) == " in " || between.substr(0, 4) == " of ";
    const bool same_clause =
        between.find(',') == std::string_view::npos && between.find(';') == std::string_view::npos;
    if (all[i].turn == Turn::Begun && change && of_noun && same_clause)
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

/// What is passed is last year's, or it is another thing: "ahead of time", "the gym behind the station".
void drop_passing(std::string_view text, int year, std::vector<SaidTurn>& all) {
  if (has_last_year(text, year)) return;
  all.erase(std::remove_if(all.begin(), all.end(), [](const SaidTurn& one) { return one.way == Way::Pass; }),
            all.end());
}

Turn reversed(Turn turn) {
  if (turn == Turn::Up) return Turn::Down;
  return turn == Turn::Down ? Turn::Up : turn;
}

/// "가는 간격이 길어졌다": what grows between two times makes them fewer.
void turn_over(std::string_view text, SaidTurn& one) {
  constexpr std::size_t near = 60;
  const std::size_t from = one.at > near ? one.at - near : 0;
  const std::string_view before = text.substr(from, one.at - from);
  const std::string_view word = text.substr(one.at, one.end - one.at);
  const std::string_view after = text.substr(one.end, near);
  const bool as_often = word == "작년만큼" || word == "지난해만큼";
  if (as_often && (after.find("못") != std::string_view::npos || after.find("않") != std::string_view::npos))
    one.turn = Turn::Down;
  constexpr std::array<std::string_view, 14> gaps = {
      {"간격", "텀이", "텀은", "gaps between", "gap between", "intervals between", "interval between",
       "time between", "days between", "weeks between", "pauses between", "breaks between", "spaces between",
       "distance between"}};
  const bool between = std::any_of(gaps.begin(), gaps.end(), [before](std::string_view gap) {
    return before.find(gap) != std::string_view::npos;
  });
  // "간격이 뜸해졌다" is said of the times themselves.
  for (const std::string_view times : {"뜸", "잦", "촘촘", "띄엄", "듬성", "more", "less", "spac"}) {
    if (word.find(times) != std::string_view::npos) return;
  }
  if (between) one.turn = reversed(one.turn);
}

void keep_longest(std::vector<SaidTurn>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const SaidTurn& a, const SaidTurn& b) { return a.end - a.at > b.end - b.at; });
  std::vector<SaidTurn> all;
  for (const SaidTurn& one : found) {
    const bool taken = std::any_of(all.begin(), all.end(), [&](const SaidTurn& other) {
      return one.at < other.end && other.at < one.end;
    });
    if (!taken) all.push_back(one);
  }
  found = std::move(all);
}

}  // namespace

std::vector<SaidTurn> turns_in(std::string_view text, int year) {
  std::vector<SaidTurn> all;
  static const std::vector<TurnWords> tables = turn_words();
  for (const TurnWords& one : tables) {
    std::string_view rest = one.words;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      find(text, rest.substr(0, bar), one, all);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  add_marks(text, all);
  add_adjectives(text, year, all);
  drop_passing(text, year, all);
  keep_longest(all);
  all.erase(
      std::remove_if(all.begin(), all.end(), [text](const SaidTurn& one) { return is_denied(text, one); }),
      all.end());
  for (SaidTurn& one : all) turn_over(text, one);
  place_nouns(text, all);
  add_beside(text, all);
  if (all.empty()) add_comparative(text, year, all);
  add_next(text, all);
  keep_longest(all);
  std::sort(all.begin(), all.end(), [](const SaidTurn& a, const SaidTurn& b) { return a.at < b.at; });
  drop_begun_changes(text, all);
  for (SaidTurn& one : all) {
    if (is_of_last_year(text, one, year)) one.turn = reversed(one.turn);
  }
  return all;
}

}  // namespace hoego
