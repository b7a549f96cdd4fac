#include "verify/said_days.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/letters.h"
#include "verify/english_date.h"
#include "verify/linked_days.h"
#include "verify/parts_of_year.h"
#include "verify/weeks_of_months.h"
#include "verify/words_at.h"

namespace hoego {
namespace {

DateRange month_of(int year, int month) {
  const Date first = *Date::from_ymd(year, month, 1);
  return {first, first + (days_in_month(year, month) - 1)};
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view folded, const Period& period)
      : text_(text), folded_(folded), period_(period), year_(period.from.year()) {}

  std::vector<SaidDays> read() {
    for (std::size_t at = 0; at < folded_.size();) {
      const std::size_t before = out_.size();
      if (at == 0 || !is_word_byte(folded_[at - 1]) || is_hangul_glue(at)) date_at(at);
      if (out_.size() == before || out_.back().end <= at) {
        ++at;
        continue;
      }
      at = out_.back().end;
    }
    read_weeks(folded_, out_);
    read_parts_counted_on(folded_, out_);
    link_days(folded_, out_);
    return std::move(out_);
  }

 private:
  /// Digits may follow a syllable ("올해3월").
  bool is_hangul_glue(std::size_t at) const {
    return is_digit(folded_[at]) && static_cast<unsigned char>(folded_[at - 1]) >= 0x80 &&
           !folded_.substr(0, at).ends_with("~");
  }

  void add(DateRange days, Fineness fineness, std::size_t at, std::size_t end, bool year_said) {
    SaidDays one;
    one.days = days;
    one.fineness = fineness;
    one.at = at;
    one.end = end;
    one.year_said = year_said;
    out_.push_back(one);
  }

  bool in_range(int year) const { return year >= Date::min_year && year <= Date::max_year; }

  void date_at(std::size_t at) {
    if (iso_at(at) || korean_at(at) || english_at(at) || season_at(at) || relative_at(at) || bare_year_at(at))
      return;
    bare_day_at(at);
  }

  /// 2024-09-28, 2024.9.28, 9/28.
  bool iso_at(std::size_t at) {
    const auto first = digits_at(folded_, at, 4);
    if (!first || first->end >= folded_.size()) return false;
    const char mark = folded_[first->end];
    if (mark != '-' && mark != '.' && mark != '/') return false;
    const auto second = digits_at(folded_, first->end + 1, 2);
    if (!second) return false;
    const bool more = second->end < folded_.size() && folded_[second->end] == mark;
    const auto third = more ? digits_at(folded_, second->end + 1, 2) : std::nullopt;
    const bool with_year = first->end - at == 4 && third;
    if (!with_year && (mark != '/' || first->end - at > 2)) return false;
    const auto day = with_year ? Date::from_ymd(first->value, second->value, third->value)
                               : Date::from_ymd(year_, first->value, second->value);
    if (!day) return false;
    add({*day, *day}, Fineness::Day, at, with_year ? third->end : second->end, with_year);
    return true;
  }

  /// "in 2023": four digits behind a word of time, with nothing that they count behind them.
  bool bare_year_at(std::size_t at) {
    const auto year = digits_at(folded_, at, 4);
    if (!year || year->end - at != 4 || year->value < 1900 || year->value > 2100) return false;
    const std::string_view before = folded_.substr(0, at);
    constexpr std::array<std::string_view, 14> heads = {{"in ", "of ", "since ", "by ", "until ", "during ",
                                                         "from ", "to ", "before ", "after ", "and ",
                                                         "against ", "than ", "for "}};
    bool timed = std::any_of(heads.begin(), heads.end(),
                             [&](std::string_view head) { return before.ends_with(head); });
    const std::string_view after = folded_.substr(year->end);
    const bool counts = at > 0 && begins(after, 0, " ") && after.size() > 1 && is_letter(after[1]) &&
                        !year_goes_on(after.substr(1));
    const bool grouped = begins(after, 0, ",") && after.size() > 1 && is_digit(after[1]);
    const bool beside = year->value == year_ - 1 || year->value == year_;
    const bool opens = at == 0 && (begins(after, 0, " in ") || (beside && !counts));
    timed = timed || (beside && (before.ends_with("with ") || before.ends_with("beside ") ||
                                 before.ends_with("versus ") || before.ends_with("over ") ||
                                 before.ends_with("on ") || before.ends_with("like ")));
    if ((!timed && !opens) || counts || grouped) return false;
    add(whole_year(year->value), Fineness::Year, at, year->end, true);
    return true;
  }

