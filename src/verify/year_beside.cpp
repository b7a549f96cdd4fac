#include "verify/year_beside.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "verify/amounts.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}
bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}
bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}
bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 13> last_years = {
    {"last year", "the year before", "a year ago", "a year earlier", "previous year", "preceding year",
     "prior year", "twelve months ago", "작년", "지난해", "전년", "한 해 전", "1년 전"}};
constexpr std::array<std::string_view, 11> this_years = {
    {"this year", "this one", " now", "so far", "today", "to date", "올해", "지금", "이번", "금년", "이제"}};

/// Places of last year's words, in order.
std::vector<Span> last_years_in(std::string_view text, int this_year) {
  std::vector<Span> all;
  const auto note = [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
      all.push_back({at, at + word.size()});
  };
  for (const std::string_view word : last_years) note(word);
  note(std::to_string(this_year - 1));
  std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) { return a.at < b.at; });
  return all;
}

bool says_this_year(std::string_view text, int this_year) {
  return has(text, std::to_string(this_year)) ||
         std::any_of(this_years.begin(), this_years.end(),
                     [text](std::string_view word) { return has(text, word); });
}

/// "than in the same months of last year", "compared with last year": the year is what something is put
/// beside.
bool is_put_beside(std::string_view text, const Span& year, std::size_t from) {
  std::string_view before = text.substr(0, year.at);
  constexpr std::array<std::string_view, 17> stretches = {
      {"the ", "this time ", "by this point ", "at this point ", "by ", "same ", "months of ", "period of ",
       "period ", "stretch of ", "months ", "stretch ", "span of ", "part of ", "time ",
       "of the corresponding ", "point "}};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view one : stretches) {
      if (!ends(before, one)) continue;
      before.remove_suffix(one.size());
      more = true;
    }
  }
  constexpr std::array<std::string_view, 27> heads = {
      {"than ",   "than in ",  "with ",    "to ",        "against ",     "on ",       "over ",
       "from ",   "beside ",   "besides ", "next to ",   "unlike ",      "versus ",   "vs ",
       "vs. ",    "since ",    "after ",   "than for ",  "beyond ",      "above ",    "below ",
       "behind ", "ahead of ", "as ",      "than what ", "than during ", "than over "}};
  if (std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return ends(before, head); }))
    return true;
  if (begins(text.substr(year.end), "'s") || begins(text.substr(year.end), "’s")) return true;
  if (year.at < from) return false;
  const std::string_view between = text.substr(from, year.at - from);
  for (const std::string_view word :
       {" than ", " as ", " what ", " compared ", " against ", " that ", " which "}) {
    if (has(between, word) || begins(between, word)) return true;
  }
  return false;
}

/// The same of the words behind a Korean year.
bool is_put_beside_in_korean(std::string_view after) {
  for (const std::string_view stretch :
       {" 이맘때", " 같은 기간", " 같은 때", " 이때", " 이 기간", " 수준", " 기록"}) {
    if (begins(after, stretch)) after.remove_prefix(stretch.size());
  }
  constexpr std::array<std::string_view, 19> heads = {{"보다", "에 비", "에 견", "과 비", "와 비", "과 견",
                                                       "와 견", " 대비", "의 ", "만큼", "만 ", "을 ", "를 ",
                                                       "에 대", "과는", "와는", "부터", "과 달", "와 달"}};
  return std::any_of(heads.begin(), heads.end(),
                     [after](std::string_view head) { return begins(after, head); });
}

bool is_korean(std::string_view text, const Span& year) {
  return static_cast<unsigned char>(text[year.at]) >= 0x80;
}

/// "Last year I read 53 books, and two since: fewer": between a year and a word stands a number of its own.
bool number_between(std::string_view between) {
  const std::size_t last = between.find_last_not_of(' ');
  if (last == std::string_view::npos) return false;
  // "292 more": the number of the word itself.
  std::size_t end = last + 1;
  while (end > 0 && (is_digit_byte(between[end - 1]) || between[end - 1] == ',')) --end;
  return std::any_of(between.begin(), between.begin() + static_cast<std::ptrdiff_t>(end), is_digit_byte);
}

