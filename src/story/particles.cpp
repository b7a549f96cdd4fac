#include "story/particles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/letters.h"

namespace hoego {
namespace {

struct Shapes {
  std::string_view consonant;
  std::string_view vowel;
};

constexpr std::array<Shapes, 15> shapes = {{{"은", "는"},
                                            {"이", "가"},
                                            {"을", "를"},
                                            {"과", "와"},
                                            {"으로", "로"},
                                            {"이에요", "예요"},
                                            {"이었어요", "였어요"},
                                            {"이다", "다"},
                                            {"이었다", "였다"},
                                            {"이나", "나"},
                                            {"이랑", "랑"},
                                            {"이며", "며"},
                                            {"이라서", "라서"},
                                            {"이라는", "라는"},
                                            {"이라고", "라고"}}};

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// Bytes of the last character of well-formed UTF-8.
std::size_t last_length(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() && n < 4 && (static_cast<unsigned char>(text[text.size() - n]) & 0xC0) == 0x80) ++n;
  return n;
}

char32_t last_character(std::string_view text) {
  const std::string_view bytes = text.substr(text.size() - last_length(text));
  const auto lead = static_cast<unsigned char>(bytes[0]);
  char32_t c = bytes.size() == 1 ? lead : lead & (0x7FU >> bytes.size());
  for (std::size_t i = 1; i < bytes.size(); ++i) c = (c << 6) | (static_cast<unsigned char>(bytes[i]) & 0x3F);
  return c;
}

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7);
}

bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

/// Whether a character at the end says nothing aloud: blanks, marks, quotes, pictographs, decoration.
bool is_silent(char32_t c) {
  if (c < 0x80) {
    return std::string_view(" \t\n.,!?;:'\"*_`~^<>|/\\=").find(static_cast<char>(c)) !=
           std::string_view::npos;
  }
  if (c >= 0xA0 && c <= 0xBF) return c != 0xB0;
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0x2190 && c <= 0x2BFF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c >= 0x1F000 || (c >= 0xFF01 && c <= 0xFF0F);
}

/// Start of the bracket that closes at the end, counted so that inner pairs stay together.
std::optional<std::size_t> opening(std::string_view text, char open, char close) {
  int depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == close) ++depth;
    if (text[i] == open && --depth == 0) return i;
  }
  return std::nullopt;
}

/// Cuts what is not read aloud off the end: marks, and brackets with their content unless nothing else is
/// there.
std::string_view audible(std::string_view text) {
  while (!text.empty()) {
    const char back = text.back();
    if (back == ')' || back == ']') {
      const auto open = back == ')' ? opening(text, '(', ')') : opening(text, '[', ']');
      const bool link = back == ')' && open && *open > 0 && text[*open - 1] == ']';
      if (link) {
        text = text.substr(0, *open - 1);
        continue;
      }
      if (open && *open > 0) {
        text = text.substr(0, *open);
        continue;
      }
      text.remove_suffix(1);
    } else if (back == '}' || back == '{' || back == '(' || back == '[' || is_silent(last_character(text))) {
      text.remove_suffix(last_length(text));
    } else {
      break;
    }
  }
  return text;
}

Final hangul_final(char32_t c) {
  const unsigned last = (c - 0xAC00) % 28;
  constexpr unsigned rieul = 8;
  if (last == 0) return Final::Vowel;
  return last == rieul ? Final::Rieul : Final::Consonant;
}

/// 영 일 이 삼 사 오 육 칠 팔 구.
Final digit_final(char digit) {
  constexpr std::array<Final, 10> finals = {
      Final::Consonant, Final::Rieul,     Final::Vowel, Final::Consonant, Final::Vowel,
      Final::Vowel,     Final::Consonant, Final::Rieul, Final::Rieul,     Final::Vowel};
  return finals.at(static_cast<std::size_t>(digit - '0'));
}

/// The number that ends `text`: digits, commas between them, one point.
std::string_view trailing_number(std::string_view text) {
  std::size_t i = text.size();
  while (i > 0 && (is_digit(text[i - 1]) ||
                   ((text[i - 1] == ',' || text[i - 1] == '.') && i > 1 && is_digit(text[i - 2])))) {
    --i;
  }
  return text.substr(i);
}

Final number_final(std::string_view number) {
  if (number.find('.') != std::string_view::npos || number.back() != '0') return digit_final(number.back());
  std::size_t zeros = 0;
  std::size_t i = number.size();
  for (; i > 0 && (number[i - 1] == '0' || number[i - 1] == ','); --i)
    zeros += number[i - 1] == '0' ? 1U : 0U;
  if (i == 0) return Final::Consonant;                 // 영
  if (zeros >= 12 && zeros < 16) return Final::Vowel;  // 조
  return Final::Consonant;                             // 십 백 천 만 억 경
}

