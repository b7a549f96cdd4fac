#include "claims/hangul.h"

#include <array>
#include <utility>

#include "claims/characters.h"

namespace hoego {
namespace {

constexpr char32_t boundary = U'‧';
constexpr std::u32string_view initials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view vowels = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view finals = U" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// Unicode 15, 3.12: a syllable is 0xAC00 + (initial * 21 + vowel) * 28 + final.
void spell(char32_t syllable, std::u32string& out) {
  const std::size_t index = syllable - 0xAC00;
  out.push_back(initials[index / 588]);
  out.push_back(vowels[index % 588 / 28]);
  if (index % 28 != 0) out.push_back(finals[index % 28]);
  out.push_back(boundary);
}

using Shorthand = std::pair<std::u32string_view, std::u32string_view>;

/// What stands for a set of endings; their values are patterns of the same notation.
constexpr std::array<Shorthand, 5> shorthands = {{
    {U"{하다}",
     U"(한다|한다고|하는데|하는데요|하네요|하거든요|하는 중|하는 중이다|하는 중이에요|하는 중입니다|하고 "
     U"있다|"
     U"하고 있어요|하고 있습니다|하고 있음|하며|하니|하고|해요|해|해 본다|해 봅니다|해 "
     U"봐요|합니다|합니당|함|하는 편이다)"},
    {U"{이다}",
     U"(이다|다|입니다|이에요|예요|이예요|이야|야|임|이고|인데|인데요|이니|이며|이지만|랍니다|이랍니다|"
     U"이네요|이죠|이지|"
     U"이라|이라서)?"},
    {U"{다}", U"(다|다고|어요|습니다|음|네|네요|는데|는데요|지만|고|으니|어|다는 마음이다|는 마음이다)"},
    {U"{했다}", U"{했}(다|어요|습니다|음|네요|는데|는데요|지만|고|으니|거든요|답니다|지|죠|어)"},
    {U"{했}", U"((?!ㄱㅔ).(ㅏ|ㅑ|ㅓ|ㅕ|ㅐ|ㅒ|ㅔ|ㅘ|ㅝ|ㅙ|ㅞ)ㅆ‧)"},
}};

void expand(std::u32string_view pattern, std::u32string& out) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char32_t c = pattern[at];
    if (c == '{') {
      bool found = false;
      for (const auto& [key, value] : shorthands) {
        if (pattern.substr(at, key.size()) != key) continue;
        expand(value, out);
        at += key.size() - 1;
        found = true;
        break;
      }
      if (found) continue;
    }
    if (c == '-' && at + 1 < pattern.size() && is_lone_letter(pattern[at + 1])) {
      out.push_back(pattern[++at]);
      out.push_back(boundary);
    } else if (is_syllable(c)) {
      out += U"(?:";
      spell(c, out);
      out += U")";
    } else if (c == ' ') {
      out += U" *";
    } else if (c == '_') {
      out += U"(?:^|(?<=[ ,.·:~'\"(‘“-])|(?=[ ,.:)'\"’”]|$))";
    } else {
      out.push_back(c);
    }
  }
}

bool is_ornament(char32_t c) {
  constexpr std::u32string_view marks = U".!~…。！^,;*\"'”’·-*♥♡";
  return is_blank(c) || is_pictograph(c) || is_lone_letter(c) || marks.find(c) != std::u32string_view::npos;
}

/// One smiley or pair of brackets less; false where none ends the text.
bool drop_group(std::u32string& text) {
  const std::size_t size = text.size();
  if (size >= 2 && (text[size - 1] == ')' || text[size - 1] == '(' || text[size - 1] == 'D') &&
      (text[size - 2] == ':' || text[size - 2] == ';')) {
    text.resize(size - 2);
    return true;
  }
  if (size < 3 || text.back() != ')') return false;
  const std::size_t open = text.rfind('(');
  if (open == std::u32string::npos || open == 0) return false;
  text.resize(open);
  return true;
}

}  // namespace

std::string spelled(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    if (is_syllable(c))
      spell(c, out);
    else
      out.push_back(c);
  }
  return utf8(out);
}

std::string spelled_expression(std::string_view pattern) {
  std::u32string out;
  expand(code_points(pattern), out);
  return utf8(out);
}

std::string bare_end(std::string_view sentence) {
  std::u32string text = code_points(sentence);
  for (;;) {
    while (!text.empty() && is_ornament(text.back())) text.pop_back();
    if (!drop_group(text)) break;
  }
  return utf8(text);
}

}  // namespace hoego
