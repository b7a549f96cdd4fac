#include "verify/units.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

struct Word {
  std::string_view text;
  Unit unit;
  std::string_view currency = {};
};

/// Longer ones before what they begin with.
constexpr std::array<Word, 73> korean = {{
    {"퍼센트포인트", Unit::Point},
    {"퍼센트 포인트", Unit::Point},
    {"캐나다달러", Unit::Money, "CAD"},
    {"캐나다 달러", Unit::Money, "CAD"},
    {"호주 달러", Unit::Money, "AUD"},
    {"호주달러", Unit::Money, "AUD"},
    {"대만 달러", Unit::Money, "TWD"},
    {"대만달러", Unit::Money, "TWD"},
    {"킬로미터", Unit::Kilometre},
    {"퍼센트", Unit::Percent},
    {"파운드", Unit::Money, "GBP"},
    {"페이지", Unit::Page},
    {"개 나라", Unit::Country},
    {"개 도시", Unit::Place},
    {"개 국가", Unit::Country},
    {"달러", Unit::Money, "USD"},
    {"유로", Unit::Money, "EUR"},
    {"위안", Unit::Money, "CNY"},
    {"개국", Unit::Country},
    {"개월", Unit::Month},
    {"나라", Unit::Country},
    {"도시", Unit::Place},
    {"시간", Unit::Hour},
    {"주일", Unit::Week},
    {"주년", Unit::Year},
    {"차례", Unit::Time},
    {"걸음", Unit::Step},
    {"킬로", Unit::Kilometre},
    {"사람", Unit::Person},
    {"군데", Unit::Place},
    {"가지", Unit::Promise},
    {"글자", Unit::Character},
    {"미터", Unit::Metre},
    {"프로", Unit::Percent},
    {"달", Unit::Month},
    {"해", Unit::Year},
    {"년", Unit::Year},
    {"권", Unit::Book},
    {"편", Unit::Piece},
    {"장", Unit::Photo},
    {"컷", Unit::Photo},
    {"번", Unit::Time},
    {"회", Unit::Time},
    {"건", Unit::Case},
    {"개", Unit::Item},
    {"곳", Unit::Place},
    {"박", Unit::Night},
    {"밤", Unit::Night},
    {"보", Unit::Step},
    {"일", Unit::Day},
    {"날", Unit::Day},
    {"주", Unit::Week},
    {"분", Unit::Minute},
    {"명", Unit::Person},
    {"배", Unit::Ratio},
    {"원", Unit::Money, "KRW"},
    {"엔", Unit::Money, "JPY"},
    {"자", Unit::Character},
    {"쪽", Unit::Page},
    {"곡", Unit::Song},
    {"통", Unit::Message},
    {"살", Unit::Age},
    {"세", Unit::Age},
    {"시", Unit::Clock},
    {"%p", Unit::Point},
    {"%", Unit::Percent},
    {"km", Unit::Kilometre},
    {"cad", Unit::Money, "CAD"},
    {"usd", Unit::Money, "USD"},
    {"krw", Unit::Money, "KRW"},
    {"eur", Unit::Money, "EUR"},
    {"jpy", Unit::Money, "JPY"},
    {"m", Unit::Metre},
}};

/// In the singular; of two words the second may follow a blank.
constexpr std::array<Word, 84> english = {{
    {"percentage point", Unit::Point},
    {"canadian dollar", Unit::Money, "CAD"},
    {"australian dollar", Unit::Money, "AUD"},
    {"pull request", Unit::Case},
    {"day trip", Unit::Trip},
    {"journey", Unit::Time},
    {"percent", Unit::Percent},
    {"percentage", Unit::Percent},
    {"%", Unit::Percent},
    {"point", Unit::Point},
    {"hour", Unit::Hour},
    {"hr", Unit::Hour},
    {"minute", Unit::Minute},
    {"min", Unit::Minute},
    {"evening", Unit::Time},
    {"saturday", Unit::Day},
    {"day", Unit::Day},
    {"night", Unit::Night},
    {"week", Unit::Week},
    {"month", Unit::Month},
    {"year", Unit::Year},
    {"time", Unit::Time},
    {"session", Unit::Time},
    {"visit", Unit::Time},
    {"occasion", Unit::Time},
    {"deadline", Unit::Time},
    {"photo", Unit::Photo},
    {"photograph", Unit::Photo},
    {"picture", Unit::Photo},
    {"shot", Unit::Photo},
    {"image", Unit::Photo},
    {"video", Unit::Video},
    {"clip", Unit::Video},
    {"commit", Unit::Commit},
    {"pr", Unit::Case},
    {"issue", Unit::Case},
    {"review", Unit::Review},
    {"post", Unit::Post},
    {"article", Unit::Post},
    {"essay", Unit::Post},
    {"entry", Unit::Post},
    {"entrie", Unit::Post},
    {"paper", Unit::Paper},
    {"book", Unit::Book},
    {"novel", Unit::Book},
    {"conversation", Unit::Chat},
    {"chat", Unit::Chat},
    {"prompt", Unit::Chat},
    {"question", Unit::Chat},
    {"message", Unit::Message},
    {"page", Unit::Page},
    {"character", Unit::Character},
    {"song", Unit::Song},
    {"track", Unit::Song},
    {"country", Unit::Country},
    {"countrie", Unit::Country},
    {"town", Unit::Place},
    {"city", Unit::Place},
    {"citie", Unit::Place},
    {"place", Unit::Place},
    {"people", Unit::Person},
    {"person", Unit::Person},
    {"trip", Unit::Trip},
    {"promise", Unit::Promise},
    {"resolution", Unit::Promise},
    {"kilometre", Unit::Kilometre},
    {"kilometer", Unit::Kilometre},
    {"km", Unit::Kilometre},
    {"mile", Unit::Other},
    {"metre", Unit::Metre},
    {"meter", Unit::Metre},
    {"m", Unit::Metre},
    {"step", Unit::Step},
    {"won", Unit::Money, "KRW"},
    {"krw", Unit::Money, "KRW"},
    {"dollar", Unit::Money, "USD"},
    {"usd", Unit::Money, "USD"},
    {"cad", Unit::Money, "CAD"},
    {"euro", Unit::Money, "EUR"},
    {"eur", Unit::Money, "EUR"},
    {"yen", Unit::Money, "JPY"},
    {"jpy", Unit::Money, "JPY"},
    {"pound", Unit::Money, "GBP"},
    {"yuan", Unit::Money, "CNY"},
}};