  static bool year_goes_on(std::string_view after) {
    constexpr std::array<std::string_view, 19> words = {{"i ", "it ", "there ", "to ", "and ", "but ", "was",
                                                         "were ", "had ", "the ", "of ", "in ", "with ",
                                                         "up ", "down ", "my ", "than ", "we ", "as "}};
    return std::any_of(words.begin(), words.end(),
                       [after](std::string_view word) { return after.substr(0, word.size()) == word; });
  }

  /// The year that a Korean word before a month names.
  std::optional<std::pair<int, std::size_t>> korean_year_at(std::size_t at) const {
    const auto past = [this](std::size_t end) { return begins(folded_, end, " ") ? end + 1 : end; };
    struct Word {
      std::string_view text;
      int years;
    };
    for (const Word& one : {Word{"재작년", -2}, Word{"작년", -1}, Word{"지난해", -1}, Word{"올해", 0},
                            Word{"금년", 0}, Word{"내년", 1}}) {
      if (begins(folded_, at, one.text))
        return std::pair(period_.as_of.year() + one.years, past(at + one.text.size()));
    }
    const auto digits = digits_at(folded_, at, 4);
    constexpr std::string_view mark = "년";
    if (!digits || !begins(folded_, digits->end, mark)) return std::nullopt;
    const std::size_t length = digits->end - at;
    const int year = length == 2 ? 2000 + digits->value : digits->value;
    if ((length != 4 && length != 2) || !in_range(year) || (length == 4 && (year < 1900 || year > 2100)))
      return std::nullopt;
    return std::pair(year, past(digits->end + mark.size()));
  }

  bool korean_at(std::size_t at) {
    int year = 0;
    std::size_t from = at;
    const auto said = korean_year_at(at);
    if (said) {
      year = said->first;
      from = said->second;
    }
    if (year != 0 && part_of_year(at, from, year)) return true;
    const auto month = digits_at(folded_, from, 2);
    constexpr std::string_view mark = "월";
    if (year == 0 && month && month_of_list(*month)) {
      add(month_of(year_for(month->value), month->value), Fineness::Month, at, month->end, false);
      return true;
    }
    if (!month || !begins(folded_, month->end, mark) || month->value < 1 || month->value > 12) {
      if (!said || !is_digit(folded_[at])) return false;
      const std::size_t end = folded_[said->second - 1] == ' ' ? said->second - 1 : said->second;
      const bool two = digits_at(folded_, at, 4)->end - at == 2;
      if (two) return false;
      add(whole_year(year), Fineness::Year, at, end, true);
      return true;
    }
    if (year == 0) year = year_for(month->value);
    std::size_t end = month->end + mark.size();
    const std::size_t next = begins(folded_, end, " ") ? end + 1 : end;
    if (const auto day = digits_at(folded_, next, 2); day && begins(folded_, day->end, "일")) {
      const auto date = Date::from_ymd(year, month->value, day->value);
      if (!date) return false;
      add({*date, *date}, Fineness::Day, at, day->end + std::string_view("일").size(), said.has_value());
      return true;
    }
    const DateRange whole = month_of(year, month->value);
    struct Part {
      std::string_view text;
      int from;
      int to;
    };
    for (const Part& part : {Part{"초순", 1, 10}, Part{"초", 1, 10}, Part{"중순", 11, 20},
                             Part{"하순", 21, 31}, Part{"말", 21, 31}}) {
      if (!begins(folded_, next, part.text)) continue;
      const Date last = std::min(whole.from + (part.to - 1), whole.to);
      add({whole.from + (part.from - 1), last}, Fineness::Third, at, next + part.text.size(),
          said.has_value());
      return true;
    }
    add(whole, Fineness::Month, at, end, said.has_value());
    return true;
  }

  /// The 1 of "1, 2월" and "1·2월".
  bool month_of_list(const Digits& month) const {
    if (month.value < 1 || month.value > 12) return false;
    for (const std::string_view link : {", ", "·", ","}) {
      if (!begins(folded_, month.end, link)) continue;
      const auto next = digits_at(folded_, month.end + link.size(), 2);
      return next && next->value > month.value && begins(folded_, next->end, "월");
    }
    return false;
  }