bool another_clause(std::string_view between) {
  for (const std::string_view mark :
       {"; ", ". ", " but ", ": ", " whereas ", " while ", "는데 ", "지만 ", "고 "}) {
    if (has(between, mark)) return true;
  }
  return false;
}

/// "more than this year", "올해보다 많았다".
bool is_beside_this_year(std::string_view text, const SaidTurn& turn, int this_year) {
  constexpr std::array<std::string_view, 11> after = {
      {"than this", "than now", "than today", "than so far", "than i have", "than it does now",
       "than it is now", "than nowadays", "than the current", "than these days", "as this"}};
  const std::string_view behind = text.substr(turn.end);
  for (const std::string_view word : after) {
    if (has(behind, word)) return true;
  }
  for (const std::string_view than : {"than ", "than in "}) {
    if (has(behind, std::string(than) + std::to_string(this_year))) return true;
  }
  const std::string_view before = text.substr(0, turn.at);
  return has(before, "올해보다") || has(before, "지금보다") || has(before, "올해에 비해");
}

bool compares_of_last_year(std::string_view text, const SaidTurn& turn, int this_year) {
  if (is_beside_this_year(text, turn, this_year)) return true;
  for (const Span& year : last_years_in(text, this_year)) {
    const bool korean = is_korean(text, year);
    if (korean ? is_put_beside_in_korean(text.substr(year.end)) : is_put_beside(text, year, turn.end))
      continue;
    if (korean && year.at > turn.at) continue;
    const std::size_t from = std::min(year.end, turn.end);
    const std::size_t to = std::max(year.at, turn.at);
    if (from > to) continue;
    const std::string_view between = text.substr(from, to - from);
    if (says_this_year(between, this_year) || number_between(between) || another_clause(between)) continue;
    // "More this year, and less last year": each has its own word.
    if (says_this_year(text.substr(0, turn.at), this_year) && year.at > turn.at) continue;
    return true;
  }
  return false;
}

/// "was surpassed by", "were overtaken": what is passed stands first.
bool is_passive(std::string_view text, const SaidTurn& turn) {
  for (const std::string_view head : {"was ", "were ", "is ", "been ", "being ", "be ", "got ", "gets ",
                                      "was easily ", "were long ", "was soon "}) {
    if (!ends(text.substr(0, turn.at), head)) continue;
    const std::string_view word = text.substr(turn.at, turn.end - turn.at);
    return ends(word, "ed") || ends(word, "en") || ends(word, "done") || ends(word, "run") ||
           word == "beat" || ends(word, "shone");
  }
  return false;
}

bool passes_of_last_year(std::string_view text, const SaidTurn& turn, int this_year) {
  bool turned = is_passive(text, turn);
  for (const Span& year : last_years_in(text, this_year)) {
    if (year.at > turn.at) break;
    const std::string_view between = text.substr(year.end, turn.at - year.end);
    if (another_clause(between)) continue;
    const std::string_view after = text.substr(year.end);
    if (is_korean(text, year)) {
      for (const std::string_view head : {"이 ", "은 ", "에는 ", "엔 ", "가 "}) {
        if (begins(after, head)) return !turned;
      }
      continue;
    }
    const bool whose = begins(after, "'s") || begins(after, "’s");
    const bool beside = is_put_beside(text, year, turn.end);
    if (whose ? !ends(text.substr(0, year.at), "with ") && !ends(text.substr(0, year.at), "to ") : !beside)
      return !turned;
  }
  return turned;
}

}  // namespace

bool has_last_year(std::string_view text, int this_year) {
  if (!last_years_in(text, this_year).empty()) return true;
  for (const std::string_view word :
       {"the last.", "the last,", "than last", "the last one", "the one before", "for the last",
        "to the last", "of the last", "that of the last", "than the last"}) {
    if (has(text, word)) return true;
  }
  return false;
}

bool is_of_last_year(std::string_view text, const SaidTurn& turn, int this_year) {
  switch (turn.way) {
    case Way::Change:
      return false;
    case Way::Compare:
      return compares_of_last_year(text, turn, this_year);
    case Way::Pass:
      return passes_of_last_year(text, turn, this_year);
  }
  return false;
}

}  // namespace hoego