/// Words that end what a number may count: behind them no noun of it follows.
constexpr std::array<std::string_view, 78> no_nouns = {
    {"in",      "of",    "to",     "and",    "by",     "with",    "from",    "on",       "more",   "fewer",
     "less",    "this",  "last",   "that",   "each",   "a",       "an",      "per",      "at",     "for",
     "or",      "but",   "against", "since", "over",   "were",    "was",     "have",     "had",    "are",
     "is",      "the",   "all",    "before", "after",  "ago",     "late",    "later",    "earlier", "behind",
     "ahead",   "short", "there",  "then",   "went",   "did",     "than",    "as",       "up",     "down",
     "so",      "which", "while",  "when",   "where",  "i",       "it",      "they",     "between", "during",
     "through", "my",    "under",  "every",  "not",    "until",   "compared", "only",    "within", "out",
     "came",    "those", "these",  "altogether", "overall", "together", "per", "versus"}};

/// Words that may stand between a number and its noun.
constexpr std::array<std::string_view, 16> between_words = {{"more", "other", "whole", "full", "new", "different",
                                                            "straight", "consecutive", "further", "separate",
                                                            "good", "open", "such", "additional", "fewer",
                                                            "less"}};

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(at, word.size()) == word;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) ++end;
  return text.substr(at, end - at);
}

std::optional<UnitWord> noun_at(std::string_view text, std::size_t at) {
  for (const Word& one : english) {
    if (!begins(text, at, one.text)) continue;
    std::size_t end = at + one.text.size();
    if (end < text.size() && text[end] == 's') ++end;
    if (end < text.size() && is_letter(text[end])) continue;
    return UnitWord{one.unit, one.currency, end};
  }
  return std::nullopt;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<UnitWord> korean_unit(std::string_view text, std::size_t at) {
  for (const Word& one : korean) {
    if (!begins(text, at, one.text)) continue;
    const std::size_t end = at + one.text.size();
    if (is_letter(one.text.back()) && end < text.size() && is_letter(text[end])) continue;
    const std::string_view after = text.substr(end);
    // What only begins like a counter.
    const auto goes_on = [after](std::initializer_list<std::string_view> tails) {
      return std::any_of(tails.begin(), tails.end(),
                         [after](std::string_view tail) { return after.substr(0, tail.size()) == tail; });
    };
    if (one.text == "분" && goes_on({"의 ", "의"})) continue;
    if (one.text == "주" && goes_on({"말", "소", "변", "제"})) continue;
    if (one.text == "장" && goes_on({"면", "소", "르"})) continue;
    if (one.text == "일" && goes_on({"본", "정"})) continue;
    if (one.text == "시" && goes_on({"즌", "리"})) continue;
    if (one.text == "해" && goes_on({"외", "서", "도"})) continue;
    if (one.text == "세" && goes_on({"계", "트"})) continue;
    if (one.text == "회" && goes_on({"사", "고", "의"})) continue;
    return UnitWord{one.unit, one.currency, end};
  }
  return std::nullopt;
}

std::optional<UnitWord> english_unit(std::string_view text, std::size_t at) {
  if (begins(text, at, "%")) return UnitWord{Unit::Percent, {}, at + 1};
  if (at < text.size() && text[at] != ' ' && text[at] != '-' && !is_letter(text[at])) return std::nullopt;
  std::optional<UnitWord> other;
  for (int words = 0; words < 4 && at < text.size(); ++words) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    if (const auto noun = noun_at(text, at)) return noun;
    const std::string_view word = word_at(text, at);
    if (word.empty()) break;
    if (!among(between_words, word)) {
      if (among(no_nouns, word)) break;
      other = UnitWord{Unit::Other, {}, at + word.size()};
    }
    at += word.size();
    if (at < text.size() && text[at] != ' ' && text[at] != '-') break;
  }
  return other;
}

}  // namespace hoego
