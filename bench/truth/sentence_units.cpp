#include "bench/truth/sentence_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "story/en_numbers.h"
#include "story/ko_numbers.h"

namespace hoego::truth {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 12> wrong_korean = {{{"번", "시간"},
                                                {"회", "시간"},
                                                {"차례", "시간"},
                                                {"권", "편"},
                                                {"편", "권"},
                                                {"시간", "분"},
                                                {"분", "시간"},
                                                {"일", "주"},
                                                {"박", "일"},
                                                {"밤", "주"},
                                                {"주", "개월"},
                                                {"년", "개월"}}};
constexpr std::array<Pair, 15> wrong_english = {{{"times", "hours"},
                                                 {"visits", "hours"},
                                                 {"sessions", "hours"},
                                                 {"trips", "hours"},
                                                 {"books", "papers"},
                                                 {"posts", "books"},
                                                 {"hours", "minutes"},
                                                 {"minutes", "hours"},
                                                 {"days", "weeks"},
                                                 {"separate days", "separate weeks"},
                                                 {"different days", "different weeks"},
                                                 {"nights", "days"},
                                                 {"weeks", "months"},
                                                 {"years", "months"},
                                                 {"full years", "full months"}}};

constexpr std::array<std::pair<std::string_view, Pair>, 8> counters = {{{"place", {"번", "times"}},
                                                                        {"sport", {"번", "times"}},
                                                                        {"meeting", {"번", "times"}},
                                                                        {"commits", {"개", "commits"}},
                                                                        {"books", {"권", "books"}},
                                                                        {"posts", {"편", "posts"}},
                                                                        {"prompts", {"개", "conversations"}},
                                                                        {"photos", {"장", "photos"}}}};

/// Counters before which Korean numerals stand in running text.
bool takes_native(std::string_view unit) {
  constexpr std::array<std::string_view, 9> units = {"번", "차례", "권", "편",  "개",
                                                     "장", "곳",   "밤", "시간"};
  return std::find(units.begin(), units.end(), unit) != units.end();
}

std::string singular(const std::string& noun) {
  if (noun.size() > 3 && noun.compare(noun.size() - 3, 3, "ies") == 0)
    return noun.substr(0, noun.size() - 3) + "y";
  return noun.empty() || noun.back() != 's' ? noun : noun.substr(0, noun.size() - 1);
}

std::string korean(double number, const std::string& unit, Numerals numerals) {
  const auto whole = static_cast<long long>(std::llround(number));
  if (unit == "시간" && number != std::round(number)) return ko::hours(number);
  // 1밤 is never written.
  const bool in_words = numerals == Numerals::Words || unit == "밤";
  if (in_words && takes_native(unit)) return ko::counted(whole, unit);
  return ko::figure(whole, unit);
}

std::string english(double number, const std::string& unit, Numerals numerals) {
  const auto whole = static_cast<long long>(std::llround(number));
  if (unit == "hours" && number != std::round(number)) return en::hours(number);
  if (unit == "%")
    return numerals == Numerals::Words ? fmt::format("{} percent", whole) : fmt::format("{}%", whole);
  if (unit == "times" && numerals == Numerals::Words) return en::times(whole);
  std::string said = numerals == Numerals::Words ? en::small(whole) : en::grouped(whole);
  if (unit.empty()) return said;
  return fmt::format("{} {}", said, whole == 1 ? singular(unit) : unit);
}

}  // namespace

std::string unit_of(const Piece& piece, const Fact& fact, Language language) {
  if (piece.unit != "#") return piece.unit;
  for (const auto& [said, counter] : counters) {
    if (said == fact.said) return std::string(language == Language::Korean ? counter.first : counter.second);
  }
  return {};
}

std::optional<std::string> wrong_unit(const std::string& unit, Language language) {
  const auto in = [&unit](const auto& pairs) -> std::optional<std::string> {
    for (const auto& [right, wrong] : pairs) {
      if (right == unit) return std::string(wrong);
    }
    return std::nullopt;
  };
  return language == Language::Korean ? in(wrong_korean) : in(wrong_english);
}

std::string quantity(double number, const std::string& unit, Language language, Numerals numerals) {
  return language == Language::Korean ? korean(number, unit, numerals) : english(number, unit, numerals);
}

}  // namespace hoego::truth
