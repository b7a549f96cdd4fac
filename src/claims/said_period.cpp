#include "claims/said_period.h"

#include <fmt/format.h>

#include <array>

#include "base/letters.h"

namespace hoego {
namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

constexpr std::string_view rest_words =
    "남은 ?(기간|올해|두 ?달|한 ?달|석 ?달|세 ?달|몇 ?달|한 해|시간|날|하반기|나날|\\d+ "
    "?(달|개월|주|일|월)|몇 주|일 년|1년|몇 개월)|올해(의|가|는)? ?남은|(올해|한 해|이 해|해)(가|도)? ?(다 "
    ")?(가기|끝나기|지나기|저물기|바뀌기|넘어가기) ?전|연말(까지|에|엔|에는|쯤|은)|올해 ?말|rest of "
    "(the|this) year|remaining|\\bby (the )?year[' -]*s? ?-?end|(by|before|until|at) (the )?end of "
    "(the|this) year|before (the|this) year (ends|is (out|over|up))|(months?|weeks?|days?)( that are| that "
    "is)? left|(left|remains) of (the|this) year|before new year|before the year|before (the )?new year";
constexpr std::string_view this_words =
    "올해(는|도|엔|에는|에|에도| 안에|안에| 안으로|의|,| 크리스마스| 목표| 겨울|$| [0-9]+월)|올 ?한 "
    "?해|금년|올해 |\\bthis year";
constexpr std::string_view this_never =
    "올해 (배운|한 일|못 ?한|했던|느낀|얻은|가장|제일)|올해의 (나|경험|교훈)";
constexpr std::string_view other_words =
    "[0-9]{1,2}월|다음 ?(달|주|학기|분기|겨울|여름|봄|가을|회|번 주)|이번 "
    "?(달|주|주말|겨울|여름|봄|가을|학기|분기|연휴)|다다음|내달|내일|모레|20[0-9][0-9]년|([0-9]+|몇|한|두|세|"
    "네|다섯|열) ?(달|주|주일|일|년|개월|해) "
    "?(뒤|후|안에|안으로|이내)|([0-9]+|한|두|세|네|석|넉|다섯|이십|삼십|사십|오십|며칠|보름|일주일|열흘) "
    "?(일|주|달|개월|밤)?(도|쯤|이)? ?(남짓 |정도 |안 |밖에 안 )?남(았|지|음)|크리스마스|설날|설 "
    "연휴|설(이|만)? 지나|(여름|겨울) ?(휴가|방학)|추석|(올|이번|다가오는|오는) "
    "?(겨울|여름|봄|가을|주말|연휴)|상반기|하반기|분기|겨울에|여름에|봄에|가을에|(봄|여름|가을|겨울)(이 "
    "(오|되)면|이면)|\\b(in|on|by|until|before|for|starting|from|this|late|early|mid|of|and|next|since|after)"
    " ?-?(in |with "
    ")?(january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\bnext "
    "(month|week|weekend|winter|quarter|semester|term)|\\bthis "
    "(month|week|weekend|winter|summer|spring|autumn|fall|quarter|semester|november|december)|\\btomorrow\\b|"
    "\\bon (monday|tuesday|wednesday|thursday|friday|saturday|sunday|the [0-9]+(st|nd|rd|th))\\b(?! "
    "(night|morning|evening|afternoon))|\\b(days|weeks?|months?) (away|from now|to "
    "go|until)\\b|\\b(in|by|before|until|for) 20[0-9][0-9]|\\bchristmas|\\b(in|within) (the next )?(a "
    "few|two|three|four|five|six|ten|[0-9]+) (days|weeks|months|years)|\\bin the "
    "(spring|summer|autumn|fall|winter)";

}  // namespace

std::string_view name(Intention intention) {
  switch (intention) {
    case Intention::Promise:
      return "promise";
    case Intention::Plan:
      return "plan";
    case Intention::Wish:
      return "wish";
  }
  return "promise";
}

std::string_view name(SaidWhen said) {
  switch (said) {
    case SaidWhen::NotSaid:
      return "none";
    case SaidWhen::ThisYear:
      return "this year";
    case SaidWhen::NextYear:
      return "next year";
    case SaidWhen::RestOfYear:
      return "rest of the year";
    case SaidWhen::Other:
      return "other";
  }
  return "none";
}

std::optional<int> month_said(std::string_view folded) {
  std::optional<int> found;
  const auto note = [&](int month) {
    if (found && *found != month) return false;
    found = month;
    return true;
  };
  for (std::size_t at = folded.find("월"); at != std::string_view::npos; at = folded.find("월", at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_digit(folded[begin - 1]) && at - begin < 2) --begin;
    if (begin == at) continue;
    const int month = std::stoi(std::string(folded.substr(begin, at - begin)));
    if (month >= 1 && month <= 12 && !note(month)) return std::nullopt;
  }
  for (std::size_t i = 0; i < months.size(); ++i) {
    for (const std::string_view before :
         {"in ", "by ", "on ", "until ", "next ", "of ", "and ", "for ", "starting "}) {
      if (folded.find(fmt::format("{}{}", before, months[i])) == std::string_view::npos) continue;
      if (!note(static_cast<int>(i) + 1)) return std::nullopt;
    }
  }
  return found;
}

PeriodReader::PeriodReader(int year) : year_(year) {
  const std::string next = fmt::format(
      "내년|새해|다음 ?해|명년|(?<![0-9]){0}(?![0-9])|\\bnext "
      "(year|spring|summer|fall|autumn|january|february|march|april|may|june|july|august|september)|\\bnew "
      "year|\\bcoming year|\\byear ahead\\b",
      year + 1);
  const std::string this_year =
      fmt::format("^(?!.*({})).*({}|(?<![0-9]){}년?(에|은|의|엔|까지| ?안에)|\\b(in|by) {}\\b)", this_never,
                  this_words, year, year);
  words_.push_back({SaidWhen::RestOfYear, Pattern(rest_words)});
  words_.push_back({SaidWhen::NextYear, Pattern(next)});
  words_.push_back({SaidWhen::ThisYear, Pattern(this_year)});
  words_.push_back({SaidWhen::Other, Pattern(other_words)});
}

SaidPeriod PeriodReader::read(std::string_view sentence) const {
  for (const Words& words : words_) {
    if (words.pattern.matches(sentence)) return resolved(words.said, fold_case(sentence));
  }
  return {};
}

SaidPeriod PeriodReader::resolved(SaidWhen said, std::string_view sentence) const {
  SaidPeriod period{said, std::nullopt};
  int year = said == SaidWhen::NextYear ? year_ + 1 : year_;
  bool whole_year = said != SaidWhen::Other;
  if (said == SaidWhen::Other) {
    for (int other = 2000; other < 2100; ++other) {
      if (sentence.find(std::to_string(other)) == std::string_view::npos) continue;
      year = other;
      whole_year = true;
      break;
    }
  }
  const auto month = month_said(sentence);
  if (month && said != SaidWhen::RestOfYear) {
    const auto first = Date::from_ymd(year, *month, 1);
    if (first) period.days = DateRange{*first, *first + (days_in_month(year, *month) - 1)};
  } else if (whole_year && year >= Date::min_year && year <= Date::max_year) {
    period.days = hoego::whole_year(year);
  }
  return period;
}

}  // namespace hoego
