#include "verify/amount_words.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "verify/units.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(std::min(at, text.size()), word.size()) == word;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// The words of a length in days: 하루, 이틀, 보름.
struct DaysWord {
  std::string_view word;
  int days;
};
constexpr std::array<DaysWord, 15> native_days = {{{"열흘", 10},
                                                   {"열하루", 11},
                                                   {"열이틀", 12},
                                                   {"열사흘", 13},
                                                   {"스무날", 20},
                                                   {"아흐레", 9},
                                                   {"여드레", 8},
                                                   {"이레", 7},
                                                   {"엿새", 6},
                                                   {"닷새", 5},
                                                   {"나흘", 4},
                                                   {"사흘", 3},
                                                   {"이틀", 2},
                                                   {"보름", 15},
                                                   {"일주일", 7}}};

/// "did not go once", within its clause.
bool is_denied(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t comma = before.find_last_of(",;");
  const std::string_view clause = comma == std::string_view::npos ? before : before.substr(comma);
  return clause.find(" not ") != std::string_view::npos || clause.find("n't ") != std::string_view::npos ||
         clause.find("never ") != std::string_view::npos;
}
/// "no post", "zero commits": none of what is counted; "no more than five" and "no day off" are not.
std::optional<Amount> no_such(std::string_view text, std::size_t at) {
  for (const std::string_view no : {"no", "zero"}) {
    if (!begins(text, at, no) || !begins(text, at + no.size(), " ")) continue;
    const auto unit = english_unit(text, at + no.size());
    constexpr std::array<SaidUnit, 10> counted = {
        {SaidUnit::Time, SaidUnit::Book, SaidUnit::Post, SaidUnit::Commit, SaidUnit::Review, SaidUnit::Paper,
         SaidUnit::Chat, SaidUnit::Case, SaidUnit::Trip, SaidUnit::Photo}};
    if (!unit || std::find(counted.begin(), counted.end(), unit->unit) == counted.end()) continue;
    // "no choir practice for 41 days": how long is told by its own number.
    if (begins(text, unit->end, " for ")) continue;
    Amount none = plain_amount(0, unit->unit, at, unit->end);
    none.none = true;
    return none;
  }
  return std::nullopt;
}

/// "a day late", "a month after": one of a length, where a word of time follows.
std::optional<Amount> single_length_at(std::string_view text, std::size_t at) {
  struct Length {
    std::string_view word;
    double value;
    SaidUnit unit;
    bool alone;  ///< a length whatever follows
  };
  for (const Length& one :
       {Length{"a whole month", 1, SaidUnit::Month, true}, Length{"a whole week", 1, SaidUnit::Week, true},
        Length{"a full month", 1, SaidUnit::Month, true}, Length{"a full week", 1, SaidUnit::Week, true},
        Length{"a couple of weeks", 2, SaidUnit::Week, true}, Length{"a day", 1, SaidUnit::Day, false},
        Length{"a couple of months", 2, SaidUnit::Month, true}, Length{"a week", 1, SaidUnit::Week, false},
        Length{"a month", 1, SaidUnit::Month, false}, Length{"a year", 1, SaidUnit::Year, false}}) {
    if (!begins(text, at, one.word)) continue;
    const std::size_t end = at + one.word.size();
    if (end < text.size() && is_letter(text[end])) continue;
    bool timed = one.alone;
    for (const std::string_view tail :
         {" late", " early", " earlier", " after", " before", " ahead", " behind", " without", " off"})
      timed = timed || begins(text, end, tail);
    if (timed && !(one.unit == SaidUnit::Year && begins(text, end, " earlier")))
      return plain_amount(one.value, one.unit, at, end);
  }
  return std::nullopt;
}

/// "once a week", but "once a fixture".
bool is_a_time(std::string_view text) {
  for (const std::string_view time :
       {"day", "night", "week", "fortnight", "month", "quarter", "season", "year"}) {
    if (begins(text, 0, time)) return true;
  }
  return false;
}

bool is_modal_once(std::string_view word, std::string_view rest) {
  return word == "once" && begins(rest, 0, " held");
}

}  // namespace

Amount plain_amount(double value, SaidUnit unit, std::size_t at, std::size_t end) {
  Amount one;
  one.value = value;
  one.unit = unit;
  one.at = at;
  one.end = end;
  return one;
}

