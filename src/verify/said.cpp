#include "verify/said.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "claims/characters.h"

namespace hoego {
namespace {

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// What all of a sort are called: trips, promises, the way to work.
struct General {
  std::string_view word;
  std::string_view key;
};
constexpr std::array<General, 69> generals = {{{"국가는", "countries"},
                                               {"나라 수", "countries"},
                                               {"나라는", "countries"},
                                               {"출근하", "commute"},
                                               {"퇴근하", "commute"},
                                               {"회사까지", "commute"},
                                               {"길에서", "commute"},
                                               {"나라로", "countries"},
                                               {"집 밖", "nights away"},
                                               {"밖에서 잔", "nights away"},
                                               {"나가서 잔", "nights away"},
                                               {"외박", "nights away"},
                                               {"away from home", "nights away"},
                                               {"slept away", "nights away"},
                                               {"다짐했", "promises"},
                                               {"결심", "promises"},
                                               {"resolution", "promises"},
                                               {"resolutions", "promises"},
                                               {"pledge", "promises"},
                                               {"vow", "promises"},
                                               {"약속을 지", "promises"},
                                               {"당일치기", "day trips"},
                                               {"당일로", "day trips"},
                                               {"해외여행", "trips abroad"},
                                               {"해외", "trips abroad"},
                                               {"국내여행", "trips at home"},
                                               {"국내 여행", "trips at home"},
                                               {"여행", "trips"},
                                               {"출퇴근", "commute"},
                                               {"출근길", "commute"},
                                               {"퇴근길", "commute"},
                                               {"길에서 보낸", "commute"},
                                               {"오간", "commute"},
                                               {"way to work", "commute"},
                                               {"to and from work", "commute"},
                                               {"on the way", "commute"},
                                               {"통근", "commute"},
                                               {"집과", "commute"},
                                               {"편도", "commute"},
                                               {"걸리던 길", "commute"},
                                               {"한 번에", "commute"},
                                               {"다짐", "promises"},
                                               {"나머지", "promises"},
                                               {"열려", "open"},
                                               {"기다리는", "open"},
                                               {"이사", "home"},
                                               {"사는 곳", "home"},
                                               {"day trip", "day trips"},
                                               {"day trips", "day trips"},
                                               {"abroad", "trips abroad"},
                                               {"overseas", "trips abroad"},
                                               {"trip", "trips"},
                                               {"trips", "trips"},
                                               {"countries", "trips abroad"},
                                               {"commute", "commute"},
                                               {"commuting", "commute"},
                                               {"between home", "commute"},
                                               {"one way", "commute"},
                                               {"promise", "promises"},
                                               {"promises", "promises"},
                                               {"of the other", "promises"},
                                               {"open", "open"},
                                               {"wait for me", "open"},
                                               {"돌아오는", "homecoming"},
                                               {"귀국", "homecoming"},
                                               {"예정보다", "homecoming"},
                                               {"home", "homecoming"},
                                               {"than planned", "homecoming"},
                                               {"waits for me", "open"}}};

/// Whether another clause begins in words between a year and a number.
bool another_clause(std::string_view words) {
  for (const std::string_view mark : {"; ", " but ", "는데 ", "지만 ", "던 "}) {
    if (words.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c);
}

}  // namespace

Said::Said(std::string_view text, const KnownNames& names, const Findings& findings)
    : text_(text),
      folded_(small_letters(text)),
      this_year_(findings.period.from.year()),
      last_year_(findings.against.from.year()) {
  names_ = names.in(folded_);
  for (NamedThing& one : unknown_names(text_, folded_, names_)) names_.push_back(std::move(one));
  std::string outside = text_;
  for (const NamedThing& one : names_) {
    if (one.quoted)
      std::fill(outside.begin() + static_cast<std::ptrdiff_t>(one.at),
                outside.begin() + static_cast<std::ptrdiff_t>(one.end), ' ');
  }
  korean_ = has_hangul(outside);
  read_general();
  std::stable_sort(names_.begin(), names_.end(),
                   [](const NamedThing& a, const NamedThing& b) { return a.at < b.at; });
  std::vector<Span> masked;
  for (const NamedThing& one : names_) {
    if (one.what != Named::General) masked.push_back({one.at, one.end});
  }
  for (const SaidDays& one : said_days(text_, folded_, findings.period)) {
    const bool in_name =
        std::any_of(masked.begin(), masked.end(), [&](const Span& span) { return span.holds(one.at); });
    // "6월이 아니라 4월": what was not.
    const std::string_view behind = std::string_view(folded_).substr(one.end);
    const bool denied =
        begins(behind, "이 아니라") || begins(behind, "가 아니라") || begins(behind, " 아니라");
    if (!in_name && !denied) days_.push_back(one);
    if (denied) masked.push_back({one.at, one.end});
  }
  // Links are by index: those of dates that stand in names are gone.
  for (std::size_t i = 0; i < days_.size(); ++i) {
    if (days_[i].to && (i + 1 >= days_.size() || !days_[i + 1].ends_span)) days_[i].to = std::nullopt;
    if (days_[i].to) days_[i].to = i + 1;
    masked.push_back({days_[i].at, days_[i].end});
  }
  amounts_ = hoego::amounts(folded_, masked);
  cues_ = cues_in(folded_);
  read_turns();
  weekdays_ = weekdays_in(folded_);
  // "the first quarter" begins nothing, "the last quarter" ends nothing.
  const auto in_part = [this](const CueAt& cue) {
    const bool edge =
        Cues{Cue::Start, Cue::First, Cue::End, Cue::Final, Cue::Reach, Cue::Silence}.has(cue.cue);
    return edge && std::any_of(days_.begin(), days_.end(), [&cue](const SaidDays& day) {
             const bool part = day.fineness == Fineness::Season || day.fineness == Fineness::Half;
             return part && day.at <= cue.at && cue.at < day.end;
           });
  };
  cues_.erase(std::remove_if(cues_.begin(), cues_.end(), in_part), cues_.end());
}

/// Words of direction, which are cues of what is near them as well.
void Said::read_turns() {
  for (const SaidTurn& one : turns_in(folded_, this_year_)) {
    const bool in_name = std::any_of(names_.begin(), names_.end(), [&one](const NamedThing& name) {
      return name.what != Named::General && name.at <= one.at && one.at < name.end;
    });
    if (in_name) continue;
    turns_.push_back(one);
    if (one.noun == Noun::Next) continue;
    switch (one.turn) {
      case Turn::Up:
        cues_.push_back({Cue::Up, one.at, one.end});
        break;
      case Turn::Down:
        cues_.push_back({Cue::Down, one.at, one.end});
        break;
      case Turn::Begun:
        cues_.push_back({Cue::Start, one.at, one.end});
        break;
      case Turn::Ended:
        cues_.push_back({Cue::End, one.at, one.end});
        break;
      case Turn::Unclear:
        break;
    }
  }
}

void Said::read_general() {
  const std::vector<NamedThing> known = names_;
  for (const General& one : generals) {
    for (std::size_t at = folded_.find(one.word); at != std::string::npos;
         at = folded_.find(one.word, at + 1)) {
      const std::size_t end = at + one.word.size();
      const bool latin = is_letter(one.word.front());
      if (latin &&
          ((at > 0 && is_word_byte(folded_[at - 1])) || (end < folded_.size() && is_word_byte(folded_[end]))))
        continue;
      const bool taken = std::any_of(known.begin(), known.end(),
                                     [&](const NamedThing& name) {
                                       return name.quoted && name.at < end && at < name.end;
                                     }) ||
                         std::any_of(names_.begin(), names_.end(), [&](const NamedThing& name) {
                           return name.what == Named::General && name.at <= at && end <= name.end;
                         });
      if (!taken) names_.push_back({{std::string(one.key)}, Named::General, at, end, false});
    }
  }
}

/// Where the words between two numbers part.
std::size_t Said::split(std::size_t from, std::size_t to) const {
  const std::string_view gap = std::string_view(folded_).substr(from, to - from);
  constexpr std::array<std::string_view, 17> korean = {{", ", "고 ", "지만 ", "는데 ", "으며 ", "며 ",
                                                        "다가 ", "아서 ", "어서 ", "해서 ", "(", ") ", "; ",
                                                        ": ", "·", "니 ", "져 "}};
  constexpr std::array<std::string_view, 14> english = {{", ", "; ", ": ", "(", " and ", " but ", " to ",
                                                         " against ", " from ", " than ", " compared ",
                                                         " where ", " up from ", " while "}};
  std::size_t best = std::string_view::npos;
  if (korean_) {
    for (const std::string_view mark : korean) {
      const std::size_t found = gap.find(mark);
      if (found != std::string_view::npos) best = std::min(best, found + mark.size());
    }
    if (best == std::string_view::npos) best = gap.find(' ');
  } else {
    std::size_t last = 0;
    for (const std::string_view mark : english) {
      const std::size_t found = gap.rfind(mark);
      if (found == std::string_view::npos || (mark == " to " && found == 0)) continue;
      // "325 hours to music and 53 to health": the word at once behind a number is of it.
      if (best != std::string_view::npos && found < last) continue;
      last = found;
      best = mark.front() == ' ' || mark.front() == '(' ? found : found + 1;
    }
  }
  return best == std::string_view::npos ? to : from + best;
}

Span Said::near(std::size_t amount) const {
  const Amount& one = amounts_[amount];
  Span span{0, folded_.size()};
  if (amount > 0) {
    const std::size_t before = amounts_[amount - 1].end;
    span.at = split(before, one.at);
    if (span.at == one.at && !korean_) span.at = before;
  }
  if (amount + 1 < amounts_.size()) span.end = split(one.end, amounts_[amount + 1].at);
  return span;
}

Span Said::around(std::size_t at, std::size_t end) const {
  Span span{0, folded_.size()};
  const auto note = [&](std::size_t other_at, std::size_t other_end) {
    if (other_end <= at) span.at = std::max(span.at, other_end);
    if (other_at >= end) span.end = std::min(span.end, other_at);
  };
  for (const Amount& one : amounts_) note(one.at, one.end);
  for (const SaidDays& one : days_) note(one.at, one.end);
  return span;
}

Span Said::beside(std::size_t at, std::size_t end) const {
  const Span whole = around(at, end);
  Span span = whole;
  const auto cut = [this](std::size_t from, std::size_t to, bool right) {
    const std::string_view gap = std::string_view(folded_).substr(from, to - from);
    std::size_t best = right ? to : from;
    for (const std::string_view mark : {", ", "; ", " and ", "고 ", "지만 ", "는데 "}) {
      const std::size_t found = right ? gap.find(mark) : gap.rfind(mark);
      if (found == std::string_view::npos) continue;
      best = right ? std::min(best, from + found) : std::max(best, from + found + mark.size());
    }
    return best;
  };
  if (whole.at > 0) span.at = cut(whole.at, at, false);
  if (whole.end < folded_.size()) span.end = cut(end, whole.end, true);
  return span;
}

std::vector<const NamedThing*> Said::names_in(const Span& span) const {
  std::vector<const NamedThing*> all;
  for (const NamedThing& one : names_) {
    if (span.at <= one.at && one.at < span.end) all.push_back(&one);
  }
  return all;
}

YearSaid Said::year_of(std::size_t amount) const {
  struct Mark {
    YearSaid year;
    std::size_t at;
    std::size_t end;
  };
  std::vector<Mark> marks;
  for (const CueAt& cue : cues_) {
    if (cue.cue == Cue::LastYear) marks.push_back({YearSaid::Last, cue.at, cue.end});
    if (cue.cue == Cue::ThisYear) marks.push_back({YearSaid::This, cue.at, cue.end});
  }
  for (const SaidDays& one : days_) {
    if (one.fineness != Fineness::Year) continue;
    const int year = one.days.from.year();
    if (year == last_year_) marks.push_back({YearSaid::Last, one.at, one.end});
    if (year == this_year_) marks.push_back({YearSaid::This, one.at, one.end});
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
  const Span span = near(amount);
  YearSaid found = YearSaid::NotSaid;
  for (const Mark& mark : marks) {
    if (!span.holds(mark.at)) continue;
    const std::size_t from = std::min(mark.end, amounts_[amount].end);
    const std::size_t to = std::max(mark.at, amounts_[amount].at);
    if (another_clause(std::string_view(folded_).substr(from, to > from ? to - from : 0))) continue;
    // The year that stands before the number is the number's, unless another follows.
    if (found == YearSaid::NotSaid || mark.at < amounts_[amount].at) found = mark.year;
  }
  if (found != YearSaid::NotSaid) return found;
  for (const Mark& mark : marks) {
    if (mark.at >= amounts_[amount].at) break;
    const std::string_view after = std::string_view(folded_).substr(mark.end);
    const std::string_view until = after.substr(0, amounts_[amount].at - mark.end);
    if (another_clause(until)) {
      found = YearSaid::NotSaid;
      continue;
    }
    const bool clause = begins(after, "에는") || begins(after, "엔") || begins(after, "은") ||
                        begins(after, "는") || begins(after, ",") || begins(after, " i ") ||
                        begins(after, " there ") || begins(after, " it ") ||
                        begins(after, " 같은 기간에는") || begins(after, " 이맘때") ||
                        begins(after, " by now") || begins(after, " by this time");
    found = clause ? mark.year : YearSaid::NotSaid;
  }
  return found;
}

bool Said::is_before(std::size_t amount) const {
  const Amount& one = amounts_[amount];
  const std::string_view after = std::string_view(folded_).substr(one.end);
  const std::string_view before = std::string_view(folded_).substr(0, one.at);
  if (korean_) {
    for (const std::string_view tail :
         {"에서 ", "에서는", "보다", "이던 ", "던 ", "였는데", "이었는데", "였던", "이었던", "쯤에서",
          "과 견주", "와 견주", "에 견주", "과 비교", "와 비교", "에 비해", "이었지만", "였지만"}) {
      if (begins(after, tail)) return true;
    }
    // "700개를 넘던 작년"
    const std::size_t past = after.find("던 작년");
    return past != std::string_view::npos && past < 16;
  }
  for (const std::string_view head :
       {"from ", "against ", "than ", "than the ", "from the ", "the ", "compared with ", "compared to ",
        "versus ", "it was ", "it had been ", "had been ", "after "}) {
    if (ends(before, head)) return true;
  }
  return false;
}

/// "봄 석 달 동안 66번", "9월에는 그 절반인 31개": an amount behind which a date still goes for the next one.
bool Said::tells_of_days(std::size_t amount) const {
  const Amount& one = amounts_[amount];
  if (one.unit == SaidUnit::Fraction || one.unit == SaidUnit::Ratio) return korean_;
  const bool length = one.unit == SaidUnit::Day || one.unit == SaidUnit::Week || one.unit == SaidUnit::Month;
  return length && std::any_of(days_.begin(), days_.end(), [&](const SaidDays& day) {
           return day.end <= one.at && one.at - day.end <= 1 && day.fineness != Fineness::Day;
         });
}

bool Said::is_whole(std::size_t amount) const {
  const auto gap_to = [this](std::size_t next) {
    return std::string_view(folded_).substr(amounts_[next - 1].end,
                                            amounts_[next].at - amounts_[next - 1].end);
  };
  if (korean_) {
    if (amount + 1 >= amounts_.size()) return false;
    const std::string_view gap = gap_to(amount + 1);
    return begins(gap, " 가운데 ") || begins(gap, " 중 ") || begins(gap, " 중에");
  }
  if (amount == 0) return false;
  constexpr std::array<std::string_view, 5> links = {
      {" of ", " of my ", " of the ", " of those ", " of all "}};
  return std::find(links.begin(), links.end(), gap_to(amount)) != links.end();
}

std::vector<std::size_t> Said::days_before(std::size_t amount) const {
  constexpr std::size_t farthest = 8;
  for (std::size_t i = amount; i-- > 0 && amount - i <= farthest;) {
    std::vector<std::size_t> days = days_of(i);
    if (!days.empty()) return days;
  }
  return {};
}

std::vector<std::size_t> Said::days_of(std::size_t amount) const {
  if (!korean_ && is_whole(amount)) return {};
  // "32 of my 38 visits were in spring": what follows the whole is of the part.
  if (!korean_ && amount + 1 < amounts_.size() && is_whole(amount + 1)) {
    const std::size_t stop = amount + 2 < amounts_.size() ? amounts_[amount + 2].at : folded_.size();
    std::vector<std::size_t> behind;
    for (std::size_t i = 0; i < days_.size(); ++i) {
      const bool here = days_[i].at >= amounts_[amount + 1].end && days_[i].end <= stop;
      if (here && days_[i].fineness != Fineness::Year) behind.push_back(i);
    }
    if (!behind.empty()) return behind;
  }
  const Amount& one = amounts_[amount];
  std::size_t left = 0;
  std::size_t right = folded_.size();
  for (std::size_t i = amount; i-- > 0;) {
    if (tells_of_days(i)) continue;
    left = amounts_[i].end;
    break;
  }
  if (amount + 1 < amounts_.size()) right = amounts_[amount + 1].at;
  std::vector<std::size_t> found;
  const auto scope = [&](std::size_t i) { return days_[i].fineness != Fineness::Year; };
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < days_.size(); ++i) {
    if (days_[i].end <= one.at && days_[i].at >= left && scope(i)) last = i;
  }
  std::optional<std::size_t> next;
  for (std::size_t i = days_.size(); i-- > 0;) {
    if (days_[i].at >= one.end && days_[i].end <= right && scope(i)) next = i;
  }
  const auto with_links = [&](std::size_t i) {
    std::size_t from = i;
    while (from > 0 && (days_[from].ends_span || days_[from].listed)) --from;
    std::size_t to = i;
    while (to + 1 < days_.size() && (days_[to + 1].ends_span || days_[to + 1].listed)) ++to;
    for (std::size_t j = from; j <= to; ++j) found.push_back(j);
  };
  if (korean_) {
    if (last) with_links(*last);
    if (last || !next) return found;
    // "작업실에 13번 간 11월이었다"
    const std::string_view gap = std::string_view(folded_).substr(one.end, days_[*next].at - one.end);
    const std::string_view before = std::string_view(folded_).substr(0, one.at);
    for (const std::string_view of : {"그중 ", "그 중 ", "가운데 ", " 중 ", " 중에서 "}) {
      if (gap.size() < 8 && ends(before, of)) with_links(*next);
    }
    if (!found.empty()) return found;
    for (const std::string_view verb :
         {"간 ", "한 ", "본 ", "읽은 ", "쓴 ", "긴 ", "친 ", "온 ", "던 ", "찍은 "}) {
      if (gap.size() < 16 && ends(gap, verb)) with_links(*next);
    }
    return found;
  }
  // English: what follows at once goes before what stood before.
  if (next) {
    const std::string_view gap = std::string_view(folded_).substr(one.end, days_[*next].at - one.end);
    constexpr std::array<std::string_view, 16> links = {
        {" over the ", " over ", " throughout ", " across ", " in ", " on ", " of ", " during ", " each in ",
         " from ", " by ", " up to ", " in the ", " a month from ", " that ", " each month from "}};
    const bool at_once = std::find(links.begin(), links.end(), gap) != links.end() ||
                         (gap.size() < 25 && ends(gap, " in ") && gap.find(',') == std::string_view::npos) ||
                         (gap.size() < 25 && ends(gap, " from ") && gap.find(',') == std::string_view::npos);
    if (at_once) {
      with_links(*next);
      return found;
    }
  }
  // "In May it doubled, from 71 in April to 139": April is the other number's.
  const bool taken = last && amount > 0 && days_[*last].at >= amounts_[amount - 1].end &&
                     is_bound_to_one_before(days_[*last], amounts_[amount - 1]);
  if (taken) {
    for (std::size_t i = 0; i < days_.size(); ++i) {
      if (days_[i].end <= amounts_[amount - 1].at && scope(i)) found = {i};
    }
    if (!found.empty()) return found;
  }
  if (last) with_links(*last);
  return found;
}

/// "71 in April": a date at once behind a number.
bool Said::is_bound_to_one_before(const SaidDays& day, const Amount& amount) const {
  const std::string_view gap = std::string_view(folded_).substr(amount.end, day.at - amount.end);
  return gap == " in " || gap == " on " || gap == " of ";
}

}  // namespace hoego