  /// 2023년 말, 올해 초, 2024년 상반기, 작년 여름.
  bool part_of_year(std::size_t at, std::size_t from, int year) {
    if (!in_range(year)) return false;
    struct Part {
      std::string_view text;
      int from;
      int to;
      Fineness fineness;
    };
    for (const Part& part :
         {Part{"상반기", 1, 6, Fineness::Half}, Part{"하반기", 7, 12, Fineness::Half},
          Part{"초", 1, 3, Fineness::Season}, Part{"말", 10, 12, Fineness::Season},
          Part{"봄", 3, 5, Fineness::Season}, Part{"여름", 6, 8, Fineness::Season},
          Part{"가을", 9, 11, Fineness::Season}, Part{"겨울", 12, 12, Fineness::Season},
          Part{"1분기", 1, 3, Fineness::Season}, Part{"2분기", 4, 6, Fineness::Season},
          Part{"3분기", 7, 9, Fineness::Season}, Part{"4분기", 10, 12, Fineness::Season}}) {
      if (!begins(folded_, from, part.text)) continue;
      add({month_of(year, part.from).from, month_of(year, part.to).to}, part.fineness, at,
          from + part.text.size(), true);
      if (part.from == 12) out_.back().days.to = Date{out_.back().days.to.days + 59};
      return true;
    }
    return false;
  }

  /// That of the period; where one just spoke of another year's date, still that one's only if it says so.
  int year_for(int month) const {
    if (period_.from.year() == period_.to.year()) return year_;
    for (int year = period_.from.year(); year <= period_.to.year() && in_range(year); ++year) {
      if (intersect(month_of(year, month), {period_.from, period_.to})) return year;
    }
    return year_;
  }

  bool english_at(std::size_t at) {
    const auto said = english_date_at(text_, folded_, at);
    if (!said) return false;
    const bool year_said = said->year || said->last_year;
    const int year = said->last_year ? period_.as_of.year() - 1 : said->year.value_or(year_for(said->month));
    const DateRange whole = month_of(year, said->month);
    if (said->day) {
      const auto date = Date::from_ymd(year, said->month, *said->day);
      if (!date) return false;
      add({*date, *date}, Fineness::Day, at, said->end, year_said);
    } else if (said->part) {
      add({whole.from + (said->part->first - 1), std::min(whole.from + (said->part->second - 1), whole.to)},
          Fineness::Third, at, said->end, year_said);
    } else {
      add(whole, Fineness::Month, at, said->end, year_said);
    }
    return true;
  }

  bool season_at(std::size_t at) {
    for (const PartOfYear& one : parts_of_year()) {
      const std::size_t end = at + one.word.size();
      if (!begins(folded_, at, one.word)) continue;
      if (is_letter(one.word.back()) && end < folded_.size() && is_letter(folded_[end])) continue;
      const bool korean = !is_letter(one.word.back());
      if (korean && !particle_follows(end)) continue;
      // "연초에 적은 다짐": when it was promised is no claim of the records.
      const bool promised = begins(folded_, end, "에 적") || begins(folded_, end, "에 세운") ||
                            begins(folded_, end, "에 다짐") || begins(folded_, end, "의 다짐") ||
                            begins(folded_, end, "에 정한") || begins(folded_, end, "에 마음");
      const bool before_it = begins(folded_, end, "이 가기 전") || begins(folded_, end, "이 오기 전") ||
                             begins(folded_, end, "이 끝나기 전") || begins(folded_, end, "가 가기 전");
      if (promised || before_it) continue;
      if (!in_range(year_)) return false;
      add({month_of(year_, one.from).from, month_of(year_, one.to).to}, one.fineness, at, end, false);
      return true;
    }
    return false;
  }

  bool particle_follows(std::size_t end) const {
    if (end >= folded_.size() || folded_[end] == ' ' || folded_[end] == ',' || folded_[end] == '.')
      return true;
    constexpr std::array<std::string_view, 14> particles = {
        {"에", "부터", "까지", "의", "이", "은", "엔", "과", "을", "내", "가", "는", "를", "와"}};
    return std::any_of(particles.begin(), particles.end(),
                       [&](std::string_view one) { return begins(folded_, end, one); });
  }