std::optional<Amount> none_at(std::string_view text, std::size_t at) {
  constexpr std::string_view one = "한 ";
  if (begins(text, at, one)) {
    const auto unit = korean_unit(text, at + one.size());
    if (unit && begins(text, unit->end, "도")) {
      const std::string_view rest = text.substr(unit->end);
      for (const std::string_view no : {"없", "않", "못", "안 ", "거르"}) {
        const std::size_t found = rest.find(no);
        if (found == std::string_view::npos || found > 60) continue;
        if (no == "거르" || unit->unit == SaidUnit::Week) return std::nullopt;
        Amount none = plain_amount(0, unit->unit, at, unit->end);
        none.none = true;
        return none;
      }
    }
  }
  constexpr std::string_view nothing = "하나도 ";
  if (begins(text, at, nothing)) {
    for (const std::string_view no : {"없", "안 ", "못 ", "남기지 않", "쓰지 않", "하지 않"}) {
      if (!begins(text, at + nothing.size(), no)) continue;
      Amount none = plain_amount(0, SaidUnit::Bare, at, at + nothing.size() - 1);
      none.none = true;
      return none;
    }
  }
  if (auto none = no_such(text, at)) return none;
  for (const std::string_view no :
       {"not once", "not a single", "never once", "none", "not one", "a single"}) {
    if (!begins(text, at, no) || (no == "a single" && !is_denied(text, at))) continue;
    if (at + no.size() < text.size() && is_letter(text[at + no.size()])) continue;
    std::size_t end = at + no.size();
    const auto unit = no.back() == 'e' && no.size() > 8 ? std::nullopt : english_unit(text, end);
    if (unit) end = unit->end;
    Amount none =
        plain_amount(0, unit && unit->unit != SaidUnit::Other ? unit->unit : SaidUnit::Bare, at, end);
    none.none = true;
    return none;
  }
  return std::nullopt;
}

std::optional<Amount> native_days_at(std::string_view text, std::size_t at) {
  for (const DaysWord& one : native_days) {
    if (!begins(text, at, one.word)) continue;
    const std::size_t end = at + one.word.size();
    for (const std::string_view slept : {"을 잤", "을 자고", "을 묵", " 묵", " 잤", "을 머물"}) {
      if (begins(text, end, slept)) return plain_amount(one.days, SaidUnit::Night, at, end);
    }
    constexpr std::string_view night = " 밤";
    return begins(text, end, night) ? plain_amount(one.days, SaidUnit::Night, at, end + night.size())
                                    : plain_amount(one.days, SaidUnit::Day, at, end);
  }
  if (begins(text, at, "하룻밤") && !begins(text, at, "하룻밤에"))
    return plain_amount(1, SaidUnit::Night, at, at + std::string_view("하룻밤").size());
  if (begins(text, at, "하루")) {
    const std::size_t end = at + std::string_view("하루").size();
    bool length = false;
    for (const std::string_view tail :
         {" 동안", "짜리", "뿐", " 늦", " 일찍", " 먼저", " 만에", " 뒤", " 전에", "가 늦", " 넘게"})
      length = length || begins(text, end, tail);
    if (length) return plain_amount(1, SaidUnit::Day, at, end);
  }
  if (begins(text, at, "반년"))
    return plain_amount(6, SaidUnit::Month, at, at + std::string_view("반년").size());
  return std::nullopt;
}

std::optional<Amount> word_at(std::string_view text, std::size_t at) {
  if (auto length = single_length_at(text, at)) return length;
  struct Fixed {
    std::string_view word;
    double value;
    SaidUnit unit;
  };
  for (const Fixed& one : {Fixed{"once or twice", 1, SaidUnit::Time}, Fixed{"once", 1, SaidUnit::Time},
                           Fixed{"twice", 2, SaidUnit::Time}, Fixed{"thrice", 3, SaidUnit::Time},
                           Fixed{"half an hour", 0.5, SaidUnit::Hour}, Fixed{"an hour", 1, SaidUnit::Hour},
                           Fixed{"half a year", 6, SaidUnit::Month}, Fixed{"a day trip", 1, SaidUnit::Trip},
                           Fixed{"a fortnight", 14, SaidUnit::Day}}) {
    const std::size_t end = at + one.word.size();
    if (!begins(text, at, one.word) || (end < text.size() && is_letter(text[end]))) continue;
    const std::string_view rest = text.substr(end);
    // "once the show was over", "at once", "it once held".
    const bool idle =
        one.word == "once" &&
        (ends(text.substr(0, at), "at ") || ends(text.substr(0, at), "it ") ||
         ends(text.substr(0, at), "more than ") || begins(rest, 0, " i ") || begins(rest, 0, " again") ||
         begins(rest, 0, " the ") || (begins(rest, 0, " a ") && !is_a_time(rest.substr(3))));
    if (idle || is_modal_once(one.word, rest)) return std::nullopt;
    if (one.word == "once" && is_denied(text, at)) {
      Amount none = plain_amount(0, SaidUnit::Bare, at, end);
      none.none = true;
      return none;
    }
    Amount said = plain_amount(one.value, one.unit, at, end);
    if (one.word == "once or twice") said.high = 2;
    if (one.unit == SaidUnit::Hour) said.step = 0.5;
    if (one.word == "twice" &&
        (begins(rest, 0, " as ") || begins(rest, 0, " the ") || begins(rest, 0, " last ")))
      said.unit = SaidUnit::Ratio;
    return said;
  }
  return std::nullopt;
}

}  // namespace hoego
