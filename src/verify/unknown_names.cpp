#include <algorithm>
#include <array>

#include "base/letters.h"
#include "claims/numerals.h"
#include "geo/gazetteer.h"
#include "verify/known_names.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

struct Token {
  std::size_t at;
  std::size_t end;
};

/// What stands between blanks and marks.
std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> all;
  std::size_t at = 0;
  const auto breaks = [](char c) {
    return c == ' ' || c == ',' || c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == '(' ||
           c == ')' || c == '"' || c == '/';
  };
  while (at < text.size()) {
    while (at < text.size() && breaks(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !breaks(text[end])) ++end;
    if (end > at) all.push_back({at, end});
    at = end;
  }
  return all;
}

bool overlaps(const std::vector<NamedThing>& known, std::size_t at, std::size_t end) {
  return std::any_of(known.begin(), known.end(),
                     [&](const NamedThing& one) { return one.at < end && at < one.end; });
}

bool is_hangul(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xEA &&
         static_cast<unsigned char>(text.front()) <= 0xED;
}

constexpr std::array<std::string_view, 14> tails = {
    {"에서는", "에서", "에는", "으로", "에게", "이랑", "에", "로", "은", "는", "이", "가", "을", "를"}};

/// People and things by their common names are no names.
constexpr std::array<std::string_view, 104> common = {
    {"친구",   "가족",   "동생",   "부모님",   "엄마", "아빠",   "동료",   "아내",   "남편",   "사람들",
     "언니",   "오빠",   "누나",   "형",       "선배", "후배",   "회사",   "학교",   "집",     "거기",
     "여기",   "저기",   "그곳",   "이곳",     "모임", "여행",   "출장",   "해외",   "바다",   "산",
     "시골",   "고향",   "병원",   "카페",     "공항", "호텔",   "밖",     "안",     "위",     "앞",
     "뒤",     "아이",   "모두",   "누구",     "다들", "멤버",   "밴드",   "팀",     "할머니", "할아버지",
     "어머니", "아버지", "사촌",   "조카",     "팀원", "선생님", "강아지", "고양이", "당일",   "하루",
     "도중",   "이번",   "중간",   "마지막",   "나라", "도시",   "국가",   "요일",   "주말",   "평일",
     "사람",   "분기",   "비행기", "기차",     "버스", "지하철", "자동차", "작년",   "올해",   "지난해",
     "전년",   "평소",   "예전",   "당일치기", "처음", "연초",   "연말",   "덕분",   "혼자",   "차례",
     "중심",   "기준",   "위주",   "그때",     "요즘", "여름",   "가을",   "겨울",   "봄",     "오전",
     "오후",   "아침",   "새벽",   "저녁"}};

bool is_common(std::string_view word) {
  return std::any_of(common.begin(), common.end(), [word](std::string_view one) {
    const bool alone = one == "산" || one == "형";  // 산 is common, 부산 is not
    return (alone ? word == one : ends(word, one)) || word == std::string(one) + "들";
  });
}

std::string_view without(std::string_view word, std::string_view tail) {
  return word.substr(0, word.size() - tail.size());
}

