#include "claims/proposed_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/letters.h"
#include "base/text.h"
#include "claims/characters.h"
#include "claims/mentions.h"
#include "claims/quantities.h"

namespace hoego {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// A name as a check writes it.
std::string written(const std::string& id) {
  const bool plain = !id.empty() && is_letter(id.front()) && std::all_of(id.begin(), id.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
  return plain ? id : fmt::format("\"{}\"", id);
}

std::string number(double value) {
  return fmt::format("{:.10g}", value);
}

bool denies(std::string_view text) {
  return has_any(text, {"않", "안 가", "안 하", "금지", "말기", "그만", "끊", " not ", "won't", "no more",
                        "never", "don't", "no trip", "stop ", "quit "});
}

bool limits(const Quantity& quantity, std::string_view text) {
  if (quantity.bound == Bound::AtMost || quantity.bound == Bound::Only) return true;
  const std::string_view after = text.substr(quantity.end, 12);
  constexpr std::string_view only = "만";
  return after.substr(0, only.size()) == only ||
         has_any(text, {"넘기지", "넘지", "줄이", "줄일", "줄여", "덜 "});
}

std::string pace(const Quantity& quantity) {
  if (!quantity.rate) return {};
  const std::string_view unit = *quantity.rate == CheckUnit::Day    ? "day"
                                : *quantity.rate == CheckUnit::Week ? "week"
                                                                    : "month";
  return fmt::format(" {} {}", quantity.every ? "every" : "per", unit);
}

std::string of_trips(std::string_view text, const CountryByName& country) {
  const bool abroad =
      has_any(text, {"해외여행", "해외 여행", "해외로", "해외에", "abroad", "overseas", "foreign trip"});
  if (!abroad) return {};
  const std::vector<std::string> named = countries_in(text, country);
  const bool but = has_any(text, {"말고", "빼고", "제외", "외에", "만 ", "만.", "but ", "except", "only",
                                  "other than", "besides"}) ||
                   (!text.empty() && text.size() > 3 && text.substr(text.size() - 3) == "만");
  if (!named.empty() && but) return fmt::format("trips abroad except {} = 0", fmt::join(named, ","));
  if (denies(text)) return "trips abroad = 0";
  for (const Quantity& one : quantities(text)) {
    if (one.counter != Counter::Time && one.counter != Counter::Trip) continue;
    return fmt::format("trips abroad {} {}", limits(one, text) ? "<=" : ">=", number(one.value));
  }
  return {};
}

std::string of_share(std::string_view text, const Vocabulary& vocabulary) {
  if (!has_any(text, {"저녁", "evening"})) return {};
  const std::vector<Mention> areas = mentions(text, vocabulary.areas);
  if (areas.empty()) return {};
  double share = 0;
  if (has_any(text, {"절반", "반은", "반만", "반을", "half"})) share = 50;
  for (const Quantity& one : quantities(text)) {
    if (one.counter == Counter::Percent && one.value <= 100) share = one.value;
  }
  return share > 0 ? fmt::format("share of {} in evenings <= {} %", written(areas.front().id), number(share))
                   : std::string{};
}

/// The activity a number is about: the one named nearest to it, else what its counter says.
std::string counted(const Quantity& quantity, const std::vector<Mention>& named,
                    const Vocabulary& vocabulary) {
  const Mention* best = nullptr;
  std::size_t distance = 0;
  for (const Mention& one : named) {
    const std::size_t away = one.end <= quantity.at   ? quantity.at - one.end
                             : one.at >= quantity.end ? one.at - quantity.end
                                                      : 0;
    if (best != nullptr && away >= distance) continue;
    best = &one;
    distance = away;
  }
  if (best != nullptr) return best->id;
  const std::string_view id = quantity.counter == Counter::Book    ? "books"
                              : quantity.counter == Counter::Photo ? "photos"
                                                                   : "";
  const bool there = !id.empty() && std::any_of(vocabulary.activities.begin(), vocabulary.activities.end(),
                                                [&](const Vocabulary::Name& name) { return name.id == id; });
  return there ? std::string(id) : std::string{};
}

std::string by_date(std::string_view text, const FoundPromise& promise) {
  const bool until =
      has_any(text, {"월까지", "by january", "by february", "by march", "by april", "by may", "by june",
                     "by july", "by august", "by september", "by october", "by november"});
  if (!until || !promise.period.days || promise.period.days->days() > 31) return {};
  return fmt::format(" by {:02}-{:02}", promise.period.days->to.month(), promise.period.days->to.day());
}

std::string of_count(std::string_view text, const FoundPromise& promise, const Vocabulary& vocabulary) {
  const std::vector<Mention> named = mentions(text, vocabulary.activities);
  for (const Quantity& one : quantities(text)) {
    const std::string op = limits(one, text) ? "<=" : ">=";
    const std::string tail = one.rate ? pace(one) : by_date(text, promise);
    if (one.counter == Counter::Step) return fmt::format("steps {} {}{}", op, number(one.value), tail);
    if (one.counter == Counter::Country) return fmt::format("countries {} {}", op, number(one.value));
    if (one.counter == Counter::Night || one.counter == Counter::Percent) continue;
    const std::string id = counted(one, named, vocabulary);
    if (id.empty()) continue;
    const std::string name = written(id);
    if (one.counter == Counter::Hour)
      return fmt::format("hours of {} {} {}{}", name, op, number(one.value), tail);
    if (one.counter == Counter::Kilometre)
      return fmt::format("distance of {} {} {} km{}", name, op, number(one.value), tail);
    if (one.counter == Counter::Day)
      return fmt::format("days of {} {} {}{}", name, op, number(one.value), tail);
    return fmt::format("{} {} {}{}", name, op, number(one.value), tail);
  }
  return {};
}

/// More or less than last year, every day, never: without a number.
std::string without_number(std::string_view text, const Vocabulary& vocabulary) {
  const bool beside =
      has_any(text, {"올해보다", "작년보다", "지난해보다", "than this year", "than last year"});
  const bool less = has_any(text, {"덜 ", "줄이", "줄일", "줄여", "적게", "less", "fewer"});
  if (has_any(text, {"통근", "출퇴근", "commut"}) && less) return "commute < last year";
  const std::vector<Mention> named = mentions(text, vocabulary.activities);
  if (named.empty()) return {};
  const std::string name = written(named.front().id);
  if (beside) return fmt::format("{} {} last year", name, less ? "<" : ">");
  if (has_any(text, {"매일", "날마다", "every day", "daily", "every morning", "every night"}))
    return fmt::format("{} >= 1 every day", name);
  if (has_any(text, {"매주", "every week", "weekly"})) return fmt::format("{} >= 1 every week", name);
  if (has_any(text, {"매달", "매월", "every month", "monthly"}))
    return fmt::format("{} >= 1 every month", name);
  if (less) return {};
  const bool none =
      has_any(text, {"하지 않", "가지 않", "안 하", "금지", "no more", "won't", "never", "stop ", "quit "}) &&
      !has_any(text, {"미루지", "거르지", "빠지지", "빼먹지", "멈추지", "놓지", "그만두지", "miss", "skip",
                      "stop playing"});
  return none ? fmt::format("{} = 0", name) : std::string{};
}

}  // namespace

std::vector<std::string> countries_in(std::string_view sentence, const CountryByName& country) {
  std::vector<std::string> out;
  if (!country) return out;
  const std::u32string text = code_points(sentence);
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const bool edge = begin == 0 || !(is_syllable(text[begin - 1]) || is_ascii_word(text[begin - 1]));
    if (!edge || !(is_syllable(text[begin]) || is_ascii_word(text[begin]))) continue;
    // A particle may follow a Korean name; an English one may be of three words.
    for (std::size_t length = std::min<std::size_t>(24, text.size() - begin); length >= 2; --length) {
      const std::size_t end = begin + length;
      const bool latin = is_ascii_word(text[end - 1]);
      if (latin && end < text.size() && is_ascii_word(text[end])) continue;
      if (!latin && !is_syllable(text[end - 1])) continue;
      const auto code = country(utf8(std::u32string_view(text).substr(begin, length)));
      if (!code) continue;
      if (std::find(out.begin(), out.end(), *code) == out.end()) out.push_back(*code);
      begin = end - 1;
      break;
    }
  }
  return out;
}

std::string proposed_check(const FoundPromise& promise, const Vocabulary& vocabulary,
                           const CountryByName& country) {
  if (promise.kind == Intention::Plan) return {};
  const std::string text = fold_case(promise.sentence.text);
  std::string check = of_trips(text, country);
  if (check.empty()) check = of_share(text, vocabulary);
  if (check.empty()) check = of_count(text, promise, vocabulary);
  if (check.empty()) check = without_number(text, vocabulary);
  return check;
}

}  // namespace hoego
