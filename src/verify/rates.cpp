#include "verify/rates.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(std::min(at, text.size()), word.size()) == word;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A phrase that makes a rate of a number near it: 일주일에, a week.
struct RatePhrase {
  std::string_view words;
  SaidUnit per;
};
constexpr std::array<RatePhrase, 64> rate_phrases = {{
    {"일주일에", SaidUnit::Week},
    {"한 주에", SaidUnit::Week},
    {"1주일에", SaidUnit::Week},
    {"한주에", SaidUnit::Week},
    {"매주", SaidUnit::Week},
    {"주마다", SaidUnit::Week},
    {"주당", SaidUnit::Week},
    {"주 평균", SaidUnit::Week},
    {"한 달에", SaidUnit::Month},
    {"한달에", SaidUnit::Month},
    {"1달에", SaidUnit::Month},
    {"매달", SaidUnit::Month},
    {"매월", SaidUnit::Month},
    {"달마다", SaidUnit::Month},
    {"월평균", SaidUnit::Month},
    {"월 평균", SaidUnit::Month},
    {"하루에", SaidUnit::Day},
    {"하루 평균", SaidUnit::Day},
    {"하루 한", SaidUnit::Day},
    {"매일", SaidUnit::Day},
    {"1년에", SaidUnit::Year},
    {"일 년에", SaidUnit::Year},
    {"한 해에", SaidUnit::Year},
    {"한 번에", SaidUnit::Time},
    {"한번에", SaidUnit::Time},
    {"회당", SaidUnit::Time},
    {"번당", SaidUnit::Time},
    {"한 번 갈 때마다", SaidUnit::Time},
    {"한 번 할 때마다", SaidUnit::Time},
    {"한 번 칠 때마다", SaidUnit::Time},
    {"한 번 모일 때마다", SaidUnit::Time},
    {"갈 때마다", SaidUnit::Time},
    {"할 때마다", SaidUnit::Time},
    {"칠 때마다", SaidUnit::Time},
    {"날마다", SaidUnit::Day},
    {"한 번 가면", SaidUnit::Time},
    {"한 번 하면", SaidUnit::Time},
    {"한 번 치면", SaidUnit::Time},
    {"매번", SaidUnit::Time},
    {"하룻밤에", SaidUnit::Night},
    {"주에", SaidUnit::Week},
    {"월에", SaidUnit::Month},
    {"다달이", SaidUnit::Month},
    {"매달", SaidUnit::Month},
    {" a week", SaidUnit::Week},
    {" per week", SaidUnit::Week},
    {" each week", SaidUnit::Week},
    {" a month", SaidUnit::Month},
    {" per month", SaidUnit::Month},
    {" each month", SaidUnit::Month},
    {" a day on average", SaidUnit::Day},
    {" times a day", SaidUnit::Day},
    {" a year", SaidUnit::Year},
    {" each time", SaidUnit::Time},
    {" per session", SaidUnit::Time},
    {" per visit", SaidUnit::Time},
    {" a visit", SaidUnit::Time},
    {" a session", SaidUnit::Time},
    {" a time", SaidUnit::Time},
    {" a class", SaidUnit::Time},
    {" a night", SaidUnit::Night},
    {" per night", SaidUnit::Night},
    {" per day", SaidUnit::Day},
    {" each visit", SaidUnit::Time},
}};
constexpr std::size_t korean_rates = 44;

}  // namespace

std::vector<SaidRate> rates_in(std::string_view text) {
  std::vector<SaidRate> all;
  for (std::size_t i = 0; i < rate_phrases.size(); ++i) {
    const RatePhrase& one = rate_phrases[i];
    for (std::size_t at = text.find(one.words); at != std::string_view::npos;
         at = text.find(one.words, at + 1)) {
      const std::size_t end = at + one.words.size();
      const bool korean = i < korean_rates;
      if (korean && at > 0 && is_word_byte(text[at - 1])) continue;
      if (!korean && end < text.size() && is_letter(text[end])) continue;
      // 일주일에 걸쳐, 하루에 다녀온: a length, no rate.
      if (korean && (begins(text, end, " 걸쳐") || begins(text, end, "도 "))) continue;
      if (!korean &&
          (begins(text, end, " ago") || begins(text, end, " later") || begins(text, end, " before")))
        continue;
      all.push_back({at, end, one.per, korean});
    }
  }
  std::sort(all.begin(), all.end(), [](const SaidRate& a, const SaidRate& b) { return a.at < b.at; });
  return all;
}

}  // namespace hoego