/// 9:00 (아홉 시), 22:30 (삼십 분); a ratio such as 2:1 is none.
std::optional<Final> clock_final(std::string_view text) {
  const std::size_t n = text.size();
  if (n < 4 || !is_digit(text[n - 1]) || !is_digit(text[n - 2]) || text[n - 3] != ':' ||
      !is_digit(text[n - 4])) {
    return std::nullopt;
  }
  return text.substr(n - 2) == "00" ? Final::Vowel : Final::Consonant;
}

/// 1/4 is read 사분의 일: the numerator last. Two numbers that may be a day (3/15) are not a fraction.
std::optional<Final> fraction_final(std::string_view text) {
  const std::string_view below = trailing_number(text);
  if (below.size() == text.size() || text[text.size() - below.size() - 1] != '/') return std::nullopt;
  const std::string_view above = trailing_number(text.substr(0, text.size() - below.size() - 1));
  if (above.empty() || above.size() > 2 || below.size() > 2 || below.size() + above.size() > 3)
    return std::nullopt;
  return number_final(above);
}

/// $30 is read 삼십 달러.
std::optional<Final> money_final(std::string_view text, std::string_view number) {
  constexpr std::array<std::pair<std::string_view, Final>, 5> signs = {{{"$", Final::Vowel},
                                                                        {"₩", Final::Consonant},
                                                                        {"¥", Final::Consonant},
                                                                        {"€", Final::Vowel},
                                                                        {"£", Final::Vowel}}};
  const std::string_view before = text.substr(0, text.size() - number.size());
  for (const auto& [sign, final] : signs) {
    if (ends(before, sign)) return final;
  }
  return std::nullopt;
}

using Unit = std::pair<std::string_view, std::string_view>;

/// Units that stand after digits, as they are read.
constexpr std::array<Unit, 31> units = {{
    {"%p", "퍼센트포인트"},
    {"%", "퍼센트"},
    {"°C", "도"},
    {"℃", "도"},
    {"°", "도"},
    {"㎡", "제곱미터"},
    {"km/h", "킬로미터"},
    {"km", "킬로미터"},
    {"cm", "센티미터"},
    {"mm", "밀리미터"},
    {"m", "미터"},
    {"mi", "마일"},
    {"kg", "킬로그램"},
    {"mg", "밀리그램"},
    {"g", "그램"},
    {"TB", "테라바이트"},
    {"GB", "기가바이트"},
    {"MB", "메가바이트"},
    {"KB", "킬로바이트"},
    {"kB", "킬로바이트"},
    {"bpm", "비피엠"},
    {"kcal", "킬로칼로리"},
    {"Hz", "헤르츠"},
    {"min", "분"},
    {"ms", "밀리초"},
    {"h", "시간"},
    {"s", "초"},
    {"ml", "밀리리터"},
    {"mL", "밀리리터"},
    {"fps", "에프피에스"},
    {"px", "픽셀"},
}};

std::optional<Final> unit_final(std::string_view text) {
  std::string_view best;
  std::string_view reading;
  for (const auto& [unit, read] : units) {
    if (unit.size() <= best.size() || !ends(text, unit)) continue;
    std::string_view before = text.substr(0, text.size() - unit.size());
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    if (before.empty() || !is_digit(before.back())) continue;
    best = unit;
    reading = read;
  }
  if (best.empty()) return std::nullopt;
  return hangul_final(last_character(reading));
}

Final letter_final(char letter) {
  switch (std::tolower(static_cast<unsigned char>(letter))) {
    case 'l':
    case 'r':
      return Final::Rieul;
    case 'm':
    case 'n':
      return Final::Consonant;
    default:
      return Final::Vowel;
  }
}

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

