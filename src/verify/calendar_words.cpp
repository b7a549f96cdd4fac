#include "verify/calendar_words.h"

#include <array>
#include <cstdint>

#include "base/letters.h"

namespace hoego {
namespace {

/// What is entered in calendars, in both languages.
struct EntryWords {
  std::string_view korean;
  std::string_view others;  ///< between |; the first is the English word by which a title is known
};
constexpr std::array<EntryWords, 22> entries = {{{"치과", "dentist|dental"},
                                                 {"공연", "concert|concerts|gig|gigs|show|shows|performance"},
                                                 {"합주", "rehearsal|rehearsals|band practice|ensemble"},
                                                 {"레슨", "lesson|lessons"},
                                                 {"미용실", "haircut|hairdresser|hair salon"},
                                                 {"은행", "bank"},
                                                 {"병원", "doctor|hospital|clinic"},
                                                 {"건강검진", "check-up|checkup"},
                                                 {"주간 회의", "weekly meeting|weekly meetings"},
                                                 {"결혼식", "wedding"},
                                                 {"면접", "interview"},
                                                 {"시험", "exam"},
                                                 {"마감", "deadline|deadlines"},
                                                 {"저녁 약속", "dinner|dinners"},
                                                 {"점심", "lunch"},
                                                 {"영화", "film|movie"},
                                                 {"전시", "exhibition"},
                                                 {"콘서트", "concert|concerts"},
                                                 {"돌잔치", "first birthday"},
                                                 {"송년회", "year-end party"},
                                                 {"동창회", "reunion"},
                                                 {"독서 모임", "book club"}}};

constexpr std::uint32_t first_syllable = 0xAC00;
constexpr std::uint32_t last_syllable = 0xD7A3;
constexpr std::uint32_t finals = 28;
constexpr std::uint32_t vowels = 21;

std::string syllable(std::uint32_t index) {
  constexpr std::array<std::string_view, 19> initial = {"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                                        "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
  constexpr std::array<std::string_view, vowels> middle = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                                           "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                                           "wo", "we", "wi", "yu",  "eu", "ui", "i"};
  constexpr std::array<std::string_view, finals> last = {"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                                         "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                                         "t", "ng", "t", "t", "k", "t", "p", "t"};
  return std::string(initial[index / (finals * vowels)]) + std::string(middle[index / finals % vowels]) +
         std::string(last[index % finals]);
}

void add_words(std::string_view words, std::vector<std::string>& to) {
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    to.emplace_back(words.substr(0, bar));
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
}

bool holds(std::string_view text, std::string_view words) {
  return text.find(words.substr(0, words.find('|'))) != std::string_view::npos;
}

}  // namespace

std::string romanized(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const bool three = byte(at) >= 0xE0 && byte(at) < 0xF0 && at + 2 < text.size();
    const std::uint32_t code =
        three ? (byte(at) & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU) : 0;
    if (code < first_syllable || code > last_syllable) {
      out += text[at];
      continue;
    }
    out += syllable(code - first_syllable);
    at += 2;
  }
  return out;
}

std::vector<std::string> calendar_words(std::string_view title) {
  const std::string small = small_letters(title);
  std::vector<std::string> found;
  for (const EntryWords& one : entries) {
    if (small.find(one.korean) == std::string::npos && !holds(small, one.others)) continue;
    found.emplace_back(one.korean);
    add_words(one.others, found);
  }
  // Of whom a birthday is must be said.
  constexpr std::string_view birthday = " 생일";
  const std::size_t at = small.find(birthday);
  if (at == std::string::npos || at + birthday.size() != small.size()) return found;
  const std::string who = romanized(small.substr(0, at));
  found.push_back(who + "'s birthday");
  found.push_back(who + "’s birthday");
  return found;
}

}  // namespace hoego