/// 민수 씨, 지영이와 함께, 현우를 만났: how a person is spoken of.
bool korean_person(std::string_view folded, const Token& token, std::string_view next, NamedThing& to) {
  const std::string_view word = folded.substr(token.at, token.end - token.at);
  if (!is_hangul(word)) return false;
  const auto take = [&](std::string_view name) {
    if (name.size() < 6 || name.size() > 15 || is_common(name)) return false;
    to = {{}, Named::Person, token.at, token.at + name.size(), false};
    return true;
  };
  if ((next == "씨" || begins(next, 0, "씨와") || begins(next, 0, "씨가") || begins(next, 0, "씨를") ||
       begins(next, 0, "씨는") || begins(next, 0, "씨랑") || begins(next, 0, "씨에게") ||
       begins(next, 0, "님")))
    return take(word);
  const bool together = begins(next, 0, "통화했") || begins(next, 0, "통화한") || begins(next, 0, "함께") ||
                        begins(next, 0, "같이") || begins(next, 0, "둘이") || begins(next, 0, "만나") ||
                        begins(next, 0, "만났");
  if (together) {
    for (const std::string_view tail : {"이랑", "랑", "하고", "와", "과"}) {
      if (ends(word, tail)) return take(without(word, tail));
    }
  }
  // 수진이랑 나고야에 갔다; but 고양이랑.
  if (ends(word, "이랑") && !is_common(without(word, "랑"))) return take(without(word, "이랑"));
  if (begins(next, 0, "만나") || begins(next, 0, "만났")) {
    for (const std::string_view tail : {"를", "을"}) {
      if (ends(word, tail)) return take(without(word, tail));
    }
  }
  // 지영에게서 연락이 왔다, 민수한테 편지를 썼다.
  constexpr std::array<std::string_view, 8> words = {
      {"연락", "소식", "메시지", "편지", "전화", "선물", "답장", "문자"}};
  const bool sent =
      std::any_of(words.begin(), words.end(), [next](std::string_view one) { return begins(next, 0, one); });
  if (!sent) return false;
  for (const std::string_view tail : {"에게서", "한테서", "에게", "한테"}) {
    if (ends(word, tail)) return take(without(word, tail));
  }
  return false;
}

/// A country that no finding holds, or a place that one goes to.
bool korean_place(std::string_view folded, const Token& token, std::string_view rest, NamedThing& to) {
  const std::string_view word = folded.substr(token.at, token.end - token.at);
  if (!is_hangul(word)) return false;
  std::string_view name = word;
  std::string_view tail;
  for (const std::string_view one : tails) {
    if (word.size() > one.size() + 3 && ends(word, one)) {
      name = without(word, one);
      tail = one;
      break;
    }
  }
  for (const std::string_view one : {name, word}) {
    for (std::size_t cut = one.size(); cut >= 6; cut -= 3) {
      const auto code = country_by_name(one.substr(0, cut));
      if (!code || (cut < one.size() && cut < 6)) continue;
      to = {{country_key(*code)}, Named::Place, token.at, token.at + cut, false};
      return true;
    }
  }
  for (const std::string_view head :
       {"새 동네는 ", "새집은 ", "새 집은 ", "이사한 곳은 ", "도시는 ", "나라는 "}) {
    const bool named =
        ends(folded.substr(0, token.at), head) && name.size() >= 6 && !numeral(folded, token.at);
    if (!named) continue;
    to = {{}, Named::Place, token.at, token.at + name.size(), false};
    return true;
  }
  const bool toured =
      (tail == "을" || tail == "를") &&
      (begins(rest, 0, " 여행했") || begins(rest, 0, " 여행하") || begins(rest, 0, " 여행한"));
  if (toured && name.size() >= 6 && name.size() <= 18 && !is_common(name)) {
    to = {{}, Named::Place, token.at, token.at + name.size(), false};
    return true;
  }
  const bool toward =
      tail == "에" || tail == "에서" || tail == "으로" || tail == "로" || tail == "에는" || tail == "에서는";
  if (!toward || name.size() < 6 || name.size() > 18 || is_common(name)) return false;
  const std::string_view next = rest.substr(0, 40);
  for (const std::string_view verb : {"다녀", "떠났", "떠나", "묵", "도착", "여행", "날아", "이사", "가면서",
                                      "갔", "가서", "들렀", "들른", "머물", "머문", "지냈"}) {
    const std::size_t found = next.find(verb);
    if (found == std::string_view::npos || found > 24) continue;
    to = {{}, Named::Place, token.at, token.at + name.size(), false};
    return true;
  }
  return false;
}