/// Letters as they are: capitals, or a word that no one could read.
bool is_initials(std::string_view word) {
  if (word.size() == 1) return true;
  const bool upper = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool vowelless = std::none_of(word.begin(), word.end(), [](char c) {
    return is_vowel(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  });
  return (upper && word.size() <= 5) || vowelless;
}

/// By the rules for spelling English in Hangul (국립국어원 외래어 표기법 3장 1절): a stop after one short
/// vowel closes the syllable, otherwise 으 follows; nasals and l always close.
Final spelt_final(const std::string& word) {
  const auto at = [&](std::size_t back) { return back < word.size() ? word[word.size() - 1 - back] : ' '; };
  std::size_t back = 0;
  const bool silent_e = at(0) == 'e' && !is_vowel(at(1)) && word.size() > 3;
  if (silent_e) back = 1;
  switch (at(back)) {
    case 'l':
      return Final::Rieul;
    case 'm':
    case 'n':
      return Final::Consonant;
    case 'g':
      return at(back + 1) == 'n' && !silent_e ? Final::Consonant : Final::Vowel;
    case 'c':
    case 'k':
    case 'p':
    case 't': {
      if (silent_e) return Final::Vowel;
      const bool doubled = at(1) == at(0) || (at(0) == 'k' && at(1) == 'c');
      const std::size_t vowel = doubled ? 2 : 1;
      const bool one_vowel = is_vowel(at(vowel)) && !is_vowel(at(vowel + 1));
      return one_vowel || (at(0) == 'k' && at(1) == 'o' && at(2) == 'o') ? Final::Consonant : Final::Vowel;
    }
    default:
      return Final::Vowel;
  }
}

Final latin_final(std::string_view text) {
  // Two words, then one with its signs (C++, DAY6), as the table knows them.
  const std::size_t last_blank = text.rfind(' ');
  if (last_blank != std::string_view::npos && last_blank > 0) {
    const std::size_t before = text.rfind(' ', last_blank - 1);
    const auto two = korean_reading(text.substr(before == std::string_view::npos ? 0 : before + 1));
    if (!two.empty()) return hangul_final(last_character(two));
  }
  const auto one = korean_reading(last_blank == std::string_view::npos ? text : text.substr(last_blank + 1));
  if (!one.empty()) return hangul_final(last_character(one));
  std::size_t start = text.size();
  while (start > 0 && is_latin(last_character(text.substr(0, start))))
    start -= last_length(text.substr(0, start));
  const std::string_view word = text.substr(start);
  if (word.empty()) return Final::Vowel;
  const auto known = korean_reading(word);
  if (!known.empty()) return hangul_final(last_character(known));
  if (is_initials(word)) return letter_final(word.back());
  std::string low(word);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return spelt_final(low);
}

/// The word that a quote at the end holds, or the end of the text: from the last quote or bracket that opens.
std::string_view inside(std::string_view text) {
  for (const std::string_view open : {"‘", "“", "「", "『", "《", "〈", "\"", "`", "["}) {
    const std::size_t at = text.rfind(open);
    if (at != std::string_view::npos && at + open.size() < text.size()) text = text.substr(at + open.size());
  }
  while (!text.empty() && (text.front() == '*' || text.front() == '_')) text.remove_prefix(1);
  return text;
}

/// A mark such as `[^3]` at the end.
std::string_view footnote(std::string_view stem) {
  if (stem.empty() || stem.back() != ']') return {};
  const std::size_t open = stem.rfind("[^");
  return open == std::string_view::npos || open == 0 ? std::string_view{} : stem.substr(open);
}

}  // namespace

Final spoken_final(std::string_view stem) {
  const std::string_view text = inside(audible(stem));
  if (text.empty()) return Final::Vowel;
  const char32_t last = last_character(text);
  if (is_hangul(last)) return hangul_final(last);
  if (last == 0x3093 || last == 0x30F3) return Final::Consonant;  // ん ン
  if (const auto unit = unit_final(text)) return *unit;
  if (is_latin(last) || last == U'+' || last == U'#') return latin_final(text);
  if (!is_digit(text.back())) return Final::Vowel;
  const auto known =
      korean_reading(text.substr(text.rfind(' ') == std::string_view::npos ? 0 : text.rfind(' ') + 1));
  if (!known.empty()) return hangul_final(last_character(known));
  if (const auto clock = clock_final(text)) return *clock;
  if (const auto fraction = fraction_final(text)) return *fraction;
  const std::string_view number = trailing_number(text);
  if (const auto money = money_final(text, number)) return *money;
  return number_final(number);
}

std::string with_particle(std::string_view stem, Particle particle) {
  const std::string_view note = footnote(stem);
  const std::string_view word = stem.substr(0, stem.size() - note.size());
  const Final final = spoken_final(word);
  const Shapes& shape = shapes.at(static_cast<std::size_t>(particle));
  const bool closed = final == Final::Consonant || (final == Final::Rieul && particle != Particle::Toward);
  return std::string(word) + std::string(closed ? shape.consonant : shape.vowel) + std::string(note);
}

}  // namespace hoego
