#include "verify/units.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

struct Word {
  std::string_view text;
  SaidUnit unit;
  std::string_view currency = {};
};

/// Longer ones before what they begin with.
constexpr std::array<Word, 84> korean = {{
    {"퍼센트포인트", SaidUnit::Point},
    {"퍼센트 포인트", SaidUnit::Point},
    {"캐나다달러", SaidUnit::Money, "CAD"},
    {"캐나다 달러", SaidUnit::Money, "CAD"},
    {"호주 달러", SaidUnit::Money, "AUD"},
    {"호주달러", SaidUnit::Money, "AUD"},
    {"대만 달러", SaidUnit::Money, "TWD"},
    {"대만달러", SaidUnit::Money, "TWD"},
    {"킬로미터", SaidUnit::Kilometre},
    {"퍼센트", SaidUnit::Percent},
    {"파운드", SaidUnit::Money, "GBP"},
    {"페이지", SaidUnit::Page},
    {"개 나라", SaidUnit::Country},
    {"개 도시", SaidUnit::Place},
    {"개 국가", SaidUnit::Country},
    {"달러", SaidUnit::Money, "USD"},
    {"유로", SaidUnit::Money, "EUR"},
    {"위안", SaidUnit::Money, "CNY"},
    {"개국", SaidUnit::Country},
    {"개월", SaidUnit::Month},
    {"나라", SaidUnit::Country},
    {"도시", SaidUnit::Place},
    {"시간", SaidUnit::Hour},
    {"주일", SaidUnit::Week},
    {"주년", SaidUnit::Year},
    {"차례", SaidUnit::Time},
    {"걸음", SaidUnit::Step},
    {"사람", SaidUnit::Person},
    {"군데", SaidUnit::Place},
    {"가지", SaidUnit::Promise},
    {"글자", SaidUnit::Character},
    {"미터", SaidUnit::Metre},
    {"프로", SaidUnit::Percent},
    {"할", SaidUnit::Fraction},
    {"마리", SaidUnit::Other},
    {"그루", SaidUnit::Other},
    {"그릇", SaidUnit::Other},
    {"켤레", SaidUnit::Other},
    {"킬로그램", SaidUnit::Other},
    {"송이", SaidUnit::Other},
    {"킬로", SaidUnit::Kilometre},
    {"잔", SaidUnit::Other},
    {"병", SaidUnit::Other},
    {"벌", SaidUnit::Other},
    {"층", SaidUnit::Other},
    {"달", SaidUnit::Month},
    {"해", SaidUnit::Year},
    {"년", SaidUnit::Year},
    {"권", SaidUnit::Book},
    {"편", SaidUnit::Piece},
    {"장", SaidUnit::Photo},
    {"컷", SaidUnit::Photo},
    {"번", SaidUnit::Time},
    {"회", SaidUnit::Time},
    {"건", SaidUnit::Case},
    {"개", SaidUnit::Item},
    {"곳", SaidUnit::Place},
    {"박", SaidUnit::Night},
    {"밤", SaidUnit::Night},
    {"보", SaidUnit::Step},
    {"일", SaidUnit::Day},
    {"날", SaidUnit::Day},
    {"주", SaidUnit::Week},
    {"분", SaidUnit::Minute},
    {"명", SaidUnit::Person},
    {"배", SaidUnit::Ratio},
    {"원", SaidUnit::Money, "KRW"},
    {"엔", SaidUnit::Money, "JPY"},
    {"자", SaidUnit::Character},
    {"쪽", SaidUnit::Page},
    {"곡", SaidUnit::Song},
    {"통", SaidUnit::Message},
    {"살", SaidUnit::Age},
    {"세", SaidUnit::Age},
    {"시", SaidUnit::Clock},
    {"%p", SaidUnit::Point},
    {"%", SaidUnit::Percent},
    {"km", SaidUnit::Kilometre},
    {"cad", SaidUnit::Money, "CAD"},
    {"usd", SaidUnit::Money, "USD"},
    {"krw", SaidUnit::Money, "KRW"},
    {"eur", SaidUnit::Money, "EUR"},
    {"jpy", SaidUnit::Money, "JPY"},
    {"m", SaidUnit::Metre},
}};