constexpr std::array<std::string_view, 54> plain_capitals = {
    {"I",        "I'm",      "I've",     "I'd",    "I'll",     "Monday",     "Tuesday",   "Wednesday",
     "Thursday", "Friday",   "Saturday", "Sunday", "Mondays",  "Saturdays",  "Sundays",   "January",
     "February", "March",    "April",    "May",    "June",     "July",       "August",    "September",
     "October",  "November", "December", "Jan",    "Feb",      "Mar",        "Apr",       "Jun",
     "Jul",      "Aug",      "Sep",      "Sept",   "Oct",      "Nov",        "Dec",       "Christmas",
     "English",  "Korean",   "PR",       "PRs",    "Tuesdays", "Wednesdays", "Thursdays", "Fridays",
     "Year",     "New",      "Eve",      "AI",     "LLM",      "LLMs"}};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_plain(std::string_view word) {
  return std::find(plain_capitals.begin(), plain_capitals.end(), word) != plain_capitals.end();
}

void english_names(std::string_view text, std::string_view folded, const std::vector<NamedThing>& known,
                   std::vector<NamedThing>& to) {
  const std::vector<Token> all = tokens(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string_view word = text.substr(all[i].at, all[i].end - all[i].at);
    if (!is_capital(word.front()) || overlaps(known, all[i].at, all[i].end)) continue;
    for (const std::string_view tail : {"'s", "’s"}) {
      if (ends(word, tail)) word = without(word, tail);
    }
    if (is_plain(word)) continue;
    const bool head =
        i == 0 || (all[i].at >= 2 &&
                   (text[all[i].at - 2] == '.' || text[all[i].at - 2] == ':' || text[all[i].at - 2] == ';'));
    std::size_t end = all[i].at + word.size();
    std::size_t last = i;
    while (last + 1 < all.size() && all[last + 1].at == end + 1 && text[end] == ' ' &&
           is_capital(text[all[last + 1].at]) &&
           !is_plain(text.substr(all[last + 1].at, all[last + 1].end - all[last + 1].at)) && !head &&
           !overlaps(known, all[last + 1].at, all[last + 1].end)) {
      ++last;
      end = all[last].end;
    }
    const std::string_view whole = text.substr(all[i].at, end - all[i].at);
    const auto code = country_by_name(whole);
    const std::string_view after = folded.substr(end);
    // A sentence begins with a capital: that is a name only where one is spoken of as a person or a place.
    if (head && !code && !begins(after, 0, " and i ")) continue;
    const std::string_view before = folded.substr(0, all[i].at);
    const bool person =
        ends(before, "with ") || ends(before, "met ") || begins(after, 0, " and i ") || ends(before, "and ");
    const bool place = ends(before, " in ") || ends(before, " to ") || ends(before, " from ") ||
                       ends(before, " at ") || code;
    NamedThing one{{},
                   code || place ? Named::Place
                   : person      ? Named::Person
                                 : Named::Unknown,
                   all[i].at,
                   end,
                   false};
    if (code) one.keys = {country_key(*code)};
    to.push_back(std::move(one));
    i = last;
  }
}

}  // namespace

std::vector<NamedThing> unknown_names(std::string_view text, std::string_view folded,
                                      const std::vector<NamedThing>& known) {
  std::vector<NamedThing> all;
  const std::vector<Token> words = tokens(folded);
  bool hangul = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool quoted = std::any_of(known.begin(), known.end(), [&](const NamedThing& one) {
      return one.quoted && one.at <= words[i].at && words[i].at < one.end;
    });
    hangul = hangul || (!quoted && is_hangul(folded.substr(words[i].at)));
    if (overlaps(known, words[i].at, words[i].end)) continue;
    const std::string_view next = i + 1 < words.size()
                                      ? folded.substr(words[i + 1].at, words[i + 1].end - words[i + 1].at)
                                      : std::string_view{};
    NamedThing one;
    if (korean_person(folded, words[i], next, one) ||
        korean_place(folded, words[i], folded.substr(words[i].end), one))
      all.push_back(std::move(one));
  }
  if (!hangul) english_names(text, folded, known, all);
  return all;
}

}  // namespace hoego