  bool relative_at(std::size_t at) {
    const Date today = period_.as_of;
    const Date month = month_start(today);
    struct Word {
      std::string_view text;
      DateRange days;
      Fineness fineness;
    };
    const Date last_month = month_start(month - 1);
    const Date monday = today - (today.weekday() - 1);
    for (const Word& one :
         {Word{"지난달", {last_month, month - 1}, Fineness::Month},
          Word{"지난 달", {last_month, month - 1}, Fineness::Month},
          Word{"last month", {last_month, month - 1}, Fineness::Month},
          Word{"이번 달", {month, month_of(today.year(), today.month()).to}, Fineness::Month},
          Word{"this month", {month, month_of(today.year(), today.month()).to}, Fineness::Month},
          Word{"어제", {today - 1, today - 1}, Fineness::Day},
          Word{"yesterday", {today - 1, today - 1}, Fineness::Day},
          Word{"그저께", {today - 2, today - 2}, Fineness::Day}, Word{"오늘", {today, today}, Fineness::Day},
          Word{"today", {today, today}, Fineness::Day},
          Word{"지난주", {monday - 7, monday - 1}, Fineness::Third},
          Word{"지난 주", {monday - 7, monday - 1}, Fineness::Third},
          Word{"last week", {monday - 7, monday - 1}, Fineness::Third}}) {
      const std::size_t end = at + one.text.size();
      // "the last month of the year's reading".
      if (one.text == "last month" && folded_.substr(0, at).ends_with("the ")) continue;
      if (!begins(folded_, at, one.text) ||
          (is_letter(one.text.back()) && end < folded_.size() && is_letter(folded_[end])))
        continue;
      add(one.days, one.fineness, at, end, true);
      return true;
    }
    return false;
  }

  /// "18일" behind "3월 15일부터", "18" behind "March 15 to", "the 18th": a day of the month named before.
  void bare_day_at(std::size_t at) {
    if (out_.empty()) return;
    const SaidDays& before = out_.back();
    if (before.fineness != Fineness::Day && before.fineness != Fineness::Month) return;
    const std::size_t number = begins(folded_, at, "the ") ? at + 4 : at;
    const auto day = digits_at(folded_, number, 2);
    if (!day || day->value < 1 || day->value > 31) return;
    const std::string_view between = folded_.substr(before.end, at - before.end);
    const bool korean = begins(folded_, day->end, "일");
    // "3월 1일부터 25일 동안" says how long.
    for (const std::string_view length : {"일 동안", "일간", "일 내내", "일째"}) {
      if (begins(folded_, day->end, length)) return;
    }
    const bool ordinal = past_ordinal(folded_, day->end) != day->end;
    const bool linked = between == "부터 " || between == "~" || between == " ~ " || between == "–" ||
                        between == "-" || between == " - " || between == ", " || between == "에서 " ||
                        between == "과 " || between == "와 ";
    const bool english = between == " to " || between == " through " || between == "–" || between == "-" ||
                         between == " and " || between == ", " || between == " until ";
    std::size_t end = 0;
    if (korean && linked && before.fineness == Fineness::Day) end = day->end + std::string_view("일").size();
    if (!korean && english && before.fineness == Fineness::Day && english_end(day->end))
      end = past_ordinal(folded_, day->end);
    if (number > at && ordinal) end = past_ordinal(folded_, day->end);
    if (korean && (between == "부터 " || between == "~") && before.fineness == Fineness::Day)
      end = day->end + std::string_view("일").size();
    const bool dated = korean &&
                       (begins(folded_, day->end, "일에 ") || begins(folded_, day->end, "일까지") ||
                        begins(folded_, day->end, "일부터") || begins(folded_, day->end, "일에는")) &&
                       !begins(folded_, day->end, "일에 걸쳐");
    if (dated) end = day->end + std::string_view("일").size();
    if (end == 0) return;
    Date month = month_start(before.days.from);
    if (day->value < before.days.from.day() && !linked) month = month_start(month + 31);
    const auto date = Date::from_ymd(month.year(), month.month(), day->value);
    if (date) add({*date, *date}, Fineness::Day, at, end, before.year_said);
  }

  /// Nothing is counted by the number: "April 27, 28 and" but not "April 27, 28 photos".
  bool english_end(std::size_t end) const {
    if (end >= folded_.size()) return true;
    if (folded_[end] == ',' || folded_[end] == '.' || folded_[end] == ';' || folded_[end] == ':' ||
        folded_[end] == ')')
      return true;
    constexpr std::array<std::string_view, 12> next = {{" and ", " in ", " i ", " to ", " was", " with",
                                                        " there", " for ", " on ", " at ", " of ", " were"}};
    return std::any_of(next.begin(), next.end(),
                       [&](std::string_view one) { return begins(folded_, end, one); });
  }

  std::string_view text_;
  std::string_view folded_;
  const Period& period_;
  int year_;
  std::vector<SaidDays> out_;
};

}  // namespace

std::vector<SaidDays> said_days(std::string_view text, std::string_view folded, const Period& period) {
  return Reader(text, folded, period).read();
}

}  // namespace hoego
