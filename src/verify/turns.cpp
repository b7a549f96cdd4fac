#include "verify/turns.h"

#include <algorithm>
#include <string>

#include "verify/turn_words.h"

namespace hoego {
namespace {

struct TurnWord {
  std::string_view text;
  Turn turn;
};

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// "작년보다 글을 많이 썼다", "more posts than last year": the word of the direction apart from what it is
/// put beside.
void add_beside(std::string_view text, std::vector<SaidTurn>& to) {
  const auto note = [&](std::size_t at, std::size_t length, Turn turn) {
    const bool taken = std::any_of(to.begin(), to.end(), [&](const SaidTurn& other) {
      return at < other.end && other.at < at + length;
    });
    if (!taken) to.push_back({turn, at, at + length, Noun::Around});
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
      if (at != std::string_view::npos && found - at < 60) note(at, one.text.size() - 1, one.turn);
    }
    break;
  }
}

void find(std::string_view text, std::string_view word, const TurnWords& of, std::vector<SaidTurn>& to) {
  if (word.empty()) return;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool inside = at > 0 && is_letter_byte(word.front()) && is_letter_byte(text[at - 1]);
    const bool goes_on = end < text.size() && is_letter_byte(word.back()) && is_letter_byte(text[end]);
    if (!inside && !goes_on) to.push_back({of.turn, at, end, of.noun});
  }
}

/// "never gave up", "그만두지 않았다".
bool is_denied(std::string_view text, const SaidTurn& turn) {
  if (turn.turn == Turn::Unclear) return false;
  const std::string_view before = text.substr(0, turn.at);
  for (const std::string_view no : {"never ", " not ", "n't "}) {
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
void add_comparative(std::string_view text, std::vector<SaidTurn>& to) {
  const auto has = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
  const bool framed = has("last year") || has("the year before") || has("previous year") ||
                      has("a year ago") || has(" since ") || has("from here on") || has("from then on") ||
                      has(" onwards") || has("in the last");
  const bool started = has("started going to");
  if (!framed && !started) return;
  const std::string marks = " .,;:?!";
  for (const TurnWord& one : {TurnWord{"more", Turn::Up}, TurnWord{"less", Turn::Down},
                              TurnWord{"up", Turn::Up}, TurnWord{"down", Turn::Down}}) {
    const std::size_t at = text.find(one.text);
    if (at == std::string_view::npos || (at > 0 && is_letter_byte(text[at - 1]))) continue;
    const std::size_t end = at + one.text.size();
    if (end < text.size() && marks.find(text[end]) == std::string::npos) continue;
    const bool bound = text.substr(end, 6) == " than " && end + 6 < text.size() && text[end + 6] >= '0' &&
                       text[end + 6] <= '9';
    const bool to_a_number = text.substr(end, 4) == " to ";
    if (bound || to_a_number) continue;
    to.push_back({one.turn, at, end, Noun::Around});
    return;
  }
}

/// "가는 간격이 길어졌다": what grows between two times makes them fewer.
void turn_over(std::string_view text, SaidTurn& one) {
  constexpr std::size_t near = 40;
  const std::size_t from = one.at > near ? one.at - near : 0;
  const std::string_view before = text.substr(from, one.at - from);
  const std::string_view word = text.substr(one.at, one.end - one.at);
  const std::string_view after = text.substr(one.end, near);
  const bool as_often = word == "작년만큼" || word == "지난해만큼";
  if (as_often && (after.find("못") != std::string_view::npos || after.find("않") != std::string_view::npos))
    one.turn = Turn::Down;
  const bool between = before.find("간격") != std::string_view::npos ||
                       before.find("gaps between") != std::string_view::npos ||
                       before.find("intervals between") != std::string_view::npos;
  if (!between) return;
  if (one.turn == Turn::Up)
    one.turn = Turn::Down;
  else if (one.turn == Turn::Down)
    one.turn = Turn::Up;
}

}  // namespace

std::vector<SaidTurn> turns_in(std::string_view text) {
  std::vector<SaidTurn> found;
  for (const TurnWords& one : turn_words()) {
    std::string_view rest = one.words;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      find(text, rest.substr(0, bar), one, found);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const SaidTurn& a, const SaidTurn& b) { return a.end - a.at > b.end - b.at; });
  std::vector<SaidTurn> all;
  for (const SaidTurn& one : found) {
    const bool taken = std::any_of(all.begin(), all.end(), [&](const SaidTurn& other) {
      return one.at < other.end && other.at < one.end;
    });
    if (!taken) all.push_back(one);
  }
  all.erase(
      std::remove_if(all.begin(), all.end(), [text](const SaidTurn& one) { return is_denied(text, one); }),
      all.end());
  for (SaidTurn& one : all) turn_over(text, one);
  add_beside(text, all);
  if (all.empty()) add_comparative(text, all);
  std::sort(all.begin(), all.end(), [](const SaidTurn& a, const SaidTurn& b) { return a.at < b.at; });
  return all;
}

}  // namespace hoego