/// In the singular; of two words the second may follow a blank.
constexpr std::array<Word, 108> english = {{
    {"percentage point", SaidUnit::Point},
    {"canadian dollar", SaidUnit::Money, "CAD"},
    {"australian dollar", SaidUnit::Money, "AUD"},
    {"pull request", SaidUnit::Case},
    {"day trip", SaidUnit::Trip},
    {"journey", SaidUnit::Time},
    {"percent", SaidUnit::Percent},
    {"percentage", SaidUnit::Percent},
    {"%", SaidUnit::Percent},
    {"point", SaidUnit::Point},
    {"hour", SaidUnit::Hour},
    {"hr", SaidUnit::Hour},
    {"minute", SaidUnit::Minute},
    {"min", SaidUnit::Minute},
    {"evening", SaidUnit::Time},
    {"saturday", SaidUnit::Day},
    {"day", SaidUnit::Day},
    {"night", SaidUnit::Night},
    {"week", SaidUnit::Week},
    {"month", SaidUnit::Month},
    {"year", SaidUnit::Year},
    {"time", SaidUnit::Time},
    {"session", SaidUnit::Time},
    {"visit", SaidUnit::Time},
    {"class", SaidUnit::Time},
    {"classe", SaidUnit::Time},
    {"lesson", SaidUnit::Time},
    {"rehearsal", SaidUnit::Time},
    {"workout", SaidUnit::Time},
    {"practice", SaidUnit::Time},
    {"meeting", SaidUnit::Time},
    {"gathering", SaidUnit::Time},
    {"appointment", SaidUnit::Time},
    {"concert", SaidUnit::Time},
    {"show", SaidUnit::Time},
    {"gig", SaidUnit::Time},
    {"outing", SaidUnit::Time},
    {"round", SaidUnit::Time},
    {"run", SaidUnit::Time},
    {"swim", SaidUnit::Time},
    {"hike", SaidUnit::Time},
    {"ride", SaidUnit::Time},
    {"morning", SaidUnit::Time},
    {"afternoon", SaidUnit::Time},
    {"payment", SaidUnit::Case},
    {"purchase", SaidUnit::Case},
    {"sunday", SaidUnit::Day},
    {"weekday", SaidUnit::Day},
    {"occasion", SaidUnit::Time},
    {"deadline", SaidUnit::Time},
    {"photo", SaidUnit::Photo},
    {"photograph", SaidUnit::Photo},
    {"picture", SaidUnit::Photo},
    {"shot", SaidUnit::Photo},
    {"image", SaidUnit::Photo},
    {"video", SaidUnit::Video},
    {"clip", SaidUnit::Video},
    {"commit", SaidUnit::Commit},
    {"pr", SaidUnit::Case},
    {"issue", SaidUnit::Case},
    {"review", SaidUnit::Review},
    {"post", SaidUnit::Post},
    {"article", SaidUnit::Post},
    {"essay", SaidUnit::Post},
    {"entry", SaidUnit::Post},
    {"entrie", SaidUnit::Post},
    {"paper", SaidUnit::Paper},
    {"book", SaidUnit::Book},
    {"novel", SaidUnit::Book},
    {"conversation", SaidUnit::Chat},
    {"chat", SaidUnit::Chat},
    {"prompt", SaidUnit::Chat},
    {"question", SaidUnit::Chat},
    {"message", SaidUnit::Message},
    {"page", SaidUnit::Page},
    {"character", SaidUnit::Character},
    {"song", SaidUnit::Song},
    {"track", SaidUnit::Song},
    {"country", SaidUnit::Country},
    {"countrie", SaidUnit::Country},
    {"town", SaidUnit::Place},
    {"city", SaidUnit::Place},
    {"citie", SaidUnit::Place},
    {"place", SaidUnit::Place},
    {"people", SaidUnit::Person},
    {"person", SaidUnit::Person},
    {"trip", SaidUnit::Trip},
    {"promise", SaidUnit::Promise},
    {"resolution", SaidUnit::Promise},
    {"kilometre", SaidUnit::Kilometre},
    {"kilometer", SaidUnit::Kilometre},
    {"km", SaidUnit::Kilometre},
    {"mile", SaidUnit::Other},
    {"metre", SaidUnit::Metre},
    {"meter", SaidUnit::Metre},
    {"m", SaidUnit::Metre},
    {"step", SaidUnit::Step},
    {"won", SaidUnit::Money, "KRW"},
    {"krw", SaidUnit::Money, "KRW"},
    {"dollar", SaidUnit::Money, "USD"},
    {"usd", SaidUnit::Money, "USD"},
    {"cad", SaidUnit::Money, "CAD"},
    {"euro", SaidUnit::Money, "EUR"},
    {"eur", SaidUnit::Money, "EUR"},
    {"yen", SaidUnit::Money, "JPY"},
    {"jpy", SaidUnit::Money, "JPY"},
    {"pound", SaidUnit::Money, "GBP"},
    {"yuan", SaidUnit::Money, "CNY"},
}};

