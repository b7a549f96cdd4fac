#include "verify/weeks_of_months.h"

#include <algorithm>
#include <array>
#include <optional>

#include "verify/weekdays.h"

namespace hoego {
namespace {

constexpr int last_week = 0;

struct WeekWord {
  std::string_view word;
  int which;  ///< 1 the first, `last_week` the last
};
constexpr std::array<WeekWord, 9> behind_month = {{{" 첫째 주", 1},
                                                   {" 첫 주", 1},
                                                   {" 둘째 주", 2},
                                                   {" 셋째 주", 3},
                                                   {" 넷째 주", 4},
                                                   {" 다섯째 주", 5},
                                                   {" 마지막 주", last_week},
                                                   {" 첫 번째 주", 1},
                                                   {" 두 번째 주", 2}}};
constexpr std::array<WeekWord, 5> before_month = {{{"first week of ", 1},
                                                   {"second week of ", 2},
                                                   {"third week of ", 3},
                                                   {"fourth week of ", 4},
                                                   {"last week of ", last_week}}};

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}
bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

Date monday_of(Date day) {
  return day - (day.weekday() - 1);
}

/// All that the which-th week of a month may mean: from Mondays, or by sevens.
std::vector<DateRange> readings(DateRange month, int which) {
  if (which == last_week) {
    const Date monday = monday_of(month.to);
    return {{monday, monday + 6}, {monday - 7, monday - 1}, {month.to - 6, month.to}};
  }
  const Date monday = monday_of(month.from) + 7 * (which - 1);
  const Date seventh = month.from + 7 * (which - 1);
  return {{monday, monday + 6}, {monday + 7, monday + 13}, {seventh, seventh + 6}};
}

void make_week(SaidDays& one, int which) {
  const std::vector<DateRange> all = readings(one.days, which);
  one.days = all.front();
  one.or_days.assign(all.begin() + 1, all.end());
  one.fineness = Fineness::Third;
}

/// "9월 마지막 토요일", "the first Saturday of February": a day of the week counted in its month.
void read_weekday(std::string_view folded, SaidDays& one) {
  constexpr std::array<WeekWord, 9> ordinals = {{{" 첫 ", 1},
                                                 {" 첫째 ", 1},
                                                 {" 둘째 ", 2},
                                                 {" 셋째 ", 3},
                                                 {" 넷째 ", 4},
                                                 {" 마지막 ", last_week},
                                                 {"first ", 1},
                                                 {"second ", 2},
                                                 {"last ", last_week}}};
  for (const SaidWeekdays& day : weekdays_in(folded)) {
    if (day.days.count() != 1) continue;
    for (const WeekWord& word : ordinals) {
      const bool korean = word.word.front() == ' ';
      const bool behind =
          korean && day.at == one.end + word.word.size() && begins(folded.substr(one.end), word.word);
      const bool before = !korean && day.end + 4 == one.at && begins(folded.substr(day.end), " of ") &&
                          ends(folded.substr(0, day.at), word.word);
      if (!behind && !before) continue;
      Date found = word.which == last_week ? one.days.to : one.days.from;
      while (!day.holds(found)) found = found + (word.which == last_week ? -1 : 1);
      if (word.which > 1) found = found + 7 * (word.which - 1);
      one.days = {found, found};
      one.fineness = Fineness::Day;
      if (behind) one.end = day.end;
      if (before) one.at = day.at - word.word.size();
      return;
    }
  }
}

std::optional<int> counted_on(std::string_view text, std::size_t& at) {
  constexpr std::array<WeekWord, 3> ordinals = {{{"the second", 2}, {"the third", 3}, {"the fourth", 4}}};
  for (const WeekWord& one : ordinals) {
    if (!begins(text.substr(at), one.word)) continue;
    const std::string_view rest = text.substr(at + one.word.size());
    const bool alone =
        rest.empty() || rest.find_first_of(".,;:)") == 0 || begins(rest, " and ") || begins(rest, " so far");
    if (!alone) continue;
    at += one.word.size();
    return one.which;
  }
  return std::nullopt;
}

}  // namespace

void read_weeks(std::string_view folded, std::vector<SaidDays>& days) {
  for (SaidDays& one : days) {
    const std::string_view after = folded.substr(one.end);
    const std::string_view before = folded.substr(0, one.at);
    if (one.fineness == Fineness::Day && ends(before, "week of ")) {
      one.days = {monday_of(one.days.from), monday_of(one.days.from) + 6};
      one.fineness = Fineness::Third;
    }
    const bool begins_week = ends(before, "week that began on ") || ends(before, "week beginning ") ||
                             ends(before, "week starting ") || begins(after, "에 시작된 그 한 주") ||
                             begins(after, "에 시작한 주") || begins(after, "에 시작된 주");
    if (one.fineness == Fineness::Day && begins_week) {
      one.days.to = one.days.from + 6;
      one.fineness = Fineness::Third;
    }
    if (one.fineness != Fineness::Month) continue;
    read_weekday(folded, one);
    if (one.fineness != Fineness::Month) continue;
    for (const WeekWord& word : behind_month) {
      if (!begins(after, word.word) || begins(after.substr(word.word.size()), "말")) continue;
      make_week(one, word.which);
      one.end += word.word.size();
      break;
    }
    for (const WeekWord& word : before_month) {
      if (one.fineness != Fineness::Month || !ends(before, word.word)) continue;
      make_week(one, word.which);
      one.at -= word.word.size();
      break;
    }
  }
}

void read_parts_counted_on(std::string_view folded, std::vector<SaidDays>& days) {
  const auto first = std::find_if(days.begin(), days.end(), [&](const SaidDays& one) {
    const std::string_view word = folded.substr(one.at, one.end - one.at);
    return word == "the first quarter" || word == "the second quarter" || word == "the first half";
  });
  if (first == days.end()) return;
  const SaidDays head = *first;
  const int months = head.fineness == Fineness::Half ? 6 : 3;
  for (std::size_t at = head.end; at < folded.size(); ++at) {
    if (folded[at - 1] != ' ') continue;
    const std::size_t begin = at;
    const auto which = counted_on(folded, at);
    if (!which || (months == 6 && *which > 2)) continue;
    SaidDays one = head;
    const int year = head.days.from.year();
    one.days.from = *Date::from_ymd(year, 1 + months * (*which - 1), 1);
    one.days.to = *Date::from_ymd(year, months * *which, days_in_month(year, months * *which));
    one.at = begin;
    one.end = at;
    days.push_back(one);
  }
  std::sort(days.begin(), days.end(), [](const SaidDays& a, const SaidDays& b) { return a.at < b.at; });
}

}  // namespace hoego