/// Words that end what a number may count: behind them no noun of it follows.
constexpr std::array<std::string_view, 78> no_nouns = {
    {"in",    "of",         "to",      "and",      "by",      "with",   "from",    "on",    "more",
     "fewer", "less",       "this",    "last",     "that",    "each",   "a",       "an",    "per",
     "at",    "for",        "or",      "but",      "against", "since",  "over",    "were",  "was",
     "have",  "had",        "are",     "is",       "the",     "all",    "before",  "after", "ago",
     "late",  "later",      "earlier", "behind",   "ahead",   "short",  "there",   "then",  "went",
     "did",   "than",       "as",      "up",       "down",    "so",     "which",   "while", "when",
     "where", "i",          "it",      "they",     "between", "during", "through", "my",    "under",
     "every", "not",        "until",   "compared", "only",    "within", "out",     "came",  "those",
     "these", "altogether", "overall", "together", "per",     "versus"}};

/// Words that may stand between a number and its noun.
constexpr std::array<std::string_view, 16> between_words = {
    {"more", "other", "whole", "full", "new", "different", "straight", "consecutive", "further", "separate",
     "good", "open", "such", "additional", "fewer", "less"}};

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
    if (one.text == "자" && goes_on({"전", "연", "리", "주", "격", "동", "신", "취", "유", "료", "체"}))
      continue;
    if (one.text == "달" && goes_on({"리", "랑"})) continue;
    if (one.text == "할" && goes_on({"머", "아", " 때", "인"})) continue;
    if (one.text == "벌" && goes_on({"써"})) continue;
    if (one.text == "회" && goes_on({"사", "고", "의"})) continue;
    return UnitWord{one.unit, one.currency, end};
  }
  return std::nullopt;
}

std::optional<UnitWord> english_unit(std::string_view text, std::size_t at) {
  if (begins(text, at, "%")) return UnitWord{SaidUnit::Percent, {}, at + 1};
  if (at < text.size() && text[at] != ' ' && text[at] != '-' && !is_letter(text[at])) return std::nullopt;
  std::optional<UnitWord> other;
  for (int words = 0; words < 4 && at < text.size(); ++words) {
    const bool bound = at < text.size() && text[at] == '-';  // "a three-day trip" is no day trip
    while (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    if (bound && begins(text, at, "day trip")) return UnitWord{SaidUnit::Day, {}, at + 3};
    if (const auto noun = noun_at(text, at)) return noun;
    const std::string_view word = word_at(text, at);
    if (word.empty()) break;
    if (!among(between_words, word)) {
      if (among(no_nouns, word)) break;
      other = UnitWord{SaidUnit::Other, {}, at + word.size()};
    }
    at += word.size();
    for (const std::string_view owner : {"'s ", "’s "}) {
      if (begins(text, at, owner)) at += owner.size() - 1;
    }
    if (at < text.size() && text[at] != ' ' && text[at] != '-') break;
  }
  return other;
}

}  // namespace hoego
